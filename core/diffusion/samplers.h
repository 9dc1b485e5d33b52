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
    torch::Tensor pureNoise(const torch::Tensor& noise) const final { return noise * level_.pureNoise; }
    torch::Tensor noised(const torch::Tensor& x0, const torch::Tensor& noise) const final {
        return level_.signal * x0 + level_.noise * noise;
    }
    torch::Tensor sample(Denoiser& denoiser, const torch::Tensor& start, NoiseSource& source,
                         const SamplerObserver& observer, const TaskControl& control) const final;

  protected:
    /// A run's memory between evaluations (multistep methods); one per sample() call.
    struct Run {
        virtual ~Run() = default;
        /// The state after evaluation `i`, from the state before it.
        virtual torch::Tensor step(std::size_t i, const torch::Tensor& x, Denoiser& denoiser,
                                   NoiseSource& source) = 0;
    };
    virtual std::unique_ptr<Run> begin() const = 0;

    /// What the state before the first evaluation is made of: signal * x0 + noise * draw, or of noise alone.
    struct StartLevel {
        double signal = 1, noise = 1, pureNoise = 1;
    };
    /// A variance-preserving state's: of the cumulated product of alphas at its timestep.
    static StartLevel preservingLevel(float alphaCumprod);

    std::vector<double> timesteps_;
    StartLevel level_;
};

}  // namespace afa
