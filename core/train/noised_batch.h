#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/diffusion/noise_schedule.h"
#include "core/tensor/torch.h"
#include "core/train/encoded_data.h"

namespace afa {

/// What the denoiser is asked in training, and the answer (Sec. 3.1, 3.4): predict `noise` from x_t, t, text.
struct NoisedBatch {
    torch::Tensor noisy;               ///< x_t [B, 4, h, w] fp32
    torch::Tensor noise;               ///< [B, 4, h, w] fp32
    torch::Tensor timesteps;           ///< [B] fp32
    std::vector<torch::Tensor> texts;  ///< N of [B, 77, D]
};

/// What is drawn for one sample, from a generator of its own: a function of the run's seed and the sample's
/// place in it, whatever batch or process the sample falls into.
struct SampleDraw {
    std::uint64_t seed = 0;
    std::int64_t timestep = -1;  ///< -1: uniform in [0, trainSteps)
    double textDrop = 0;         ///< chance of the empty text
};

/// x0 = mean + std * draw (VAE posterior), x_t = addNoise(x0, draw, t); draws.size() = B. `emptyTexts`: N of
/// [1, 77, D].
NoisedBatch noiseBatch(const EncodedBatch& encoded, std::span<const SampleDraw> draws,
                       const NoiseSchedule& schedule, const std::vector<torch::Tensor>& emptyTexts);

/// Mean squared error of each sample over channels and positions, [B] fp32.
torch::Tensor squaredErrors(const torch::Tensor& predicted, const torch::Tensor& noise);

}  // namespace afa
