#include "core/diffusion/denoising_error.h"

#include "core/base/error.h"

namespace afa {

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
            "a base model's noise prediction is not finite: it is damaged, or the precision is too "
            "narrow for it; try --precision fp32");
    return error.contiguous();
}

}  // namespace afa
