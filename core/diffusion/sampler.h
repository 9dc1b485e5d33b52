#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/task.h"
#include "core/diffusion/denoiser.h"
#include "core/diffusion/noise_schedule.h"
#include "core/diffusion/noise_source.h"

namespace afa {

struct SamplerSettings {
    std::string name = "ddim";  ///< ddim | pndm | dpmpp-2m | euler | euler-a
    int steps = 50;
    bool karras = false;  ///< dpmpp-2m, euler; else ConfigError
    double eta = 0.0;     ///< ddim only
};

/// Told before every evaluation (index 0 ..) with the sampler's state, and once more after the last with
/// index = evaluations and the final latents.
using SamplerObserver = std::function<void(int evaluation, double timestep, const torch::Tensor& state)>;

/// A sampler integrates from noise to a latent: a schedule of timesteps, known beforehand, and a loop over a
/// Denoiser.
class Sampler {
  public:
    virtual ~Sampler() = default;
    /// The timestep of every evaluation, in order (PNDM: steps + 1).
    virtual const std::vector<double>& timesteps() const = 0;
    /// noise: standard normal [B, 4, h, w] fp32 -> latents. Checks control before every evaluation.
    virtual torch::Tensor sample(Denoiser& denoiser, const torch::Tensor& noise, NoiseSource& source,
                                 const SamplerObserver& observer = {},
                                 const TaskControl& control = {}) const = 0;
};

/// Throws ConfigError for an unknown name, steps outside 1 .. trainSteps, karras or eta where not defined.
std::unique_ptr<Sampler> makeSampler(const SamplerSettings& settings, const NoiseSchedule& schedule);

}  // namespace afa
