#include "core/diffusion/guidance.h"

#include <utility>

namespace afa {

Guidance::Guidance(std::shared_ptr<Denoiser> inner, double scale) : inner_(std::move(inner)), scale_(scale) {}

void Guidance::observe(const DenoiserObserver& observer) {
    observer_ = observer;
    inner_->observe(observer);
}

torch::Tensor Guidance::predict(const torch::Tensor& x, const torch::Tensor& timesteps) {
    if (!isGuided(scale_)) {
        const auto cond = inner_->predict(x, timesteps);
        if (observer_.noise) observer_.noise({}, cond, {});
        return cond;
    }
    const auto both = inner_->predict(torch::cat({x, x}), torch::cat({timesteps, timesteps}));
    const auto halves = both.chunk(2);
    if (observer_.noise) observer_.noise({}, halves[0], halves[1]);
    return halves[1] + scale_ * (halves[0] - halves[1]);
}

}  // namespace afa
