#include "core/compute/training_samples.h"

#include <fmt/format.h>

#include "core/compute/outputs.h"
#include "core/diffusion/guidance.h"
#include "core/io/picture_file.h"

namespace afa {
namespace {
constexpr int kSteps = 20;
}

TrainingSamples::TrainingSamples(const Settings& settings, const Encoders& encoders,
                                 const NoiseSchedule& schedule)
    : settings_(settings), vae_(encoders.vae), sampler_(makeSampler({"ddim", kSteps}, schedule)) {
    const torch::NoGradGuard noGrad;
    auto ids = encoders.tokenizer->encode(settings_.prompt).ids;
    if (isGuided(settings_.cfg)) {
        const auto empty = encoders.tokenizer->encode("").ids;
        ids.insert(ids.end(), empty.begin(), empty.end());
    }
    const auto input = torch::tensor(ids, torch::kInt64).view({-1, ClipTokenizer::kLength});
    for (const auto& encoder : encoders.text)
        texts_.push_back(encoder->forward(input.to(encoders.placement.device)));
}

std::filesystem::path TrainingSamples::make(std::int64_t step,
                                            const std::vector<std::shared_ptr<const UNet>>& unets,
                                            std::shared_ptr<const Aggregator> aggregator,
                                            const TaskControl& control) const {
    const torch::NoGradGuard noGrad;
    control.report({"sample", 0, kSteps});
    const auto denoiser = std::make_shared<EnsembleDenoiser>(unets, std::move(aggregator), EnsembleMode{});
    denoiser->setText(texts_);
    denoiser->setControl(control);
    Guidance guidance(denoiser, settings_.cfg);
    NoiseSource source(settings_.seed);
    const auto side = settings_.size / vae_->config().factor();
    const auto noise = source.draw({1, unets.front()->config().inChannels, side, side});
    const auto start = sampler_->pureNoise(noise.to(unets.front()->placement().device));
    const auto latents = sampler_->sample(guidance, start, source, {}, control);
    const auto decoded = vae_->decode(latents / vae_->config().scalingFactor, 0, control);
    const auto picture = (decoded[0].to(torch::kCPU, torch::kFloat32) / 2 + 0.5).clamp(0, 1);

    requireFolder(settings_.folder);
    const auto file = path(step);
    writePng(file, toImage(picture),
             {{"Description",
               fmt::format("step {} of an aggregator's training: {} (seed {}, DDIM {} steps, guidance {})",
                           step, settings_.prompt, settings_.seed, kSteps, settings_.cfg)}});
    return file;
}

std::filesystem::path TrainingSamples::path(std::int64_t step) const {
    return settings_.folder / fmt::format("step-{:06}.png", step);
}

}  // namespace afa
