#pragma once
#include <functional>

#include "core/base/image.h"
#include "core/diffusion/denoiser.h"
#include "core/diffusion/noise_schedule.h"
#include "core/nn/vae.h"

namespace afa {

/// Latents as a small picture without decoding: colour = W z + b at every position, z the 3 x 3 latents
/// around it; W and b fitted by least squares to what this VAE encodes plain shapes and colour fields as.
class LatentPreview {
  public:
    LatentPreview(const Vae& vae, const Placement& placement);
    /// latents [1, 4, h, w], scaled as the U-Net sees them -> h x w pixels.
    Image image(const torch::Tensor& latents) const;

  private:
    torch::Tensor map_;  ///< [9 C + 1, 3] fp32, CPU: W above b; colours in [-1, 1]
};

/// Passes noise predictions through and tells the picture that each one implies,
/// x0 = (x - sqrt(1 - ab_t) eps) / sqrt(ab_t): the same for every sampler, and clear long before x itself is.
class ObservedDenoiser : public Denoiser {
  public:
    using Observer = std::function<void(const torch::Tensor& x0)>;
    ObservedDenoiser(Denoiser& inner, const NoiseSchedule& schedule, Observer observer)
        : inner_(inner), alphasCumprod_(schedule.alphasCumprod), observer_(std::move(observer)) {}
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override;
    void beginEvaluation(int evaluation) override { inner_.beginEvaluation(evaluation); }

  private:
    Denoiser& inner_;
    torch::Tensor alphasCumprod_;
    Observer observer_;
};

}  // namespace afa
