#include "core/compute/generator.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <random>

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/compute/maps_recorder.h"
#include "core/compute/merge_for_request.h"
#include "core/compute/outputs.h"
#include "core/compute/picture_text.h"
#include "core/compute/trace.h"
#include "core/diffusion/guidance.h"
#include "core/diffusion/sampler.h"
#include "core/engine/maps.h"
#include "core/engine/model_schedule.h"
#include "core/ensemble/ensemble_denoiser.h"
#include "core/ensemble/magic_fusion.h"
#include "core/ensemble/model_schedule.h"
#include "core/eval/maps_sheet.h"
#include "core/io/picture_file.h"
#include "core/io/safetensors.h"
#include "core/io/utf8.h"
#include "core/tensor/runtime.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kTileLatents =
    96;  // VAE decodes up to 768 px in one piece: about 1.5 GB in fp32 past that

/// DIR/afa-SEED.png, or with -2, -3 .. where that exists: a picture is never overwritten unasked, nor does it
/// come to the maps of another.
fs::path freePicturePath(const fs::path& folder, std::uint64_t seed) {
    const std::string stem = "afa-" + std::to_string(seed);
    fs::path path = folder / (stem + ".png");
    for (int i = 2; fs::exists(path) || fs::exists(keptMapsPath(path)); ++i)
        path = folder / (stem + "-" + std::to_string(i) + ".png");
    return path;
}

/// One request on its way; each step needs the ones before.
class Run {
  public:
    Run(const GenerateRequest& request, const EngineOptions& options, ModelCache& cache,
        const GenerateEvents& events, const TaskControl& control)
        : request_(request), options_(options), cache_(cache), events_(events), control_(control) {}

    GenerateResult make() {
        const auto start = Clock::now();
        open();
        prepareOutputs();
        openAggregator();
        readLatents();
        encodeTexts();
        loadDenoiser();
        result_.loadSeconds = secondsSince(start);

        const std::uint64_t first = request_.seed ? *request_.seed : std::random_device{}();
        for (int i = 0; i < request_.count; ++i) {
            control_.checkStop();
            makePicture(i, first + static_cast<std::uint64_t>(i));
        }
        return std::move(result_);
    }

    void load() {
        open();
        openAggregator();
        encodeTexts();
        loadDenoiser();
        control_.checkStop();
        cache_.vae(vaePath());
    }

  private:
    void open() {
        configureCpu(request_.compute.threads);
        placement_.device = chooseDevice(request_.compute.device);
        placement_.dtype = choosePrecision(request_.compute.precision, placement_.device);
        chooseMode();
        if (merging())
            openMerge();
        else
            openModels();
        settleSize();
        const auto positions = static_cast<double>(width_ / factor_) * static_cast<double>(height_ / factor_);
        const auto width = static_cast<double>(unetConfig_.blockOutChannels.front());
        constexpr double kTaps = 9, kHalves = 2;
        configureCpu(
            threadsWorthUsing(request_.compute.threads, kTaps * kHalves * positions * width * width));
    }

    void warn(const std::string& message) {
        result_.warnings.push_back(message);
        if (events_.warning) events_.warning(message);
    }

    const fs::path& hostPath() const { return paths_[static_cast<std::size_t>(request_.host)]; }
    const fs::path& vaePath() const { return vaePath_.empty() ? hostPath() : vaePath_; }
    bool guided() const { return request_.cfg != 1.0; }
    bool magicFusion() const { return request_.resolvedMode() == "magicfusion"; }
    bool merging() const { return request_.resolvedMode() == "merge"; }
    bool scheduled() const { return request_.resolvedMode() == "schedule"; }
    /// MagicFusion compares the halves at scale 1 too.
    bool hasUnconditional() const { return guided() || magicFusion(); }

    void chooseMode() {
        using Kind = EnsembleMode::Kind;
        const auto name = request_.resolvedMode();
        if (name == "merge") {
            mode_ = {Kind::Single, 0};
        } else if (magicFusion() || scheduled()) {
            mode_ = {Kind::NoiseAverage};  // whole models, side by side
        } else {
            mode_ = parseEnsembleMode(name, static_cast<int>(request_.models.size()));
            mode_.weights = request_.noiseWeights;
            const double sum = std::accumulate(mode_.weights.begin(), mode_.weights.end(), 0.0);
            for (double& weight : mode_.weights)
                weight /= sum;
            if (!mode_.weights.empty() && std::abs(sum - 1.0) > 1e-6)
                warn("the noise weights do not sum to 1; divided by their sum");
        }
    }

