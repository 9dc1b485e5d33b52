#include "ui/jobs/train_job.h"

#include "core/base/error.h"

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
        context.tell([this, line] { listener_.note(QString::fromStdString(line)); });
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
        context.tell([this, message] { listener_.warning(QString::fromStdString(message)); });
    };
    result_ = hasState(engine_, request_.output) ? engine_.resumeTraining(request_, events, context.control())
                                                 : engine_.train(request_, events, context.control());
}

}  // namespace afa
