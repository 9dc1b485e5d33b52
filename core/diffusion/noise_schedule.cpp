#include "core/diffusion/noise_schedule.h"

#include <cmath>

namespace afa {

NoiseSchedule NoiseSchedule::stableDiffusion1() {
    NoiseSchedule schedule;
    const auto betas = torch::linspace(std::sqrt(schedule.betaStart), std::sqrt(schedule.betaEnd),
                                       schedule.trainSteps, torch::kFloat32)
                           .square();
    schedule.alphasCumprod = torch::cumprod(1.0 - betas, 0);
    return schedule;
}

torch::Tensor NoiseSchedule::addNoise(const torch::Tensor& x0, const torch::Tensor& noise,
                                      const torch::Tensor& timesteps) const {
    std::vector<std::int64_t> perSample(static_cast<std::size_t>(x0.dim()), 1);
    perSample[0] = x0.size(0);
    const auto alpha =
        alphasCumprod.to(x0.device()).index_select(0, timesteps.to(x0.device())).view(perSample);
    return alpha.sqrt() * x0 + (1.0 - alpha).sqrt() * noise;
}

}  // namespace afa
