#pragma once
#include "core/compute/model_cache.h"
#include "core/engine/train_events.h"
#include "core/engine/train_request.h"

namespace afa {

/// Trains an aggregator as the request says: files -> encoded data -> Trainer, with states, validation,
/// samples and history in the run's folder (docs/training.md lists its files). `resume`: goes on from the
/// folder's newest state; the request then holds what the state's request and the caller agreed on.
TrainResult trainAggregator(const TrainRequest& request, bool resume, ModelCache& cache,
                            const TrainEvents& events, const TaskControl& control);

}  // namespace afa
