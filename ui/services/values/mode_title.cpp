#include "ui/services/values/mode_title.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <utility>

#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

const std::pair<const char*, const char*> kModes[]{
    {"afa", QT_TRANSLATE_NOOP("afa::Mode", "Adaptive (AFA)")},
    {"last-block", QT_TRANSLATE_NOOP("afa::Mode", "Adaptive, last stage only")},
    {"block-average", QT_TRANSLATE_NOOP("afa::Mode", "Average after every stage")},
    {"noise-average", QT_TRANSLATE_NOOP("afa::Mode", "Average of the noise")},
    {"magicfusion", QT_TRANSLATE_NOOP("afa::Mode", "MagicFusion")},
    {"schedule", QT_TRANSLATE_NOOP("afa::Mode", "One model after the other")},
    {"merge", QT_TRANSLATE_NOOP("afa::Mode", "Weights merged")}};
constexpr auto kSingle = QT_TRANSLATE_NOOP("afa::Mode", "Only %1: %2");

QString translated(const char* source) {
    return QCoreApplication::translate("afa::Mode", source);
}
QString asWritten(const char* source) {
    return QString::fromLatin1(source);
}

template <typename Text>
QString title(const std::string& mode, const QStringList& models, Text&& text) {
    for (const auto& [name, source] : kModes)
        if (mode == name) return text(source);
    if (!mode.starts_with("single:")) return QString::fromStdString(mode);
    const int index = QString::fromStdString(mode.substr(7)).toInt();
    return text(kSingle).arg(modelLetter(index), models.value(index));
}

}  // namespace

QString modelNameOf(const QString& path) {
    const QFileInfo file(path);
    return file.isDir() ? file.fileName() : file.completeBaseName();
}

QString modeTitle(const std::string& mode, const QStringList& models) {
    return title(mode, models, translated);
}

QString englishModeTitle(const std::string& mode, const QStringList& models) {
    return title(mode, models, asWritten);
}

}  // namespace afa
