// DPM-Solver++ 2M (Lu et al. 2022, midpoint), as diffusers schedulers/scheduling_dpmsolver_multistep.py with
// order 2, final sigma zero and lower_order_final.
#include <cmath>

#include "core/diffusion/samplers.h"
#include "core/diffusion/timesteps.h"

namespace afa {
namespace {

class Dpmpp2m : public SamplerLoop {
  public:
    Dpmpp2m(const SamplerSettings& settings, const NoiseSchedule& schedule) {
        const auto table = trainingSigmas(schedule);
        if (settings.karras) {
            sigmas_ = karrasSigmas(table.front(), table.back(), settings.steps);
            for (const double sigma : sigmas_)
                timesteps_.push_back(std::nearbyint(timestepOf(table, sigma)));
        } else {
            // One point more than steps, the last of which is left out.
            timesteps_ = leadingTimesteps(schedule, settings.steps + 1);
            timesteps_.pop_back();
            for (const double t : timesteps_)
                sigmas_.push_back(sigmaAt(table, t));
        }
        timesteps_ = withoutFirst(std::move(timesteps_), settings.firstStep);
        sigmas_ = withoutFirst(std::move(sigmas_), settings.firstStep);
        sigmas_.push_back(0.0);
        level_ = {level(0).alpha, level(0).sigma, 1.0};
    }

  protected:
    /// Variance-preserving alpha and sigma of a noise level, and half its log signal-to-noise ratio.
    struct Level {
        float alpha, sigma, lambda;
    };
    Level level(std::size_t i) const {
        const auto ratio = static_cast<float>(sigmas_[i]);
        const float alpha = 1 / std::sqrt(ratio * ratio + 1);
        const float sigma = ratio * alpha;
        return {alpha, sigma, std::log(alpha) - std::log(sigma)};
    }

    struct DpmppRun : Run {
        explicit DpmppRun(const Dpmpp2m& owner) : sampler(owner) {}
        torch::Tensor step(std::size_t i, const torch::Tensor& x, Denoiser& denoiser, NoiseSource&) override {
            const Level from = sampler.level(i), to = sampler.level(i + 1);
            const auto x0 = (x - from.sigma * evaluate(denoiser, x, sampler.timesteps_[i])) / from.alpha;
            const float h = to.lambda - from.lambda;
            const float gain = to.alpha * (std::exp(-h) - 1);
            auto next = (to.sigma / from.sigma) * x - gain * x0;
            const bool last = i + 1 == sampler.timesteps_.size();
            if (i > 0 && !last) {
                const float before = from.lambda - sampler.level(i - 1).lambda;
                next = next - 0.5F * gain * ((h / before) * (x0 - previousX0));
            }
            previousX0 = x0;
            return next;
        }
        const Dpmpp2m& sampler;
        torch::Tensor previousX0;
    };
    std::unique_ptr<Run> begin() const override { return std::make_unique<DpmppRun>(*this); }

  private:
    std::vector<double> sigmas_;  ///< one per timestep, then 0
};

}  // namespace

std::unique_ptr<Sampler> makeDpmpp2m(const SamplerSettings& settings, const NoiseSchedule& schedule) {
    return std::make_unique<Dpmpp2m>(settings, schedule);
}

}  // namespace afa
