#include "ui/services/storage/folder_paths.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <filesystem>

#include "core/base/path.h"

namespace afa {
namespace {

/// Whether a relative path stays below where it starts.
bool staysBelow(const QString& relative) {
    if (relative.isEmpty() || relative.contains(QChar(0)) || QDir::isAbsolutePath(relative)) return false;
    const QString clean = QDir::cleanPath(relative);
    return clean != "." && clean != ".." && !clean.startsWith("../");
}

}  // namespace

FolderPaths::FolderPaths(const QString& folder) {
    const QFileInfo info(folder);
    folder_ = info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
}

QString FolderPaths::kept(const QString& path) const {
    if (path.contains(QChar(0)) || !QDir::isAbsolutePath(path)) return path;
    if (names(path)) return QDir::cleanPath(path).mid(folder_.size() + 1);
    // Another spelling: through a link, or in other letters where the file system does not tell them apart.
    std::filesystem::path tail;
    for (auto at = canonicalPath(folderOf(path.toStdString())) /
                   std::filesystem::path(path.toStdString()).filename();
         at.has_relative_path(); at = at.parent_path()) {
        std::error_code missing;
        if (!tail.empty() && std::filesystem::equivalent(at, folder_.toStdString(), missing))
            return QString::fromStdString(tail.generic_string());
        tail = tail.empty() ? at.filename() : at.filename() / tail;
    }
    return path;
}

QString FolderPaths::full(const QString& kept) const {
    return staysBelow(kept) ? folder_ + "/" + QDir::cleanPath(kept) : kept;
}

bool FolderPaths::names(const QString& path) const {
    if (path.contains(QChar(0)) || !QDir::isAbsolutePath(path)) return false;
    return QDir::cleanPath(path).startsWith(folder_.endsWith('/') ? folder_ : folder_ + "/");
}

}  // namespace afa
