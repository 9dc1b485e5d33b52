#include "ui/services/messages/core_messages.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <array>
#include <vector>

#include "core/base/error.h"
#include "core/engine/output_names.h"

namespace afa {
namespace {

const char* const kContext = "afa::CoreMessages";

// %1 .. %9 stand for what varies; each is translated by the same patterns. The first that fits counts, so
// that particular ones stand before general ones. tests/ui/test_core_messages holds each to core's own words.
constexpr std::array kPatterns{
    // Whole messages that a person meets: models, aggregators, settings
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: its U-Net has another architecture than that of %2: expected %3; found %4. "
                      "Only models of one architecture can be joined or compared"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: made for %2 base models, found %3; give as many --model as the "
                      "aggregator joins"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: does not say which base models it was trained with; taken as they "
                      "are given"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "the aggregator was trained with these base models in another order; they "
                      "run as it knows them: %1"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "models %1 and %2 hold the same weights (cosine %3): %4 and %5; leave one "
                      "out, or say --allow-same-models"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: the aggregator was not trained with this model; it stands in for %2"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "reading the training data"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1 pictures to train on, %2 held out, %3 px"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "aggregators: %1, %2 million parameters; %3 steps of %4 pictures, base models in %5, "
                      "checkpointing %6"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "reading %1"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "models %1 and %2 hold the same weights (cosine %3): %4 and %5"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "the noise weights do not sum to 1; divided by their sum"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "the negative prompt has no part in a picture with --cfg 1"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "the %1 has %2 tokens, %3 fit; not used: \"%4\""),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "the sampler produced NaN or infinity (seed %1): a base model is damaged, or "
                      "--precision %2 is too narrow for it; try --precision fp32"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1 is %2; these models take multiples of %3"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1 is %2; expected %3 to %4"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "device '%1': %2; use --device cpu"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "the graphics card ran out of memory%1"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "the machine ran out of memory%1"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "; use a smaller picture, fewer pictures at once, fewer models or "
                      "--precision bf16, or close other programs%1"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "prompt"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "negative prompt"),
    // Training
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "model %1 (%2) has less than 1% of the weight in %3 of %4 stages: the "
                      "ensemble hardly uses it (collapse); leave it out, or lower --lr"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "step %1: gradients not finite (NaN or infinite), step not taken"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "expected at least %1 captioned pictures, of which %2 are held out for "
                      "validation, found %3; add pictures, or name some for validation "
                      "with --validation"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "the training data changed since the run was started; it goes on, but not "
                      "as it would have"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "the training state could not be saved: %1"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: holds a finished aggregator already; name another folder"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: another program works in this folder; wait until it ends, or name another folder"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1 would replace a file of %2 %3: %4; choose another name"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "--output %1: the model is written as safetensors, which \"%2\" does not mean; name it "
                      ".safetensors"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: holds a training run already; go on with --resume, or name another "
                      "folder"),
    QT_TRANSLATE_NOOP(
        "afa::CoreMessages",
        "%1: expected the state of a training run to resume, found none; check the path, or start "
        "the run without --resume"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: is not the base model that %2 was started with (its weights differ); "
                      "put that one back, or start a new run"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: stopped, but the state of step %2 could not be saved; what was saved "
                      "before is still there"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: cannot be written (full disk or read-only folder?); training goes on, "
                      "and the history is kept in memory and in the next state that can be saved"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: this cache entry is made anew: %2"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1 of %2 texts are longer than the %3 tokens a text encoder takes; their "
                      "ends are not used"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "training data: no picture with a text that can be used, of %1 entries"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "training data: none of the %1 pictures can be decoded; the last: %2"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "training data: %1 of %2 entries cannot be used, more than the share of %3 "
                      "that --max-bad allows: %4"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: training data: the file is empty"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: training data: expected JSON lines {\"image\", \"text\"}, a JSON list of them, "
                      "JourneyDB annotations, COCO captions JSON, or CSV whose first row names the columns "
                      "image and text, separated by commas, semicolons or tabs; found none of these"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: image missing: %2"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "image missing: %1"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: empty caption"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "empty caption"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: damaged picture: %2"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "it ends early, after %1 bytes; copy it again"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: expected a JPEG, PNG, WebP, BMP or TIFF picture, found %2"),
    // Merging
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "the merge could not be scored: expected a finite number; the pictures or "
                      "the models are damaged"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: holds %2 already; go on with the search there with --resume, or name "
                      "another folder"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: the search was started with other models than lie at %2 and %3 now; "
                      "put those back, or start a new search"),
    // What a model file is
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1 tensors passed over (EMA copies, buffers, training leftovers)"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "a U-Net alone: text encoder and VAE must come from another model"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1 layout for %2 models, %3 stages"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "not bound to base models"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "made for %1 (%2)"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "passed over: %1"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "it has no U-Net"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "none of its %1 tensors belongs to a U-Net, VAE or text encoder"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: %2 is not supported as a base model; this program runs Stable "
                      "Diffusion 1.x models"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: %2 is not supported; this program runs Stable Diffusion 1.x models"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: expected a Stable Diffusion model, found %2 tensors, none of a U-Net, "
                      "VAE or text encoder"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: expected a model file or directory, found nothing; check the path (models are not "
                      "downloaded)"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: expected a folder of models, found %2; choose another folder, or "
                      "attach the disk it is on"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: not a checkpoint file: %2"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "the file is empty; download it again"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "an HTML page, as a failed download leaves; download it again"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "a git-LFS pointer to a file%1, not the file itself; run `git lfs pull` or "
                      "download the file"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", " of %1 bytes"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "it begins with zero bytes only, as an interrupted download leaves; "
                      "download it again"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: truncated: expected %2 bytes at byte %3, found %4; download it again"),
    // Files
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1; the old file is untouched"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: cannot write: a directory of this name exists"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: cannot write: there is no folder %2; create it first"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: another program has written there meanwhile, which stays; choose another name"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: cannot write in the folder %2: %3"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: cannot write: %2"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "disk full: %1 bytes wanted, %2 available"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: cannot open: %2"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: cannot be used: %2"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "the name is too long; systems take 255 bytes for a name and about 4000 for a path"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "its links lead in a circle; name the file or folder itself"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "%1: not a regular file"),
    QT_TRANSLATE_NOOP("afa::CoreMessages",
                      "%1: expected a folder to write to, found %2; name a folder that can be "
                      "made"),
};

