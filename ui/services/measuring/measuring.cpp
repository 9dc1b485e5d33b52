#include "ui/services/measuring/measuring.h"

#include "ui/services/jobs/events.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/messages/core_messages.h"

namespace afa {

Measuring::Measuring(Engine& engine, JobRunner& compute, QObject* parent)
    : QObject(parent), engine_(engine), compute_(compute) {}

void Measuring::start(const CapabilityRequest& request) {
    if (running()) return;
    request_ = request;
    progress_ = {};
    EvaluationEvents events;
    events.warning = [this](const Message& text) { Q_EMIT warned(inWindowLanguage(text)); };
    auto maps = std::make_shared<CapabilityMaps>();
    job_ = compute_.start(std::make_unique<FunctionJob>(
        [this, request, events, maps](const JobContext& context) {
            const auto result = engine_.capability(request, onGui(context, events), context.control());
            *maps = readCapability(result.tensors);
        },
        [this, maps](const JobEnd& end) {
            job_ = 0;
            if (end.outcome == JobEnd::Outcome::Done) maps_ = maps;
            Q_EMIT changed();
            if (end.outcome == JobEnd::Outcome::Done) Q_EMIT measured();
            if (end.outcome == JobEnd::Outcome::Failed) Q_EMIT failed(end.message);
        },
        [this](const Progress& progress) {
            progress_ = progress;
            Q_EMIT progressed();
        }));
    Q_EMIT changed();
}

void Measuring::cancel() {
    if (job_) compute_.cancel(job_);
}

}  // namespace afa
