#pragma once
#include <QtCore/QString>

class QApplication;

namespace afa {

enum class Appearance { System, Light, Dark };

QString appearanceName(Appearance appearance);  ///< as it is kept in the settings
Appearance appearanceFromName(const QString& name);

/// Colours the whole program. System follows the palette the desktop gave the program at its start.
void applyAppearance(QApplication& application, Appearance appearance);

}  // namespace afa
