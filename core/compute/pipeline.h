#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/compute/merge_for_request.h"
#include "core/compute/opened_models.h"
#include "core/compute/trace.h"
#include "core/diffusion/sampler.h"
#include "core/engine/requests.h"
#include "core/ensemble/ensemble_denoiser.h"

namespace afa {

/// What the pictures of one request are made with.
struct Pipeline {
    std::optional<OpenedModels> models;  ///< of a merge the merged model alone
    std::optional<MergedForRequest> merged;
    std::vector<std::size_t> used;       ///< indices into `models` of those that run
    std::vector<std::size_t> place;      ///< index into `used` -> position in the ensemble
    std::int64_t width = 0, height = 0;  ///< pixels
    std::vector<StagePlanEntry> stages;  ///< of the U-Nets
    std::unique_ptr<Sampler> sampler;
    std::unique_ptr<Denoiser> denoiser;  ///< what the sampler asks: joined and guided, whatever the mode
    int halves = 1;                      ///< [cond, uncond], of the maps that the denoiser tells

    std::vector<std::int64_t> latentShape(std::int64_t count) const {
        return models->latentShape(count, width, height);
    }
};

/// Opens and loads what a request needs, in the order of its functions, each of which needs those before.
/// They throw RequestError, ConfigError, FileError, OutOfMemory, Cancelled.
class PipelineSetup {
  public:
    using Warn = std::function<void(const Message&)>;
    PipelineSetup(const GenerateRequest& request, ModelCache& cache, const TaskControl& control, Warn warn);

    /// Device, mode, models and the size of the pictures; reads no weights but a merge's.
    void open();
    void openAggregator();
    /// Adds the text states to `trace` where that is not null.
    void encodeTexts(Trace* trace);
    void loadDenoiser();

    Pipeline& pipeline() { return made_; }

  private:
    using UNets = std::vector<std::shared_ptr<const UNet>>;

    void settleMode();
    void openModels(const Placement& placement);
    void settleSize();
    void orderModels(const AggregatorFile& file);
    TokenizedPrompt tokenize(const std::string& prompt, const Message& name);
    torch::Tensor encodeText(std::size_t model, const std::vector<std::int64_t>& ids);
    /// The denoiser of the request's mode: the one place that knows which class that is.
    std::unique_ptr<Denoiser> denoiserOf(UNets unets, std::vector<torch::Tensor> texts);
    std::unique_ptr<Denoiser> guided(std::shared_ptr<Denoiser> inner);
    bool hasUnconditional() const;

    const GenerateRequest& request_;
    const std::string modeName_;  ///< the request's, resolved
    ModelCache& cache_;
    const TaskControl& control_;
    Warn warn_;
    Pipeline made_;
    EnsembleMode mode_;  ///< where the models are joined within the U-Net
    std::shared_ptr<const Aggregator> aggregator_;
    std::vector<std::size_t> order_;    ///< position in the ensemble -> index into `used`; empty = as given
    std::vector<torch::Tensor> texts_;  ///< [halves, 77, D] of the models in `used`; halves [cond, uncond]
};

}  // namespace afa
