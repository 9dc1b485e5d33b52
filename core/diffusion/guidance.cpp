#include "core/diffusion/guidance.h"

#include <utility>

namespace afa {

Guidance::Guidance(Denoiser& inner, double scale, Observer observer)
    : inner_(inner), scale_(scale), observer_(std::move(observer)) {}

torch::Tensor Guidance::predict(const torch::Tensor& x, const torch::Tensor& timesteps) {
    if (scale_ == 1.0) {
        const auto cond = inner_.predict(x, timesteps);
        if (observer_) observer_(cond, {});
        return cond;
    }
    const auto both = inner_.predict(torch::cat({x, x}), torch::cat({timesteps, timesteps}));
    const auto halves = both.chunk(2);
    if (observer_) observer_(halves[0], halves[1]);
    return halves[1] + scale_ * (halves[0] - halves[1]);
}

}  // namespace afa
