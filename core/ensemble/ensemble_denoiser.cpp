#include "core/ensemble/ensemble_denoiser.h"

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/mode.h"
#include "core/ensemble/checkpointing.h"

namespace afa {
namespace {

/// One tensor that all models share, or one per model.
using PerModel = std::vector<torch::Tensor>;

torch::Tensor of(const PerModel& tensors, std::size_t model) {
    if (tensors.empty()) return {};
    return tensors[tensors.size() == 1 ? 0 : model];
}

void checkSameArchitecture(const std::vector<std::shared_ptr<const UNet>>& models) {
    for (std::size_t i = 1; i < models.size(); ++i) {
        if (sameNetwork(models[i]->config(), models[0]->config())) continue;
        throw ConfigError("the models' U-Nets differ: model 0 has " + networkText(models[0]->config()) +
                          "; model " + std::to_string(i) + " has " + networkText(models[i]->config()) +
                          ". Only models of one architecture can be joined");
    }
}

void checkFits(const Aggregator& aggregator, std::size_t models, const UNet& unet) {
    const auto& config = aggregator.config();
    const auto differ = [](const std::string& what, std::int64_t made, std::int64_t found) {
        if (made == found) return;
        throw ConfigError("the aggregator does not fit the models: it is made for " + what + " " +
                          std::to_string(made) + ", the models have " + std::to_string(found));
    };
    if (config.numModels != static_cast<std::int64_t>(models))
        throw ConfigError("the aggregator joins " + std::to_string(config.numModels) + " models, " +
                          std::to_string(models) + " were given");
    if (config.text) differ("text width", config.crossAttentionDim, unet.config().crossAttentionDim);
    if (config.layout == AggregatorConfig::Layout::Release && config.timestep)
        differ("time embedding width", config.tembWidth, 4 * unet.config().blockOutChannels.front());
    const auto& plan = unet.stages();
    for (std::size_t i = 0; i < config.stages.size(); ++i) {
        const auto stage = static_cast<std::size_t>(config.stages[i]);
        if (stage > plan.size())
            throw ConfigError("the aggregator does not fit the models: it joins stage " +
                              std::to_string(stage) + ", the models have " + std::to_string(plan.size()) +
                              " stages");
        differ("stage " + std::to_string(stage) + " of width", config.channels[i],
               plan[stage - 1].info.channels);
    }
}

}  // namespace

EnsembleMode parseEnsembleMode(const std::string& name, int models) {
    using Kind = EnsembleMode::Kind;
    const auto mode = parseMode(name);
    if (mode) {
        switch (mode->kind) {
            case Mode::Kind::Afa:
                return {Kind::Afa};
            case Mode::Kind::BlockAverage:
                return {Kind::BlockAverage};
            case Mode::Kind::NoiseAverage:
                return {Kind::NoiseAverage};
            case Mode::Kind::LastBlock:
                return {Kind::LastBlock};
            case Mode::Kind::Single:
                if (mode->model < models) return {Kind::Single, mode->model};
                break;
            default:
                break;
        }
    }
    if (name.starts_with(rowOf(Mode::Kind::Single).name))
        throw ConfigError("mode " + name + ": expected an index from 0 to " + std::to_string(models - 1) +
                          ", as there " +
                          (models == 1 ? "is 1 model" : "are " + std::to_string(models) + " models"));
    throw ConfigError("unknown mode \"" + name +
                      "\": expected afa, single:I, block-average, noise-average or last-block");
}

struct EnsembleDenoiser::Impl {
    enum class Join { Apart, Mean, Sabw };

    std::vector<std::shared_ptr<const UNet>> models;
    std::shared_ptr<const Aggregator> aggregator;
    EnsembleMode mode;
    std::size_t given = 0;    ///< models handed in; `models` is the one that runs in mode Single
    std::vector<Join> joins;  ///< one per stage
    PerModel texts;
    DenoiserObserver observer;
    TaskControl control;
    bool checkpointing = false;

    Join joinOf(int stage, int last) const {
        switch (mode.kind) {
            case EnsembleMode::Kind::Single:
                return Join::Apart;
            case EnsembleMode::Kind::BlockAverage:
                return Join::Mean;
            case EnsembleMode::Kind::NoiseAverage:
                return stage == last ? Join::Mean : Join::Apart;
            case EnsembleMode::Kind::LastBlock:
                return stage == last ? Join::Sabw : Join::Apart;
            case EnsembleMode::Kind::Afa:
                return aggregator->has(stage) ? Join::Sabw : Join::Apart;
        }
        return Join::Apart;
    }

