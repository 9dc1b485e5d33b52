#include "ui/services/storage/trash.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

#include "core/base/error.h"
#include "core/base/path.h"

namespace afa {
namespace {

struct Trash {
    Q_DECLARE_TR_FUNCTIONS(Trash)
};

/// Whether the entry itself, not what it leads to, lies in the folder.
bool liesIn(const QString& path, const QString& folder) {
    const QString name = path.section('/', -1);
    if (path.contains(QChar(0)) || !QDir::isAbsolutePath(path) || name.isEmpty() || name == "." ||
        name == "..")
        return false;
    return isAtOrBelow(folderOf(path.toStdString()), folder.toStdString());
}

}  // namespace

void moveToTrash(const QString& path, const QString& dataFolder) {
    if (!liesIn(path, dataFolder))
        throw FileError(Trash::tr("%1: does not lie in the data folder %2, so it is left as it is. Delete it "
                                  "in a file manager if it shall go.")
                            .arg(QString(path).replace(QChar(0), QChar::ReplacementCharacter), dataFolder)
                            .toStdString());
    const QFileInfo file(path);
    if (file.isSymLink()) {
        // The trash would keep a link that may lead elsewhere from there.
        if (!QFile::remove(path))
            throw FileError(
                Trash::tr("%1: the link cannot be removed; is its folder writable?").arg(path).toStdString());
        return;
    }
    if (!file.exists()) return;
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