    void openMerge() {
        if (!request_.vae.empty()) vaePath_ = canonicalPath(request_.vae);
        auto merged = mergeForRequest(request_, vaePath_, placement_, cache_, control_);
        for (const auto& warning : merged.warnings)
            warn(warning);
        mergedFrom_ = std::move(merged.parents);
        mergeRecipe_ = std::move(merged.recipeJson);
        paths_ = {merged.path};
        used_ = {0};
        unetConfig_ = cache_.checkpoint(merged.path)->unetConfig();
    }

    /// The request's models that run: all, or the single one.
    void openModels() {
        for (const auto& path : request_.models)
            paths_.push_back(canonicalPath(path));
        if (!request_.vae.empty()) vaePath_ = canonicalPath(request_.vae);
        if (mode_.kind == EnsembleMode::Kind::Single) {
            used_ = {static_cast<std::size_t>(mode_.single)};
        } else {
            used_.resize(paths_.size());
            std::iota(used_.begin(), used_.end(), std::size_t{0});
        }
        std::set<fs::path> wanted(paths_.begin(), paths_.end());
        wanted.insert(vaePath());
        cache_.begin(placement_, wanted, control_);
        for (const auto& path : paths_)
            cache_.checkpoint(path);
        const auto first = cache_.checkpoint(paths_[used_[0]]);
        unetConfig_ = first->unetConfig();
        for (const auto i : used_)
            requireSameNetwork(*first, *cache_.checkpoint(paths_[i]));
    }

    void settleSize() {
        const VaeConfig vae = cache_.vaeConfig(vaePath());
        factor_ = vae.factor();
        scaling_ = vae.scalingFactor;
        if (vae.latentChannels != unetConfig_.inChannels)
            throw ConfigError(vaePath().string() + ": its VAE makes latents of " +
                              std::to_string(vae.latentChannels) + " channels, the U-Net takes " +
                              std::to_string(unetConfig_.inChannels) +
                              "; choose a VAE of the models' family");
        const std::int64_t grid = factor_ << (unetConfig_.blockOutChannels.size() - 1);
        const std::int64_t own = unetConfig_.sampleSize * factor_;
        width_ = request_.width ? request_.width : own;
        height_ = request_.height ? request_.height : own;
        for (const auto& [name, value] : {std::pair{"--width", width_}, {"--height", height_}})
            if (value % grid != 0)
                throw RequestError(std::string(name) + " is " + std::to_string(value) +
                                   "; these models take multiples of " + std::to_string(grid));
    }

    void prepareOutputs() {
        outputIsFile_ = request_.output.extension() == ".png";
        if (request_.writePictures)
            requireFolder(outputIsFile_ ? request_.output.parent_path() : request_.output);
        for (const auto* file : {&request_.maps, &request_.sheet, &request_.trace, &request_.output}) {
            if (file->empty() || (file == &request_.output && !outputIsFile_)) continue;
            requireFolder(file->parent_path());
            if (fs::is_directory(*file))
                throw RequestError(file->string() + ": expected the name of a file to write, found a folder");
        }
    }

    bool needsAggregator() const {
        return mode_.kind == EnsembleMode::Kind::Afa || mode_.kind == EnsembleMode::Kind::LastBlock;
    }

