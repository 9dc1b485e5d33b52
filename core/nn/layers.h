#pragma once
#include <optional>

#include "core/tensor/convert.h"

// The few layers every network here is made of. Members carry the checkpoint's names; weights come frozen
// from a WeightSource. Also used by the trainable aggregator (core/ensemble), which owns its tensors.
namespace afa {

struct Linear {
    torch::Tensor weight, bias;  ///< [out, in], [out] or undefined
    Linear() = default;
    Linear(const WeightSource& source, std::int64_t in, std::int64_t out, bool hasBias = true);
    torch::Tensor operator()(const torch::Tensor& x) const;  ///< [.., in] -> [.., out]
};

struct Conv2d {
    torch::Tensor weight, bias;  ///< [out, in, k, k], [out] or undefined
    std::int64_t stride = 1, padding = 0;
    Conv2d() = default;
    Conv2d(const WeightSource& source, std::int64_t in, std::int64_t out, std::int64_t kernel,
           std::int64_t stride = 1, std::int64_t padding = 0, bool hasBias = true);
    torch::Tensor operator()(const torch::Tensor& x) const;  ///< [B, in, h, w] -> [B, out, h', w']
};

struct GroupNorm {
    torch::Tensor weight, bias;  ///< [C]
    std::int64_t groups = 32;
    double eps = 1e-5;
    GroupNorm() = default;
    GroupNorm(const WeightSource& source, std::int64_t channels, std::int64_t groups, double eps);
    torch::Tensor operator()(const torch::Tensor& x) const;  ///< statistics in fp32
};

struct LayerNorm {
    torch::Tensor weight, bias;  ///< [D]
    double eps = 1e-5;
    LayerNorm() = default;
    LayerNorm(const WeightSource& source, std::int64_t width, double eps = 1e-5);
    torch::Tensor operator()(const torch::Tensor& x) const;
};

/// Scaled dot-product attention, q [B, Lq, H*d], k and v [B, Lk, H*d] -> [B, Lq, H*d]. Picks the fused kernel
/// or plain matmul + softmax by what was measured to be faster for the size (see attention.cpp); both agree
/// to rounding.
torch::Tensor attention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                        std::int64_t heads, bool causal = false);

}  // namespace afa
