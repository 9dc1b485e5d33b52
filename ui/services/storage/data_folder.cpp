#include "ui/services/storage/data_folder.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include "core/base/error.h"
#include "core/engine/output_names.h"

namespace afa {
namespace {

/// Removes what killed programs had begun to write, here and in the folders of runs, with their states, and
/// searches.
void clean(const QString& folder, int depth = 3) {
    afa::removeLeftovers(folder.toStdString());
    if (depth == 0) return;
    for (const auto& entry : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
        clean(entry.filePath(), depth - 1);
}

}  // namespace

DataFolder::DataFolder(const QString& path) : path_(QDir(path).absolutePath()) {
    const auto fail = [&](const QString& message) { throw FileError(message.arg(path_).toStdString()); };
    if (!QDir().mkpath(path_)) fail(tr("%1: the folder cannot be made; choose another one with --data"));
    path_ = QFileInfo(path_).canonicalFilePath();
    lock_.emplace(path_ + "/lock");
    lock_->setStaleLockTime(0);  // a lock is void when its program is gone, not when it is old
    // A copy of a folder that was in use holds the lock's file, but nobody holds that: the system knows.
    if (lock_->tryLock() || (lock_->removeStaleLockFile() && lock_->tryLock())) return;
    if (lock_->error() == QLockFile::LockFailedError)
        fail(
            tr("AFA Studio is already open on %1. Use that window, or start this one with --data and another "
               "folder."));
    fail(tr("%1: the folder cannot be written; choose another one with --data"));
}

void DataFolder::removeLeftovers() const {
    clean(path_);
}

}  // namespace afa
