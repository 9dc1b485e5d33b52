#include "ui/parts/style/theme.h"

#include <QtCore/QFile>
#include <QtGui/QPalette>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleFactory>

namespace afa {
namespace {

struct Colours {
    const char *window, *panel, *base, *raised, *text, *muted, *border, *accent, *accentHover, *onAccent,
        *chosen, *danger, *name;
};

constexpr Colours kLight{"#f3f4f7", "#ffffff", "#ffffff", "#eceef3", "#1a1c22", "#5a606c", "#d5d9e1",
                         "#3d5bd9", "#2f4bc4", "#ffffff", "#e3e8fb", "#b3261e", "light"};
constexpr Colours kDark{"#15161a", "#1d1f25", "#121317", "#282b33", "#e9eaee", "#9ba1ad", "#343842",
                        "#5b78f0", "#7089f5", "#ffffff", "#2a3354", "#f2867d", "dark"};

bool desktopIsDark(QApplication& application) {
    // The palette before we changed it: kept as a property, as the first call replaces it.
    auto kept = application.property("desktopWindowColour");
    if (!kept.isValid()) {
        kept = application.palette().color(QPalette::Window);
        application.setProperty("desktopWindowColour", kept);
    }
    return kept.value<QColor>().lightness() < 128;
}

QPalette paletteOf(const Colours& colours) {
    QPalette palette;
    const QColor text(colours.text), muted(colours.muted);
    palette.setColor(QPalette::Window, QColor(colours.window));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, QColor(colours.base));
    palette.setColor(QPalette::AlternateBase, QColor(colours.panel));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, QColor(colours.raised));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, QColor(colours.danger));
    palette.setColor(QPalette::Highlight, QColor(colours.accent));
    palette.setColor(QPalette::HighlightedText, QColor(colours.onAccent));
    palette.setColor(QPalette::Link, QColor(colours.accent));
    palette.setColor(QPalette::ToolTipBase, QColor(colours.raised));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Mid, QColor(colours.border));
    palette.setColor(QPalette::Midlight, QColor(colours.raised));
    palette.setColor(QPalette::Dark, QColor(colours.border));
    palette.setColor(QPalette::Light, QColor(colours.panel));
    QColor faint = muted;
    faint.setAlpha(130);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

QString styleSheetOf(const Colours& colours) {
    QFile file(":/style/studio.qss");
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, const char*> values[]{
        {"@window", colours.window}, {"@panel", colours.panel},       {"@base", colours.base},
        {"@raised", colours.raised}, {"@text", colours.text},         {"@muted", colours.muted},
        {"@border", colours.border}, {"@onAccent", colours.onAccent}, {"@accentHover", colours.accentHover},
        {"@accent", colours.accent}, {"@chosen", colours.chosen},     {"@danger", colours.danger},
        {"@name", colours.name}};
    for (const auto& [key, value] : values)
        sheet.replace(QLatin1String(key), QLatin1String(value));
    return sheet;
}

}  // namespace

QString appearanceName(Appearance appearance) {
    return appearance == Appearance::Light ? "light" : appearance == Appearance::Dark ? "dark" : "system";
}

Appearance appearanceFromName(const QString& name) {
    for (const auto appearance : {Appearance::Light, Appearance::Dark})
        if (name == appearanceName(appearance)) return appearance;
    return Appearance::System;
}

void applyAppearance(QApplication& application, Appearance appearance) {
    const bool dark =
        desktopIsDark(application) ? appearance != Appearance::Light : appearance == Appearance::Dark;
    const Colours& colours = dark ? kDark : kLight;
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    QApplication::setPalette(paletteOf(colours));
    application.setStyleSheet(styleSheetOf(colours));
}

}  // namespace afa
