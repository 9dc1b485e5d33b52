#include "core/compute/pipeline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/path.h"
#include "core/diffusion/guidance.h"
#include "core/engine/model_schedule.h"
#include "core/ensemble/magic_fusion.h"
#include "core/ensemble/model_schedule.h"
#include "core/io/file_errors.h"
#include "core/tensor/runtime.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

/// Whole models side by side, each a denoiser of its own, with the place for its text and its stop.
std::vector<std::shared_ptr<Denoiser>> sideBySide(const std::vector<std::shared_ptr<const UNet>>& unets,
                                                  const std::vector<torch::Tensor>& texts,
                                                  const TaskControl& control) {
    std::vector<std::shared_ptr<Denoiser>> models;
    for (std::size_t i = 0; i < unets.size(); ++i) {
        auto model = std::make_shared<EnsembleDenoiser>(std::vector{unets[i]}, nullptr,
                                                        EnsembleMode{EnsembleMode::Kind::Single, 0});
        model->setText({texts[i]});
        model->setControl(control);
        models.push_back(std::move(model));
    }
    return models;
}

bool runsWholeModels(const std::string& mode) {
    return mode == "magicfusion" || mode == "schedule";
}

}  // namespace

PipelineSetup::PipelineSetup(const GenerateRequest& request, ModelCache& cache, const TaskControl& control,
                             Warn warn)
    : request_(request),
      modeName_(request.resolvedMode()),
      cache_(cache),
      control_(control),
      warn_(std::move(warn)) {}

/// MagicFusion compares the halves at scale 1 too.
bool PipelineSetup::hasUnconditional() const {
    return isGuided(request_.cfg) || modeName_ == "magicfusion";
}

void PipelineSetup::open() {
    const auto placement = placementOf(request_.compute);
    settleMode();
    openModels(placement);
    settleSize();
    made_.sampler = makeSampler({request_.sampler, request_.steps, request_.karras, request_.eta},
                                made_.models->schedule());
    const auto latents = made_.latentShape(1);
    const auto width = static_cast<double>(made_.models->unetConfig().blockOutChannels.front());
    constexpr double kTaps = 9, kHalves = 2;
    configureCpu(threadsWorthUsing(
        request_.compute.threads,
        kTaps * kHalves * static_cast<double>(latents[2]) * static_cast<double>(latents[3]) * width * width));
}

void PipelineSetup::settleMode() {
    if (modeName_ == "merge") {
        mode_ = {EnsembleMode::Kind::Single, 0};
    } else if (!runsWholeModels(modeName_)) {
        mode_ = parseEnsembleMode(modeName_, static_cast<int>(request_.models.size()));
        auto& weights = mode_.weights = request_.noiseWeights;
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (double& weight : weights)
            weight /= sum;
        if (!weights.empty() && std::abs(sum - 1.0) > 1e-6)
            warn_(Message::of("the noise weights do not sum to 1; divided by their sum"));
    }
}

/// The request's models, and which of them run: all, the single one, or what they are merged into.
void PipelineSetup::openModels(const Placement& placement) {
    const auto vae = request_.vae.empty() ? fs::path() : canonicalPath(request_.vae);
    if (modeName_ == "merge") {
        made_.merged = mergeForRequest(request_, vae, placement, cache_, control_);
        for (const auto& warning : made_.merged->warnings)
            warn_(warning);
        made_.models.emplace(made_.merged->path, vae, placement, cache_);
        made_.used = {0};
        return;
    }
    ModelChoice choice{request_.models, request_.host, vae};
    if (!runsWholeModels(modeName_) && mode_.kind == EnsembleMode::Kind::Single) choice.alone = mode_.single;
    made_.models.emplace(choice, placement, cache_, control_);
    for (const auto& warning : made_.models->warnings())
        warn_(warning);
    if (choice.alone) {
        made_.used = {static_cast<std::size_t>(*choice.alone)};
    } else {
        made_.used.resize(made_.models->count());
        std::iota(made_.used.begin(), made_.used.end(), std::size_t{0});
    }
}

void PipelineSetup::settleSize() {
    const auto grid = made_.models->grid();
    made_.width = grid.side("width", request_.width);
    made_.height = grid.side("height", request_.height);
}

void PipelineSetup::openAggregator() {
    made_.place.resize(made_.used.size());
    std::iota(made_.place.begin(), made_.place.end(), std::size_t{0});
    if (!needsAggregator(modeName_)) {
        std::error_code ec;
        if (!request_.aggregator.empty() && !fs::exists(request_.aggregator, ec))
            throw FileError(Message::of("%1: expected an aggregator, found %2; check the path%3",
                                        request_.aggregator,
                                        foundInstead(request_.aggregator, Message::of("nothing")),
                                        unexpandedHome(request_.aggregator)));
        return;
    }
    const auto file = AggregatorFile::open(request_.aggregator, made_.used.size());
    orderModels(file);
    for (std::size_t position = 0; position < order_.size(); ++position)
        made_.place[order_[position]] = position;
    aggregator_ = std::make_shared<Aggregator>(file, made_.models->placement().device);
}