    void openAggregator() {
        place_.resize(used_.size());
        std::iota(place_.begin(), place_.end(), std::size_t{0});
        if (!needsAggregator()) return;
        const auto file = AggregatorFile::open(request_.aggregator);
        if (file.config.numModels != static_cast<std::int64_t>(used_.size()))
            throw ConfigError(request_.aggregator.string() + ": made for " +
                              std::to_string(file.config.numModels) + " base models, found " +
                              std::to_string(used_.size()) +
                              "; give as many --model as the aggregator joins");
        std::vector<std::string> fingerprints, names;
        for (const auto i : used_) {
            // An unbound aggregator accepts any models: no need to read gigabytes for a name.
            fingerprints.push_back(file.baseModels.empty() ? std::string() : cache_.fingerprint(paths_[i]));
            names.push_back(cache_.checkpoint(paths_[i])->name());
        }
        control_.checkStop();
        if (file.baseModels.empty())
            warn(request_.aggregator.string() +
                 ": does not say which base models it was trained with; taken as they are given");
        order_ = matchBaseModels(file.baseModels, fingerprints, names, request_.allowOtherModels);
        bool strangers = false;
        for (std::size_t place = 0; place < file.baseModels.size(); ++place) {
            if (fingerprints[order_[place]] == file.baseModels[place].sha256) continue;
            strangers = true;
            warn(names[order_[place]] +
                 ": the aggregator was not trained with this model; it stands in for " +
                 file.baseModels[place].name);
        }
        if (!strangers && !std::is_sorted(order_.begin(), order_.end())) {
            std::string text;
            for (const auto i : order_)
                text += (text.empty() ? "" : ", ") + names[i];
            warn(
                "the aggregator was trained with these base models in another order; they run as it knows "
                "them: " +
                text);
        }
        for (std::size_t position = 0; position < order_.size(); ++position)
            place_[order_[position]] = position;
        aggregator_ = std::make_shared<Aggregator>(file, placement_.device);
    }

    void readLatents() {
        if (request_.latents.empty()) return;
        const auto file = openTensorFile(request_.latents);
        const auto index = file->find("latents");
        const std::vector<std::int64_t> expected{request_.count, unetConfig_.inChannels, height_ / factor_,
                                                 width_ / factor_};
        if (!index)
            throw FileError(request_.latents.string() + ": expected a tensor \"latents\" " +
                            shapeText(expected) + ", found none");
        if (file->tensors()[*index].shape != expected)
            throw ConfigError(request_.latents.string() + ": tensor \"latents\": expected " +
                              shapeText(expected) + ", found " + shapeText(file->tensors()[*index].shape));
        latents_ = toTensor(file->view(*index), torch::kFloat32);
        if (!latents_.isfinite().all().item<bool>())
            throw DataError(request_.latents.string() +
                            ": tensor \"latents\" holds values that are not finite");
    }

    TokenizedPrompt tokenize(const ClipTokenizer& tokenizer, const std::string& prompt,
                             const std::string& name) {
        auto tokens = tokenizer.encode(prompt);
        if (!tokens.cut.empty())
            warn("the " + name + " has " + std::to_string(tokens.used) + " tokens, " +
                 std::to_string(ClipTokenizer::kMaxTokens) + " fit; not used: \"" + tokens.cut + "\"");
        return tokens;
    }

    /// texts_[i] [halves, 77, D] of model used_[i], halves [cond, uncond].
    void encodeTexts() {
        const auto tokenizer = cache_.tokenizer(hostPath());
        std::vector<std::int64_t> negative;
        if (hasUnconditional())
            negative = tokenize(*tokenizer, request_.negativePrompt, "negative prompt").ids;
        std::vector<std::int64_t> ids;
        for (const auto i : used_) {
            if (ids.empty() || !request_.modelPrompts.empty()) {
                const bool own = !request_.modelPrompts.empty();
                ids = tokenize(*tokenizer, own ? request_.modelPrompts[i] : request_.prompt, "prompt").ids;
                ids.insert(ids.end(), negative.begin(), negative.end());
            }
            const auto input = torch::tensor(ids, torch::kInt64).view({-1, ClipTokenizer::kLength});
            const auto largest = *std::max_element(ids.begin(), ids.end());
            control_.checkStop();
            control_.report(
                {"text", static_cast<std::int64_t>(texts_.size()), static_cast<std::int64_t>(used_.size())});
            const auto config = cache_.checkpoint(paths_[i])->textConfig();
            const std::string where = paths_[i].string() + ": its text encoder ";
            if (largest >= config.vocabSize)
                throw ConfigError(where + "knows " + std::to_string(config.vocabSize) +
                                  " tokens, the host's tokenizer gave number " + std::to_string(largest) +
                                  "; choose a --host whose tokenizer all models share");
            if (config.hiddenSize != unetConfig_.crossAttentionDim)
                throw ConfigError(where + "is " + std::to_string(config.hiddenSize) +
                                  " wide, its U-Net takes " + std::to_string(unetConfig_.crossAttentionDim));
            const auto text = cache_.textEncoder(paths_[i])->forward(input.to(placement_.device));
            if (!request_.trace.empty()) {
                trace_.add("text." + std::to_string(i) + ".cond", text.slice(0, 0, 1));
                if (hasUnconditional())
                    trace_.add("text." + std::to_string(i) + ".uncond", text.slice(0, 1, 2));
            }
            texts_.push_back(text);
            if (!options_.keepModels) cache_.dropTextEncoders();
        }
    }

