#pragma once
#include <cstdint>
#include <vector>

#include "core/tensor/torch.h"

namespace afa {

/// AdamW (Loshchilov and Hutter 2019) on ATen's fused kernel, with the moments within reach for a training
/// state: torch::optim hides them behind parameter addresses and makes ten calls per parameter and step,
/// which for hundreds of small parameters costs more than the mathematics.
class AdamW {
  public:
    struct Settings {
        double weightDecay = 0.01, beta1 = 0.9, beta2 = 0.999, eps = 1e-8;
    };
    AdamW(std::vector<torch::Tensor> parameters, const Settings& settings);

    /// One update from `gradients` (of the parameters' shapes, fp32), in place.
    void step(const std::vector<torch::Tensor>& gradients, double learningRate);

    std::int64_t steps() const { return steps_; }
    const std::vector<torch::Tensor>& firstMoments() const { return first_; }
    const std::vector<torch::Tensor>& secondMoments() const { return second_; }
    /// Goes on from a state: moments in the order of the parameters.
    void restore(std::int64_t steps, const std::vector<torch::Tensor>& first,
                 const std::vector<torch::Tensor>& second);

  private:
    std::vector<torch::Tensor> parameters_, first_, second_, counts_;
    Settings settings_;
    std::int64_t steps_ = 0;
};

}  // namespace afa
