#pragma once
#include <cstdint>
#include <vector>

#include "core/tensor/torch.h"

namespace afa {

/// SD 1.x: betas = linspace(sqrt(beta_start), sqrt(beta_end), T)^2 (diffusers "scaled_linear"), computed in
/// fp32 as diffusers does.
struct NoiseSchedule {
    std::int64_t trainSteps = 1000;
    double betaStart = 0.00085;
    double betaEnd = 0.012;
    torch::Tensor alphasCumprod;  ///< [T] fp32, CPU

    static NoiseSchedule stableDiffusion1();
    /// x_t = sqrt(ab_t) x0 + sqrt(1 - ab_t) eps; x0, noise [B, ..], timesteps [B] int64.
    torch::Tensor addNoise(const torch::Tensor& x0, const torch::Tensor& noise,
                           const torch::Tensor& timesteps) const;
};

}  // namespace afa
