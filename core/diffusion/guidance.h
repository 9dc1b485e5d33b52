#pragma once
#include <functional>

#include "core/diffusion/denoiser.h"

namespace afa {

/// Classifier-free guidance (Eq. 13): eps = eps_uc + s (eps_c - eps_uc). The inner denoiser is bound to a
/// batch of [cond, uncond] texts; scale 1 runs it on the conditional half alone (bound to that half only).
class Guidance : public Denoiser {
  public:
    /// Called with the two halves before they are joined, each [B, 4, h, w]; uncond undefined at scale 1.
    using Observer = std::function<void(const torch::Tensor& cond, const torch::Tensor& uncond)>;
    Guidance(Denoiser& inner, double scale, Observer observer = {});
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override;

  private:
    Denoiser& inner_;
    double scale_;
    Observer observer_;
};

}  // namespace afa
