#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/base/task.h"
#include "core/diffusion/denoiser.h"
#include "core/ensemble/sabw.h"
#include "core/nn/unet.h"

namespace afa {

/// How the models are joined. Afa and LastBlock need an aggregator; Single runs model `single` alone.
struct EnsembleMode {
    enum class Kind { Afa, Single, BlockAverage, NoiseAverage, LastBlock };
    Kind kind = Kind::Afa;
    int single = 0;
    std::vector<double> weights;  ///< noise averaging: one per model, sum 1; empty = equal
};
EnsembleMode parseEnsembleMode(const std::string& name,
                               int models);  ///< "afa", "single:1", ..; throws ConfigError

/// N U-Nets in lock step, joined after every aggregated stage (Algorithm 1; method.md 2). N = 1..8.
/// Differentiable in the aggregator's parameters where they require gradients.
class EnsembleDenoiser : public Denoiser {
  public:
    /// Throws ConfigError where the models' architectures differ (both told), or the aggregator does not fit
    /// (another N, channels, text width), or LastBlock without an aggregator for stage K.
    EnsembleDenoiser(std::vector<std::shared_ptr<const UNet>> models,
                     std::shared_ptr<const Aggregator> aggregator, EnsembleMode mode);
    ~EnsembleDenoiser() override;

    /// One text per model, [B, L, D_i]; B is the batch of the following predict() calls.
    void setText(std::vector<torch::Tensor> texts);
    void setControl(TaskControl control);  ///< checked before every model's every stage
    /// Keeps only what passes between stages for gradients and computes the inside of a stage once more on
    /// the way back: same gradients to the bit, a fraction of the memory, about a third more time.
    void setCheckpointing(bool on);

    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override;
    /// Tells the features of every stage, and the map of every stage that an aggregator joins, as they arise.
    void observe(const DenoiserObserver& observer) override;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace afa
