#pragma once
#include "core/diffusion/denoiser.h"
#include "core/diffusion/noise_schedule.h"

namespace afa {

/// What a denoiser predicts for M noisy versions of one picture at one timestep: x0 [1, 4, h, w], noise
/// [M, 4, h, w], both fp32 on the CPU -> [M, 4, h, w] fp32 CPU. The denoiser's text must be bound for a batch
/// of M; it runs on `device`.
torch::Tensor predictNoise(Denoiser& denoiser, const NoiseSchedule& schedule, const torch::Tensor& x0,
                           const torch::Tensor& noise, std::int64_t timestep, torch::Device device);

/// (eps_hat - eps)^2 meaned over the channels (method.md 6): [M, 4, h, w] twice -> [M, h, w]. Throws
/// DataError for a prediction that is not finite.
torch::Tensor squaredError(const torch::Tensor& predicted, const torch::Tensor& noise);

}  // namespace afa
