#include "core/nn/unet.h"

#include <cmath>
#include <optional>

#include "core/base/error.h"
#include "core/nn/blocks.h"
#include "core/nn/stage_plan.h"

namespace afa {
namespace {

std::string sizesText(const torch::Tensor& x) {
    return x.defined() ? shapeText(x.sizes()) : "nothing";
}

[[noreturn]] void wrongShape(const Message& what, const Message& expected,
                             const torch::Tensor& found) {
    throw ConfigError(Message::of("U-Net: %1: expected %2, found %3", what, expected, sizesText(found)));
}

/// One stage: whatever it has of these, in this order.
struct Stage {
    StageSpec spec;
    std::optional<Conv2d> convIn;
    std::vector<ResnetBlock> resnets;        // two around the attention in the middle, else one
    std::optional<Transformer2d> attention;  // after the first resnet
    std::optional<Conv2d> downsampler;
    std::optional<Upsample> upsampler;
    std::optional<GroupNorm> convNormOut;
    std::optional<Conv2d> convOut;

    Stage(StageSpec spec_, const UNetConfig& config, const WeightSource& root) : spec(std::move(spec_)) {
        using Kind = StageSpec::Kind;
        const auto width = spec.blockChannels;
        if (spec.kind == Kind::ConvIn) {
            convIn.emplace(root.scope("conv_in"), spec.inChannels, width, 3, 1, 1);
            return;
        }
        const auto block = root.scope(spec.block);
        if (spec.kind == Kind::Downsampler) {
            downsampler.emplace(block.scope("downsamplers.0.conv"), spec.inChannels, width, 3, 2, 1);
            return;
        }
        const auto addResnet = [&](std::int64_t index, std::int64_t in) {
            resnets.emplace_back(block.scope("resnets", index), in, width, config.normNumGroups,
                                 config.normEps, 4 * config.blockOutChannels.front());
        };
        addResnet(spec.layer, spec.inChannels + spec.entry.skipChannels);
        if (spec.heads > 0) {
            attention.emplace(block.scope("attentions", spec.layer), width, config.crossAttentionDim,
                              spec.heads, config.normNumGroups, config.useLinearProjection);
        }
        if (spec.kind == Kind::Mid) addResnet(1, width);
        if (spec.upsampler) upsampler.emplace(block.scope("upsamplers.0"), width);
        if (spec.last) {
            convNormOut.emplace(root.scope("conv_norm_out"), width, config.normNumGroups, config.normEps);
            convOut.emplace(root.scope("conv_out"), width, config.outChannels, 3, 1, 1);
        }
    }

    torch::Tensor run(torch::Tensor x, const torch::Tensor& siluTemb, const torch::Tensor& text) const {
        if (convIn) x = (*convIn)(x);
        if (!resnets.empty()) x = resnets.front()(x, siluTemb);
        if (attention) x = (*attention)(x, text);
        if (resnets.size() > 1) x = resnets.back()(x, siluTemb);
        if (downsampler) x = (*downsampler)(x);
        if (upsampler) x = (*upsampler)(x);
        if (convOut) x = (*convOut)(normSilu(*convNormOut, x));
        return x;
    }
};

}  // namespace

struct UNet::Impl {
    UNetConfig config;
    Placement placement;
    std::vector<StagePlanEntry> plan;
    std::vector<Stage> stages;
    Linear timeLinear1, timeLinear2;

    Impl(const UNetConfig& config_, const WeightSource& source)
        : config(config_), placement(source.placement()) {
        const auto width = config.blockOutChannels.front();
        timeLinear1 = Linear(source.scope("time_embedding.linear_1"), width, 4 * width);
        timeLinear2 = Linear(source.scope("time_embedding.linear_2"), 4 * width, 4 * width);
        for (auto& spec : stageSpecs(config)) {
            plan.push_back(spec.entry);
            stages.emplace_back(std::move(spec), config, source);
        }
    }

