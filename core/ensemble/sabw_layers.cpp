#include "core/ensemble/sabw_layers.h"

#include <cmath>

#include "core/nn/blocks.h"

namespace afa {
namespace {

constexpr double kGroupNormEps = 1e-6;
constexpr double kLayerNormEps = 1e-5;
constexpr std::int64_t kMaxGroups = 32;
constexpr double kSinusoidMaxPeriod = 10000;

/// The largest divisor that is at most 32.
std::int64_t largestGroups(std::int64_t channels) {
    std::int64_t groups = std::min(kMaxGroups, channels);
    while (channels % groups != 0)
        --groups;
    return groups;
}

/// The release always takes 32 groups, the paper layout the largest divisor up to 32.
std::int64_t groupsFor(const AggregatorConfig& config, std::int64_t channels) {
    return config.layout == AggregatorConfig::Layout::Release ? kMaxGroups : largestGroups(channels);
}

std::int64_t resBlockInput(const AggregatorConfig& config, std::int64_t channels) {
    return config.layout == AggregatorConfig::Layout::Release ? config.hiddenSize
                                                              : config.numModels * channels;
}

}  // namespace

Linear ParameterScope::linear(std::int64_t in, std::int64_t out, bool bias) const {
    const ParameterInit init{ParameterInit::Kind::Uniform, in};
    Linear layer;
    layer.weight = (*provider_)(prefix_ + "weight", {out, in}, init);
    if (bias) layer.bias = (*provider_)(prefix_ + "bias", {out}, init);
    return layer;
}

Conv2d ParameterScope::conv(std::int64_t in, std::int64_t out, std::int64_t kernel, bool bias,
                            const ParameterInit& init) const {
    Conv2d layer;
    layer.padding = kernel / 2;
    layer.weight = (*provider_)(prefix_ + "weight", {out, in, kernel, kernel}, init);
    if (bias) layer.bias = (*provider_)(prefix_ + "bias", {out}, init);
    return layer;
}

Conv2d ParameterScope::conv2d(std::int64_t in, std::int64_t out, std::int64_t kernel) const {
    return conv(in, out, kernel, true, {ParameterInit::Kind::Uniform, in * kernel * kernel});
}

Conv2d ParameterScope::zeroConv1x1(std::int64_t in, std::int64_t out, bool bias) const {
    return conv(in, out, 1, bias, {ParameterInit::Kind::Zero});
}

GroupNorm ParameterScope::groupNorm(std::int64_t channels, std::int64_t groups) const {
    GroupNorm layer;
    layer.groups = groups;
    layer.eps = kGroupNormEps;
    layer.weight = (*provider_)(prefix_ + "weight", {channels}, {ParameterInit::Kind::One});
    layer.bias = (*provider_)(prefix_ + "bias", {channels}, {ParameterInit::Kind::Zero});
    return layer;
}

LayerNorm ParameterScope::layerNorm(std::int64_t width) const {
    LayerNorm layer;
    layer.eps = kLayerNormEps;
    layer.weight = (*provider_)(prefix_ + "weight", {width}, {ParameterInit::Kind::One});
    layer.bias = (*provider_)(prefix_ + "bias", {width}, {ParameterInit::Kind::Zero});
    return layer;
}

TimeMlp::TimeMlp(const ParameterScope& scope, const AggregatorConfig& config)
    : width(config.timeWidth),
      linear1((scope / "linear_1").linear(config.timeWidth, config.timeHidden)),
      linear2((scope / "linear_2").linear(config.timeHidden, config.timeHidden)) {}

torch::Tensor TimeMlp::operator()(const torch::Tensor& timesteps) const {
    // get_timestep_embedding with flip_sin_to_cos and downscale_freq_shift 0.
    const std::int64_t half = width / 2;
    const auto exponents = torch::arange(half, timesteps.options().dtype(torch::kFloat32));
    const auto frequencies =
        torch::exp(exponents * (-std::log(kSinusoidMaxPeriod) / static_cast<double>(half)));
    const auto angles = timesteps.to(torch::kFloat32).unsqueeze(1) * frequencies;
    const auto sinusoid = torch::cat({torch::cos(angles), torch::sin(angles)}, 1);
    return torch::silu(linear2(torch::silu(linear1(sinusoid))));
}

SabwResBlock::SabwResBlock(const ParameterScope& scope, std::int64_t in, std::int64_t out, Groups groups,
                           std::int64_t tembWidth, bool shortcut)
    : norm1((scope / "norm1").groupNorm(in, groups.in)),
      norm2((scope / "norm2").groupNorm(out, groups.out)),
      conv1((scope / "conv1").conv2d(in, out, 3)),
      conv2((scope / "conv2").conv2d(out, out, 3)) {
    if (tembWidth > 0) timeEmbProj = (scope / "time_emb_proj").linear(tembWidth, out);
    if (shortcut) convShortcut = (scope / "conv_shortcut").conv2d(in, out, 1);
}

torch::Tensor SabwResBlock::operator()(const torch::Tensor& x, const torch::Tensor& temb) const {
    auto hidden = conv1(normSilu(norm1, x));
    if (timeEmbProj) {
        const auto time = (*timeEmbProj)(torch::silu(temb));
        hidden = addInto(std::move(hidden), time.unsqueeze(-1).unsqueeze(-1));
    }
    hidden = conv2(normSilu(norm2, hidden));
    return addInto(std::move(hidden), convShortcut ? (*convShortcut)(x) : x);
}

SabwAttention::SabwAttention(const ParameterScope& scope, std::int64_t width, std::int64_t contextWidth,
                             std::int64_t heads_)
    : heads(heads_),
      toQ((scope / "to_q").linear(width, width, false)),
      toK((scope / "to_k").linear(contextWidth, width, false)),
      toV((scope / "to_v").linear(contextWidth, width, false)),
      toOut((scope / "to_out.0").linear(width, width)) {}

torch::Tensor SabwAttention::operator()(const torch::Tensor& x, const torch::Tensor& context) const {
    return toOut(attention(toQ(x), toK(context), toV(context), heads));
}

SabwTransformerBlock::SabwTransformerBlock(const ParameterScope& scope, const AggregatorConfig& config)
    : norm1((scope / "norm1").layerNorm(config.hiddenSize)),
      norm3((scope / "norm3").layerNorm(config.hiddenSize)),
      attn1(scope / "attn1", config.hiddenSize, config.hiddenSize, config.numHeads),
      ffProj((scope / "ff.net.0.proj").linear(config.hiddenSize, 8 * config.hiddenSize)),
      ffOut((scope / "ff.net.2").linear(4 * config.hiddenSize, config.hiddenSize)) {
    if (!config.text) return;
    norm2 = (scope / "norm2").layerNorm(config.hiddenSize);
    attn2.emplace(scope / "attn2", config.hiddenSize, config.crossAttentionDim, config.numHeads);
}

torch::Tensor SabwTransformerBlock::operator()(torch::Tensor x, const torch::Tensor& text) const {
    const auto normed = norm1(x);
    x = addInto(attn1(normed, normed), x);
    if (attn2) x = addInto((*attn2)((*norm2)(x), text), x);
    const auto halves = ffProj(norm3(x)).chunk(2, -1);  // GEGLU
    return addInto(ffOut(halves[0] * torch::gelu(halves[1])), x);
}

SabwTransformer::SabwTransformer(const ParameterScope& scope, const AggregatorConfig& config,
                                 std::int64_t groups)
    : norm((scope / "norm").groupNorm(config.hiddenSize, groups)),
      projIn((scope / "proj_in").conv2d(config.hiddenSize, config.hiddenSize, 1)),
      projOut((scope / "proj_out").conv2d(config.hiddenSize, config.hiddenSize, 1)) {
    for (std::int64_t k = 0; k < config.numLayers; ++k)
        blocks.emplace_back(scope / ("transformer_blocks." + std::to_string(k)), config);
}

torch::Tensor SabwTransformer::operator()(const torch::Tensor& x, const torch::Tensor& text) const {
    auto tokens = toTokens(projIn(norm(x)));
    for (const auto& block : blocks)
        tokens = block(tokens, text);
    return addInto(projOut(fromTokens(tokens, x.size(2), x.size(3))), x);
}

SabwBody::SabwBody(const ParameterScope& scope, const AggregatorConfig& config, std::int64_t channels)
    : resBlock(scope / "res_block", resBlockInput(config, channels), config.hiddenSize,
               {groupsFor(config, resBlockInput(config, channels)), groupsFor(config, config.hiddenSize)},
               config.layout == AggregatorConfig::Layout::Release && config.timestep ? config.tembWidth : 0,
               config.layout == AggregatorConfig::Layout::Paper),
      transformer(scope / "transformer", config, groupsFor(config, config.hiddenSize)) {
    const std::int64_t stacked = config.numModels * channels;
    if (config.layout == AggregatorConfig::Layout::Release) {
        convIn = (scope / "conv_in").conv2d(stacked, config.hiddenSize, 1);
    } else if (config.timestep) {
        timeProj = (scope / "time_proj").linear(config.timeHidden, stacked);
    }
}

torch::Tensor SabwBody::operator()(torch::Tensor stacked, const torch::Tensor& timeHidden,
                                   const torch::Tensor& temb, const torch::Tensor& text) const {
    if (timeProj) stacked = addInto(std::move(stacked), (*timeProj)(timeHidden).unsqueeze(-1).unsqueeze(-1));
    if (convIn) stacked = (*convIn)(stacked);
    return transformer(resBlock(stacked, temb), text);
}

}  // namespace afa
