#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "core/diffusion/denoiser.h"

namespace afa {

struct MagicFusionSettings {
    int mode = 1;           ///< 1: blend where t <= t0; 2: blend where t > t0; else the first model alone
    double t0 = 600;        ///< timestep
    std::vector<double> k;  ///< sharpness of each model's salience; empty = 1 for all
};

/// Saliency-aware noise blending (MagicFusion, Zhao et al. 2023): every model is guided on its own, and at
/// each latent position the noise of the model is taken to whose own text that position matters most. Works
/// for any number of models. Already guided: goes to the sampler as it is.
class MagicFusion : public Denoiser {
  public:
    /// A model's predictions before guidance, each [B, 4, h, w].
    using NoiseObserver =
        std::function<void(std::size_t model, const torch::Tensor& cond, const torch::Tensor& uncond)>;
    /// Which model each position's noise is of: [B, N, h, w] fp32 of zeros and ones.
    using MaskObserver = std::function<void(const torch::Tensor& mask)>;

    /// models: each bound to a batch of [cond, uncond] texts, both of which are computed at scale 1 too.
    /// Throws ConfigError for another mode than 1 or 2, or another number of k than models.
    MagicFusion(std::vector<std::shared_ptr<Denoiser>> models, double scale, MagicFusionSettings settings);
    void observe(NoiseObserver noise, MaskObserver mask);

    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override;

  private:
    /// u + s (c - u), and s (c - u) alone.
    struct Guided {
        torch::Tensor noise, difference;
    };
    Guided guide(std::size_t model, const torch::Tensor& x, const torch::Tensor& timesteps);

    std::vector<std::shared_ptr<Denoiser>> models_;
    double scale_;
    MagicFusionSettings settings_;
    NoiseObserver noise_;
    MaskObserver mask_;
};

/// W = softmax over the positions of k S, where S is |difference| smoothed and averaged over its channels:
/// [B, C, h, w] -> [B, h, w] fp32.
torch::Tensor magicFusionSalience(const torch::Tensor& difference, double k);

}  // namespace afa
