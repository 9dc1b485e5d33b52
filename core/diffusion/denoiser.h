#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/tensor/torch.h"

namespace afa {

/// What is told of the inside of a prediction; an empty function is not called.
struct DenoiserObserver {
    /// The noise before guidance joins its halves, each [B, 4, h, w]; uncond undefined without guidance.
    /// `model`: where each model is guided on its own.
    std::function<void(std::optional<std::size_t> model, const torch::Tensor& cond,
                       const torch::Tensor& uncond)>
        noise{};
    /// How much each model counts at each position: stage from 1, weights [B, N, h, w] fp32.
    std::function<void(int stage, const torch::Tensor& weights)> map{};
    /// What a model's stage makes before it is joined, to find where something goes wrong. `model`: its place
    /// among those that run.
    std::function<void(std::size_t model, int stage, const torch::Tensor& features)> features{};
};

/// Predicts the noise in x at t. A single U-Net, an ensemble, guidance around either and a test's stub are
/// all Denoisers; what they are conditioned on (text) is bound to them before sampling.
class Denoiser {
  public:
    virtual ~Denoiser() = default;
    /// x [B, 4, h, w] fp32, timesteps [B] fp32 (may be fractional) -> noise [B, 4, h, w] fp32.
    virtual torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) = 0;
    /// A sampler says which of its evaluations the next predict() is, from 0.
    virtual void beginEvaluation(int) {}
    /// `observer` is told from now on, in place of the one before; denoisers pass it on to those inside them.
    virtual void observe(const DenoiserObserver&) {}
};

/// For a denoiser of whole models side by side: each tells its features as the model that it is among them.
inline void observeFeatures(const std::vector<std::shared_ptr<Denoiser>>& models,
                            const DenoiserObserver& observer) {
    for (std::size_t i = 0; i < models.size(); ++i) {
        DenoiserObserver own;
        if (observer.features)
            own.features = [i, tell = observer.features](std::size_t, int stage,
                                                         const torch::Tensor& features) {
                tell(i, stage, features);
            };
        models[i]->observe(own);
    }
}

}  // namespace afa
