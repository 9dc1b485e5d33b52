#include "core/compute/training_plan.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "core/base/clock.h"
#include "core/compute/opened_models.h"
#include "core/compute/training_setup.h"
#include "core/tensor/runtime.h"
#include "core/train/trainer.h"

namespace afa {
namespace {

/// A step of one picture as quick as this is followed by one of the whole batch, which tells more.
constexpr double kQuickSeconds = 1.0;
/// With checkpointing a step keeps the outputs of its stages and what one of them needs to run again: about
/// this part of what it keeps without.
constexpr double kCheckpointedShare = 0.15;

std::int64_t parameterCount(const AggregatorConfig& config) {
    std::int64_t count = 0;
    for (const auto& tensor : expectedTensors(config)) {
        std::int64_t size = 1;
        for (const auto side : tensor.shape)
            size *= side;
        count += size;
    }
    return count;
}

NoisedBatch someBatch(std::int64_t pictures, std::int64_t side, const UNetConfig& unet, std::size_t models,
                      const Placement& placement) {
    const auto options = torch::TensorOptions().dtype(torch::kFloat32).device(placement.device);
    NoisedBatch batch;
    batch.noisy = torch::full({pictures, unet.inChannels, side, side}, 0.5, options);
    batch.noise = torch::full({pictures, unet.inChannels, side, side}, 0.25, options);
    batch.timesteps = torch::full({pictures}, 500, options);
    for (std::size_t i = 0; i < models; ++i)
        batch.texts.push_back(
            torch::full({pictures, ClipTokenizer::kLength, unet.crossAttentionDim}, 0.1, options));
    return batch;
}

/// Seconds of one optimiser step on made-up pictures: how long it takes does not depend on what they show.
double measuredStep(const TrainRequest& request, const AggregatorConfig& config, const UNetConfig& unet,
                    std::int64_t side, bool checkpointing,
                    const std::vector<std::shared_ptr<const UNet>>& unets, const Placement& placement,
                    const TaskControl& control) {
    auto one = optimiserOptions(request);
    one.accumulate = 1;
    one.ema = 0;
    ParallelGroup alone;
    Trainer trainer(one, 1000, unets, std::make_shared<Aggregator>(config, 0, placement.device), alone);
    trainer.setCheckpointing(checkpointing);
    trainer.setControl(control);
    const auto seconds = [&](int pictures) {
        const auto batch = someBatch(pictures, side, unet, unets.size(), placement);
        const auto start = Clock::now();
        trainer.step([&](int) { return batch; });
        return secondsSince(start);
    };
    seconds(1);  // the first one also sets memory up
    const double single = seconds(1);
    const bool quick = single < kQuickSeconds && request.batch > 1;
    return (quick ? seconds(request.batch) : single * request.batch) * request.accumulate;
}

}  // namespace

TrainingDataInfo describeTrainingData(const std::vector<std::filesystem::path>& sources, std::size_t most) {
    const auto data = readTrainingData(sources);
    TrainingDataInfo info;
    info.pictures = static_cast<std::int64_t>(data.pictures.size());
    info.problemCount = static_cast<std::int64_t>(data.problems.size());
    for (std::size_t i = 0; i < std::min(most, data.pictures.size()); ++i)
        info.entries.push_back({data.pictures[i].image, data.pictures[i].text, data.pictures[i].origin});
    for (std::size_t i = 0; i < std::min(most, data.problems.size()); ++i)
        info.problems.push_back({data.problems[i].where, data.problems[i].what});
    return info;
}

TrainingPlan planTraining(const TrainRequest& request, bool measure, ModelCache& cache,
                          const TaskControl& control) {
    const auto placement = withTrainingPrecision(placementOf(request.compute));
    const OpenedModels models({request.models, request.host, request.vae}, placement, cache, control);
    const auto& unet = models.unetConfig();

    TrainingPlan plan;
    const auto elementSize = c10::elementSize(placement.dtype);
    for (const auto& path : std::set<std::filesystem::path>(models.paths().begin(), models.paths().end()))
        for (const auto& tensor : cache.checkpoint(path)->part(ModelPart::UNet).tensors())
            plan.modelBytes += elementSize * static_cast<std::uint64_t>(tensor.numel());
    plan.size = static_cast<int>(models.grid().side("size", request.size));
    const auto latentSide = plan.size / models.vaeConfig().factor();
    const auto config = aggregatorConfig(request, unet);
    plan.parameters = parameterCount(config);
    // fp32: values, gradients, two moments, and the moving average where there is one.
    plan.aggregatorBytes = static_cast<std::uint64_t>(plan.parameters) * 4 * (request.ema > 0 ? 5 : 4);
    const auto activations = trainingActivations(request, unet, latentSide, placement);
    plan.checkpointing = checkpointingFor(request, activations, placement);
    plan.stepBytes = plan.checkpointing
                         ? static_cast<std::uint64_t>(static_cast<double>(activations) * kCheckpointedShare)
                         : activations;
    plan.precision = precisionName(placement.dtype);
    plan.availableBytes = availableMemoryBytes();

    control.checkStop();
    const auto split = splitData(request, readTrainingData(request.data));
    plan.trainingPictures = static_cast<std::int64_t>(split.training.pictures.size());
    plan.heldOutPictures = static_cast<std::int64_t>(split.heldOut.pictures.size());
    plan.badPictures = static_cast<std::int64_t>(split.problems.size());
    plan.picturesPerStep = static_cast<std::int64_t>(request.batch) * request.accumulate;
    plan.stepsPerEpoch = (plan.trainingPictures + plan.picturesPerStep - 1) / plan.picturesPerStep;
    plan.steps = request.steps > 0 ? request.steps : request.epochs * plan.stepsPerEpoch;
    if (!measure) return plan;

    std::vector<std::shared_ptr<const UNet>> unets;
    for (std::size_t i = 0; i < models.count(); ++i)
        unets.push_back(models.unet(i));
    plan.secondsPerStep =
        measuredStep(request, config, unet, latentSide, plan.checkpointing, unets, placement, control);
    return plan;
}

}  // namespace afa