// The C library's, where the reason is the system's.
constexpr std::array kSystemReasons{
    QT_TRANSLATE_NOOP("afa::CoreMessages", "No such file or directory"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "Permission denied"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "Not a directory"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "Is a directory"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "Read-only file system"),
    QT_TRANSLATE_NOOP("afa::CoreMessages", "Input/output error"),
};

struct Pattern {
    const char* source;
    QRegularExpression expression;
};

Pattern compile(const char* source) {
    static const QRegularExpression placeholder("%[1-9]");
    const QString text = QString::fromUtf8(source);
    QString expression;
    qsizetype from = 0;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        const auto found = it.next();
        expression += QRegularExpression::escape(text.mid(from, found.capturedStart() - from)) + "(.*?)";
        from = found.capturedEnd();
    }
    expression += QRegularExpression::escape(text.mid(from));
    return {source, QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                       QRegularExpression::DotMatchesEverythingOption)};
}

const std::vector<Pattern>& patterns() {
    static const auto compiled = [] {
        std::vector<Pattern> all;
        all.reserve(kPatterns.size() + kSystemReasons.size());
        for (const char* source : kPatterns)
            all.push_back(compile(source));
        for (const char* source : kSystemReasons)
            all.push_back(compile(source));
        return all;
    }();
    return compiled;
}

/// All at once: a path may itself hold "%2".
QString filled(const QString& text, const QStringList& values) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text[i] == '%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (place >= 1 && place <= values.size()) {
            result += values[place - 1];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

bool speaksEnglish() {
    const auto language = QLocale().language();
    return language == QLocale::English || language == QLocale::C;
}

/// Null where no pattern fits.
QString byPattern(const QString& message) {
    for (const auto& pattern : patterns()) {
        const auto match = pattern.expression.match(message);
        if (!match.hasMatch()) continue;
        QStringList values = match.capturedTexts().mid(1);
        for (auto& value : values)
            value = inWindowLanguage(value);
        return filled(QCoreApplication::translate(kContext, pattern.source), values);
    }
    return {};
}

/// Where a message advises an option of the command line that is a menu here.
QString byMenus(QString message) {
    static const QRegularExpression option(
        "--(device|precision) (auto|cpu|cuda(?::\\d+)?|fp32|bf16|fp16)\\b");
    for (auto found = option.match(message); found.hasMatch(); found = option.match(message)) {
        const auto said = found.captured(1) == "device"
                              ? QT_TRANSLATE_NOOP("afa::MainWindow", "“Compute on” %1 (menu Library)")
                              : QT_TRANSLATE_NOOP("afa::MainWindow", "“Precision” %1 (menu Library)");
        message.replace(found.capturedStart(), found.capturedLength(),
                        filled(QCoreApplication::translate("afa::MainWindow", said), {found.captured(2)}));
    }
    return message;
}

}  // namespace

QString inWindowLanguage(const QString& message) {
    if (message.isEmpty() || speaksEnglish()) return byMenus(message);
    QString told = byPattern(message);
    return byMenus(told.isNull() ? message : told);
}

QString inWindowLanguage(const std::string& message) {
    return inWindowLanguage(QString::fromStdString(message));
}

QString inWindowLanguage(const std::exception& error) {
    if (const auto* files = dynamic_cast<const std::filesystem::filesystem_error*>(&error))
        return inWindowLanguage(cannotUse(*files));
    const QString said = QString::fromUtf8(error.what());
    if (speaksEnglish()) return byMenus(said);
    if (const QString told = byPattern(said); !told.isNull()) return byMenus(told);
    const char* kind = QT_TRANSLATE_NOOP("afa::CoreMessages", "It did not work. %1");
    if (dynamic_cast<const FileError*>(&error))
        kind = QT_TRANSLATE_NOOP("afa::CoreMessages", "A file is missing or cannot be used. %1");
    else if (dynamic_cast<const ConfigError*>(&error))
        kind = QT_TRANSLATE_NOOP("afa::CoreMessages", "The settings or the models do not fit together. %1");
    else if (dynamic_cast<const DataError*>(&error))
        kind = QT_TRANSLATE_NOOP("afa::CoreMessages", "The content cannot be used. %1");
    return filled(QCoreApplication::translate(kContext, kind), {byMenus(said)});
}

}  // namespace afa