    void loadDenoiser() {
        std::vector<std::shared_ptr<const UNet>> unets;
        std::vector<torch::Tensor> texts;
        for (std::size_t position = 0; position < used_.size(); ++position) {
            const std::size_t model = order_.empty() ? position : order_[position];
            control_.checkStop();
            control_.report(
                {"load", static_cast<std::int64_t>(position), static_cast<std::int64_t>(used_.size())});
            unets.push_back(cache_.unet(paths_[used_[model]]));
            texts.push_back(texts_[model]);
        }
        EnsembleMode mode = mode_;
        if (mode.kind == EnsembleMode::Kind::Single) mode.single = 0;  // only that model is here
        plan_ = unets[0]->stages();
        if (magicFusion() || scheduled()) return loadSideBySide(unets, texts);
        denoiser_ = std::make_unique<EnsembleDenoiser>(std::move(unets), aggregator_, mode);
        denoiser_->setText(std::move(texts));
        denoiser_->setControl(control_);
    }

    void loadSideBySide(const std::vector<std::shared_ptr<const UNet>>& unets,
                        const std::vector<torch::Tensor>& texts) {
        std::vector<std::shared_ptr<Denoiser>> models;
        for (std::size_t i = 0; i < unets.size(); ++i) {
            auto model = std::make_shared<EnsembleDenoiser>(std::vector{unets[i]}, nullptr,
                                                            EnsembleMode{EnsembleMode::Kind::Single, 0});
            model->setText({texts[i]});
            model->setControl(control_);
            models.push_back(std::move(model));
        }
        if (magicFusion()) {
            MagicFusionSettings settings{request_.magicMode, request_.magicT0, request_.magicK};
            if (settings.k.size() == 1) settings.k.assign(models.size(), settings.k[0]);
            magicFusion_ =
                std::make_unique<MagicFusion>(std::move(models), request_.cfg, std::move(settings));
        } else {
            const auto count = static_cast<int>(makeSampler()->timesteps().size());
            modelSchedule_ = std::make_unique<ModelSchedule>(
                std::move(models),
                parseModelSchedule(request_.schedule, static_cast<int>(unets.size()), count));
        }
    }

    std::unique_ptr<Sampler> makeSampler() const {
        return afa::makeSampler({request_.sampler, request_.steps, request_.karras, request_.eta},
                                NoiseSchedule::stableDiffusion1());
    }

    PictureFacts facts(std::uint64_t seed) {
        PictureFacts facts;
        // All of them, also those that a single model leaves out: host and mode are indices into the list.
        for (const auto& path : merging() ? mergedFrom_ : paths_)
            facts.models.push_back({toUtf8(cache_.checkpoint(path)->name()), cache_.fingerprint(path)});
        facts.mergeRecipe = mergeRecipe_;
        if (needsAggregator()) facts.aggregator = lastName(request_.aggregator);
        facts.vae = lastName(request_.vae);
        facts.mode = request_.resolvedMode();
        facts.width = static_cast<int>(width_);
        facts.height = static_cast<int>(height_);
        facts.seed = seed;
        facts.device = placement_.device.str();
        facts.precision = precisionName(placement_.dtype);
        return facts;
    }

    MapsRecord mapsHeader(const Sampler& sampler, const PictureFacts& pictureFacts) {
        MapsRecord header;
        header.halves = guided() && !magicFusion() ? 2 : 1;  // MagicFusion's mask is of both halves
        for (const auto i : used_)
            header.modelNames.push_back(pictureFacts.models[i].name);
        header.timesteps = sampler.timesteps();
        for (const auto& stage : plan_)
            header.stages.push_back(stage.info);
        header.requestJson = requestJson(request_, pictureFacts);
        return header;
    }

