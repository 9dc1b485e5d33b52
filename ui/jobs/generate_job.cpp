#include "ui/jobs/generate_job.h"

#include "ui/messages/core_messages.h"

namespace afa {

void GenerateJob::process(const JobContext& context) {
    GenerateEvents events;
    events.preview = [&](const PicturePreview& preview) {
        context.tell([this, preview] { listener_.preview(preview); });
    };
    if (listener_.maps)
        events.maps = [&](const MapsOfStep& maps) { context.tell([this, maps] { listener_.maps(maps); }); };
    events.picture = [&](const GeneratedPicture& picture) {
        context.tell([this, picture] { listener_.picture(picture); });
    };
    events.warning = [&](const std::string& message) {
        context.tell([this, message] { listener_.warning(inWindowLanguage(message)); });
    };
    engine_.generate(request_, events, context.control());
}

}  // namespace afa
