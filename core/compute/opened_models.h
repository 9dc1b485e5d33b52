#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/compute/model_cache.h"
#include "core/diffusion/denoiser.h"
#include "core/diffusion/noise_schedule.h"
#include "core/engine/requests.h"
#include "core/train/encoder_set.h"

namespace afa {

/// The device and the type that networks run in; sets the count of threads.
Placement placementOf(const ComputeSettings& settings);

/// What the U-Net's levels and the VAE make of a size: pixels of a side, in multiples of the grid.
struct SizeGrid {
    std::int64_t step = 64;  ///< pixels
    std::int64_t own = 512;  ///< what the models were made for

    SizeGrid(const UNetConfig& unet, const VaeConfig& vae);
    /// `asked`, or the models' own size where that is 0. Throws RequestError, which names the option, for one
    /// that they do not take.
    std::int64_t side(const char* option, std::int64_t asked) const;
};

/// Which base models a request names.
struct ModelChoice {
    std::vector<std::filesystem::path> models;
    int host = 0;                ///< index of the model whose VAE and tokenizer serve all
    std::filesystem::path vae;   ///< another VAE; empty = the host's
    std::optional<int> alone{};  ///< the one that runs: the others may be of another architecture
};

/// The base models of a request: what every request that runs some opens first. Opening reads configs and
/// lists of tensors; weights are read when they are asked for.
class OpenedModels {
  public:
    /// Begins the cache's request. Throws FileError, ConfigError where the models that run, or the VAE, do
    /// not fit each other.
    OpenedModels(const ModelChoice& choice, const Placement& placement, ModelCache& cache,
                 const TaskControl& control);
    /// A model that is in the cache and nowhere else (merge_for_request.h), which the cache's request began
    /// with; `vae` as above.
    OpenedModels(const std::filesystem::path& merged, const std::filesystem::path& vae,
                 const Placement& placement, ModelCache& cache);

    std::size_t count() const { return paths_.size(); }
    const std::filesystem::path& path(std::size_t model) const { return paths_[model]; }  ///< canonical
    const std::vector<std::filesystem::path>& paths() const { return paths_; }
    const std::filesystem::path& hostPath() const { return host_; }
    const std::filesystem::path& vaePath() const { return vae_; }
    const Placement& placement() const { return placement_; }

    std::shared_ptr<const Checkpoint> checkpoint(std::size_t model) const {
        return cache_.checkpoint(paths_[model]);
    }
    std::string name(std::size_t model) const { return checkpoint(model)->name(); }
    std::vector<std::string> names() const;
    /// What to say of models whose files would run something in Python.
    std::vector<Message> warnings() const;
    const PartReader& unetPart(std::size_t model) const { return checkpoint(model)->part(ModelPart::UNet); }
    std::vector<const PartReader*> unetParts() const;

    const UNetConfig& unetConfig() const { return unetConfig_; }  ///< of the models that run
    const VaeConfig& vaeConfig() const { return vaeConfig_; }
    SizeGrid grid() const { return {unetConfig_, vaeConfig_}; }
    std::vector<std::int64_t> latentShape(std::int64_t count, std::int64_t width, std::int64_t height) const;
    /// That the models were trained with: Stable Diffusion 1.x's, which is all that is read.
    const NoiseSchedule& schedule() const { return schedule_; }

    std::shared_ptr<const UNet> unet(std::size_t model) const { return cache_.unet(paths_[model]); }
    std::shared_ptr<const ClipTextEncoder> textEncoder(std::size_t model) const {
        return cache_.textEncoder(paths_[model]);
    }
    std::shared_ptr<const ClipTokenizer> tokenizer() const { return cache_.tokenizer(host_); }
    std::shared_ptr<const Vae> vae() const { return cache_.vae(vae_); }
    /// Throws DataError that names model and precision where the errors of its predictions are not finite.
    void requireFinite(std::size_t model, const std::vector<float>& errors) const;
    /// All that turns pictures and texts into what the U-Nets take, with its fingerprints.
    Encoders encoders() const;

    /// Runs `work` with one model as a denoiser, whose U-Net is given back afterwards; `bindText` gives it
    /// the text [B, 77, D] of the next predictions.
    using BindText = std::function<void(const torch::Tensor& text)>;
    void runAlone(std::size_t model, const TaskControl& control,
                  const std::function<void(Denoiser&, const BindText& bindText)>& work) const;

  private:
    void requireFittingVae();

    ModelCache& cache_;
    Placement placement_;
    std::vector<std::filesystem::path> paths_;
    std::filesystem::path host_, vae_;
    UNetConfig unetConfig_;
    VaeConfig vaeConfig_;
    NoiseSchedule schedule_ = NoiseSchedule::stableDiffusion1();
};

/// The end of a message about sound weights that made values which are not finite.
Message tooNarrow(torch::Dtype dtype);

/// "the prompt has 90 tokens, 75 fit; not used: "..""; empty where nothing was cut.
Message cutPromptWarning(const TokenizedPrompt& tokens, const Message& name);

}  // namespace afa
