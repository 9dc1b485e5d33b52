#include "core/compute/generation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/compute/merge_for_request.h"
#include "core/compute/outputs.h"
#include "core/engine/model_schedule.h"
#include "core/io/file_errors.h"
#include "core/tensor/runtime.h"

namespace afa {

namespace fs = std::filesystem;

std::unique_ptr<Sampler> samplerOf(const GenerateRequest& request) {
    return makeSampler({request.sampler, request.steps, request.karras, request.eta},
                       NoiseSchedule::stableDiffusion1());
}

std::string tooNarrow(torch::Dtype dtype) {
    if (dtype == torch::kFloat32) return "even fp32 is too narrow for it; use another model";
    return "the precision " + precisionName(dtype) + " is too narrow for it; choose --precision fp32";
}

GenerationSetup::GenerationSetup(const GenerateRequest& request, const EngineOptions& options,
                                 ModelCache& cache, const TaskControl& control, Warn warn)
    : request_(request),
      modeName_(request.resolvedMode()),
      options_(options),
      cache_(cache),
      control_(control),
      warn_(std::move(warn)) {}

const fs::path& GenerationSetup::host() const {
    return made_.paths[static_cast<std::size_t>(request_.host)];
}

/// MagicFusion compares the halves at scale 1 too.
bool GenerationSetup::hasUnconditional() const {
    return isGuided(request_) || modeName_ == "magicfusion";
}

void GenerationSetup::open() {
    configureCpu(request_.compute.threads);
    made_.placement.device = chooseDevice(request_.compute.device);
    made_.placement.dtype = choosePrecision(request_.compute.precision, made_.placement.device);
    chooseMode();
    if (!request_.vae.empty()) made_.vae = canonicalPath(request_.vae);
    if (modeName_ == "merge")
        openMerge();
    else
        openModels();
    if (made_.vae.empty()) made_.vae = host();
    settleSize();
    const auto positions =
        static_cast<double>(made_.width / made_.factor) * static_cast<double>(made_.height / made_.factor);
    const auto width = static_cast<double>(made_.unet.blockOutChannels.front());
    constexpr double kTaps = 9, kHalves = 2;
    configureCpu(threadsWorthUsing(request_.compute.threads, kTaps * kHalves * positions * width * width));
}

void GenerationSetup::chooseMode() {
    using Kind = EnsembleMode::Kind;
    if (modeName_ == "merge") {
        made_.mode = {Kind::Single, 0};
    } else if (modeName_ == "magicfusion" || modeName_ == "schedule") {
        made_.mode = {Kind::NoiseAverage};  // whole models, side by side
    } else {
        made_.mode = parseEnsembleMode(modeName_, static_cast<int>(request_.models.size()));
        auto& weights = made_.mode.weights = request_.noiseWeights;
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (double& weight : weights)
            weight /= sum;
        if (!weights.empty() && std::abs(sum - 1.0) > 1e-6)
            warn_("the noise weights do not sum to 1; divided by their sum");
    }
}

void GenerationSetup::openMerge() {
    auto merged = mergeForRequest(request_, made_.vae, made_.placement, cache_, control_);
    for (const auto& warning : merged.warnings)
        warn_(warning);
    made_.mergedFrom = std::move(merged.parents);
    made_.mergeRecipe = std::move(merged.recipeJson);
    made_.paths = {merged.path};
    made_.used = {0};
    made_.unet = cache_.checkpoint(merged.path)->unetConfig();
}

/// The request's models that run: all, or the single one.
void GenerationSetup::openModels() {
    for (const auto& path : request_.models)
        made_.paths.push_back(canonicalPath(path));
    if (made_.mode.kind == EnsembleMode::Kind::Single) {
        made_.used = {static_cast<std::size_t>(made_.mode.single)};
    } else {
        made_.used.resize(made_.paths.size());
        std::iota(made_.used.begin(), made_.used.end(), std::size_t{0});
    }
    std::set<fs::path> wanted(made_.paths.begin(), made_.paths.end());
    wanted.insert(made_.vae.empty() ? host() : made_.vae);
    cache_.begin(made_.placement, wanted, control_);
    for (const auto& path : made_.paths)
        cache_.checkpoint(path);
    for (const auto& path : made_.paths)
        for (const auto& name : cache_.checkpoint(path)->wouldRun())
            warn_(path.string() + ": Python would run " + name +
                  " when it loads this file; this program never does, and reads the weights only");
    const auto first = cache_.checkpoint(made_.paths[made_.used[0]]);
    made_.unet = first->unetConfig();
    for (const auto i : made_.used)
        requireSameNetwork(*first, *cache_.checkpoint(made_.paths[i]));
}

void GenerationSetup::settleSize() {
    const VaeConfig vae = cache_.vaeConfig(made_.vae);
    made_.factor = vae.factor();
    made_.scaling = vae.scalingFactor;
    if (vae.latentChannels != made_.unet.inChannels)
        throw ConfigError(made_.vae.string() + ": its VAE makes latents of " +
                          std::to_string(vae.latentChannels) + " channels, the U-Net takes " +
                          std::to_string(made_.unet.inChannels) + "; choose a VAE of the models' family");
    const std::int64_t grid = made_.factor << (made_.unet.blockOutChannels.size() - 1);
    const std::int64_t own = made_.unet.sampleSize * made_.factor;
    made_.width = request_.width ? request_.width : own;
    made_.height = request_.height ? request_.height : own;
    for (const auto& [name, value] : {std::pair{"--width", made_.width}, {"--height", made_.height}})
        if (value % grid != 0)
            throw RequestError(std::string(name) + " is " + std::to_string(value) +
                               "; these models take multiples of " + std::to_string(grid));
}

void GenerationSetup::openAggregator() {
    made_.place.resize(made_.used.size());
    std::iota(made_.place.begin(), made_.place.end(), std::size_t{0});
    if (!needsAggregator(modeName_)) {
        std::error_code ec;
        if (!request_.aggregator.empty() && !fs::exists(request_.aggregator, ec))
            throw FileError(request_.aggregator.string() + ": expected an aggregator, found " +
                            foundInstead(request_.aggregator, "nothing") + "; check the path" +
                            unexpandedHome(request_.aggregator));
        return;
    }
    const auto file = AggregatorFile::open(request_.aggregator);
    if (file.config.numModels != static_cast<std::int64_t>(made_.used.size()))
        throw ConfigError(request_.aggregator.string() + ": made for " +
                          std::to_string(file.config.numModels) + " base models, found " +
                          std::to_string(made_.used.size()) +
                          "; give as many --model as the aggregator joins");
    std::vector<std::string> fingerprints, names;
    for (const auto i : made_.used) {
        // An unbound aggregator accepts any models: no need to read gigabytes for a name.
        fingerprints.push_back(file.baseModels.empty() ? std::string() : cache_.fingerprint(made_.paths[i]));
        names.push_back(cache_.checkpoint(made_.paths[i])->name());
    }
    control_.checkStop();
    if (file.baseModels.empty())
        warn_(request_.aggregator.string() +
              ": does not say which base models it was trained with; taken as they are given");
    order_ = matchBaseModels(file.baseModels, fingerprints, names, request_.allowOtherModels);
    bool strangers = false;
    for (std::size_t place = 0; place < file.baseModels.size(); ++place) {
        if (fingerprints[order_[place]] == file.baseModels[place].sha256) continue;
        strangers = true;
        warn_(names[order_[place]] + ": the aggregator was not trained with this model; it stands in for " +
              file.baseModels[place].name);
    }
    if (!strangers && !std::is_sorted(order_.begin(), order_.end())) {
        std::string text;
        for (const auto i : order_)
            text += (text.empty() ? "" : ", ") + names[i];
        warn_(
            "the aggregator was trained with these base models in another order; they run as it knows "
            "them: " +
            text);
    }
    for (std::size_t position = 0; position < order_.size(); ++position)
        made_.place[order_[position]] = position;
    aggregator_ = std::make_shared<Aggregator>(file, made_.placement.device);
}

TokenizedPrompt GenerationSetup::tokenize(const ClipTokenizer& tokenizer, const std::string& prompt,
                                          const std::string& name) {
    auto tokens = tokenizer.encode(prompt);
    if (!tokens.cut.empty())
        warn_("the " + name + " has " + std::to_string(tokens.used) + " tokens, " +
              std::to_string(ClipTokenizer::kMaxTokens) + " fit; not used: \"" + tokens.cut + "\"");
    return tokens;
}

void GenerationSetup::encodeTexts(Trace* trace) {
    const auto tokenizer = cache_.tokenizer(host());
    std::vector<std::int64_t> negative;
    if (hasUnconditional())
        negative = tokenize(*tokenizer, request_.negativePrompt, "negative prompt").ids;
    else if (!request_.negativePrompt.empty())
        warn_("the negative prompt has no part in a picture with --cfg 1");
    std::vector<std::int64_t> ids;
    for (const auto i : made_.used) {
        if (ids.empty() || !request_.modelPrompts.empty()) {
            const bool own = !request_.modelPrompts.empty();
            ids = tokenize(*tokenizer, own ? request_.modelPrompts[i] : request_.prompt, "prompt").ids;
            ids.insert(ids.end(), negative.begin(), negative.end());
        }
        const auto input = torch::tensor(ids, torch::kInt64).view({-1, ClipTokenizer::kLength});
        const auto largest = *std::max_element(ids.begin(), ids.end());
        control_.checkStop();
        control_.report(
            {"text", static_cast<std::int64_t>(texts_.size()), static_cast<std::int64_t>(made_.used.size())});
        const auto config = cache_.checkpoint(made_.paths[i])->textConfig();
        const std::string where = made_.paths[i].string() + ": its text encoder ";
        if (largest >= config.vocabSize)
            throw ConfigError(where + "knows " + std::to_string(config.vocabSize) +
                              " tokens, the host's tokenizer gave number " + std::to_string(largest) +
                              "; choose a --host whose tokenizer all models share");
        if (config.hiddenSize != made_.unet.crossAttentionDim)
            throw ConfigError(where + "is " + std::to_string(config.hiddenSize) + " wide, its U-Net takes " +
                              std::to_string(made_.unet.crossAttentionDim));
        const auto text = cache_.textEncoder(made_.paths[i])->forward(input.to(made_.placement.device));
        if (!text.isfinite().all().item<bool>())
            throw DataError(where +
                            "made values that are not finite (NaN or infinite), though its weights are: " +
                            tooNarrow(made_.placement.dtype));
        if (trace) {
            trace->add("text." + std::to_string(i) + ".cond", text.slice(0, 0, 1));
            if (hasUnconditional()) trace->add("text." + std::to_string(i) + ".uncond", text.slice(0, 1, 2));
        }
        texts_.push_back(text);
        if (!options_.keepModels) cache_.dropTextEncoders();
    }
}

void GenerationSetup::loadDenoiser() {
    std::vector<std::shared_ptr<const UNet>> unets;
    std::vector<torch::Tensor> texts;
    for (std::size_t position = 0; position < made_.used.size(); ++position) {
        const std::size_t model = order_.empty() ? position : order_[position];
        control_.checkStop();
        control_.report(
            {"load", static_cast<std::int64_t>(position), static_cast<std::int64_t>(made_.used.size())});
        unets.push_back(cache_.unet(made_.paths[made_.used[model]]));
        texts.push_back(texts_[model]);
    }
    made_.stages = unets[0]->stages();
    if (modeName_ == "magicfusion" || modeName_ == "schedule") return loadSideBySide(unets, texts);
    if (made_.mode.kind == EnsembleMode::Kind::Single) made_.mode.single = 0;  // only that model is here
    made_.joined = std::make_unique<EnsembleDenoiser>(std::move(unets), aggregator_, made_.mode);
    made_.joined->setText(std::move(texts));
    made_.joined->setControl(control_);
}

void GenerationSetup::loadSideBySide(const std::vector<std::shared_ptr<const UNet>>& unets,
                                     const std::vector<torch::Tensor>& texts) {
    std::vector<std::shared_ptr<Denoiser>> models;
    for (std::size_t i = 0; i < unets.size(); ++i) {
        auto model = std::make_shared<EnsembleDenoiser>(std::vector{unets[i]}, nullptr,
                                                        EnsembleMode{EnsembleMode::Kind::Single, 0});
        model->setText({texts[i]});
        model->setControl(control_);
        made_.apart.push_back(model);
        models.push_back(std::move(model));
    }
    if (modeName_ == "magicfusion") {
        MagicFusionSettings settings{request_.magicMode, request_.magicT0, request_.magicK};
        if (settings.k.size() == 1) settings.k.assign(models.size(), settings.k[0]);
        made_.magicFusion =
            std::make_unique<MagicFusion>(std::move(models), request_.cfg, std::move(settings));
    } else {
        const auto count = static_cast<int>(samplerOf(request_)->timesteps().size());
        made_.schedule = std::make_unique<ModelSchedule>(
            std::move(models), parseModelSchedule(request_.schedule, static_cast<int>(unets.size()), count));
    }
}

}  // namespace afa
