#include "core/nn/layers.h"

namespace afa {

torch::Tensor attention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                        std::int64_t heads, bool causal) {
    const auto split = [heads](const torch::Tensor& x) {
        return x.view({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);  // [B, H, L, d]
    };
    const auto y = at::scaled_dot_product_attention(split(q), split(k), split(v), {}, 0.0, causal);
    return y.transpose(1, 2).reshape(q.sizes());
}

}  // namespace afa
