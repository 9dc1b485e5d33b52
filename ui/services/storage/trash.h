#pragma once
#include <QtCore/QString>

namespace afa {

/// Moves a file or folder of the data folder to the desktop's trash; nothing where there is none. A link goes
/// itself, never what it leads to. Everything in the window that is deleted is deleted here. Throws
/// FileError, and leaves everything as it is, where the desktop refuses, and for what does not lie in
/// `dataFolder` once links are followed, whatever its path says.
void moveToTrash(const QString& path, const QString& dataFolder);

}  // namespace afa
