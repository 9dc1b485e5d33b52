#include "ui/storage/data_folder.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>

#include "core/base/error.h"

namespace afa {

DataFolder::DataFolder(const QString& path) : path_(QDir(path).absolutePath()), lock_(path_ + "/lock") {
    const auto fail = [&](const char* message) {
        throw FileError(QCoreApplication::translate("DataFolder", message).arg(path_).toStdString());
    };
    if (!QDir().mkpath(path_)) fail("%1: the folder cannot be made; choose another one with --data");
    lock_.setStaleLockTime(0);  // a lock is void when its program is gone, not when it is old
    if (lock_.tryLock()) return;
    if (lock_.error() == QLockFile::LockFailedError)
        fail(
            "AFA Studio is already open on %1. Use that window, or start this one with --data and another "
            "folder.");
    fail("%1: the folder cannot be written; choose another one with --data");
}

}  // namespace afa
