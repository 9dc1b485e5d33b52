#include "ui/services/storage/data_folder.h"

#include <QtCore/QDir>

#include "core/base/error.h"

namespace afa {

DataFolder::DataFolder(const QString& path) : path_(QDir(path).absolutePath()), lock_(path_ + "/lock") {
    const auto fail = [&](const QString& message) { throw FileError(message.arg(path_).toStdString()); };
    if (!QDir().mkpath(path_)) fail(tr("%1: the folder cannot be made; choose another one with --data"));
    lock_.setStaleLockTime(0);  // a lock is void when its program is gone, not when it is old
    if (lock_.tryLock()) return;
    if (lock_.error() == QLockFile::LockFailedError)
        fail(
            tr("AFA Studio is already open on %1. Use that window, or start this one with --data and another "
               "folder."));
    fail(tr("%1: the folder cannot be written; choose another one with --data"));
}

}  // namespace afa
