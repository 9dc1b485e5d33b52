#include "core/diffusion/sampler.h"

#include <cmath>
#include <string>

#include "core/base/error.h"
#include "core/base/samplers.h"
#include "core/diffusion/samplers.h"

namespace afa {

torch::Tensor evaluate(Denoiser& denoiser, const torch::Tensor& input, double timestep) {
    return denoiser.predict(input,
                            torch::full({input.size(0)}, timestep, input.options().dtype(torch::kFloat32)));
}

torch::Tensor drawLike(NoiseSource& source, const torch::Tensor& state) {
    return source.draw(state.sizes()).to(state.device());
}

SamplerLoop::StartLevel SamplerLoop::preservingLevel(float alphaCumprod) {
    return {std::sqrt(alphaCumprod), std::sqrt(1 - alphaCumprod), 1.0};
}

torch::Tensor SamplerLoop::sample(Denoiser& denoiser, const torch::Tensor& start, NoiseSource& source,
                                  const SamplerObserver& observer, const TaskControl& control) const {
    const auto run = begin();
    auto x = start;
    for (std::size_t i = 0; i < timesteps_.size(); ++i) {
        control.checkStop();
        if (observer) observer(static_cast<int>(i), timesteps_[i], x);
        denoiser.beginEvaluation(static_cast<int>(i));
        x = run->step(i, x, denoiser, source);
    }
    if (observer) observer(static_cast<int>(timesteps_.size()), 0.0, x);
    return x;
}

std::unique_ptr<Sampler> makeSampler(const SamplerSettings& settings, const NoiseSchedule& schedule) {
    if (settings.steps < 1 || settings.steps >= schedule.trainSteps)
        throw ConfigError(Message::of("the sampler's steps: expected 1 to %1, found %2",
                                      schedule.trainSteps - 1, settings.steps));
    if (settings.firstStep < 0 || settings.firstStep >= settings.steps)
        throw ConfigError(Message::of("the sampler's first step: expected 0 to %1, found %2",
                                      settings.steps - 1, settings.firstStep));
    const auto* known = findSampler(settings.name);
    if (!known)
        throw ConfigError(
            Message::of("unknown sampler \"%1\"; expected %2", settings.name, samplerChoices()));
    if (settings.eta != 0.0 && !known->eta)
        throw ConfigError(Message::of("eta is defined for the sampler ddim only, not for %1", settings.name));
    if (settings.karras && !known->karras)
        throw ConfigError(
            Message::of("Karras noise levels are defined for dpmpp-2m and euler, not for %1", settings.name));
    if (settings.name == "ddim") return makeDdim(settings, schedule);
    if (settings.name == "pndm") return makePndm(settings, schedule);
    if (settings.name == "dpmpp-2m") return makeDpmpp2m(settings, schedule);
    if (settings.name == "euler") return makeEuler(settings, schedule, false);
    return makeEuler(settings, schedule, true);
}

}  // namespace afa
