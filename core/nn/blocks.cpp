#include "core/nn/blocks.h"

namespace afa {
namespace {

constexpr double kTransformerNormEps = 1e-6;  // Transformer2DModel's GroupNorm, whatever the U-Net's norm_eps

Linear pointwise(const WeightSource& source, std::int64_t channels, bool linear) {
    if (linear) return Linear(source, channels, channels);
    Linear layer;
    layer.weight = source.get("weight", {channels, channels, 1, 1}).view({channels, channels});
    layer.bias = source.get("bias", {channels});
    return layer;
}

}  // namespace

torch::Tensor addInto(torch::Tensor a, const torch::Tensor& b) {
    if (a.requires_grad() || (at::GradMode::is_enabled() && b.requires_grad())) return a + b;
    return a.add_(b);
}

torch::Tensor normSilu(const GroupNorm& norm, const torch::Tensor& x) {
    auto y = norm(x);
    return y.requires_grad() ? at::silu(y) : at::silu_(y);
}

torch::Tensor toTokens(const torch::Tensor& x) {
    return x.permute({0, 2, 3, 1}).reshape({x.size(0), x.size(2) * x.size(3), x.size(1)});
}

torch::Tensor fromTokens(const torch::Tensor& tokens, std::int64_t height, std::int64_t width) {
    return tokens.reshape({tokens.size(0), height, width, tokens.size(2)}).permute({0, 3, 1, 2});
}

ResnetBlock::ResnetBlock(const WeightSource& source, std::int64_t in, std::int64_t out, std::int64_t groups,
                         double eps, std::int64_t tembWidth)
    : norm1(source.scope("norm1"), in, groups, eps),
      conv1(source.scope("conv1"), in, out, 3, 1, 1),
      norm2(source.scope("norm2"), out, groups, eps),
      conv2(source.scope("conv2"), out, out, 3, 1, 1) {
    if (tembWidth > 0) timeEmbProj.emplace(source.scope("time_emb_proj"), tembWidth, out);
    if (in != out) convShortcut.emplace(source.scope("conv_shortcut"), in, out, 1);
}

torch::Tensor ResnetBlock::operator()(const torch::Tensor& x, const torch::Tensor& siluTemb) const {
    auto h = conv1(normSilu(norm1, x));
    if (timeEmbProj) h = addInto(std::move(h), (*timeEmbProj)(siluTemb).unsqueeze(-1).unsqueeze(-1));
    h = normSilu(norm2, h);
    h = conv2(h);
    return addInto(std::move(h), convShortcut ? (*convShortcut)(x) : x);
}

Upsample::Upsample(const WeightSource& source, std::int64_t channels)
    : conv(source.scope("conv"), channels, channels, 3, 1, 1) {}

torch::Tensor Upsample::operator()(const torch::Tensor& x) const {
    return conv(at::upsample_nearest2d(x, {x.size(2) * 2, x.size(3) * 2}));
}

CrossAttention::CrossAttention(const WeightSource& source, std::int64_t width, std::int64_t contextWidth,
                               std::int64_t heads_)
    : heads(heads_),
      toQ(source.scope("to_q"), width, width, false),
      toK(source.scope("to_k"), contextWidth, width, false),
      toV(source.scope("to_v"), contextWidth, width, false),
      toOut(source.scope("to_out.0"), width, width) {}

torch::Tensor CrossAttention::operator()(const torch::Tensor& x, const torch::Tensor& context) const {
    return toOut(attention(toQ(x), toK(context), toV(context), heads));
}

FeedForward::FeedForward(const WeightSource& source, std::int64_t width)
    : proj(source.scope("net.0.proj"), width, 8 * width), out(source.scope("net.2"), 4 * width, width) {}

torch::Tensor FeedForward::operator()(const torch::Tensor& x) const {
    const auto halves = proj(x).chunk(2, -1);
    auto gate = at::gelu(halves[1]);
    return out(gate.requires_grad() ? gate * halves[0] : gate.mul_(halves[0]));
}

TransformerBlock::TransformerBlock(const WeightSource& source, std::int64_t width, std::int64_t textWidth,
                                   std::int64_t heads)
    : norm1(source.scope("norm1"), width),
      norm2(source.scope("norm2"), width),
      norm3(source.scope("norm3"), width),
      attn1(source.scope("attn1"), width, width, heads),
      attn2(source.scope("attn2"), width, textWidth, heads),
      ff(source.scope("ff"), width) {}

torch::Tensor TransformerBlock::operator()(torch::Tensor x, const torch::Tensor& text) const {
    const auto normed = norm1(x);
    x = addInto(attn1(normed, normed), x);
    x = addInto(attn2(norm2(x), text), x);
    return addInto(ff(norm3(x)), x);
}

Transformer2d::Transformer2d(const WeightSource& source, std::int64_t channels, std::int64_t textWidth,
                             std::int64_t heads, std::int64_t groups, bool linearProjection)
    : norm(source.scope("norm"), channels, groups, kTransformerNormEps),
      projIn(pointwise(source.scope("proj_in"), channels, linearProjection)),
      projOut(pointwise(source.scope("proj_out"), channels, linearProjection)),
      block(source.scope("transformer_blocks.0"), channels, textWidth, heads) {}

torch::Tensor Transformer2d::operator()(const torch::Tensor& x, const torch::Tensor& text) const {
    const auto tokens = block(projIn(toTokens(norm(x))), text);
    return addInto(fromTokens(projOut(tokens), x.size(2), x.size(3)), x);
}

}  // namespace afa