/// As the aggregator knows them.
void PipelineSetup::orderModels(const AggregatorFile& file) {
    std::vector<std::string> fingerprints, names;
    for (const auto i : made_.used) {
        // An unbound aggregator accepts any models: no need to read gigabytes for a name.
        fingerprints.push_back(file.baseModels.empty() ? std::string()
                                                       : cache_.fingerprint(made_.models->path(i)));
        names.push_back(made_.models->name(i));
    }
    control_.checkStop();
    if (file.baseModels.empty())
        warn_(Message::of("%1: does not say which base models it was trained with; taken as they are given",
                          request_.aggregator));
    order_ = matchBaseModels(file.baseModels, fingerprints, names, request_.allowOtherModels);
    bool strangers = false;
    for (std::size_t place = 0; place < file.baseModels.size(); ++place) {
        if (fingerprints[order_[place]] == file.baseModels[place].sha256) continue;
        strangers = true;
        warn_(Message::of("%1: the aggregator was not trained with this model; it stands in for %2",
                          names[order_[place]], file.baseModels[place].name));
    }
    if (strangers || std::is_sorted(order_.begin(), order_.end())) return;
    std::string text;
    for (const auto i : order_)
        text += (text.empty() ? "" : ", ") + names[i];
    warn_(Message::of(
        "the aggregator was trained with these base models in another order; they run as it knows them: %1",
        text));
}

TokenizedPrompt PipelineSetup::tokenize(const std::string& prompt, const Message& name) {
    auto tokens = made_.models->tokenizer()->encode(prompt);
    if (const auto warning = cutPromptWarning(tokens, name); !warning.empty()) warn_(warning);
    return tokens;
}

void PipelineSetup::encodeTexts(Trace* trace) {
    std::vector<std::int64_t> negative;
    if (hasUnconditional())
        negative = tokenize(request_.negativePrompt, Message::of("negative prompt")).ids;
    else if (!request_.negativePrompt.empty())
        warn_(Message::of("the negative prompt has no part in a picture with %1", Option{"cfg", "1"}));
    std::vector<std::int64_t> ids;
    for (const auto i : made_.used) {
        if (ids.empty() || !request_.modelPrompts.empty()) {
            const bool own = !request_.modelPrompts.empty();
            ids = tokenize(own ? request_.modelPrompts[i] : request_.prompt, Message::of("prompt")).ids;
            ids.insert(ids.end(), negative.begin(), negative.end());
        }
        control_.checkStop();
        control_.report(
            {"text", static_cast<std::int64_t>(texts_.size()), static_cast<std::int64_t>(made_.used.size())});
        texts_.push_back(encodeText(i, ids));
        if (trace) {
            trace->add("text." + std::to_string(i) + ".cond", texts_.back().slice(0, 0, 1));
            if (hasUnconditional())
                trace->add("text." + std::to_string(i) + ".uncond", texts_.back().slice(0, 1, 2));
        }
        cache_.doneWithTextEncoders();
    }
}

torch::Tensor PipelineSetup::encodeText(std::size_t model, const std::vector<std::int64_t>& ids) {
    const auto& models = *made_.models;
    const auto config = models.checkpoint(model)->textConfig();
    const auto& where = models.path(model);
    const auto largest = *std::max_element(ids.begin(), ids.end());
    if (largest >= config.vocabSize)
        throw ConfigError(
            Message::of("%1: its text encoder knows %2 tokens, the host's tokenizer gave number %3; choose a "
                        "%4 whose tokenizer "
                        "all models share",
                        where, config.vocabSize, largest, Option{"host"}));
    if (config.hiddenSize != models.unetConfig().crossAttentionDim)
        throw ConfigError(Message::of("%1: its text encoder is %2 wide, its U-Net takes %3", where,
                                      config.hiddenSize, models.unetConfig().crossAttentionDim));
    const auto input = torch::tensor(ids, torch::kInt64).view({-1, ClipTokenizer::kLength});
    auto text = models.textEncoder(model)->forward(input.to(models.placement().device));
    if (!text.isfinite().all().item<bool>())
        throw DataError(
            Message::of("%1: its text encoder made values that are not finite (NaN or infinite), though its "
                        "weights are: %2",
                        where, tooNarrow(models.placement().dtype)));
    return text;
}

void PipelineSetup::loadDenoiser() {
    UNets unets;
    std::vector<torch::Tensor> texts;
    for (std::size_t position = 0; position < made_.used.size(); ++position) {
        const std::size_t model = order_.empty() ? position : order_[position];
        control_.checkStop();
        control_.report(
            {"load", static_cast<std::int64_t>(position), static_cast<std::int64_t>(made_.used.size())});
        unets.push_back(made_.models->unet(made_.used[model]));
        texts.push_back(texts_[model]);
    }
    made_.stages = unets[0]->stages();
    made_.denoiser = denoiserOf(std::move(unets), std::move(texts));
}

std::unique_ptr<Denoiser> PipelineSetup::denoiserOf(UNets unets, std::vector<torch::Tensor> texts) {
    if (modeName_ == "magicfusion")
        return std::make_unique<MagicFusion>(
            sideBySide(unets, texts, control_), request_.cfg,
            MagicFusionSettings{request_.magicMode, request_.magicT0, request_.magicK,
                                made_.stages.back().info.stage});
    if (modeName_ == "schedule") {
        const auto evaluations = static_cast<int>(made_.sampler->timesteps().size());
        return guided(std::make_shared<ModelSchedule>(
            sideBySide(unets, texts, control_),
            parseModelSchedule(request_.schedule, static_cast<int>(unets.size()), evaluations)));
    }
    if (mode_.kind == EnsembleMode::Kind::Single) mode_.single = 0;  // only that model is here
    auto joined = std::make_shared<EnsembleDenoiser>(std::move(unets), aggregator_, mode_);
    joined->setText(std::move(texts));
    joined->setControl(control_);
    return guided(std::move(joined));
}

std::unique_ptr<Denoiser> PipelineSetup::guided(std::shared_ptr<Denoiser> inner) {
    made_.halves = isGuided(request_.cfg) ? 2 : 1;
    return std::make_unique<Guidance>(std::move(inner), request_.cfg);
}

}  // namespace afa
