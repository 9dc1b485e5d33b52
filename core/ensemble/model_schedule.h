#pragma once
#include <memory>
#include <vector>

#include "core/diffusion/denoiser.h"

namespace afa {

/// One model after the other within one picture: a Denoiser that is another one at each sampler evaluation.
class ModelSchedule : public Denoiser {
  public:
    /// modelOf: which of `models` runs at each evaluation.
    ModelSchedule(std::vector<std::shared_ptr<Denoiser>> models, std::vector<int> modelOf);
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override;
    void beginEvaluation(int evaluation) override;
    void observe(const DenoiserObserver& observer) override { observeFeatures(models_, observer); }

  private:
    std::vector<std::shared_ptr<Denoiser>> models_;
    std::vector<int> modelOf_;
    std::size_t evaluation_ = 0;
};

}  // namespace afa
