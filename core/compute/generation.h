#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/compute/model_cache.h"
#include "core/compute/trace.h"
#include "core/diffusion/sampler.h"
#include "core/engine/engine.h"
#include "core/ensemble/ensemble_denoiser.h"
#include "core/ensemble/magic_fusion.h"
#include "core/ensemble/model_schedule.h"

namespace afa {

/// What the pictures of one request are made with: models, size, texts, denoiser.
struct Generation {
    Placement placement;
    EnsembleMode mode;                         ///< of the denoiser `joined`
    std::vector<std::filesystem::path> paths;  ///< canonical; of a merge the merged model alone
    std::filesystem::path vae;                 ///< that decodes: the host's, or another
    std::vector<std::size_t> used;             ///< indices into `paths` of the models that run
    std::vector<std::size_t> place;            ///< index into `used` -> position in the ensemble
    std::vector<std::filesystem::path> mergedFrom;
    std::string mergeRecipe;  ///< JSON

    UNetConfig unet;
    std::int64_t factor = 8, width = 0, height = 0;  ///< pixels to a latent; pixels
    double scaling = 1.0;                            ///< of the VAE's latents

    std::vector<StagePlanEntry> stages;
    /// One of them is there.
    std::unique_ptr<EnsembleDenoiser> joined;
    std::unique_ptr<MagicFusion> magicFusion;
    std::unique_ptr<ModelSchedule> schedule;
    std::vector<std::shared_ptr<EnsembleDenoiser>> apart;  ///< the models of the last two, in their order

    std::vector<std::int64_t> latentShape(std::int64_t count) const {
        return {count, unet.inChannels, height / factor, width / factor};
    }
};

/// Whether the unconditional half has a part in a request's pictures.
inline bool isGuided(const GenerateRequest& request) {
    return request.cfg != 1.0;
}
std::unique_ptr<Sampler> samplerOf(const GenerateRequest& request);
/// The end of a message about sound weights that made values which are not finite.
std::string tooNarrow(torch::Dtype dtype);

/// Opens and loads what a request needs, in the order of its functions, each of which needs those before.
/// They throw RequestError, ConfigError, FileError, OutOfMemory, Cancelled.
class GenerationSetup {
  public:
    using Warn = std::function<void(const std::string&)>;
    GenerationSetup(const GenerateRequest& request, const EngineOptions& options, ModelCache& cache,
                    const TaskControl& control, Warn warn);

    /// Device, mode, models and the size of the pictures; reads no weights but a merge's.
    void open();
    void openAggregator();
    /// Adds the text states to `trace` where that is not null.
    void encodeTexts(Trace* trace);
    void loadDenoiser();

    Generation& generation() { return made_; }

  private:
    void chooseMode();
    void openMerge();
    void openModels();
    void settleSize();
    TokenizedPrompt tokenize(const ClipTokenizer& tokenizer, const std::string& prompt,
                             const std::string& name);
    void loadSideBySide(const std::vector<std::shared_ptr<const UNet>>& unets,
                        const std::vector<torch::Tensor>& texts);
    const std::filesystem::path& host() const;
    bool hasUnconditional() const;

    const GenerateRequest& request_;
    const std::string modeName_;  ///< the request's, resolved
    const EngineOptions& options_;
    ModelCache& cache_;
    const TaskControl& control_;
    Warn warn_;
    Generation made_;
    std::shared_ptr<const Aggregator> aggregator_;
    std::vector<std::size_t> order_;    ///< position in the ensemble -> index into `used`; empty = as given
    std::vector<torch::Tensor> texts_;  ///< [halves, 77, D] of the models in `used`; halves [cond, uncond]
};

}  // namespace afa
