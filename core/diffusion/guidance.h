#pragma once
#include <memory>

#include "core/diffusion/denoiser.h"

namespace afa {

/// Whether the unconditional half has a part in pictures of this guidance scale.
constexpr bool isGuided(double scale) {
    return scale != 1.0;
}

/// Classifier-free guidance (Eq. 13): eps = eps_uc + s (eps_c - eps_uc). The inner denoiser is bound to a
/// batch of [cond, uncond] texts; scale 1 runs it on the conditional half alone (bound to that half only).
class Guidance : public Denoiser {
  public:
    Guidance(std::shared_ptr<Denoiser> inner, double scale);
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override;
    void beginEvaluation(int evaluation) override { inner_->beginEvaluation(evaluation); }
    void observe(const DenoiserObserver& observer) override;

  private:
    std::shared_ptr<Denoiser> inner_;
    double scale_;
    DenoiserObserver observer_;
};

}  // namespace afa
