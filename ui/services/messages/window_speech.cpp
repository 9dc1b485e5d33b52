#include "ui/services/messages/window_speech.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <array>

#include "core/base/samplers.h"
#include "ui/services/values/mode_title.h"

namespace afa {
namespace {

/// A setting's label where the window shows it: source and context of a text that stands there.
struct Label {
    const char* option;
    const char* context;
    const char* source;
};

// Where two forms have a field of one name, its label is the same in both, or one of them cannot be wrong.
constexpr std::array kLabels{
    Label{"model", "afa::EnsembleSummary", QT_TRANSLATE_NOOP("afa::EnsembleSummary", "Models")},
    Label{"aggregator", "afa::EnsemblePanel", QT_TRANSLATE_NOOP("afa::EnsemblePanel", "Aggregator")},
    Label{"mode", "afa::EnsemblePanel", QT_TRANSLATE_NOOP("afa::EnsemblePanel", "Mode")},
    Label{"host", "afa::EnsemblePanel", QT_TRANSLATE_NOOP("afa::EnsemblePanel", "Make host")},
    Label{"prompt", "afa::RequestPanel", QT_TRANSLATE_NOOP("afa::RequestPanel", "Prompt")},
    Label{"negative-prompt", "afa::RequestPanel", QT_TRANSLATE_NOOP("afa::RequestPanel", "Negative prompt")},
    Label{"width", "afa::RequestPanel", QT_TRANSLATE_NOOP("afa::RequestPanel", "Width")},
    Label{"height", "afa::RequestPanel", QT_TRANSLATE_NOOP("afa::RequestPanel", "Height")},
    Label{"steps", "afa::RequestPanel", QT_TRANSLATE_NOOP("afa::RequestPanel", "Steps")},
    Label{"cfg", "afa::RequestPanel", QT_TRANSLATE_NOOP("afa::RequestPanel", "Guidance (CFG)")},
    Label{"sampler", "afa::RequestPanel", QT_TRANSLATE_NOOP("afa::RequestPanel", "Sampler")},
    Label{"karras", "afa::RequestPanel", QT_TRANSLATE_NOOP("afa::RequestPanel", "Karras")},
    Label{"count", "afa::RequestPanel", QT_TRANSLATE_NOOP("afa::RequestPanel", "Pictures")},
    Label{"seed", "afa::SeedField", QT_TRANSLATE_NOOP("afa::SeedField", "Seed")},
    Label{"timesteps", "afa::CapabilityView", QT_TRANSLATE_NOOP("afa::CapabilityView", "Timesteps")},
    Label{"noise-samples", "afa::CapabilityView", QT_TRANSLATE_NOOP("afa::CapabilityView", "Noise samples")},
    Label{"method", "afa::MergeForm", QT_TRANSLATE_NOOP("afa::MergeForm", "Method")},
    Label{"type", "afa::MergeForm", QT_TRANSLATE_NOOP("afa::MergeForm", "Numbers")},
    Label{"base-weight", "afa::MergeForm",
          QT_TRANSLATE_NOOP("afa::MergeForm", "Text encoder and VAE, share of B")},
    Label{"vae", "afa::MergeForm", QT_TRANSLATE_NOOP("afa::MergeForm", "VAE")},
    Label{"data", "afa::SearchPanel", QT_TRANSLATE_NOOP("afa::SearchPanel", "Captioned pictures")},
    Label{"scorer-command", "afa::SearchPanel", QT_TRANSLATE_NOOP("afa::SearchPanel", "Command")},
    Label{"scorer-timeout", "afa::SearchPanel", QT_TRANSLATE_NOOP("afa::SearchPanel", "Time limit, s")},
    Label{"prompts", "afa::SearchPanel", QT_TRANSLATE_NOOP("afa::SearchPanel", "Prompts")},
    Label{"seeds", "afa::SearchPanel", QT_TRANSLATE_NOOP("afa::SearchPanel", "Pictures per prompt")},
    Label{"passes", "afa::SearchPanel", QT_TRANSLATE_NOOP("afa::SearchPanel", "Passes")},
    Label{"line", "afa::SearchPanel", QT_TRANSLATE_NOOP("afa::SearchPanel", "One share")},
    Label{"epochs", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Epochs")},
    Label{"batch", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Batch")},
    Label{"lr", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Learning rate")},
    Label{"sample-every", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Sample picture every")},
    Label{"layout", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Layout")},
    Label{"hidden-size", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Width")},
    Label{"heads", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Attention heads")},
    Label{"layers", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Transformer layers")},
    Label{"stages", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Stages")},
    Label{"no-spatial", "TrainFieldTexts",
          QT_TRANSLATE_NOOP("TrainFieldTexts", "A weight for every position")},
    Label{"no-timestep", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Knows the timestep")},
    Label{"no-text", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Knows the prompt")},
    Label{"samples", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Pictures per epoch")},
    Label{"accumulate", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Batches per step")},
    Label{"lr-schedule", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Learning rate schedule")},
    Label{"warmup", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Warm-up steps")},
    Label{"weight-decay", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Weight decay")},
    Label{"clip", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Gradient clipping")},
    Label{"ema", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Moving average")},
    Label{"text-drop", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Without text")},
    Label{"size", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Size")},
    Label{"crop", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Crop")},
    Label{"validation", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Validation data")},
    Label{"validation-share", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Share held out")},
    Label{"max-bad", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Bad pictures allowed")},
    Label{"cache", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Cache")},
    Label{"validate-every", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Validate every")},
    Label{"save-every", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Save every")},
    Label{"sample-prompt", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Sample prompt")},
    Label{"sample-cfg", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Sample guidance")},
    Label{"checkpointing", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Save memory")},
    Label{"allow-same-models", "TrainFieldTexts", QT_TRANSLATE_NOOP("TrainFieldTexts", "Allow equal models")},
};

/// Settings of all requests, chosen in a menu.
constexpr std::array kMenus{
    Label{"device", "afa::LibraryPage", QT_TRANSLATE_NOOP("afa::LibraryPage", "Compute on")},
    Label{"precision", "afa::LibraryPage", QT_TRANSLATE_NOOP("afa::LibraryPage", "Precision")},
};

constexpr auto kField = QT_TRANSLATE_NOOP("afa::WindowSpeech", "“%1”");
constexpr auto kFieldWithValue = QT_TRANSLATE_NOOP("afa::WindowSpeech", "“%1” %2");
constexpr auto kMenu = QT_TRANSLATE_NOOP("afa::WindowSpeech", "“%1” (menu Library)");
constexpr auto kMenuWithValue = QT_TRANSLATE_NOOP("afa::WindowSpeech", "“%1” %2 (menu Library)");

template <typename Labels>
const Label* find(const Labels& labels, const std::string& option) {
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [&](const Label& label) { return option == label.option; });
    return found == labels.end() ? nullptr : &*found;
}

/// As the form shows it.
QString valueText(const Option& option) {
    if (option.name == "mode" && !option.value.starts_with("single:")) return modeTitle(option.value, {});
    const auto* sampler = option.name == "sampler" ? findSampler(option.value) : nullptr;
    return sampler ? QString::fromLatin1(sampler->title) : QString::fromStdString(option.value);
}

}  // namespace

WindowSpeech::WindowSpeech() : LanguageSpeech(QLocale().name().toStdString()) {}

std::string WindowSpeech::named(const Option& option) const {
    const auto* field = find(kLabels, option.name);
    const auto* menu = field ? nullptr : find(kMenus, option.name);
    const auto* label = field ? field : menu;
    if (!label) return LanguageSpeech::named(option);
    const QString name = QCoreApplication::translate(label->context, label->source);
    const bool alone = option.value.empty();
    const auto* form = field ? (alone ? kField : kFieldWithValue) : (alone ? kMenu : kMenuWithValue);
    const QString text = QCoreApplication::translate("afa::WindowSpeech", form);
    return (alone ? text.arg(name) : text.arg(name, valueText(option))).toStdString();
}

}  // namespace afa