    void makePicture(int index, std::uint64_t seed) {
        const auto start = Clock::now();
        const auto sampler = makeSampler();
        const int evaluations = static_cast<int>(sampler->timesteps().size());
        const bool keepsMaps = request_.keepMaps && leavesMaps(request_);
        const bool wantsMaps = !request_.maps.empty() || !request_.sheet.empty() || keepsMaps ||
                               (events_.maps && leavesMaps(request_));
        const bool wantsTrace = !request_.trace.empty();
        const bool wantsFacts = (request_.metadata && request_.writePictures) || wantsMaps;
        const PictureFacts pictureFacts = wantsFacts ? facts(seed) : PictureFacts{};

        std::optional<MapsRecorder> recorder;
        if (wantsMaps) {
            recorder.emplace(mapsHeader(*sampler, pictureFacts), place_);
            if (denoiser_)
                denoiser_->setMapObserver(
                    [&](int stage, const torch::Tensor& weights) { recorder->add(stage, weights); });
        }
        int evaluation = 0;
        Guidance::Observer observeNoise;
        if (wantsTrace)
            observeNoise = [&](const torch::Tensor& cond, const torch::Tensor& uncond) {
                const std::string name = "noise." + std::to_string(evaluation);
                trace_.add(name + ".cond", cond);
                if (uncond.defined()) trace_.add(name + ".uncond", uncond);
            };
        if (magicFusion_) observeMagicFusion(evaluation, recorder ? &*recorder : nullptr);
        Denoiser* inner = denoiser_.get();
        if (modelSchedule_) inner = modelSchedule_.get();
        std::optional<Guidance> guidance;
        if (!magicFusion_) guidance.emplace(*inner, request_.cfg, observeNoise);
        Denoiser& predictor = magicFusion_ ? static_cast<Denoiser&>(*magicFusion_) : *guidance;
        const auto preview = events_.preview ? cache_.preview(vaePath()) : nullptr;
        const bool tellsMaps = events_.maps && recorder;
        ObservedDenoiser observed(predictor, NoiseSchedule::stableDiffusion1(), [&](const torch::Tensor& x0) {
            if (tellsMaps) events_.maps({index, recorder->latest()});
            if (preview) events_.preview({index, evaluation + 1, evaluations, preview->image(x0)});
        });
        Denoiser& denoiser = preview || tellsMaps ? static_cast<Denoiser&>(observed) : predictor;

        NoiseSource noise(seed);
        // Drawn even when latents are given: what a stochastic sampler draws next must not depend on that.
        auto latents = noise.draw({1, unetConfig_.inChannels, height_ / factor_, width_ / factor_});
        if (latents_.defined()) latents = latents_.slice(0, index, index + 1);
        latents = sampler->sample(
            denoiser, latents.to(placement_.device), noise,
            [&](int at, double, const torch::Tensor& state) {
                evaluation = at;
                if (modelSchedule_) modelSchedule_->setEvaluation(at);
                if (recorder) recorder->setStep(at);
                if (wantsTrace) trace_.add("latents." + std::to_string(at), state);
                control_.report({"denoise", at, evaluations});
            },
            control_);
        if (denoiser_) denoiser_->setMapObserver({});
        if (!latents.isfinite().all().item<bool>())
            throw DataError("the sampler produced NaN or infinity (seed " + std::to_string(seed) +
                            "): a base model is damaged, or --precision " + request_.compute.precision +
                            " is too narrow for it; try --precision fp32");
        if (!options_.keepModels && index + 1 == request_.count) {
            denoiser_.reset();
            magicFusion_.reset();
            modelSchedule_.reset();
            cache_.dropUNets();
        }

        control_.checkStop();
        control_.report({"decode", 0, 1});
        const auto decoded = cache_.vae(vaePath())->decode(latents / scaling_, kTileLatents, control_);
        const auto picture = (decoded[0].to(torch::kCPU, torch::kFloat32) / 2 + 0.5).clamp(0, 1);
        control_.checkStop();

        GeneratedPicture made;
        made.image = toImage(picture);
        made.seed = seed;
        made.width = made.image.width;
        made.height = made.image.height;
        if (request_.writePictures) {
            made.path = outputIsFile_ ? request_.output : freePicturePath(request_.output, seed);
            // Before the picture: one that is there has its maps.
            if (keepsMaps) writeMaps(keptMapsPath(made.path), recorder->record());
            writePng(made.path, made.image,
                     request_.metadata ? pictureText(request_, pictureFacts)
                                       : std::map<std::string, std::string>{});
        }
        if (!request_.maps.empty()) writeMaps(request_.maps, recorder->record());
        if (!request_.sheet.empty())
            writeMapsSheet(request_.sheet, recorder->record(), sheetSettings(*recorder));
        if (wantsTrace) {
            trace_.add("timesteps", torch::tensor(sampler->timesteps(), torch::kFloat64));
            trace_.add("image", picture);
            trace_.write(request_.trace);
        }
        made.seconds = secondsSince(start);
        if (events_.picture) events_.picture(made);
        result_.pictures.push_back(std::move(made));
    }

