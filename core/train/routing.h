#pragma once
#include <map>

#include "core/base/training_report.h"
#include "core/tensor/torch.h"

namespace afa {

/// Gathers an ensemble's maps into what a stage does on the whole (method.md 6).
class RoutingMeter {
  public:
    void add(int stage, const torch::Tensor& weights);  ///< [B, N, h, w] fp32
    std::vector<StageRouting> report() const;           ///< ascending stages

  private:
    struct Sums {
        torch::Tensor weight;  ///< [N] fp64
        double entropy = 0, variation = 0;
        std::int64_t pictures = 0;
    };
    std::map<int, Sums> stages_;
};

}  // namespace afa
