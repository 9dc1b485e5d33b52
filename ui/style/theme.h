#pragma once
#include <QtCore/QString>
#include <QtGui/QColor>

class QApplication;

namespace afa {

enum class Appearance { System, Light, Dark };

QString appearanceName(Appearance appearance);  ///< as it is kept in the settings
Appearance appearanceFromName(const QString& name);

/// Colours the whole program. System follows the palette the desktop gave the program at its start.
void applyAppearance(QApplication& application, Appearance appearance);

/// One colour for each base model of an ensemble, the same everywhere (core/base/model_colours.h).
QColor modelColour(int index);
QString modelLetter(int index);  ///< "A", "B", ..

}  // namespace afa
