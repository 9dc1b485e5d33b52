#include "ui/services/storage/trash.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

#include "core/base/error.h"

namespace afa {
namespace {

struct Trash {
    Q_DECLARE_TR_FUNCTIONS(Trash)
};

}  // namespace

void moveToTrash(const QString& path) {
    if (!QFileInfo::exists(path)) return;
#ifdef Q_OS_UNIX
    // Qt 6.4 makes the trash in this folder but not the folder itself; where that is missing (a fresh
    // account) it takes an empty path for the trash and fills the working directory with `files` and `info`.
    const bool ready = QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
#else
    const bool ready = true;
#endif
    if (!ready || !QFile::moveToTrash(path))
        throw FileError(Trash::tr("%1: the desktop's trash did not take it; it stays where it is. Delete it "
                                  "in a file manager if it shall go.")
                            .arg(path)
                            .toStdString());
}

}  // namespace afa
