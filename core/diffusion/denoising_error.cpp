#include "core/diffusion/denoising_error.h"

#include "core/base/error.h"

namespace afa {

NoiseProbe drawNoiseProbe(const torch::Tensor& mean, const torch::Tensor& std, std::int64_t picture,
                          std::int64_t timesteps, int noiseSamples, NoiseSource& source) {
    constexpr std::int64_t kTrainSteps = 1000;
    NoiseProbe probe;
    probe.timestep = (2 * (picture % timesteps) + 1) * kTrainSteps / (2 * timesteps);
    probe.x0 = mean + std * source.draw(mean.sizes());
    std::vector<torch::Tensor> draws;
    for (int i = 0; i < noiseSamples; ++i)
        draws.push_back(source.draw(probe.x0.sizes()));
    probe.noise = torch::cat(draws);
    return probe;
}

torch::Tensor predictNoise(Denoiser& denoiser, const NoiseSchedule& schedule, const torch::Tensor& x0,
                           const torch::Tensor& noise, std::int64_t timestep, torch::Device device) {
    const auto timesteps = torch::full({noise.size(0)}, timestep, torch::kInt64);
    const auto x = schedule.addNoise(x0.expand_as(noise), noise, timesteps);
    return denoiser.predict(x.to(device), timesteps.to(device, torch::kFloat32))
        .to(torch::kCPU, torch::kFloat32)
        .contiguous();
}

torch::Tensor squaredError(const torch::Tensor& predicted, const torch::Tensor& noise) {
    const auto error = (predicted - noise).square().mean(1);
    if (!error.isfinite().all().item<bool>())
        throw DataError(
            Message::of("a base model's noise prediction is not finite: it is damaged, or the precision is "
                        "too narrow for it; try %1",
                        Option{"precision", "fp32"}));
    return error.contiguous();
}

}  // namespace afa
