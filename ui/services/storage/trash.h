#pragma once
#include <QtCore/QString>

namespace afa {

/// Moves a file or folder to the desktop's trash; nothing where there is none. Throws FileError where the
/// desktop refuses; it stays where it is then.
void moveToTrash(const QString& path);

}  // namespace afa
