#pragma once
#include <QtCore/QString>

class QWidget;

namespace afa {

/// Asks where to save; "" = not at all. `suggested` is a path with the file's name. Where no ending is typed,
/// the chosen filter's first one ("PNG pictures (*.png)") is added before the dialog asks whether to replace
/// a file.
QString askWhereToSave(QWidget* parent, const QString& title, const QString& suggested,
                       const QString& filters);

}  // namespace afa
