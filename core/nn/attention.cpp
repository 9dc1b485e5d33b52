// Which attention runs, by tests/bench/bench_attention (one thread of a Sapphire Rapids Xeon with AMX,
// libtorch 2.15, batch 2; time of the fused kernel / time of plain matmul + softmax, forward and forward +
// backward):
//   heads x width, queries x keys     fp32 fwd   fp32 +bwd   bf16 fwd   bf16 +bwd
// TABLE
#include "core/nn/attention.h"

#include <cmath>

#include "core/nn/layers.h"

namespace afa {
namespace {

constexpr std::int64_t kShortContext = 128;      // keys; the 77 tokens of a text and what is near
constexpr std::int64_t kNarrowHead = 64;         // channels of a head
constexpr std::int64_t kPlainScores = 16 << 20;  // elements, 64 MB in fp32: what the plain way may allocate
constexpr std::int64_t kPlainGradient = 256 * 256;  // queries x keys up to which the fused gradient is slower

bool isHalf(const torch::Tensor& x) {
    return x.scalar_type() == torch::kBFloat16 || x.scalar_type() == torch::kFloat16;
}

torch::Tensor probabilities(const torch::Tensor& q, const torch::Tensor& k) {
    const double scale = 1 / std::sqrt(static_cast<double>(q.size(-1)));
    return at::softmax(at::matmul(q * scale, k.transpose(-1, -2)), -1);
}

/// The fused kernel's values with the plain way's gradient, from probabilities computed again: nothing but
/// the inputs is kept.
struct FusedWithPlainGradient : torch::autograd::Function<FusedWithPlainGradient> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& q,
                                 const torch::Tensor& k, const torch::Tensor& v) {
        context->save_for_backward({q, k, v});
        return at::scaled_dot_product_attention(q, k, v);
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const auto &q = saved[0], &k = saved[1], &v = saved[2], &dy = gradients[0];
        const double scale = 1 / std::sqrt(static_cast<double>(q.size(-1)));
        const auto p = probabilities(q, k);
        const auto dp = at::matmul(dy, v.transpose(-1, -2));
        const auto ds = at::_softmax_backward_data(dp, p, -1, p.scalar_type());
        return {at::matmul(ds, k) * scale, at::matmul(ds.transpose(-1, -2), q) * scale,
                at::matmul(p.transpose(-1, -2), dy)};
    }
};

bool wantsGradient(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    return at::GradMode::is_enabled() && (q.requires_grad() || k.requires_grad() || v.requires_grad());
}

}  // namespace

torch::Tensor plainAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    return at::matmul(probabilities(q, k), v);
}

torch::Tensor fusedAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                             bool causal) {
    if (!causal && q.is_cpu() && isHalf(q) && q.size(2) * k.size(2) <= kPlainGradient &&
        wantsGradient(q, k, v))
        return FusedWithPlainGradient::apply(q, k, v);
    return at::scaled_dot_product_attention(q, k, v, {}, 0.0, causal);
}

bool plainAttentionIsFaster(const torch::Tensor& q, const torch::Tensor& k) {
    return q.is_cpu() && q.scalar_type() == torch::kFloat32 && k.size(2) <= kShortContext &&
           q.size(2) >= k.size(2) && q.size(3) <= kNarrowHead &&
           q.size(0) * q.size(1) * q.size(2) * k.size(2) <= kPlainScores;
}

torch::Tensor attention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                        std::int64_t heads, bool causal) {
    const auto split = [heads](const torch::Tensor& x) {
        return x.view({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);  // [B, H, L, d]
    };
    const auto a = split(q), b = split(k), c = split(v);
    const auto y =
        !causal && plainAttentionIsFaster(a, b) ? plainAttention(a, b, c) : fusedAttention(a, b, c, causal);
    return y.transpose(1, 2).reshape(q.sizes());
}

}  // namespace afa
