#include "core/compute/picture_maker.h"

#include <algorithm>

#include "core/compute/outputs.h"
#include "core/engine/maps.h"
#include "core/eval/maps_sheet.h"
#include "core/io/picture_file.h"
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
                           std::uint64_t seed, Trace* trace)
    : request_(request), pipeline_(pipeline), cache_(cache), index_(index), seed_(seed), trace_(trace) {}

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

torch::Tensor PictureMaker::sample(const torch::Tensor& start, const GenerateEvents& events,
                                   const TaskControl& control) {
    const bool tellsMaps = events.maps && leavesMaps(request_);
    const bool wantsMaps = !request_.maps.empty() || !request_.sheet.empty() || keepsMaps() || tellsMaps;
    if ((request_.metadata && request_.writePictures) || wantsMaps) facts_ = facts();
    if (wantsMaps) recorder_.emplace(mapsHeader(), pipeline_.place);
    pipeline_.denoiser->observe(observer());

    const auto& sampler = *pipeline_.sampler;
    const int evaluations = static_cast<int>(sampler.timesteps().size());
    const auto preview = events.preview ? cache_.preview(pipeline_.models->vaePath()) : nullptr;
    ObservedDenoiser observed(
        *pipeline_.denoiser, pipeline_.models->schedule(), [&](const torch::Tensor& x0) {
            if (tellsMaps) events.maps({index_, recorder_->latest()});
            if (preview) events.preview({index_, evaluation_ + 1, evaluations, preview->image(x0)});
        });
    Denoiser& denoiser = preview || tellsMaps ? observed : *pipeline_.denoiser;

    NoiseSource noise(seed_);
    // Drawn even when latents are given: what a stochastic sampler draws next must not depend on that.
    auto latents = noise.draw(pipeline_.latentShape(1));
    if (start.defined()) latents = start;
    latents = sampler.sample(
        denoiser, sampler.pureNoise(latents.to(pipeline_.models->placement().device)), noise,
        [&](int at, double, const torch::Tensor& state) {
            evaluation_ = at;
            if (recorder_) recorder_->setStep(at);
            if (trace_) trace_->add("latents." + std::to_string(at), state);
            control.report({"denoise", at, evaluations});
        },
        control);
    pipeline_.denoiser->observe({});
    if (!latents.isfinite().all().item<bool>())
        throw DataError("the sampler produced NaN or infinity (seed " + std::to_string(seed_) +
                        "): a base model is damaged, or --precision " + request_.compute.precision +
                        " is too narrow for it; try --precision fp32");
    return latents;
}

GeneratedPicture PictureMaker::finish(const torch::Tensor& latents, const TaskControl& control) {
    control.checkStop();
    control.report({"decode", 0, 1});
    const auto decoded = pipeline_.models->vae()->decode(
        latents / pipeline_.models->vaeConfig().scalingFactor, kTileLatents, control);
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
        made.path = request_.outputIsFile() ? request_.output : freePicturePath(request_.output, seed_);
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