    void check(const Stage& stage, const torch::Tensor& x, const torch::Tensor& temb,
               const torch::Tensor& text, const torch::Tensor& skip) const {
        const auto& spec = stage.spec;
        const auto name = Message::of("stage %1 (%2)", spec.entry.info.stage, spec.entry.info.name);
        if (!x.defined() || x.dim() != 4 || x.size(1) != spec.inChannels) {
            wrongShape(Message::of("%1, x", name),
                       Message::verbatim("[B, " + std::to_string(spec.inChannels) + ", h, w]"), x);
        }
        const auto batch = std::to_string(x.size(0));
        const auto tembWidth = 4 * config.blockOutChannels.front();
        if (!temb.defined() || temb.dim() != 2 || temb.size(0) != x.size(0) || temb.size(1) != tembWidth) {
            wrongShape(Message::of("%1, time embedding", name),
                       Message::verbatim("[" + batch + ", " + std::to_string(tembWidth) + "]"), temb);
        }
        if (!text.defined() || text.dim() != 3 || text.size(0) != x.size(0) ||
            text.size(2) != config.crossAttentionDim) {
            wrongShape(
                Message::of("%1, text", name),
                Message::verbatim("[" + batch + ", L, " + std::to_string(config.crossAttentionDim) + "]"),
                text);
        }
        if (!spec.entry.popsSkip) {
            if (skip.defined()) wrongShape(Message::of("%1, skip", name), Message::of("nothing"), skip);
            return;
        }
        const std::vector<std::int64_t> expected{x.size(0), spec.entry.skipChannels, x.size(2), x.size(3)};
        if (!skip.defined() || skip.sizes() != torch::IntArrayRef(expected)) {
            wrongShape(Message::of("%1, skip", name), Message::verbatim(shapeText(expected)), skip);
        }
    }
};

UNet::UNet(const UNetConfig& config, const PartReader& part, const Placement& placement, TensorPool& pool)
    : impl_(std::make_unique<Impl>(config, WeightSource(part, placement, pool))) {}
UNet::~UNet() = default;

const UNetConfig& UNet::config() const {
    return impl_->config;
}
const std::vector<StagePlanEntry>& UNet::stages() const {
    return impl_->plan;
}
const Placement& UNet::placement() const {
    return impl_->placement;
}

torch::Tensor UNet::timeEmbedding(const torch::Tensor& timesteps) const {
    // get_timestep_embedding with flip_sin_to_cos, freq_shift 0, max_period 10000: [cos, sin], in fp32.
    const auto half = impl_->config.blockOutChannels.front() / 2;
    const auto options = torch::TensorOptions(torch::kFloat32).device(impl_->placement.device);
    const auto frequencies =
        (torch::arange(half, options) * (-std::log(10000.0)) / static_cast<double>(half)).exp();
    const auto angles = timesteps.to(options).unsqueeze(1) * frequencies.unsqueeze(0);
    const auto sinusoid = torch::cat({angles.cos(), angles.sin()}, 1).to(impl_->placement.dtype);
    return impl_->timeLinear2(at::silu(impl_->timeLinear1(sinusoid)));
}

torch::Tensor UNet::runStage(int stage, const torch::Tensor& x, const torch::Tensor& temb,
                             const torch::Tensor& text, const torch::Tensor& skip) const {
    const auto& chosen = impl_->stages.at(static_cast<std::size_t>(stage - 1));
    impl_->check(chosen, x, temb, text, skip);
    const auto placed = [this](const torch::Tensor& t) {
        return t.to(impl_->placement.device, impl_->placement.dtype);
    };
    auto input = placed(x);
    if (skip.defined()) input = torch::cat({input, placed(skip)}, 1);
    return chosen.run(input.contiguous(torch::MemoryFormat::ChannelsLast), at::silu(placed(temb)),
                      placed(text));
}

torch::Tensor UNet::forward(const torch::Tensor& x, const torch::Tensor& timesteps,
                            const torch::Tensor& text) const {
    const auto temb = timeEmbedding(timesteps);
    std::vector<torch::Tensor> skips;
    auto y = x;
    for (const auto& entry : impl_->plan) {
        torch::Tensor skip;
        if (entry.popsSkip) {
            skip = std::move(skips.back());
            skips.pop_back();
        }
        y = runStage(entry.info.stage, y, temb, text, skip);
        if (entry.pushesSkip) skips.push_back(y);
    }
    return y;
}

}  // namespace afa
