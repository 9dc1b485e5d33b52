#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/training_report.h"
#include "core/ensemble/ensemble_denoiser.h"
#include "core/train/adamw.h"
#include "core/train/noised_batch.h"
#include "core/train/parallel_group.h"

namespace afa {

/// How the trained parameters move from step to step.
struct OptimiserOptions {
    double lr = 1e-4;     ///< AdamW's learning rate
    bool cosine = false;  ///< it falls to 0 at the last step, after the warm-up; else it is constant
    double weightDecay = 0.01;
    std::int64_t warmup = 0;  ///< steps of linear warm-up
    double clip = 0;          ///< largest gradient norm; 0 = not clipped
    double ema = 0;           ///< decay of the weights' moving average, which is then the result; 0 = none
    int accumulate = 1;       ///< micro-batches per step

    /// Of a step counted from 0.
    double learningRate(std::int64_t step, std::int64_t totalSteps) const;
};

/// Trains an aggregator over frozen U-Nets (paper Sec. 3.4): mean squared error on noise, AdamW in fp32.
/// Holds no data and writes no files.
class Trainer {
  public:
    /// aggregator: its parameters are made to require gradients here. Throws ConfigError where it does not
    /// fit the U-Nets.
    Trainer(const OptimiserOptions& options, std::int64_t totalSteps,
            std::vector<std::shared_ptr<const UNet>> unets, std::shared_ptr<Aggregator> aggregator,
            ParallelGroup& group);

    /// One optimiser step. `micro(k)` gives this process's micro-batch k of `accumulate`. Throws
    /// Cancelled out of a micro-batch (the step is then as if it had not begun), DataError when too many
    /// steps in a row were not finite.
    TrainStep step(const std::function<NoisedBatch(int)>& micro);

    std::int64_t stepsDone() const { return optimiser_.steps() + skipped_; }
    /// Whether the last step's gradients were not finite, so that it was not taken.
    bool lastSkipped() const { return skippedInARow_ > 0; }

    const Aggregator& aggregator() const { return *aggregator_; }
    /// What generation would use: the moving average with `ema`, else the parameters as they are. A frozen
    /// copy, brought up to date by this call.
    std::shared_ptr<const Aggregator> result();

    /// For a state: everything that changes from step to step, in the order of aggregator().parameters().
    struct Memory {
        std::int64_t optimiserSteps = 0, skipped = 0;
        std::vector<torch::Tensor> parameters, average, firstMoments, secondMoments;
    };
    Memory memory() const;  ///< shares the tensors; average is empty without `ema`
    void restore(const Memory& memory);

    void setCheckpointing(bool on) { denoiser_.setCheckpointing(on); }
    /// Checked at every U-Net stage of the way forward; only for a group of one.
    void setControl(const TaskControl& control) { denoiser_.setControl(control); }

  private:
    /// Gradients of this step's samples, summed over the group; returns the mean loss.
    double gradients(const std::function<NoisedBatch(int)>& micro);

    OptimiserOptions options_;
    std::int64_t totalSteps_;
    std::shared_ptr<Aggregator> aggregator_;
    std::vector<torch::Tensor> parameters_;
    std::shared_ptr<Aggregator> result_;
    std::vector<torch::Tensor> resultParameters_;
    EnsembleDenoiser denoiser_;
    AdamW optimiser_;
    ParallelGroup& group_;
    std::vector<torch::Tensor> sums_;  ///< gradients, then the loss
    double mathSeconds_ = 0;
    std::int64_t skipped_ = 0, skippedInARow_ = 0;
};

}  // namespace afa
