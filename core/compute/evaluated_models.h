#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "core/compute/model_cache.h"
#include "core/diffusion/denoiser.h"
#include "core/engine/engine.h"
#include "core/train/encoder_set.h"

namespace afa {

/// VAE and tokenizer of the host, the text encoder of every model, with their fingerprints.
Encoders openEncoders(ModelCache& cache, const std::vector<std::filesystem::path>& models,
                      const std::filesystem::path& host, const std::filesystem::path& vae,
                      const Placement& placement);

/// Base models that are measured one after the other on the same pictures, each U-Net alone in memory unless
/// the engine keeps models.
class EvaluatedModels {
  public:
    struct Choice {
        std::vector<std::filesystem::path> models;
        int host = 0;
        std::filesystem::path vae;  ///< empty = the host's
        int size = 0;               ///< pixels; 0 = the models' own
        ComputeSettings compute;
    };
    /// Throws ConfigError where the models' architectures differ, RequestError for a size they do not take.
    EvaluatedModels(const Choice& choice, const EngineOptions& options, ModelCache& cache,
                    const TaskControl& control);

    std::size_t count() const { return paths_.size(); }
    const std::string& name(std::size_t model) const { return names_[model]; }
    const PartReader& unetPart(std::size_t model);
    std::int64_t size() const { return size_; }  ///< pixels, square
    const Placement& placement() const { return placement_; }
    /// Throws DataError that names model and precision where the errors of its predictions are not finite.
    void requireFinite(std::size_t model, const std::vector<float>& errors) const;
    Encoders encoders();
    void dropEncoders();  ///< once pictures and texts are encoded

    /// Runs `work` with the model as a denoiser; `bindText` gives it the text [B, 77, D] of the next
    /// predictions.
    using BindText = std::function<void(const torch::Tensor& text)>;
    void run(std::size_t model, const std::function<void(Denoiser&, const BindText& bindText)>& work);

  private:
    const EngineOptions& options_;
    ModelCache& cache_;
    const TaskControl& control_;
    Placement placement_;
    std::vector<std::filesystem::path> paths_;
    std::filesystem::path host_, vae_;
    std::vector<std::string> names_;
    std::int64_t size_ = 0;
};

}  // namespace afa
