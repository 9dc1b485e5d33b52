#pragma once
#include <memory>
#include <vector>

#include "core/diffusion/denoiser.h"

namespace afa {

struct MagicFusionSettings {
    int mode = 1;           ///< 1: blend where t <= t0; 2: blend where t > t0; else the first model alone
    double t0 = 600;        ///< timestep
    std::vector<double> k;  ///< sharpness of each model's salience: one for all or one each; empty = 1
    int mapStage = 1;       ///< the stage that its map is told as: the U-Net's last
};

/// Saliency-aware noise blending (MagicFusion, Zhao et al. 2023): every model is guided on its own, and at
/// each latent position the noise of the model is taken to whose own text that position matters most. Works
/// for any number of models. Already guided: goes to the sampler as it is. Its map says which model each
/// position's noise is of: zeros and ones.
class MagicFusion : public Denoiser {
  public:
    /// models: each bound to a batch of [cond, uncond] texts, both of which are computed at scale 1 too.
    /// Throws ConfigError for another mode than 1 or 2, or another number of k than models.
    MagicFusion(std::vector<std::shared_ptr<Denoiser>> models, double scale, MagicFusionSettings settings);

    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override;
    void observe(const DenoiserObserver& observer) override;

  private:
    /// u + s (c - u), and s (c - u) alone.
    struct Guided {
        torch::Tensor noise, difference;
    };
    Guided guide(std::size_t model, const torch::Tensor& x, const torch::Tensor& timesteps);

    std::vector<std::shared_ptr<Denoiser>> models_;
    double scale_;
    MagicFusionSettings settings_;
    DenoiserObserver observer_;
};

/// W = softmax over the positions of k S, where S is |difference| smoothed and averaged over its channels:
/// [B, C, h, w] -> [B, h, w] fp32.
torch::Tensor magicFusionSalience(const torch::Tensor& difference, double k);

}  // namespace afa
