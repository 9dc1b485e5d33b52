#include "ui/services/comparing/comparison_run.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <algorithm>

#include "ui/services/library/ensemble.h"
#include "ui/services/queue/queue_model.h"
#include "ui/services/values/images.h"

namespace afa {
namespace {

constexpr int kFewerSteps[]{50, 20, 10};
const char* const kEqualWeights =
    R"({"format": "afa.merge", "version": 1, "method": "weighted", "vae": "model:0"})";

bool aggregatorFits(const Ensemble& ensemble) {
    if (ensemble.aggregator().isEmpty()) return false;
    const auto options = ensemble.aggregatorOptions();
    return std::any_of(options.begin(), options.end(), [&](const auto& option) {
        return option.value == ensemble.aggregator() && option.obstacle.isEmpty();
    });
}

}  // namespace

QList<GenerateRequest> modesToCompare(const GenerateRequest& base, const Ensemble& ensemble,
                                      const QString& mergeRecipe) {
    QList<GenerateRequest> requests;
    const auto add = [&](const std::string& mode) -> GenerateRequest& {
        GenerateRequest request = base;
        request.mode = mode;
        request.aggregator.clear();
        request.count = 1;
        requests.append(request);
        return requests.last();
    };
    const auto models = base.models.size();
    for (std::size_t i = 0; i < models; ++i)
        add("single:" + std::to_string(i));
    if (models < 2) return requests;
    auto& merged = add("merge");
    merged.merge = mergeRecipe.toStdString();
    // Equal weights know no order, and a merge has its first model's VAE and tokenizer: the host's.
    std::swap(merged.models[0], merged.models[static_cast<std::size_t>(merged.host)]);
    merged.host = 0;
    add("magicfusion");
    add("noise-average");
    add("block-average");
    if (aggregatorFits(ensemble)) add("afa").aggregator = ensemble.aggregator().toStdString();
    return requests;
}

QList<GenerateRequest> fewerSteps(const GenerateRequest& base) {
    QList<GenerateRequest> requests;
    for (const int steps : kFewerSteps) {
        requests.append(base);
        requests.last().steps = steps;
        requests.last().count = 1;
    }
    return requests;
}

QString equalMergeRecipe(const QString& folder) {
    QString path = folder + "/equal-weights.json";
    if (QFileInfo::exists(path)) return path;
    QDir().mkpath(folder);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(kEqualWeights) < 0 || !file.commit())
        throw FileError(ComparisonRun::tr("%1: cannot be written: %2; is the disk full or read-only?")
                            .arg(path, file.errorString())
                            .toStdString());
    return path;
}

ComparisonRun::ComparisonRun(GenerationQueue& queue, const QList<GenerateRequest>& requests,
                             const QStringList& models, const QString& aggregator, QObject* parent)
    : QObject(parent), queue_(queue) {
    QList<CaptionFacts> facts;
    // What differs is said by the modes; the aggregator is told once although only some of them use it.
    for (const auto& request : requests)
        facts.append({request, models, aggregator});
    comparison_ = describe(facts);
    for (const auto& request : requests)
        jobs_.append(queue.add(request));
    connect(&queue, &GenerationQueue::pictureMade, this, [this](const Picture& picture, const Image& image) {
        const auto at = jobs_.indexOf(queue_.runningId());
        if (at < 0) return;
        comparison_.pictures[at].path = picture.path;
        comparison_.pictures[at].image = toQImage(image);
        Q_EMIT changed();
    });
    connect(&queue, &GenerationQueue::changed, this, &ComparisonRun::refresh);
    connect(&queue, &GenerationQueue::removed, this, &ComparisonRun::refresh);
    connect(&queue, &GenerationQueue::pausedChanged, this, &ComparisonRun::refresh);
    refresh();
}

QString ComparisonRun::stateOf(qint64 id) const {
    const auto* entry = queue_.find(id);
    if (!entry) return tr("Taken off the queue");
    if (entry->state == QueueEntry::State::Failed) return tr("Failed: %1").arg(entry->message);
    if (entry->state == QueueEntry::State::Pending && queue_.paused()) return tr("The queue is paused");
    return stateText(*entry);
}

int ComparisonRun::finished() const {
    return static_cast<int>(std::count_if(jobs_.begin(), jobs_.end(), [this](qint64 id) {
        const auto* entry = queue_.find(id);
        return !entry ||
               (entry->state != QueueEntry::State::Pending && entry->state != QueueEntry::State::Running);
    }));
}

void ComparisonRun::refresh() {
    bool different = false;
    for (qsizetype i = 0; i < jobs_.size(); ++i) {
        const QString state = stateOf(jobs_[i]);
        different = different || state != comparison_.pictures[i].state;
        comparison_.pictures[i].state = state;
    }
    if (different) Q_EMIT changed();
}

}  // namespace afa
