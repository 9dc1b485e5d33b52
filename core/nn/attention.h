#pragma once
#include "core/tensor/torch.h"

// The ways to compute attention that attention() (layers.h) chooses between, and the choice. All tensors
// here are split in heads: q [B, H, Lq, d], k and v [B, H, Lk, d] -> [B, H, Lq, d].
namespace afa {

/// softmax(q k^T / sqrt(d)) v with all B H Lq Lk scores in memory at once.
torch::Tensor plainAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v);

/// ATen's fused kernel, blocks of scores at a time. For 16-bit types on the CPU and few tokens its gradient
/// is computed the plain way; the values are the same with and without a gradient.
torch::Tensor fusedAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                             bool causal);

/// Matrix products and a softmax for a slice of one head's queries at a time. The scores are rounded to the
/// inputs' type; its gradient keeps nothing but the inputs.
torch::Tensor slicedAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v);

/// What was measured to be faster; depends on type, device and sizes only, so that a pass with a gradient and
/// one without give the same bits.
bool plainAttentionIsFaster(const torch::Tensor& q, const torch::Tensor& k);
bool slicedAttentionIsFaster(const torch::Tensor& q, const torch::Tensor& k);

}  // namespace afa
