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
    int firstStep = 0;    ///< of `steps` that is taken; > 0: the steps before it are left out (img2img)
};

/// Told before every evaluation (index 0 ..) with the sampler's state, and once more after the last with
/// index = evaluations and the final latents.
using SamplerObserver = std::function<void(int evaluation, double timestep, const torch::Tensor& state)>;

/// A sampler integrates from noise to a latent: a schedule of timesteps, known beforehand, and a loop over a
/// Denoiser. One that starts at a later step is that schedule's end: it numbers its own evaluations from 0,
/// and a multistep method has no history at its first.
class Sampler {
  public:
    virtual ~Sampler() = default;
    /// The timestep of every evaluation, in order (PNDM: one evaluation more than steps).
    virtual const std::vector<double>& timesteps() const = 0;
    /// The state to start from, of standard normal noise [B, 4, h, w] fp32: the noise at the first
    /// evaluation's level, all there is.
    virtual torch::Tensor pureNoise(const torch::Tensor& noise) const = 0;
    /// The state to start from, of a picture's latents x0 noised to the first evaluation's level.
    virtual torch::Tensor noised(const torch::Tensor& x0, const torch::Tensor& noise) const = 0;
    /// start: the state before the first evaluation -> latents. Checks control before every evaluation.
    virtual torch::Tensor sample(Denoiser& denoiser, const torch::Tensor& start, NoiseSource& source,
                                 const SamplerObserver& observer = {},
                                 const TaskControl& control = {}) const = 0;
};

/// Throws ConfigError for an unknown name, steps outside 1 .. trainSteps, a first step outside 0 .. steps -
/// 1, karras or eta where not defined.
std::unique_ptr<Sampler> makeSampler(const SamplerSettings& settings, const NoiseSchedule& schedule);

}  // namespace afa
