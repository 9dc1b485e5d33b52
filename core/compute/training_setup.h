#pragma once
#include <string>

#include "core/engine/train_request.h"
#include "core/io/aggregator_file.h"
#include "core/nn/unet.h"
#include "core/train/trainer.h"
#include "core/train/training_data.h"

// What a training request comes to: shared by the run and by the plan that is told before it.
namespace afa {

/// Training and held-out pictures of a request, chosen by its seed.
struct TrainingSplit {
    TrainingData training, heldOut;
    std::vector<DataProblem> problems;  ///< of the sources whole, few enough for the request
};
/// `data`: everything that the request's sources hold. Throws DataError: too many problems, too few pictures.
TrainingSplit splitData(const TrainRequest& request, TrainingData data);
std::string digest(const TrainingSplit& split);  ///< SHA-256 over the pictures' names and texts

/// Throws RequestError where the request's stages do not fit the U-Net.
AggregatorConfig aggregatorConfig(const TrainRequest& request, const UNetConfig& unet);

/// bf16 instead of fp16, in which gradients vanish.
Placement withTrainingPrecision(Placement placement);

OptimiserOptions optimiserOptions(const TrainRequest& request);

/// Bytes that plain training keeps for the way back. `latentSide`: latents, square.
std::uint64_t trainingActivations(const TrainRequest& request, const UNetConfig& unet,
                                  std::int64_t latentSide, const Placement& placement);
/// As the request says; auto: on where those bytes are more than half of the free memory, and on GPUs.
bool checkpointingFor(const TrainRequest& request, std::uint64_t activationBytes, const Placement& placement);

}  // namespace afa
