#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/io/maps_file.h"
#include "core/tensor/convert.h"

namespace afa {

/// What one U-Net stage does (method.md 1). Stages count from 1.
struct StagePlanEntry {
    StageInfo info;                 ///< number, diffusers module name, MBW key, channels out
    bool pushesSkip = false;        ///< its output goes on the skip stack (SD 1.x: stages 1-12)
    bool popsSkip = false;          ///< takes the top of the skip stack (SD 1.x: stages 14-25)
    std::int64_t skipChannels = 0;  ///< channels of the popped skip
    int scaleLog2 = 0;              ///< output is latent size / 2^scaleLog2
};
std::vector<StagePlanEntry> stagePlan(const UNetConfig& config);

/// Stable Diffusion 1.x U-Net that can be run stage by stage
/// (diffusers src/diffusers/models/unets/unet_2d_condition.py). Weights are frozen but pass gradients.
/// Compute type = the weights' type; activations are channels_last; norms accumulate in fp32.
class UNet {
  public:
    UNet(const UNetConfig& config, const PartReader& part, const Placement& placement, TensorPool& pool);
    ~UNet();

    const UNetConfig& config() const;
    const std::vector<StagePlanEntry>& stages() const;  ///< K entries
    const Placement& placement() const;

    /// timesteps [B] fp32 (may be fractional) -> [B, 4 * blockOutChannels[0]] in the compute type.
    torch::Tensor timeEmbedding(const torch::Tensor& timesteps) const;

    /// Stage j (1..K): x [B, Cin, h, w], temb from timeEmbedding, text [B, L, D] -> [B, C_j, h', w'].
    /// skip: the popped skip for stages that take one, else undefined. Stage K returns the noise prediction.
    torch::Tensor runStage(int stage, const torch::Tensor& x, const torch::Tensor& temb,
                           const torch::Tensor& text, const torch::Tensor& skip) const;

    /// All stages in order: x [B, 4, h, w], timesteps [B], text [B, L, D] -> noise [B, 4, h, w].
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& timesteps,
                          const torch::Tensor& text) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace afa
