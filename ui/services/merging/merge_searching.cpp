#include "ui/services/merging/merge_searching.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QSettings>

#include "core/base/error.h"
#include "core/engine/output_names.h"
#include "ui/services/jobs/events.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/queue/generation_queue.h"
#include "ui/services/values/images.h"

namespace afa {
namespace {

const char* const kLast = "merge/lastSearch";

}  // namespace

MergeSearching::MergeSearching(Engine& engine, JobRunner& compute, GenerationQueue& queue, QString folder,
                               QObject* parent)
    : QObject(parent),
      engine_(engine),
      compute_(compute),
      queue_(queue),
      searches_(std::move(folder)),
      folder_(QSettings().value(kLast).toString()) {}

void MergeSearching::start(MergeSearchRequest request) {
    if (running()) return;
    const auto stamp = QDateTime::currentDateTime().toString("yyyy-MM-dd_hh-mm-ss");
    try {
        folder_ =
            QString::fromStdString(makeFreeFolder(searches_.toStdString(), stamp.toStdString()).string());
    } catch (const Error& error) {
        JobEnd end;
        end.outcome = JobEnd::Outcome::Failed;
        end.message = inWindowLanguage(error);
        return onEnd(end);
    }
    QSettings().setValue(kLast, folder_);
    best_ = {};
    request.output = folder_.toStdString();
    run(request);
}

void MergeSearching::resume(const std::string& device) {
    if (running() || folder_.isEmpty()) return;
    MergeSearchRequest request;
    request.resume = true;
    request.compute.device = device;  // not the precision: scores of two would not compare
    request.output = folder_.toStdString();
    best_ = QImage(QDir(folder_).filePath("best.png"));
    run(request);
}

void MergeSearching::stop() {
    compute_.cancel(job_);
}

void MergeSearching::run(const MergeSearchRequest& request) {
    trials_.clear();
    progress_.reset();
    MergeSearchEvents events;
    events.trial = [this](const MergeSearchTrial& trial) { onTrial(trial); };
    events.resumed = [this](const std::vector<MergeSearchTrial>& trials) {
        for (const auto& trial : trials)
            onTrial(trial);
    };
    events.warning = [this](const Message& text) { Q_EMIT warned(inWindowLanguage(text)); };
    job_ = compute_.start(std::make_unique<FunctionJob>(
        [this, request, events](const JobContext& context) {
            engine_.searchMerge(request, onGui(context, events), context.control());
        },
        [this](const JobEnd& end) { onEnd(end); },
        [this](const Progress& progress) {
            progress_ = progress;
            Q_EMIT changed();
        }));
    queue_.setHeld(this,
                   tr("Block weights are being searched; pictures wait until the search ends or is stopped"));
    Q_EMIT began();
    Q_EMIT changed();
}

void MergeSearching::onTrial(MergeSearchTrial trial) {
    if (!trial.bestPictures.empty()) best_ = toQImage(trial.bestPictures.front());
    trial.bestPictures.clear();
    trials_.push_back(std::move(trial));
    Q_EMIT tried();
}

void MergeSearching::onEnd(const JobEnd& end) {
    job_ = 0;
    progress_.reset();
    queue_.setHeld(this, {});
    Q_EMIT changed();
    if (end.outcome == JobEnd::Outcome::Failed)
        Q_EMIT failed(
            tr("The search stopped: %1 What was tried is kept; it can be continued.").arg(end.message));
    if (end.outcome == JobEnd::Outcome::Done)
        Q_EMIT finished(tr("The search is done. Recipe and curve of scores are in %1.").arg(folder_));
}

}  // namespace afa