    bool usesAggregator() const {
        return mode.kind == EnsembleMode::Kind::Afa || mode.kind == EnsembleMode::Kind::LastBlock;
    }

    /// What a step's stages have in common.
    struct Step {
        PerModel tembs, texts;
        Aggregator::Context context;
    };

    /// The mean with the mode's weights, the same at every position.
    torch::Tensor combineWeighted(const PerModel& features) const {
        const auto& first = features.front();
        const auto count = static_cast<std::int64_t>(features.size());
        const auto weights =
            torch::tensor(mode.weights, torch::kFloat32).to(first.device()).view({1, count, 1, 1});
        return combine(features, weights.expand({first.size(0), count, first.size(2), first.size(3)}));
    }

    /// What the next stage gets: one tensor for all models, or each model's own.
    PerModel join(int stage, PerModel features, const Aggregator::Context& context, bool observed) const {
        switch (joins[static_cast<std::size_t>(stage - 1)]) {
            case Join::Apart:
                return features;
            case Join::Mean:
                return {mode.weights.empty() ? combineMean(features) : combineWeighted(features)};
            case Join::Sabw:
                break;
        }
        const auto weights = aggregator->weights(stage, features, context);
        if (observed && observer.map) observer.map(stage, weights);
        return {combine(features, weights)};
    }

    /// One stage of every model, joined (Eq. 2, Eq. 7).
    PerModel runStage(int stage, const PerModel& x, const PerModel& skip, const Step& step,
                      bool observed) const {
        PerModel features;
        for (std::size_t i = 0; i < models.size(); ++i) {
            control.checkStop();
            features.push_back(
                models[i]->runStage(stage, of(x, i), step.tembs[i], step.texts[i], of(skip, i)));
            if (observer.features) observer.features(i, stage, features.back());
        }
        return join(stage, std::move(features), step.context, observed);
    }

    /// runStage(), of which only the inputs are kept for gradients.
    PerModel runStageCheckpointed(int stage, const PerModel& x, const PerModel& skip,
                                  const std::shared_ptr<const Step>& step) const {
        PerModel inputs = x;
        inputs.insert(inputs.end(), skip.begin(), skip.end());
        const bool joined = joins[static_cast<std::size_t>(stage - 1)] == Join::Sabw;
        // Only an aggregator reads it: elsewhere it would make frozen stages ask for gradients.
        if (joined && step->context.timeHidden.defined()) inputs.push_back(step->context.timeHidden);
        const auto work = [this, stage, step, xs = x.size(), skips = skip.size()](const PerModel& inside,
                                                                                  bool recomputing) {
            const auto middle = inside.begin() + static_cast<std::ptrdiff_t>(xs);
            const auto end = middle + static_cast<std::ptrdiff_t>(skips);
            auto own = *step;
            if (end != inside.end()) own.context.timeHidden = *end;
            return runStage(stage, aliased({inside.begin(), middle}), aliased({middle, end}), own,
                            !recomputing);
        };
        return checkpoint(work, inputs,
                          joined ? aggregator->parametersOf(stage) : std::vector<torch::Tensor>{});
    }

