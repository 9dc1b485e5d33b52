#include "core/compute/training_setup.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "core/base/hash.h"
#include "core/nn/stage_plan.h"
#include "core/tensor/runtime.h"
#include "core/train/activation_memory.h"
#include "core/train/sample_order.h"

namespace afa {
namespace {

constexpr std::size_t kMinHeldOut = 16, kMaxHeldOut = 256;
constexpr std::uint64_t kChoiceSalt = 0x63686F696365;  // which pictures are taken

}  // namespace

TrainingSplit splitData(const TrainRequest& request, TrainingData data) {
    requireFewProblems(data.problems, static_cast<std::int64_t>(data.pictures.size() + data.problems.size()),
                       request.maxBad);
    const auto order =
        shuffledIndices(static_cast<std::int64_t>(data.pictures.size()), mixSeeds(request.seed, kChoiceSalt));
    const auto entry = [&](std::int64_t i) -> const CaptionedPicture& {
        return data.pictures[static_cast<std::size_t>(i)];
    };
    using Path = std::filesystem::path::string_type;
    std::unordered_set<std::basic_string_view<Path::value_type>> all, heldOut;  // of the pictures
    TrainingSplit split;
    if (!request.validation.empty()) {
        split.heldOut = readTrainingData({request.validation});
    } else {
        for (const auto& picture : data.pictures)
            all.insert(picture.image.native());
        const auto wanted =
            std::clamp(static_cast<std::size_t>(request.validationShare * static_cast<double>(all.size())),
                       kMinHeldOut, kMaxHeldOut);
        if (all.size() < 2 * kMinHeldOut)
            throw DataError(
                Message::of("expected at least %1 captioned pictures, of which %2 are held out for "
                            "validation, found %3; add pictures, or name some for validation with %4",
                            2 * kMinHeldOut, kMinHeldOut, all.size(), Option{"validation"}));
        // A picture with several texts is held out with one of them and trained on with none.
        for (std::size_t i = 0; heldOut.size() < wanted; ++i)
            if (const auto& picture = entry(order[i]); heldOut.insert(picture.image.native()).second)
                split.heldOut.pictures.push_back(picture);
    }
    for (const auto i : order) {
        if (split.training.pictures.size() == static_cast<std::size_t>(request.samples)) break;
        if (const auto& picture = entry(i); !heldOut.contains(picture.image.native()))
            split.training.pictures.push_back(picture);
    }
    split.problems = std::move(data.problems);
    return split;
}

std::string digest(const TrainingSplit& split) {
    Sha256 sha;
    for (const auto* data : {&split.training, &split.heldOut})
        for (const auto& picture : data->pictures)
            sha.update(picture.image.filename().string() + '\0' + picture.text + '\0');
    return sha.finishHex();
}

AggregatorConfig aggregatorConfig(const TrainRequest& request, const UNetConfig& unet) {
    const auto layout =
        request.layout == "paper" ? AggregatorConfig::Layout::Paper : AggregatorConfig::Layout::Release;
    auto config = AggregatorConfig::forModels(layout, static_cast<std::int64_t>(request.models.size()), unet);
    if (request.hiddenSize > 0) config.hiddenSize = request.hiddenSize;
    if (request.heads > 0) config.numHeads = request.heads;
    if (request.layers > 0) config.numLayers = request.layers;
    config.spatial = request.spatial;
    config.timestep = request.timestep;
    config.text = request.text;
    const auto sound = [&] {
        try {
            requireSound(config, Message::of("the aggregator asked for"));
        } catch (const ConfigError& error) {
            throw RequestError(messageOf(error));
        }
        return config;
    };
    if (request.stages == "all") return sound();
    const auto all = config.channels;
    config.stages = request.stages == "last" ? std::vector<int>{static_cast<int>(all.size())}
                                             : parseStageList(request.stages);
    if (config.stages.back() != static_cast<int>(all.size()))
        throw RequestError(
            Message::of("%1: expected a list that ends with these models' last stage, %2, so that one noise "
                        "prediction comes out",
                        Option{"stages", request.stages}, all.size()));
    config.channels.clear();
    for (const auto stage : config.stages)
        config.channels.push_back(all[static_cast<std::size_t>(stage - 1)]);
    return sound();
}

Placement withTrainingPrecision(Placement placement) {
    if (placement.dtype == torch::kFloat16) placement.dtype = torch::kBFloat16;
    return placement;
}

OptimiserOptions optimiserOptions(const TrainRequest& request) {
    return {.lr = request.lr,
            .cosine = request.lrSchedule == "cosine",
            .weightDecay = request.weightDecay,
            .warmup = request.warmup,
            .clip = request.clip,
            .ema = request.ema,
            .accumulate = request.accumulate};
}

std::uint64_t trainingActivations(const TrainRequest& request, const UNetConfig& unet,
                                  std::int64_t latentSide, const Placement& placement) {
    std::vector<StagePlanEntry> stages;
    for (const auto& spec : stageSpecs(unet))
        stages.push_back(spec.entry);
    return activationBytes(stages, unet, static_cast<std::int64_t>(request.models.size()), request.batch,
                           latentSide, latentSide, c10::elementSize(placement.dtype));
}

bool checkpointingFor(const TrainRequest& request, std::uint64_t activationBytes,
                      const Placement& placement) {
    if (request.checkpointing != "auto") return request.checkpointing == "on";
    if (!placement.device.is_cpu()) return true;
    const auto available = availableMemoryBytes();
    return available == 0 || activationBytes > available / 2;
}

}  // namespace afa
