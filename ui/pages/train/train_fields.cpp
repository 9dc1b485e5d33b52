#include "ui/pages/train/train_fields.h"

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <vector>

#include "core/base/limits.h"

namespace afa {
namespace {

using enum TrainFieldText::Group;

constexpr double kMany = 1e9, kExact = 9007199254740991;  // the latter: whole numbers that a double holds

/// The class is the translations' context.
struct TrainFieldTexts {
    Q_DECLARE_TR_FUNCTIONS(TrainFieldTexts)

  public:
    static const std::vector<TrainFieldText>& table();
    static QString title(TrainFieldText::Group group);
};

const std::vector<TrainFieldText>& TrainFieldTexts::table() {
    static const std::vector<TrainFieldText> fields{
        {"model", Elsewhere, "", ""},
        {"data", Elsewhere, "", ""},
        {"host", Elsewhere, "", ""},
        {"epochs", Main, QT_TR_NOOP("Epochs"), QT_TR_NOOP("Passes over the pictures"), 1, 1e6},
        {"batch", Main, QT_TR_NOOP("Batch"),
         QT_TR_NOOP("Pictures looked at together; more takes more memory"), 1, 4096},
        {"lr", Main, QT_TR_NOOP("Learning rate"), QT_TR_NOOP("AdamW's step size"), 0, 1},
        {"sample-every", Main, QT_TR_NOOP("Sample picture every"),
         QT_TR_NOOP("Steps between two sample pictures of one prompt and seed"), 0, kMany,
         QT_TR_NOOP("never")},
        {"layout",
         Aggregator,
         QT_TR_NOOP("Layout"),
         QT_TR_NOOP("paper: as the paper describes it; release: as the authors published it"),
         0,
         0,
         nullptr,
         {"paper", "release"}},
        {"hidden-size", Aggregator, QT_TR_NOOP("Width"), QT_TR_NOOP("Channels inside each aggregator"), 0,
         kMaxAggregatorWidth, QT_TR_NOOP("the layout's")},
        {"heads", Aggregator, QT_TR_NOOP("Attention heads"), QT_TR_NOOP("Of each aggregator's transformer"),
         0, kMaxAggregatorHeads, QT_TR_NOOP("the layout's")},
        {"layers", Aggregator, QT_TR_NOOP("Transformer layers"), QT_TR_NOOP("Of each aggregator"), 0,
         kMaxAggregatorLayers, QT_TR_NOOP("the layout's")},
        {"stages", Aggregator, QT_TR_NOOP("Stages"),
         QT_TR_NOOP(
             "all, last, or numbers such as 13,24,25: which stages of the U-Net are joined by weights"),
         0, 0},
        {"no-spatial", Aggregator, QT_TR_NOOP("A weight for every position"),
         QT_TR_NOOP("Off: one weight for each model and stage")},
        {"no-timestep", Aggregator, QT_TR_NOOP("Knows the timestep"),
         QT_TR_NOOP("Off: the same weights at every step")},
        {"no-text", Aggregator, QT_TR_NOOP("Knows the prompt"),
         QT_TR_NOOP("Off: the same weights for every prompt")},
        {"steps", Optimiser, QT_TR_NOOP("Steps"), QT_TR_NOOP("Steps in all, instead of epochs"), 0, kMany,
         QT_TR_NOOP("as the epochs give")},
        {"samples", Optimiser, QT_TR_NOOP("Pictures per epoch"), QT_TR_NOOP("At most what the data holds"), 1,
         kMany},
        {"accumulate", Optimiser, QT_TR_NOOP("Batches per step"),
         QT_TR_NOOP("Gradients of several batches make one step: a larger batch without more memory"), 1,
         65536},
        {"lr-schedule",
         Optimiser,
         QT_TR_NOOP("Learning rate schedule"),
         QT_TR_NOOP("constant, or cosine: down to 0 at the last step"),
         0,
         0,
         nullptr,
         {"constant", "cosine"}},
        {"warmup", Optimiser, QT_TR_NOOP("Warm-up steps"),
         QT_TR_NOOP("The learning rate rises over these first steps"), 0, kMany},
        {"weight-decay", Optimiser, QT_TR_NOOP("Weight decay"), QT_TR_NOOP("AdamW's"), 0, 10},
        {"clip", Optimiser, QT_TR_NOOP("Gradient clipping"), QT_TR_NOOP("Largest norm of the gradients"), 0,
         1e6, QT_TR_NOOP("off")},
        {"ema", Optimiser, QT_TR_NOOP("Moving average"),
         QT_TR_NOOP("Decay of the weights' moving average, such as 0.999, which is then the result"), 0,
         0.999999, QT_TR_NOOP("off")},
        {"text-drop", Optimiser, QT_TR_NOOP("Without text"),
         QT_TR_NOOP("Share of samples trained without their caption"), 0, 1},
        {"seed", Optimiser, QT_TR_NOOP("Seed"),
         QT_TR_NOOP("Of everything random; the same seed gives the same run"), 0, kExact},
        {"size", Pictures, QT_TR_NOOP("Size"), QT_TR_NOOP("Pixels, square"), 0, 4096,
         QT_TR_NOOP("the models' own")},
        {"crop",
         Pictures,
         QT_TR_NOOP("Crop"),
         QT_TR_NOOP("Where pictures are cut to a square"),
         0,
         0,
         nullptr,
         {"random", "center"}},
        {"validation", Pictures, QT_TR_NOOP("Validation data"),
         QT_TR_NOOP("Captioned pictures held out; empty: a share of the data"), 0, 0},
        {"validation-share", Pictures, QT_TR_NOOP("Share held out"),
         QT_TR_NOOP("Part of the pictures kept for validation, 16 to 256 of them"), 0, 0.5},
        {"max-bad", Pictures, QT_TR_NOOP("Bad pictures allowed"),
         QT_TR_NOOP("Share of missing or broken pictures that is passed over"), 0, 1},
        {"cache", Pictures, QT_TR_NOOP("Cache"),
         QT_TR_NOOP("Folder of encoded pictures and captions, or off; empty: in the run's own folder"), 0, 0},
        {"validate-every", Checks, QT_TR_NOOP("Validate every"), QT_TR_NOOP("Steps between two validations"),
         0, kMany, QT_TR_NOOP("start and end only")},
        {"save-every", Checks, QT_TR_NOOP("Save every"), QT_TR_NOOP("Steps between two saved states"), 0,
         kMany, QT_TR_NOOP("at the end only")},
        {"sample-prompt", Checks, QT_TR_NOOP("Sample prompt"),
         QT_TR_NOOP("Empty: the caption of a held-out picture"), 0, 0},
        {"sample-cfg", Checks, QT_TR_NOOP("Sample guidance"),
         QT_TR_NOOP("Guidance scale of the sample pictures"), -100, 100},
        {"checkpointing",
         Machine,
         QT_TR_NOOP("Save memory"),
         QT_TR_NOOP(
             "Stages are computed again on the way back: less memory, about a third more time; auto: where "
             "memory is short"),
         0,
         0,
         nullptr,
         {"auto", "on", "off"}},
        {"vae", Machine, QT_TR_NOOP("VAE"), QT_TR_NOOP("Another VAE than the host model's"), 0, 0},
        {"allow-same-models", Machine, QT_TR_NOOP("Allow equal models"),
         QT_TR_NOOP("Go on although two base models are the same weights")},
    };
    return fields;
}

QString TrainFieldTexts::title(TrainFieldText::Group group) {
    switch (group) {
        case Elsewhere:
        case Main:
            return {};
        case Aggregator:
            return tr("Aggregator");
        case Optimiser:
            return tr("Optimiser");
        case Pictures:
            return tr("Pictures");
        case Checks:
            return tr("Checks while training");
        case Machine:
            return tr("Machine");
    }
    return {};
}

}  // namespace

QString trainText(const char* source) {
    return TrainFieldTexts::tr(source);
}

const TrainFieldText* trainFieldText(const QString& name) {
    const auto& fields = TrainFieldTexts::table();
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto& field) { return name == QLatin1String(field.name); });
    return found == fields.end() ? nullptr : &*found;
}

QString trainGroupTitle(TrainFieldText::Group group) {
    return TrainFieldTexts::title(group);
}

}  // namespace afa
