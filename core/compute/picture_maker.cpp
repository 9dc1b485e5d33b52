#include "core/compute/picture_maker.h"

#include <algorithm>

#include "core/compute/outputs.h"
#include "core/diffusion/guidance.h"
#include "core/engine/maps.h"
#include "core/eval/maps_sheet.h"
#include "core/io/free_name.h"
#include "core/io/picture_file.h"
#include "core/io/utf8.h"
#include "core/tensor/runtime.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kTileLatents =
    96;  // VAE decodes up to 768 px in one piece: about 1.5 GB in fp32 past that

/// Fig. 6's stages where the record has them, else its first and last: a last-block aggregator has one.
MapsSheetSettings sheetSettings(const MapsRecord& record) {
    MapsSheetSettings settings;
    settings.scale = kPrintScale;
    const auto missing = [&](int stage) {
        return record.maps.empty() || !record.find(record.maps[0].step, stage);
    };
    if (std::any_of(settings.stages.begin(), settings.stages.end(), missing)) settings.stages.clear();
    return settings;
}

}  // namespace

PictureMaker::PictureMaker(const GenerateRequest& request, Generation& generation, ModelCache& cache,
                           int index, std::uint64_t seed, Trace* trace, GenerationSetup::Warn warn)
    : request_(request),
      generation_(generation),
      cache_(cache),
      index_(index),
      seed_(seed),
      trace_(trace),
      warn_(std::move(warn)),
      sampler_(samplerOf(request)) {}

bool PictureMaker::keepsMaps() const {
    return request_.keepMaps && leavesMaps(request_);
}

PictureFacts PictureMaker::facts() const {
    PictureFacts facts;
    // All of them, also those that a single model leaves out: host and mode are indices into the list.
    for (const auto& path : generation_.mergedFrom.empty() ? generation_.paths : generation_.mergedFrom)
        facts.models.push_back({toUtf8(cache_.checkpoint(path)->name()), cache_.fingerprint(path)});
    facts.mergeRecipe = generation_.mergeRecipe;
    if (needsAggregator(request_.resolvedMode())) facts.aggregator = lastName(request_.aggregator);
    facts.vae = lastName(request_.vae);
    facts.mode = request_.resolvedMode();
    facts.width = static_cast<int>(generation_.width);
    facts.height = static_cast<int>(generation_.height);
    facts.seed = seed_;
    facts.device = generation_.placement.device.str();
    facts.precision = precisionName(generation_.placement.dtype);
    return facts;
}

MapsRecord PictureMaker::mapsHeader() const {
    MapsRecord header;
    header.halves =
        isGuided(request_) && !generation_.magicFusion ? 2 : 1;  // MagicFusion's mask is of both halves
    for (const auto i : generation_.used)
        header.modelNames.push_back(facts_.models[i].name);
    header.timesteps = sampler_->timesteps();
    for (const auto& stage : generation_.stages)
        header.stages.push_back(stage.info);
    header.requestJson = requestJson(request_, facts_);
    return header;
}

/// Records each model's noise and, as a map of the last stage, which model each position is of.
void PictureMaker::observeMagicFusion() {
    MagicFusion::NoiseObserver noise;
    if (trace_)
        noise = [this](std::size_t model, const torch::Tensor& cond, const torch::Tensor& uncond) {
            const std::string name = "noise." + std::to_string(evaluation_) + "." + std::to_string(model);
            trace_->add(name + ".cond", cond);
            trace_->add(name + ".uncond", uncond);
        };
    MagicFusion::MaskObserver mask;
    if (recorder_)
        mask = [this](const torch::Tensor& weights) {
            recorder_->add(generation_.stages.back().info.stage, weights);
        };
    generation_.magicFusion->observe(std::move(noise), std::move(mask));
}

torch::Tensor PictureMaker::run(Sampler& sampler, Denoiser& denoiser, const torch::Tensor& start,
                                const std::function<void(int, const torch::Tensor&)>& atStep,
                                const TaskControl& control) {
    NoiseSource noise(seed_);
    // Drawn even when latents are given: what a stochastic sampler draws next must not depend on that.
    auto latents = noise.draw(generation_.latentShape(1));
    if (start.defined()) latents = start;
    return sampler.sample(
        denoiser, latents.to(generation_.placement.device), noise,
        [&](int at, double, const torch::Tensor& state) {
            evaluation_ = at;
            if (generation_.schedule) generation_.schedule->setEvaluation(at);
            atStep(at, state);
        },
        control);
}

/// Runs the same once more and looks at every stage, which would cost time where nothing is wrong.
void PictureMaker::refuse(Denoiser& predictor, const torch::Tensor& start, const TaskControl& control) {
    const auto watch = [&](EnsembleDenoiser& denoiser, const std::vector<std::size_t>& models) {
        denoiser.setFeatureObserver([this, models](int stage, std::size_t at, const torch::Tensor& features) {
            if (features.isfinite().all().item<bool>()) return;
            const auto& path = generation_.paths[generation_.used[models[at]]];
            const auto name = generation_.mergedFrom.empty() ? path.string()
                                                             : "the merge " + cache_.checkpoint(path)->name();
            throw DataError(name +
                            ": its U-Net made values that are not finite (NaN or infinite) at sampler step " +
                            std::to_string(evaluation_ + 1) + ", stage " + std::to_string(stage) + " (seed " +
                            std::to_string(seed_) +
                            "), though its weights are: " + tooNarrow(generation_.placement.dtype));
        });
    };
    if (generation_.joined) {
        std::vector<std::size_t> models(generation_.place.size());
        for (std::size_t model = 0; model < models.size(); ++model)
            models[generation_.place[model]] = model;
        watch(*generation_.joined, models);
    }
    for (std::size_t model = 0; model < generation_.apart.size(); ++model)
        watch(*generation_.apart[model], {model});
    const auto sampler = samplerOf(request_);
    run(
        *sampler, predictor, start, [](int, const torch::Tensor&) {}, control);
    throw DataError("the sampler produced NaN or infinity (seed " + std::to_string(seed_) +
                    "): a base model is damaged, or --precision " + request_.compute.precision +
                    " is too narrow for it; try --precision fp32");
}

