// PNDM without Runge-Kutta steps (Liu et al. 2022, Eq. 9), as diffusers schedulers/scheduling_pndm.py with
// skip_prk_steps: the second timestep is evaluated twice, so there is one evaluation more than steps.
#include <cmath>
#include <deque>

#include "core/diffusion/samplers.h"
#include "core/diffusion/timesteps.h"

namespace afa {
namespace {

class Pndm : public SamplerLoop {
  public:
    Pndm(const SamplerSettings& settings, const NoiseSchedule& schedule)
        : alphas_(schedule.alphasCumprod), stride_(schedule.trainSteps / settings.steps) {
        timesteps_ = withoutFirst(leadingTimesteps(schedule, settings.steps), settings.firstStep);
        level_ = preservingLevel(alphas_.data_ptr<float>()[static_cast<std::int64_t>(timesteps_.front())]);
        if (timesteps_.size() > 1) timesteps_.insert(timesteps_.begin() + 1, timesteps_[1]);
    }

  protected:
    struct PndmRun : Run {
        explicit PndmRun(const Pndm& owner) : sampler(owner) {}

        torch::Tensor step(std::size_t i, const torch::Tensor& x, Denoiser& denoiser, NoiseSource&) override {
            const auto noise = evaluate(denoiser, x, sampler.timesteps_[i]);
            auto from = static_cast<std::int64_t>(sampler.timesteps_[i]);
            auto to = from - sampler.stride_;
            if (i == 1) {
                // The repeated timestep: the first step is taken again with the mean of both predictions.
                const auto again =
                    sampler.previous(first, from + sampler.stride_, from, (noise + history.back()) / 2);
                first.reset();
                return again;
            }
            history.push_back(noise);
            if (history.size() > 4) history.pop_front();
            if (i == 0) first = x;
            return sampler.previous(x, from, to, extrapolated());
        }

        /// Adams-Bashforth of the order the history allows.
        torch::Tensor extrapolated() const {
            const auto& h = history;
            switch (h.size()) {
                case 1:
                    return h[0];
                case 2:
                    return (3 * h[1] - h[0]) / 2;
                case 3:
                    return (23 * h[2] - 16 * h[1] + 5 * h[0]) / 12;
                default:
                    return (1.0 / 24) * (55 * h[3] - 59 * h[2] + 37 * h[1] - 9 * h[0]);
            }
        }

        const Pndm& sampler;
        std::deque<torch::Tensor> history;
        torch::Tensor first;
    };
    std::unique_ptr<Run> begin() const override { return std::make_unique<PndmRun>(*this); }

  private:
    torch::Tensor previous(const torch::Tensor& x, std::int64_t from, std::int64_t to,
                           const torch::Tensor& noise) const {
        const float* table = alphas_.data_ptr<float>();
        const float alpha = table[from];
        const float previousAlpha = to >= 0 ? table[to] : table[0];  // set_alpha_to_one false
        const float beta = 1 - alpha, previousBeta = 1 - previousAlpha;
        const float denominator = alpha * std::sqrt(previousBeta) + std::sqrt(alpha * beta * previousAlpha);
        return std::sqrt(previousAlpha / alpha) * x - (previousAlpha - alpha) * noise / denominator;
    }

    torch::Tensor alphas_;
    std::int64_t stride_;
};

}  // namespace

std::unique_ptr<Sampler> makePndm(const SamplerSettings& settings, const NoiseSchedule& schedule) {
    return std::make_unique<Pndm>(settings, schedule);
}

}  // namespace afa
