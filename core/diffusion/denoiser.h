#pragma once
#include "core/tensor/torch.h"

namespace afa {

/// Predicts the noise in x at t. A single U-Net, an ensemble, guidance around either and a test's stub are
/// all Denoisers; what they are conditioned on (text) is bound to them before sampling.
class Denoiser {
  public:
    virtual ~Denoiser() = default;
    /// x [B, 4, h, w] fp32, timesteps [B] fp32 (may be fractional) -> noise [B, 4, h, w] fp32.
    virtual torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) = 0;
};

}  // namespace afa
