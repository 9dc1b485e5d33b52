#pragma once
#include <memory>

#include "core/base/task.h"
#include "core/tensor/convert.h"

namespace afa {

/// AutoencoderKL (diffusers models/autoencoders/autoencoder_kl.py). Latents here are unscaled: the caller
/// multiplies by config().scalingFactor after encode and divides by it before decode.
class Vae {
  public:
    Vae(const VaeConfig& config, const PartReader& part, const Placement& placement, TensorPool& pool);
    ~Vae();
    const VaeConfig& config() const;

    struct Posterior {
        torch::Tensor mean, logVariance;  ///< [B, 4, h, w] fp32; log-variance clamped to [-30, 20]
    };
    /// images [B, 3, H, W] in [-1, 1], H and W multiples of the factor.
    Posterior encode(const torch::Tensor& images) const;
    /// latents [B, 4, h, w] -> [B, 3, H, W] fp32, about [-1, 1]. Larger than `tileLatents` on a side: decoded
    /// in overlapping, blended tiles (diffusers' tiled_decode), so that memory stays bounded. 0 = never tile.
    torch::Tensor decode(const torch::Tensor& latents, std::int64_t tileLatents = 0,
                         const TaskControl& control = {}) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace afa
