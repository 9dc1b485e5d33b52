#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/task.h"
#include "core/diffusion/sampler.h"
#include "core/ensemble/ensemble_denoiser.h"
#include "core/train/encoded_data.h"

namespace afa {

/// One picture of one prompt and seed, made again and again while an aggregator learns.
class TrainingSamples {
  public:
    struct Settings {
        std::filesystem::path folder;
        std::string prompt;
        double cfg = 7.5;
        std::uint64_t seed = 0;
        std::int64_t size = 512;  ///< pixels, square
    };
    /// Encodes the prompt; the text encoders are not needed afterwards.
    TrainingSamples(const Settings& settings, const Encoders& encoders, const NoiseSchedule& schedule);

    std::filesystem::path path(std::int64_t step) const;  ///< FOLDER/step-<step>.png
    /// Writes path(step) (DDIM, 20 steps). Throws Cancelled, FileError.
    std::filesystem::path make(std::int64_t step, const std::vector<std::shared_ptr<const UNet>>& unets,
                               std::shared_ptr<const Aggregator> aggregator,
                               const TaskControl& control) const;

  private:
    Settings settings_;
    std::vector<torch::Tensor> texts_;  ///< one per model, [halves, 77, D]
    std::shared_ptr<const Vae> vae_;
    std::unique_ptr<Sampler> sampler_;
};

}  // namespace afa
