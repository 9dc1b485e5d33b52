#include "ui/jobs/capability_job.h"

#include "ui/messages/core_messages.h"

namespace afa {

void CapabilityJob::process(const JobContext& context) {
    EvaluationEvents events;
    events.warning = [&](const std::string& message) {
        context.tell([this, message] { listener_.warning(inWindowLanguage(message)); });
    };
    const auto result = engine_.capability(request_, events, context.control());
    const auto maps = readCapability(result.tensors);
    context.tell([this, result, maps] { listener_.measured(result, maps); });
}

}  // namespace afa