    static PerModel aliased(PerModel tensors) {
        for (auto& tensor : tensors)
            tensor = aliasForGradients(tensor);
        return tensors;
    }
};

EnsembleDenoiser::EnsembleDenoiser(std::vector<std::shared_ptr<const UNet>> models,
                                   std::shared_ptr<const Aggregator> aggregator, EnsembleMode mode)
    : impl_(std::make_unique<Impl>()) {
    if (models.empty() || std::ssize(models) > kMaxModels)
        throw ConfigError("an ensemble takes 1 to " + std::to_string(kMaxModels) + " models, found " +
                          std::to_string(models.size()));
    impl_->given = models.size();
    impl_->mode = mode;
    if (!mode.weights.empty() &&
        (mode.kind != EnsembleMode::Kind::NoiseAverage || mode.weights.size() != models.size()))
        throw ConfigError("weights of a noise average: expected one for each of " +
                          std::to_string(models.size()) + " models, found " +
                          std::to_string(mode.weights.size()));
    if (mode.kind == EnsembleMode::Kind::Single) {
        if (mode.single < 0 || static_cast<std::size_t>(mode.single) >= models.size())
            throw ConfigError("mode single:" + std::to_string(mode.single) + ": there are " +
                              std::to_string(models.size()) + " models, counted from 0");
        impl_->models = {models[static_cast<std::size_t>(mode.single)]};
    } else {
        checkSameArchitecture(models);
        impl_->models = std::move(models);
    }
    const auto& unet = *impl_->models.front();
    const int last = static_cast<int>(unet.stages().size());
    if (impl_->usesAggregator()) {
        if (!aggregator) throw ConfigError("modes afa and last-block need an aggregator, none was given");
        checkFits(*aggregator, impl_->models.size(), unet);
        if (!aggregator->has(last))
            throw ConfigError(
                "the aggregator does not join the last stage, " + std::to_string(last) +
                ", so that the models' noise predictions would stay apart; use one whose stages hold it");
        impl_->aggregator = std::move(aggregator);
    }
    for (int stage = 1; stage <= last; ++stage)
        impl_->joins.push_back(impl_->joinOf(stage, last));
}

EnsembleDenoiser::~EnsembleDenoiser() = default;

void EnsembleDenoiser::setText(std::vector<torch::Tensor> texts) {
    if (texts.size() != impl_->given)
        throw DataError("expected one text per model, " + std::to_string(impl_->given) + ", found " +
                        std::to_string(texts.size()));
    if (impl_->mode.kind == EnsembleMode::Kind::Single)
        texts = {texts[static_cast<std::size_t>(impl_->mode.single)]};
    const auto width = impl_->models.front()->config().crossAttentionDim;
    for (const auto& text : texts) {
        if (text.defined() && text.dim() == 3 && text.size(2) == width) continue;
        throw DataError("text of a model: expected [B, L, " + std::to_string(width) + "], found " +
                        (text.defined() ? shapeText(text.sizes()) : "none"));
    }
    impl_->texts = std::move(texts);
}

void EnsembleDenoiser::observe(const DenoiserObserver& observer) {
    impl_->observer = observer;
}

void EnsembleDenoiser::setCheckpointing(bool on) {
    impl_->checkpointing = on;
}

void EnsembleDenoiser::setControl(TaskControl control) {
    impl_->control = std::move(control);
}

torch::Tensor EnsembleDenoiser::predict(const torch::Tensor& x, const torch::Tensor& timesteps) {
    const auto& models = impl_->models;
    if (impl_->texts.empty()) throw DataError("the ensemble has no text yet");
    if (x.dim() != 4 || timesteps.dim() != 1 || timesteps.size(0) != x.size(0) ||
        impl_->texts.front().size(0) != x.size(0))
        throw DataError("expected x [B, 4, h, w], timesteps [B] and texts [B, L, D], found " +
                        shapeText(x.sizes()) + ", " + shapeText(timesteps.sizes()) + " and " +
                        shapeText(impl_->texts.front().sizes()));

    const auto& placement = models.front()->placement();
    const auto time = timesteps.to(placement.device);
    PerModel tembs;
    for (const auto& model : models)
        tembs.push_back(model->timeEmbedding(time));
    PerModel texts;
    for (const auto& text : impl_->texts)
        texts.push_back(text.to(placement.device, placement.dtype));
    // Shared, since a checkpointed stage reads it again when gradients flow back.
    const auto step = std::make_shared<Impl::Step>();
    if (impl_->aggregator) step->context = impl_->aggregator->makeContext(time, tembs, texts);
    step->tembs = std::move(tembs);
    step->texts = std::move(texts);
    const bool checkpointed = impl_->checkpointing && torch::GradMode::is_enabled();

    PerModel shared{x.to(placement.device, placement.dtype)};
    std::vector<PerModel> skips;
    for (const auto& stage : models.front()->stages()) {
        PerModel skip;
        if (stage.popsSkip) {
            skip = std::move(skips.back());
            skips.pop_back();
        }
        const int number = stage.info.stage;
        shared = checkpointed
                     ? impl_->runStageCheckpointed(number, shared, skip, step)
                     : impl_->runStage(number, Impl::aliased(shared), Impl::aliased(skip), *step, true);
        if (stage.pushesSkip) skips.push_back(shared);
    }
    return shared.front().to(torch::kFloat32);
}

}  // namespace afa
