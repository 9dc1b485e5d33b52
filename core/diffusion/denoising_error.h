#pragma once
#include "core/diffusion/denoiser.h"
#include "core/diffusion/noise_schedule.h"
#include "core/diffusion/noise_source.h"

namespace afa {

/// What is drawn once for a picture, so that every model that is measured sees the same.
struct NoiseProbe {
    std::int64_t timestep = 0;
    torch::Tensor x0;     ///< [1, 4, h, w]: a sample of the VAE's distribution, as in training
    torch::Tensor noise;  ///< [M, 4, h, w]
};
/// Picture number `picture` of many, at the middle of one of `timesteps` equal parts of the schedule, in turn
/// (50, 150, .. 950 for ten). mean, std: of the VAE's distribution, [1, 4, h, w] fp32 CPU.
NoiseProbe drawNoiseProbe(const torch::Tensor& mean, const torch::Tensor& std, std::int64_t picture,
                          std::int64_t timesteps, int noiseSamples, NoiseSource& source);

/// What a denoiser predicts for M noisy versions of one picture at one timestep: x0 [1, 4, h, w], noise
/// [M, 4, h, w], both fp32 on the CPU -> [M, 4, h, w] fp32 CPU. The denoiser's text must be bound for a batch
/// of M; it runs on `device`.
torch::Tensor predictNoise(Denoiser& denoiser, const NoiseSchedule& schedule, const torch::Tensor& x0,
                           const torch::Tensor& noise, std::int64_t timestep, torch::Device device);

/// (eps_hat - eps)^2 averaged over the channels (method.md 6): [M, 4, h, w] twice -> [M, h, w]. Throws
/// DataError for a prediction that is not finite.
torch::Tensor squaredError(const torch::Tensor& predicted, const torch::Tensor& noise);

}  // namespace afa
