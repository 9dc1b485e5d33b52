#pragma once
#include <optional>
#include <vector>

#include "core/nn/layers.h"

// What the U-Net and the VAE are built from (diffusers models/resnet.py, attention.py,
// transformers/transformer_2d.py). Activations are channels_last; new tensors are changed in place only where
// autograd does not need them.
namespace afa {

/// a + b, written into a where a is a temporary that autograd does not hold.
torch::Tensor addInto(torch::Tensor a, const torch::Tensor& b);

/// silu(norm(x)).
torch::Tensor normSilu(const GroupNorm& norm, const torch::Tensor& x);

/// ResnetBlock2D: norm, SiLU, conv, + time, norm, SiLU, conv, + shortcut.
struct ResnetBlock {
    GroupNorm norm1;
    Conv2d conv1;
    std::optional<Linear> timeEmbProj;
    GroupNorm norm2;
    Conv2d conv2;
    std::optional<Conv2d> convShortcut;

    /// tembWidth 0: no time input (VAE).
    ResnetBlock(const WeightSource& source, std::int64_t in, std::int64_t out, std::int64_t groups,
                double eps, std::int64_t tembWidth = 0);
    /// x [B, in, h, w], siluTemb [B, tembWidth] already through SiLU (undefined without time) -> [B, out, h,
    /// w].
    torch::Tensor operator()(const torch::Tensor& x, const torch::Tensor& siluTemb = {}) const;
};

/// Nearest neighbour x2, then a 3x3 convolution (Upsample2D).
struct Upsample {
    Conv2d conv;
    Upsample(const WeightSource& source, std::int64_t channels);
    torch::Tensor operator()(const torch::Tensor& x) const;  ///< [B, C, h, w] -> [B, C, 2h, 2w]
};

/// Attention with its projections (diffusers Attention): queries from x, keys and values from `context`.
struct CrossAttention {
    std::int64_t heads;
    Linear toQ, toK, toV, toOut;
    CrossAttention(const WeightSource& source, std::int64_t width, std::int64_t contextWidth,
                   std::int64_t heads);
    torch::Tensor operator()(const torch::Tensor& x, const torch::Tensor& context) const;  ///< [B, L, width]
};

/// FeedForward with GEGLU.
struct FeedForward {
    Linear proj, out;
    FeedForward(const WeightSource& source, std::int64_t width);
    torch::Tensor operator()(const torch::Tensor& x) const;
};

/// BasicTransformerBlock: self-attention, attention to the text, feed-forward, each with layer norm and
/// residual.
struct TransformerBlock {
    LayerNorm norm1, norm2, norm3;
    CrossAttention attn1, attn2;
    FeedForward ff;
    TransformerBlock(const WeightSource& source, std::int64_t width, std::int64_t textWidth,
                     std::int64_t heads);
    torch::Tensor operator()(torch::Tensor x, const torch::Tensor& text) const;  ///< [B, L, width]
};

/// Transformer2DModel with one block.
struct Transformer2d {
    GroupNorm norm;
    Linear projIn, projOut;
    TransformerBlock block;
    /// linearProjection: projIn and projOut are stored as linear layers, else as 1x1 convolutions, which is
    /// the same thing on channels_last activations.
    Transformer2d(const WeightSource& source, std::int64_t channels, std::int64_t textWidth,
                  std::int64_t heads, std::int64_t groups, bool linearProjection);
    /// x [B, C, h, w], text [B, L, textWidth] -> [B, C, h, w].
    torch::Tensor operator()(const torch::Tensor& x, const torch::Tensor& text) const;
};

torch::Tensor toTokens(const torch::Tensor& x);  ///< [B, C, h, w] channels_last -> [B, h*w, C], a view
/// [B, h*w, C] -> [B, C, h, w] channels_last, a view
torch::Tensor fromTokens(const torch::Tensor& tokens, std::int64_t height, std::int64_t width);

}  // namespace afa
