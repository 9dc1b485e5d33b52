#pragma once
#include <functional>
#include <type_traits>
#include <utility>

#include "core/engine/engine.h"
#include "ui/services/jobs/job.h"

// What the engine tells while it works, told on the GUI thread: in the order of the events, and before the
// job's end.
namespace afa {

/// For the job's thread: `call` with a copy of the event, on the GUI thread. What is not set stays unset, so
/// that the engine makes nothing for it.
template <typename Event>
std::function<void(Event)> onGui(const JobContext& context, const std::function<void(Event)>& call) {
    if (!call) return {};
    return [&context, call](Event event) {
        context.tell([call, copy = std::decay_t<Event>(event)] { call(copy); });
    };
}

inline GenerateEvents onGui(const JobContext& context, const GenerateEvents& events) {
    return {.preview = onGui(context, events.preview),
            .maps = onGui(context, events.maps),
            .picture = onGui(context, events.picture),
            .warning = onGui(context, events.warning)};
}

inline TrainEvents onGui(const JobContext& context, const TrainEvents& events) {
    return {.note = onGui(context, events.note),
            .step = onGui(context, events.step),
            .validation = onGui(context, events.validation),
            .sample = onGui(context, events.sample),
            .saved = onGui(context, events.saved),
            .warning = onGui(context, events.warning)};
}

inline EvaluationEvents onGui(const JobContext& context, const EvaluationEvents& events) {
    return {.warning = onGui(context, events.warning)};
}

inline MergeSearchEvents onGui(const JobContext& context, const MergeSearchEvents& events) {
    return {.resumed = onGui(context, events.resumed),
            .trial = onGui(context, events.trial),
            .warning = onGui(context, events.warning)};
}

}  // namespace afa
