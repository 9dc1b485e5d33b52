#include "ui/services/comparing/comparison.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <algorithm>

#include "ui/services/messages/core_messages.h"
#include "ui/services/values/images.h"
#include "ui/services/values/mode_title.h"
#include "ui/services/values/samplers.h"

namespace afa {
namespace {

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

/// What is told about one picture; the class is the translations' context.
struct Captions {
    Q_DECLARE_TR_FUNCTIONS(Captions)

  public:
    static constexpr qsizetype kPrompt = 0;
    /// In this order; an empty text is not told.
    static QList<CaptionText> items(const CaptionFacts& facts);

  private:
    static CaptionText same(const QString& value) { return {value, value}; }
    static CaptionText with(const char* source, const QString& value) {
        return {tr(source).arg(value), QString::fromLatin1(source).arg(value)};
    }
    static CaptionText number(const char* source, double value) {
        return {tr(source).arg(QLocale().toString(value)),
                QString::fromLatin1(source).arg(QLocale::c().toString(value))};
    }
};

QList<CaptionText> Captions::items(const CaptionFacts& facts) {
    const auto& request = facts.request;
    const CaptionText mode{modeTitle(request.mode, facts.models),
                           englishModeTitle(request.mode, facts.models)};
    const auto given = [](bool told, const CaptionText& caption) { return told ? caption : CaptionText{}; };
    return {same(text(request.prompt)),
            given(!request.mode.empty(), mode),
            number(QT_TR_NOOP("%1 steps"), request.steps),
            number(QT_TR_NOOP("CFG %1"), request.cfg),
            same(samplerTitle(request.sampler) + (request.karras ? " Karras" : "")),
            given(request.seed.has_value(),
                  with(QT_TR_NOOP("seed %1"), QString::number(request.seed.value_or(0)))),
            given(request.width > 0, same(QStringLiteral("%1 × %2").arg(request.width).arg(request.height))),
            same(facts.models.join(QStringLiteral(", "))),
            same(facts.aggregator),
            given(!request.negativePrompt.empty(),
                  with(QT_TR_NOOP("without: %1"), text(request.negativePrompt)))};
}

void join(CaptionText& whole, const CaptionText& part) {
    if (part.isEmpty()) return;
    const auto separator = [](const QString& before) { return before.isEmpty() ? QString() : QString(", "); };
    whole.shown += (whole.shown.isEmpty() ? QString() : QStringLiteral(" · ")) + part.shown;
    whole.english += separator(whole.english) + part.english;
}

}  // namespace

ComparisonSheet Comparison::sheet(int columns) const {
    ComparisonSheet sheet;
    sheet.title = title.english.toStdString();
    sheet.note = QString(note.english).replace(QChar(0xD7), 'x').toStdString();
    for (int i = 0; i < pictures.size(); ++i) {
        if (i % columns == 0) sheet.rows.emplace_back();
        const auto& picture = pictures[i];
        sheet.rows.back().cells.push_back(
            {toImage(picture.image),
             QString(picture.caption.english).replace(QChar(0xD7), 'x').toStdString()});
    }
    return sheet;
}

CaptionFacts captionFacts(const PictureRequest& found) {
    CaptionFacts facts{found.request, {}, text(found.aggregator)};
    for (const auto& model : found.models)
        facts.models.append(model.name.empty() ? text(model.shortHash) : text(model.name));
    return facts;
}

Comparison describe(const QList<CaptionFacts>& facts) {
    Comparison comparison;
    QList<QList<CaptionText>> told;
    for (const auto& one : facts) {
        told.append(Captions::items(one));
        comparison.pictures.append(ComparedPicture{});
    }
    if (told.isEmpty()) return comparison;
    for (qsizetype item = 0; item < told.first().size(); ++item) {
        const auto& first = told.first()[item];
        const bool shared =
            std::all_of(told.begin(), told.end(), [&](const auto& list) { return list[item] == first; });
        if (shared)
            join(item == Captions::kPrompt ? comparison.title : comparison.note, first);
        else
            for (qsizetype i = 0; i < told.size(); ++i)
                join(comparison.pictures[i].caption, told[i][item]);
    }
    return comparison;
}

Comparison comparisonOf(const QStringList& paths) {
    QList<CaptionFacts> facts;
    QStringList problems;
    for (const auto& path : paths) {
        CaptionFacts found;
        QString problem;
        try {
            found = captionFacts(readPictureRequest(path.toStdString()));
        } catch (const Error& error) {
            problem = inWindowLanguage(error);
        }
        facts.append(found);
        problems.append(problem);
    }
    auto comparison = describe(facts);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        auto& picture = comparison.pictures[i];
        picture.path = paths[i];
        picture.image.load(paths[i]);
        picture.state = picture.image.isNull() && problems[i].isEmpty()
                            ? Captions::tr("The picture cannot be read: %1").arg(paths[i])
                            : problems[i];
    }
    return comparison;
}

}  // namespace afa
