#pragma once
#include <QtCore/QString>

namespace afa {

/// Opens the folder of a file or directory in the desktop's file manager.
void showInFolder(const QString& path);

}  // namespace afa
