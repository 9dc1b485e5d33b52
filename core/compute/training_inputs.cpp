#include "core/compute/training_inputs.h"

#include <fmt/format.h>
#include <algorithm>

#include "core/compute/training_setup.h"
#include "core/train/weight_cosine.h"

namespace afa {

namespace fs = std::filesystem;

TrainingInputs::TrainingInputs(const TrainRequest& request, const Placement& placement, ModelCache& cache,
                               TrainingReporter& reporter, const TaskControl& control)
    : request_(request),
      cache_(cache),
      reporter_(reporter),
      control_(control),
      models_({request.models, request.host, request.vae}, placement, cache, control),
      size_(models_.grid().side("size", request.size)) {
    for (std::size_t i = 0; i < models_.count(); ++i) {
        control_.checkStop();
        const auto& path = models_.path(i);
        reporter_.note(Message::of("reading %1", path));
        baseModels_.push_back({models_.name(i), cache_.fingerprint(path), path.filename().string()});
    }
    for (const auto& warning : models_.warnings())
        reporter_.warn(warning);
    refuseSameModels();
}

/// Two copies of one model teach an aggregator nothing.
void TrainingInputs::refuseSameModels() {
    const auto cosines = weightCosines(models_.unetParts(), control_);
    for (std::size_t i = 0; i < models_.count(); ++i) {
        for (std::size_t j = i + 1; j < models_.count(); ++j) {
            if (cosines[i][j] <= kSameWeightsCosine) continue;
            const auto text =
                Message::of("models %1 and %2 hold the same weights (cosine %3): %4 and %5", i, j,
                            fmt::format("{:.6f}", cosines[i][j]), models_.path(i), models_.path(j));
            if (!request_.allowSameModels)
                throw ConfigError(
                    Message::of("%1; leave one out, or say %2", text, Option{"allow-same-models"}));
            reporter_.warn(text);
        }
    }
}

void TrainingInputs::requireBaseModelsOf(const TrainingState& state) const {
    for (std::size_t i = 0; i < baseModels_.size(); ++i) {
        if (i < state.baseModels.size() && state.baseModels[i].sha256 == baseModels_[i].sha256) continue;
        throw ConfigError(
            Message::of("%1: is not the base model that %2 was started with (its weights differ); put that "
                        "one back, or start a new run",
                        models_.path(i), request_.output));
    }
}

void TrainingInputs::openData(const fs::path& samplesTo, const TrainingState* state) {
    reporter_.note(Message::of("reading the training data"));
    auto split = splitData(request_, readTrainingData(request_.data));
    dataDigest_ = digest(split);
    if (state && state->dataDigest != dataDigest_)
        reporter_.warn(Message::of(
            "the training data changed since the run was started; it goes on, but not as it would have"));
    for (const auto& problem : split.problems)
        reporter_.warn(Message::of("%1: %2", problem.where, problem.what));
    inManifests_ = split.problems.size();
    auto encoders = models_.encoders();
    reporter_.note(Message::of("%1 pictures to train on, %2 held out, %3 px", split.training.pictures.size(),
                               split.heldOut.pictures.size(), size_));
    heldOut_ = std::make_unique<EncodedData>(std::move(split.heldOut), dataSettings(), encoders, control_);
    tellUnusable();
    if (!samplesTo.empty())
        samples_ = std::make_unique<TrainingSamples>(
            TrainingSamples::Settings{
                samplesTo, request_.samplePrompt.empty() ? heldOut_->picture(0).text : request_.samplePrompt,
                request_.sampleCfg, request_.seed, size_},
            encoders, models_.schedule());
    data_ = std::make_unique<EncodedData>(std::move(split.training), dataSettings(), std::move(encoders),
                                          control_);
    tellUnusable();
    if (request_.cache == "off") return;
    cache_.dropTextEncoders();
    if (!samples_) cache_.dropVaes();
}

EncodedDataSettings TrainingInputs::dataSettings() {
    EncodedDataSettings settings;
    settings.size = size_;
    settings.crop = request_.crop == "center" ? Crop::Center : Crop::Random;
    settings.seed = request_.seed;
    if (request_.cache != "off")
        settings.cache = request_.cache.empty() ? request_.output / "cache" : fs::path(request_.cache);
    settings.maxBad = request_.maxBad;
    settings.queue = std::max(settings.queue, 2 * request_.batch);
    settings.warning = [this](const Message& text) { reporter_.warn(text); };
    return settings;
}

void TrainingInputs::loadUNets() {
    for (std::size_t i = 0; i < models_.count(); ++i) {
        control_.checkStop();
        control_.report({"load", static_cast<std::int64_t>(i), static_cast<std::int64_t>(models_.count())});
        unets_.push_back(models_.unet(i));
    }
}

void TrainingInputs::tellUnusable() {
    const auto tell = [&](const EncodedData* data, std::size_t& told) {
        if (!data) return;
        const auto problems = data->problems();
        for (; told < problems.size(); ++told)
            reporter_.warn(Message::of("%1: %2", problems[told].where, problems[told].what));
    };
    tell(heldOut_.get(), heldOutTold_);
    tell(data_.get(), told_);
}

std::int64_t TrainingInputs::badPictures() const {
    return static_cast<std::int64_t>(inManifests_ + told_ + heldOutTold_);
}

}  // namespace afa
