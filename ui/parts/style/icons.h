#pragma once
#include <QtCore/QString>
#include <QtGui/QIcon>

namespace afa {

/// resources/icons/NAME.svg, drawn in the palette's colours as they are at the time of drawing; where it is
/// checkable, `checkedName` (another drawing) when checked.
QIcon themedIcon(const QString& name, const QString& checkedName = {});

}  // namespace afa