    /// Records each model's noise and, as a map of the last stage, which model each position is of.
    void observeMagicFusion(const int& evaluation, MapsRecorder* recorder) {
        MagicFusion::NoiseObserver noise;
        if (!request_.trace.empty())
            noise = [this, &evaluation](std::size_t model, const torch::Tensor& cond,
                                        const torch::Tensor& uncond) {
                const std::string name = "noise." + std::to_string(evaluation) + "." + std::to_string(model);
                trace_.add(name + ".cond", cond);
                trace_.add(name + ".uncond", uncond);
            };
        MagicFusion::MaskObserver mask;
        if (recorder)
            mask = [this, recorder](const torch::Tensor& weights) {
                recorder->add(plan_.back().info.stage, weights);
            };
        magicFusion_->observe(std::move(noise), std::move(mask));
    }

    /// Fig. 6's stages where the record has them, else its first and last: a last-block aggregator has one.
    static MapsSheetSettings sheetSettings(const MapsRecorder& recorder) {
        MapsSheetSettings settings;
        settings.scale = kPrintScale;
        const auto& record = recorder.record();
        const auto missing = [&](int stage) {
            return record.maps.empty() || !record.find(record.maps[0].step, stage);
        };
        if (std::any_of(settings.stages.begin(), settings.stages.end(), missing)) settings.stages.clear();
        return settings;
    }

    const GenerateRequest& request_;
    const EngineOptions& options_;
    ModelCache& cache_;
    const GenerateEvents& events_;
    const TaskControl& control_;
    GenerateResult result_;

    Placement placement_;
    EnsembleMode mode_;
    std::vector<fs::path> paths_;
    fs::path vaePath_;
    std::vector<std::size_t> used_;   ///< indices of the request's models that run
    std::vector<std::size_t> order_;  ///< position in the ensemble -> index into used_; empty = as given
    std::vector<std::size_t> place_;  ///< index into used_ -> position in the ensemble
    UNetConfig unetConfig_;
    std::int64_t factor_ = 8, width_ = 0, height_ = 0;
    double scaling_ = 1.0;
    bool outputIsFile_ = false;
    std::shared_ptr<const Aggregator> aggregator_;
    torch::Tensor latents_;
    std::vector<torch::Tensor> texts_;
    std::vector<StagePlanEntry> plan_;
    std::unique_ptr<EnsembleDenoiser> denoiser_;
    std::unique_ptr<MagicFusion> magicFusion_;      ///< instead of denoiser_
    std::unique_ptr<ModelSchedule> modelSchedule_;  ///< instead of denoiser_
    std::vector<fs::path> mergedFrom_;              ///< the models that were merged into paths_[0]
    std::string mergeRecipe_;
    Trace trace_;
};

}  // namespace

GenerateResult generatePictures(const GenerateRequest& request, const EngineOptions& options,
                                ModelCache& cache, const GenerateEvents& events, const TaskControl& control) {
    torch::NoGradGuard noGrad;
    return Run(request, options, cache, events, control).make();
}

void loadModels(const GenerateRequest& request, const EngineOptions& options, ModelCache& cache,
                const TaskControl& control) {
    torch::NoGradGuard noGrad;
    Run(request, options, cache, {}, control).load();
}

}  // namespace afa
