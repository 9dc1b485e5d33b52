#pragma once
#include <QtCore/QString>
#include <QtGui/QColor>

namespace afa {

/// One colour for each base model of an ensemble, the same everywhere (core/base/model_colours.h).
QColor modelColour(int index);
QString modelLetter(int index);  ///< "A", "B", ..

}  // namespace afa
