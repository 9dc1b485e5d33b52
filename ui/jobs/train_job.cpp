#include "ui/jobs/train_job.h"

#include <QtCore/QCoreApplication>

#include "core/base/error.h"
#include "core/engine/output_names.h"
#include "ui/messages/core_messages.h"

namespace afa {
namespace {

/// Whether the run's folder holds something to go on from: a run stopped before its first step has no state.
bool hasState(Engine& engine, const std::filesystem::path& run) {
    std::error_code ec;
    if (!std::filesystem::exists(run / "state", ec) || std::filesystem::is_empty(run / "state", ec))
        return false;
    engine.trainingRequest(run);  // throws where none of the states is sound
    return true;
}

}  // namespace

void TrainJob::process(const JobContext& context) {
    const auto text = [](const std::filesystem::path& path) { return QString::fromStdString(path.string()); };
    context.tell([this] { listener_.started(); });
    TrainEvents events;
    events.note = [&](const std::string& line) {
        context.tell([this, line] { listener_.note(inWindowLanguage(line)); });
    };
    events.step = [&](const TrainStep& step) { context.tell([this, step] { listener_.step(step); }); };
    events.validation = [&](const ValidationReport& report) {
        context.tell([this, report] { listener_.validation(report); });
    };
    events.sample = [&](const std::filesystem::path& path) {
        context.tell([this, path = text(path)] { listener_.sample(path); });
    };
    events.saved = [&](const std::filesystem::path& path) {
        context.tell([this, path = text(path)] { listener_.saved(path); });
    };
    events.warning = [&](const std::string& message) {
        context.tell([this, message] { listener_.warning(inWindowLanguage(message)); });
    };
    result_ = hasState(engine_, request_.output) ? engine_.resumeTraining(request_, events, context.control())
                                                 : engine_.train(request_, events, context.control());
    publish(context);
}

/// That the copy fails is told, but is no failure of the training.
void TrainJob::publish(const JobContext& context) {
    try {
        published_ =
            QString::fromStdString(copyToFreeName(result_.aggregator, publishAs_.parent_path(),
                                                  publishAs_.stem().string(), publishAs_.extension().string())
                                       .string());
        return;
    } catch (const Error& error) {
        const QString message =
            QCoreApplication::translate(
                "afa::Training",
                "%1: could not be copied to %2 (%3); is the disk full? The aggregator itself is safe.")
                .arg(QString::fromStdString(result_.aggregator.string()),
                     QString::fromStdString(publishAs_.string()), inWindowLanguage(error));
        context.tell([this, message] { listener_.warning(message); });
    }
}

}  // namespace afa
