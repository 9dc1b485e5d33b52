#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/io/aggregator_file.h"
#include "core/nn/layers.h"

// What a SABW is made of (method.md 3): diffusers' ResnetBlock2D and Transformer2DModel with trainable,
// possibly missing parts (the ablations of Table 3).
namespace afa {

/// How a fresh parameter starts: PyTorch's defaults, uniform within 1 / sqrt(fanIn) for linear and
/// convolution layers.
struct ParameterInit {
    enum class Kind { Uniform, One, Zero };
    Kind kind = Kind::Zero;
    std::int64_t fanIn = 0;
};

/// Gives the parameter of that name and shape: drawn, read from a file, or cast from one that exists.
using ParameterProvider = std::function<torch::Tensor(const std::string& name, torch::IntArrayRef shape,
                                                      const ParameterInit& init)>;

/// A provider under a prefix; makes the layers of core/nn from it.
class ParameterScope {
  public:
    explicit ParameterScope(const ParameterProvider& provider, std::string prefix = {})
        : provider_(&provider), prefix_(std::move(prefix)) {}
    ParameterScope operator/(const std::string& name) const {
        return ParameterScope(*provider_, prefix_ + name + ".");
    }

    Linear linear(std::int64_t in, std::int64_t out, bool bias = true) const;
    /// Odd kernels, padded to keep the size.
    Conv2d conv2d(std::int64_t in, std::int64_t out, std::int64_t kernel) const;
    Conv2d zeroConv1x1(std::int64_t in, std::int64_t out, bool bias) const;
    GroupNorm groupNorm(std::int64_t channels, std::int64_t groups) const;  ///< eps 1e-6
    LayerNorm layerNorm(std::int64_t width) const;                          ///< eps 1e-5

  private:
    Conv2d conv(std::int64_t in, std::int64_t out, std::int64_t kernel, bool bias,
                const ParameterInit& init) const;

    const ParameterProvider* provider_;
    std::string prefix_;
};

/// Time embedding without the U-Net's widths: sinusoid, linear, SiLU, linear, SiLU.
struct TimeMlp {
    std::int64_t width;
    Linear linear1, linear2;
    TimeMlp(const ParameterScope& scope, const AggregatorConfig& config);
    torch::Tensor operator()(const torch::Tensor& timesteps) const;  ///< [B] fp32 -> [B, timeHidden]
};

/// ResnetBlock2D; `tembWidth` 0: no time input.
struct SabwResBlock {
    GroupNorm norm1, norm2;
    Conv2d conv1, conv2;
    std::optional<Linear> timeEmbProj;
    std::optional<Conv2d> convShortcut;
    struct Groups {
        std::int64_t in, out;
    };
    SabwResBlock(const ParameterScope& scope, std::int64_t in, std::int64_t out, Groups groups,
                 std::int64_t tembWidth, bool shortcut);
    torch::Tensor operator()(const torch::Tensor& x,
                             const torch::Tensor& temb) const;  ///< [B, in, h, w] -> [B, out, h, w]
};

/// Multi-head attention with diffusers' projections: q, k, v without bias.
struct SabwAttention {
    std::int64_t heads;
    Linear toQ, toK, toV, toOut;
    SabwAttention(const ParameterScope& scope, std::int64_t width, std::int64_t contextWidth,
                  std::int64_t heads);
    torch::Tensor operator()(const torch::Tensor& x, const torch::Tensor& context) const;  ///< [B, L, width]
};

/// BasicTransformerBlock; without text there is neither attn2 nor norm2.
struct SabwTransformerBlock {
    LayerNorm norm1, norm3;
    SabwAttention attn1;
    std::optional<LayerNorm> norm2;
    std::optional<SabwAttention> attn2;
    Linear ffProj, ffOut;
    SabwTransformerBlock(const ParameterScope& scope, const AggregatorConfig& config);
    torch::Tensor operator()(torch::Tensor x, const torch::Tensor& text) const;  ///< [B, L, d]
};

/// Transformer2DModel with 1x1 convolutions as projections.
struct SabwTransformer {
    GroupNorm norm;
    Conv2d projIn, projOut;
    std::vector<SabwTransformerBlock> blocks;
    SabwTransformer(const ParameterScope& scope, const AggregatorConfig& config, std::int64_t groups);
    torch::Tensor operator()(const torch::Tensor& x, const torch::Tensor& text) const;  ///< [B, d, h, w]
};

/// Everything of one SABW up to the last convolution, in either layout.
struct SabwBody {
    std::optional<Linear> timeProj;  ///< paper: gamma(t)'s private part
    std::optional<Conv2d> convIn;    ///< release
    SabwResBlock resBlock;
    SabwTransformer transformer;
    SabwBody(const ParameterScope& scope, const AggregatorConfig& config, std::int64_t channels);
    /// stacked [B, N*C, h, w]; timeHidden [B, timeHidden] (paper), temb [B, tembWidth] (release), text [B, L,
    /// D], all of the body's type -> [B, d, h, w].
    torch::Tensor operator()(torch::Tensor stacked, const torch::Tensor& timeHidden,
                             const torch::Tensor& temb, const torch::Tensor& text) const;
};

}  // namespace afa
