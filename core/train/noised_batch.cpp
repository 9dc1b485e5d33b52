#include "core/train/noised_batch.h"

#include <ATen/CPUGeneratorImpl.h>

namespace afa {

NoisedBatch noiseBatch(const EncodedBatch& encoded, std::span<const SampleDraw> draws,
                       const NoiseSchedule& schedule, const std::vector<torch::Tensor>& emptyTexts) {
    const auto count = static_cast<std::int64_t>(draws.size());
    if (encoded.latentMean.size(0) != count)
        throw DataError(
            Message::of("noiseBatch: expected %1 draws, found %2", encoded.latentMean.size(0), count));
    auto timesteps = torch::empty({count}, torch::kInt64);
    auto dropped = torch::empty({count, 1, 1}, torch::kBool);
    auto latents = torch::empty_like(encoded.latentMean);
    auto noise = torch::empty_like(encoded.latentMean);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto& draw = draws[static_cast<std::size_t>(i)];
        auto generator = at::detail::createCPUGenerator(draw.seed);
        // Always drawn, so that a fixed timestep leaves the other draws as they are.
        const auto timestep = torch::randint(schedule.trainSteps, {1}, generator, torch::kInt64);
        timesteps[i] = draw.timestep >= 0 ? torch::tensor(draw.timestep) : timestep[0];
        dropped[i] = (torch::rand({1, 1}, generator) < draw.textDrop).squeeze();
        const auto shape = encoded.latentMean[i].sizes().vec();
        latents[i] = encoded.latentMean[i] + encoded.latentStd[i] * torch::randn(shape, generator);
        noise[i] = torch::randn(shape, generator);
    }
    NoisedBatch batch;
    batch.noisy = schedule.addNoise(latents, noise, timesteps);
    batch.noise = noise;
    batch.timesteps = timesteps.to(torch::kFloat32);
    for (std::size_t model = 0; model < encoded.texts.size(); ++model)
        batch.texts.push_back(torch::where(dropped, emptyTexts[model], encoded.texts[model]));
    return batch;
}

torch::Tensor squaredErrors(const torch::Tensor& predicted, const torch::Tensor& noise) {
    return (predicted.to(torch::kFloat32) - noise.to(predicted.device())).square().mean({1, 2, 3});
}

}  // namespace afa
