#include "core/compute/picture_maker.h"

#include <algorithm>

#include "core/compute/outputs.h"
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

PictureMaker::PictureMaker(const GenerateRequest& request, Pipeline& pipeline, ModelCache& cache, int index,
                           std::uint64_t seed, Trace* trace, PipelineSetup::Warn warn)
    : request_(request),
      pipeline_(pipeline),
      cache_(cache),
      index_(index),
      seed_(seed),
      trace_(trace),
      warn_(std::move(warn)) {}

bool PictureMaker::keepsMaps() const {
    return request_.keepMaps && leavesMaps(request_);
}

PictureFacts PictureMaker::facts() const {
    PictureFacts facts;
    // All of them, also those that a single model leaves out: host and mode are indices into the list.
    for (const auto& path : pipeline_.merged ? pipeline_.merged->parents : pipeline_.models->paths())
        facts.models.push_back({toUtf8(cache_.checkpoint(path)->name()), cache_.fingerprint(path)});
    if (pipeline_.merged) facts.mergeRecipe = pipeline_.merged->recipeJson;
    if (needsAggregator(request_.resolvedMode())) facts.aggregator = lastName(request_.aggregator);
    facts.vae = lastName(request_.vae);
    facts.mode = request_.resolvedMode();
    facts.width = static_cast<int>(pipeline_.width);
    facts.height = static_cast<int>(pipeline_.height);
    facts.seed = seed_;
    facts.device = pipeline_.models->placement().device.str();
    facts.precision = precisionName(pipeline_.models->placement().dtype);
    return facts;
}

MapsRecord PictureMaker::mapsHeader() const {
    MapsRecord header;
    header.halves = pipeline_.halves;
    for (const auto i : pipeline_.used)
        header.modelNames.push_back(facts_.models[i].name);
    header.timesteps = pipeline_.sampler->timesteps();
    for (const auto& stage : pipeline_.stages)
        header.stages.push_back(stage.info);
    header.requestJson = requestJson(request_, facts_);
    return header;
}

/// What the trace and the record of maps want to know of the denoiser.
DenoiserObserver PictureMaker::observer() {
    DenoiserObserver observer;
    if (trace_)
        observer.noise = [this](std::optional<std::size_t> model, const torch::Tensor& cond,
                                const torch::Tensor& uncond) {
            auto name = "noise." + std::to_string(evaluation_);
            if (model) name += "." + std::to_string(*model);
            trace_->add(name + ".cond", cond);
            if (uncond.defined()) trace_->add(name + ".uncond", uncond);
        };
    if (recorder_)
        observer.map = [this](int stage, const torch::Tensor& weights) { recorder_->add(stage, weights); };
    return observer;
}

torch::Tensor PictureMaker::run(Denoiser& denoiser, const torch::Tensor& start,
                                const std::function<void(int, const torch::Tensor&)>& atStep,
                                const TaskControl& control) {
    const auto& sampler = *pipeline_.sampler;
    NoiseSource noise(seed_);
    // Drawn even when latents are given: what a stochastic sampler draws next must not depend on that.
    auto latents = noise.draw(pipeline_.latentShape(1));
    if (start.defined()) latents = start;
    return sampler.sample(
        denoiser, sampler.pureNoise(latents.to(pipeline_.models->placement().device)), noise,
        [&](int at, double, const torch::Tensor& state) {
            evaluation_ = at;
            atStep(at, state);
        },
        control);
}

/// Runs the same once more and looks at every stage, which would cost time where nothing is wrong.
void PictureMaker::refuse(const torch::Tensor& start, const TaskControl& control) {
    const auto& models = *pipeline_.models;
    std::vector<std::size_t> at(pipeline_.place.size());  // position in the ensemble -> index into `models`
    for (std::size_t i = 0; i < at.size(); ++i)
        at[pipeline_.place[i]] = pipeline_.used[i];
    DenoiserObserver observer;
    observer.features = [&](std::size_t position, int stage, const torch::Tensor& features) {
        if (features.isfinite().all().item<bool>()) return;
        const auto model = at[position];
        const auto name = pipeline_.merged ? Message::of("the merge %1", models.name(model))
                                           : Message::verbatim(models.path(model).string());
        throw DataError(
            Message::of("%1: its U-Net made values that are not finite (NaN or infinite) at sampler step %2, "
                        "stage %3 (seed %4), though its weights are: %5",
                        name, evaluation_ + 1, stage, seed_, tooNarrow(models.placement().dtype)));
    };
    pipeline_.denoiser->observe(observer);
    run(
        *pipeline_.denoiser, start, [](int, const torch::Tensor&) {}, control);
    throw DataError(
        Message::of("the sampler produced NaN or infinity (seed %1): a base model is damaged, or %2 is too "
                    "narrow for it; try %3",
                    seed_, Option{"precision", request_.compute.precision}, Option{"precision", "fp32"}));
}

torch::Tensor PictureMaker::sample(const torch::Tensor& start, const GenerateEvents& events,
                                   const TaskControl& control) {
    const bool tellsMaps = events.maps && leavesMaps(request_);
    const bool wantsMaps = !request_.maps.empty() || !request_.sheet.empty() || keepsMaps() || tellsMaps;
    if ((request_.metadata && request_.writePictures) || wantsMaps) facts_ = facts();
    if (wantsMaps) recorder_.emplace(mapsHeader(), pipeline_.place);
    pipeline_.denoiser->observe(observer());

    const int evaluations = static_cast<int>(pipeline_.sampler->timesteps().size());
    const auto preview = events.preview ? cache_.preview(pipeline_.models->vaePath()) : nullptr;
    ObservedDenoiser observed(
        *pipeline_.denoiser, pipeline_.models->schedule(), [&](const torch::Tensor& x0) {
            if (tellsMaps) events.maps({index_, recorder_->latest()});
            if (preview) events.preview({index_, evaluation_ + 1, evaluations, preview->image(x0)});
        });
    Denoiser& denoiser = preview || tellsMaps ? observed : *pipeline_.denoiser;

    auto latents = run(
        denoiser, start,
        [&](int at, const torch::Tensor& state) {
            if (recorder_) recorder_->setStep(at);
            if (trace_) trace_->add("latents." + std::to_string(at), state);
            control.report({"denoise", at, evaluations});
        },
        control);
    pipeline_.denoiser->observe({});
    if (!latents.isfinite().all().item<bool>()) refuse(start, control);
    return latents;
}

torch::Tensor PictureMaker::decode(const torch::Tensor& latents, const TaskControl& control) {
    const auto& models = *pipeline_.models;
    const auto scaled = latents / models.vaeConfig().scalingFactor;
    const auto own = models.vae();
    auto decoded = own->decode(scaled, kTileLatents, control);
    if (decoded.isfinite().all().item<bool>()) return decoded;
    const auto precise = cache_.vaeInFp32(models.vaePath());
    if (precise != own) {
        decoded = precise->decode(scaled, kTileLatents, control);
        if (decoded.isfinite().all().item<bool>()) {
            warn_(
                Message::of("%1: its VAE made values that are not finite in %2; the picture was decoded once "
                            "more in fp32",
                            models.vaePath(), precisionName(models.placement().dtype)));
            return decoded;
        }
    }
    throw DataError(
        Message::of("%1: its VAE made values that are not finite (NaN or infinite) from sound latents, in "
                    "fp32 too; use another VAE (%2)",
                    models.vaePath(), Option{"vae"}));
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
        trace_->add("timesteps", torch::tensor(pipeline_.sampler->timesteps(), torch::kFloat64));
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
