// Euler and Euler ancestral (Karras et al. 2022, Algorithm 2 without churn; k-diffusion), as diffusers
// schedulers/scheduling_euler_discrete.py (linear interpolation) and scheduling_euler_ancestral_discrete.py.
#include <cmath>

#include "core/diffusion/samplers.h"
#include "core/diffusion/timesteps.h"

namespace afa {
namespace {

class Euler : public SamplerLoop {
  public:
    Euler(const SamplerSettings& settings, const NoiseSchedule& schedule, bool ancestral)
        : ancestral_(ancestral) {
        const auto table = trainingSigmas(schedule);
        timesteps_ = leadingTimesteps(schedule, settings.steps);
        std::vector<double> sigmas;
        for (const double t : timesteps_)
            sigmas.push_back(sigmaAt(table, t));
        if (settings.karras) {
            sigmas = karrasSigmas(sigmas.back(), sigmas.front(), settings.steps);
            for (std::size_t i = 0; i < sigmas.size(); ++i)
                timesteps_[i] = static_cast<float>(timestepOf(table, sigmas[i]));
        }
        timesteps_ = withoutFirst(std::move(timesteps_), settings.firstStep);
        sigmas = withoutFirst(std::move(sigmas), settings.firstStep);
        sigmas_.assign(sigmas.begin(), sigmas.end());
        sigmas_.push_back(0.0F);
        level_ = {1.0, sigmas_[0], std::sqrt(sigmas_[0] * sigmas_[0] + 1)};
    }

  protected:
    struct EulerRun : Run {
        explicit EulerRun(const Euler& owner) : sampler(owner) {}
        torch::Tensor step(std::size_t i, const torch::Tensor& x, Denoiser& denoiser,
                           NoiseSource& source) override {
            const float sigma = sampler.sigmas_[i], to = sampler.sigmas_[i + 1];
            const auto noise = evaluate(denoiser, x / std::sqrt(sigma * sigma + 1), sampler.timesteps_[i]);
            const auto x0 = x - sigma * noise;
            const auto derivative = (x - x0) / sigma;
            if (!sampler.ancestral_) return x + derivative * (to - sigma);
            const float up = std::sqrt(to * to * (sigma * sigma - to * to) / (sigma * sigma));
            const float down = std::sqrt(to * to - up * up);
            // Drawn after the last step too, as diffusers does: the generator's place is part of the
            // contract.
            return x + derivative * (down - sigma) + drawLike(source, x) * up;
        }
        const Euler& sampler;
    };
    std::unique_ptr<Run> begin() const override { return std::make_unique<EulerRun>(*this); }

  private:
    bool ancestral_;
    std::vector<float> sigmas_;  ///< one per timestep, then 0
};

}  // namespace

std::unique_ptr<Sampler> makeEuler(const SamplerSettings& settings, const NoiseSchedule& schedule,
                                   bool ancestral) {
    return std::make_unique<Euler>(settings, schedule, ancestral);
}

}  // namespace afa
