#include "core/train/activation_memory.h"

#include <algorithm>

namespace afa {
namespace {

// Values that autograd keeps per channel and position of a stage's output, counted over its operations: a
// resnet keeps the inputs of two norms, two SiLUs, two convolutions and the shortcut; a transformer those of
// four norms, eight projections and the GEGLU, whose two halves are four times as wide.
constexpr double kResnetValues = 9;
constexpr double kTransformerValues = 30;

bool hasAttention(const StagePlanEntry& stage, const UNetConfig& config) {
    const auto level = [&](const std::string& prefix) {
        return static_cast<std::size_t>(std::stoi(stage.info.name.substr(prefix.size())));
    };
    if (stage.info.name == "mid_block") return true;
    if (stage.info.name.find("resnets") == std::string::npos) return false;
    return stage.info.name.starts_with("down_blocks.") ? config.downAttention[level("down_blocks.")]
                                                       : config.upAttention[level("up_blocks.")];
}

}  // namespace

std::uint64_t activationBytes(const std::vector<StagePlanEntry>& stages, const UNetConfig& config,
                              std::int64_t models, std::int64_t batch, std::int64_t latentHeight,
                              std::int64_t latentWidth, std::size_t elementSize) {
    double values = 0;
    for (const auto& stage : stages) {
        const double positions =
            static_cast<double>(std::max<std::int64_t>(1, latentHeight >> stage.scaleLog2) *
                                std::max<std::int64_t>(1, latentWidth >> stage.scaleLog2));
        const double channels = static_cast<double>(std::max(stage.info.channels, stage.skipChannels));
        values +=
            positions * channels * (kResnetValues + (hasAttention(stage, config) ? kTransformerValues : 0));
    }
    return static_cast<std::uint64_t>(values * static_cast<double>(models * batch) *
                                      static_cast<double>(elementSize));
}

}  // namespace afa
