#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/task.h"
#include "core/base/training_report.h"
#include "core/ensemble/ensemble_denoiser.h"
#include "core/train/encoded_data.h"
#include "core/train/noised_batch.h"

namespace afa {

/// Denoising error on held-out pictures, each with a timestep and a noise of its own that never change (the
/// timesteps spread evenly), so that the curve means something; in the same pass every single model and the
/// plain means, so that "is it better than what I had" can be read off. Gradients are off.
class Validator {
  public:
    /// data outlives the validator.
    Validator(std::vector<std::shared_ptr<const UNet>> unets, EncodedData& data, NoiseSchedule schedule,
              std::uint64_t seed, std::int64_t batch);

    ValidationReport run(std::int64_t step, std::shared_ptr<const Aggregator> aggregator,
                         const TaskControl& control = {});

    /// Errors of the methods that training does not change, [pictures] each; computed by the first run() and
    /// kept. A state carries them, so that a resumed run need not compute them again.
    const std::map<std::string, torch::Tensor>& baselines() const { return baselines_; }
    /// Ignored unless it holds every method for as many pictures.
    void setBaselines(std::map<std::string, torch::Tensor> baselines);

  private:
    std::vector<std::string> methods() const;
    NoisedBatch batchAt(std::int64_t first, std::int64_t count);

    NoiseSchedule schedule_;
    std::vector<std::shared_ptr<const UNet>> unets_;
    EncodedData& data_;
    std::uint64_t seed_;
    std::int64_t batch_;
    std::vector<std::int64_t> timesteps_;  ///< one per picture
    std::map<std::string, torch::Tensor> baselines_;
};

/// A method's errors [pictures] at their timesteps, beside AFA's on the same pictures: means in all and by
/// quarters of the timesteps, and the paired difference with its 95% interval (normal, sample deviation).
MethodError methodError(const std::string& name, const torch::Tensor& errors, const torch::Tensor& afa,
                        const torch::Tensor& timesteps, std::int64_t trainSteps);

/// What the maps say, in words: models that hardly count (collapse). Empty = nothing to warn of.
std::vector<Message> routingWarnings(const std::vector<StageRouting>& routing,
                                         const std::vector<std::string>& modelNames);

}  // namespace afa
