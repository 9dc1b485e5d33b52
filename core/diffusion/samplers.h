#pragma once
#include <memory>

#include "core/diffusion/sampler.h"

// The samplers behind makeSampler(), one algorithm a file.
namespace afa {

std::unique_ptr<Sampler> makeDdim(const SamplerSettings& settings, const NoiseSchedule& schedule);
std::unique_ptr<Sampler> makePndm(const SamplerSettings& settings, const NoiseSchedule& schedule);
std::unique_ptr<Sampler> makeDpmpp2m(const SamplerSettings& settings, const NoiseSchedule& schedule);
std::unique_ptr<Sampler> makeEuler(const SamplerSettings& settings, const NoiseSchedule& schedule,
                                   bool ancestral);

/// The denoiser at one timestep for the whole batch; input is what it sees (Euler scales its state for it).
torch::Tensor evaluate(Denoiser& denoiser, const torch::Tensor& input, double timestep);
/// A draw of [1, 4, h, w] for a stochastic step, on the state's device.
torch::Tensor drawLike(NoiseSource& source, const torch::Tensor& state);

/// What every sampler's loop does around its own update.
class SamplerLoop : public Sampler {
  public:
    const std::vector<double>& timesteps() const final { return timesteps_; }
    torch::Tensor sample(Denoiser& denoiser, const torch::Tensor& noise, NoiseSource& source,
                         const SamplerObserver& observer, const TaskControl& control) const final;

  protected:
    /// A run's memory between evaluations (multistep methods); one per sample() call.
    struct Run {
        virtual ~Run() = default;
        /// The state after evaluation `i`, from the state before it.
        virtual torch::Tensor step(std::size_t i, const torch::Tensor& x, Denoiser& denoiser,
                                   NoiseSource& source) = 0;
    };
    virtual std::unique_ptr<Run> start() const = 0;
    virtual double initialScale() const { return 1.0; }  ///< the state starts as noise * this

    std::vector<double> timesteps_;
};

}  // namespace afa
