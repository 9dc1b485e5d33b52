#pragma once
#include "core/compute/model_cache.h"
#include "core/engine/train_request.h"
#include "core/engine/training_plan.h"

namespace afa {

/// At most `most` entries and problems are listed.
TrainingDataInfo describeTrainingData(const std::vector<std::filesystem::path>& sources, std::size_t most);

/// See Engine::planTraining(). Without `measure` only configs and sizes of the models are read.
TrainingPlan planTraining(const TrainRequest& request, bool measure, ModelCache& cache,
                          const TaskControl& control);

}  // namespace afa
