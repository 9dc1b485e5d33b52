#include "core/nn/stage_plan.h"

#include <cstdio>

namespace afa {
namespace {

/// Merge-block-weighted's names of the stages, counted apart for the way down and up: IN00.., M00, OUT00...
std::string mbwKey(const char* side, std::size_t index) {
    char text[32];
    std::snprintf(text, sizeof text, "%s%02zu", side, index);
    return text;
}

}  // namespace

std::vector<StageSpec> stageSpecs(const UNetConfig& config) {
    using Kind = StageSpec::Kind;
    std::vector<StageSpec> specs;
    std::vector<std::int64_t> skips;  // channels of the outputs that wait for the way up
    const auto& widths = config.blockOutChannels;
    const auto levels = widths.size();
    auto channels = config.inChannels;  // of what the next stage receives
    std::size_t inputs = 0, outputs = 0;

    const auto add = [&](StageSpec spec, const std::string& name) -> StageSpec& {
        spec.inChannels = channels;
        spec.entry.info.stage = static_cast<int>(specs.size()) + 1;
        spec.entry.info.name = name;
        spec.entry.info.channels = channels = spec.blockChannels;
        return specs.emplace_back(std::move(spec));
    };
    const auto addDown = [&](StageSpec spec, const std::string& name) {
        spec.entry.info.mbwKey = mbwKey("IN", inputs++);
        spec.entry.pushesSkip = true;
        skips.push_back(spec.blockChannels);
        add(std::move(spec), name);
    };

    addDown({.kind = Kind::ConvIn, .blockChannels = widths.front()}, "conv_in");
    for (std::size_t level = 0; level < levels; ++level) {
        const auto block = "down_blocks." + std::to_string(level);
        const auto scale = static_cast<int>(level);
        for (std::int64_t layer = 0; layer < config.layersPerBlock; ++layer) {
            addDown({.entry = {.scaleLog2 = scale},
                     .kind = Kind::DownLayer,
                     .block = block,
                     .layer = layer,
                     .blockChannels = widths[level],
                     .heads = config.downAttention[level] ? config.numHeads[level] : 0},
                    block + ".resnets." + std::to_string(layer));
        }
        if (level + 1 < levels) {
            addDown({.entry = {.scaleLog2 = scale + 1},
                     .kind = Kind::Downsampler,
                     .block = block,
                     .blockChannels = widths[level]},
                    block + ".downsamplers.0");
        }
    }
    add({.entry = {.info = {.mbwKey = mbwKey("M", 0)}, .scaleLog2 = static_cast<int>(levels) - 1},
         .kind = Kind::Mid,
         .block = "mid_block",
         .blockChannels = widths.back(),
         .heads = config.numHeads.back()},
        "mid_block");
    for (std::size_t up = 0; up < levels; ++up) {
        const auto level = levels - 1 - up;  // the way up mirrors the way down, its attention flags aside
        const auto block = "up_blocks." + std::to_string(up);
        for (std::int64_t layer = 0; layer <= config.layersPerBlock; ++layer) {
            const bool ends = layer == config.layersPerBlock;
            StageSpec spec{.kind = Kind::UpLayer,
                           .block = block,
                           .layer = layer,
                           .blockChannels = widths[level],
                           .heads = config.upAttention[up] ? config.numHeads[level] : 0,
                           .upsampler = ends && level > 0,
                           .last = ends && level == 0};
            spec.entry.info.mbwKey = mbwKey("OUT", outputs++);
            spec.entry.popsSkip = true;
            spec.entry.skipChannels = skips.back();
            spec.entry.scaleLog2 = static_cast<int>(level) - (spec.upsampler ? 1 : 0);
            skips.pop_back();
            add(std::move(spec), block + ".resnets." + std::to_string(layer));
        }
    }
    specs.back().entry.info.channels = config.outChannels;
    return specs;
}

std::vector<StagePlanEntry> stagePlan(const UNetConfig& config) {
    std::vector<StagePlanEntry> plan;
    for (auto& spec : stageSpecs(config))
        plan.push_back(std::move(spec.entry));
    return plan;
}

}  // namespace afa
