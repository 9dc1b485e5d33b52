// DDIM (Song et al. 2021, Eq. 12 and 16), as diffusers schedulers/scheduling_ddim.py with set_alpha_to_one
// and clip_sample false.
#include <cmath>

#include "core/diffusion/samplers.h"
#include "core/diffusion/timesteps.h"

namespace afa {
namespace {

class Ddim : public SamplerLoop {
  public:
    Ddim(const SamplerSettings& settings, const NoiseSchedule& schedule)
        : eta_(static_cast<float>(settings.eta)) {
        timesteps_ = withoutFirst(leadingTimesteps(schedule, settings.steps), settings.firstStep);
        const float* table = schedule.alphasCumprod.data_ptr<float>();
        const auto stride = static_cast<std::int64_t>(schedule.trainSteps / settings.steps);
        for (const double timestep : timesteps_) {
            const auto t = static_cast<std::int64_t>(timestep);
            // Past the first training timestep stands the first itself (set_alpha_to_one false).
            levels_.push_back({table[t], t >= stride ? table[t - stride] : table[0]});
        }
        level_ = preservingLevel(levels_.front().alpha);
    }

  protected:
    struct Level {
        float alpha, previousAlpha;
    };
    struct DdimRun : Run {
        explicit DdimRun(const Ddim& owner) : sampler(owner) {}
        torch::Tensor step(std::size_t i, const torch::Tensor& x, Denoiser& denoiser,
                           NoiseSource& source) override {
            const auto [alpha, previous] = sampler.levels_[i];
            const auto noise = evaluate(denoiser, x, sampler.timesteps_[i]);
            const auto x0 = (x - std::sqrt(1 - alpha) * noise) / std::sqrt(alpha);
            const float variance = (1 - previous) / (1 - alpha) * (1 - alpha / previous);
            const float sigma = sampler.eta_ * std::sqrt(variance);
            auto next = std::sqrt(previous) * x0 + std::sqrt(1 - previous - sigma * sigma) * noise;
            if (sampler.eta_ > 0) next = next + sigma * drawLike(source, x);
            return next;
        }
        const Ddim& sampler;
    };
    std::unique_ptr<Run> begin() const override { return std::make_unique<DdimRun>(*this); }

  private:
    float eta_;
    std::vector<Level> levels_;
};

}  // namespace

std::unique_ptr<Sampler> makeDdim(const SamplerSettings& settings, const NoiseSchedule& schedule) {
    return std::make_unique<Ddim>(settings, schedule);
}

}  // namespace afa