torch::Tensor PictureMaker::sample(const torch::Tensor& start, const GenerateEvents& events,
                                   const TaskControl& control) {
    const bool tellsMaps = events.maps && leavesMaps(request_);
    const bool wantsMaps = !request_.maps.empty() || !request_.sheet.empty() || keepsMaps() || tellsMaps;
    if ((request_.metadata && request_.writePictures) || wantsMaps) facts_ = facts();
    if (wantsMaps) recorder_.emplace(mapsHeader(), generation_.place);
    if (recorder_ && generation_.joined)
        generation_.joined->setMapObserver(
            [this](int stage, const torch::Tensor& weights) { recorder_->add(stage, weights); });

    std::optional<Guidance> guidance;
    if (generation_.magicFusion) {
        observeMagicFusion();
    } else {
        Guidance::Observer noise;
        if (trace_)
            noise = [this](const torch::Tensor& cond, const torch::Tensor& uncond) {
                const std::string name = "noise." + std::to_string(evaluation_);
                trace_->add(name + ".cond", cond);
                if (uncond.defined()) trace_->add(name + ".uncond", uncond);
            };
        Denoiser& inner =
            generation_.schedule ? static_cast<Denoiser&>(*generation_.schedule) : *generation_.joined;
        guidance.emplace(inner, request_.cfg, noise);
    }
    Denoiser& predictor = guidance ? static_cast<Denoiser&>(*guidance) : *generation_.magicFusion;

    const int evaluations = static_cast<int>(sampler_->timesteps().size());
    const auto preview = events.preview ? cache_.preview(generation_.vae) : nullptr;
    ObservedDenoiser observed(predictor, NoiseSchedule::stableDiffusion1(), [&](const torch::Tensor& x0) {
        if (tellsMaps) events.maps({index_, recorder_->latest()});
        if (preview) events.preview({index_, evaluation_ + 1, evaluations, preview->image(x0)});
    });
    Denoiser& denoiser = preview || tellsMaps ? static_cast<Denoiser&>(observed) : predictor;

    auto latents = run(
        *sampler_, denoiser, start,
        [&](int at, const torch::Tensor& state) {
            if (recorder_) recorder_->setStep(at);
            if (trace_) trace_->add("latents." + std::to_string(at), state);
            control.report({"denoise", at, evaluations});
        },
        control);
    if (generation_.joined) generation_.joined->setMapObserver({});
    if (generation_.magicFusion) generation_.magicFusion->observe({}, {});
    if (!latents.isfinite().all().item<bool>()) refuse(predictor, start, control);
    return latents;
}

torch::Tensor PictureMaker::decode(const torch::Tensor& latents, const TaskControl& control) {
    const auto own = cache_.vae(generation_.vae);
    auto decoded = own->decode(latents / generation_.scaling, kTileLatents, control);
    if (decoded.isfinite().all().item<bool>()) return decoded;
    const auto precise = cache_.vaeInFp32(generation_.vae);
    if (precise != own) {
        decoded = precise->decode(latents / generation_.scaling, kTileLatents, control);
        if (decoded.isfinite().all().item<bool>()) {
            warn_(generation_.vae.string() + ": its VAE made values that are not finite in " +
                  precisionName(generation_.placement.dtype) + "; the picture was decoded once more in fp32");
            return decoded;
        }
    }
    throw DataError(generation_.vae.string() +
                    ": its VAE made values that are not finite (NaN or infinite) from sound latents, in fp32 "
                    "too; use another VAE (--vae)");
}

GeneratedPicture PictureMaker::finish(const torch::Tensor& latents, const TaskControl& control) {
    control.checkStop();
    control.report({"decode", 0, 1});
    const auto decoded = decode(latents, control);
    const auto picture = (decoded[0].to(torch::kCPU, torch::kFloat32) / 2 + 0.5).clamp(0, 1);
    control.checkStop();

    GeneratedPicture made;
    made.image = toImage(picture);
    made.seed = seed_;
    made.width = made.image.width;
    made.height = made.image.height;
    write(made);
    if (trace_) {
        trace_->add("timesteps", torch::tensor(sampler_->timesteps(), torch::kFloat64));
        trace_->add("image", picture);
        trace_->write(request_.trace);
    }
    return made;
}

void PictureMaker::write(GeneratedPicture& made) const {
    if (request_.writePictures) {
        // A picture is never overwritten unasked, nor does it come to the maps of another.
        std::optional<FreeName> name;
        if (!request_.outputIsFile())
            name.emplace(request_.output, "afa-" + std::to_string(seed_),
                         std::vector<std::string>{".png", kKeptMapsEnding});
        made.path = name ? name->path(".png") : request_.output;
        // Before the picture: one that is there has its maps.
        if (keepsMaps()) writeMaps(keptMapsPath(made.path), recorder_->record());
        writePng(made.path, made.image,
                 request_.metadata ? pictureText(request_, facts_) : std::map<std::string, std::string>{});
    }
    if (!request_.maps.empty()) writeMaps(request_.maps, recorder_->record());
    if (!request_.sheet.empty())
        writeMapsSheet(request_.sheet, recorder_->record(), sheetSettings(recorder_->record()));
}

}  // namespace afa
