#pragma once
#include <QtCore/QString>

namespace afa {

/// Paths as they are kept in a folder that may be moved, copied or renamed: relative to it where they lie
/// inside. Kept ones are not trusted: they may be anything.
class FolderPaths {
  public:
    explicit FolderPaths(const QString& folder);  ///< links are followed

    const QString& folder() const { return folder_; }
    /// As `path` is to be kept: with `/`, relative to the folder where it lies in it, whichever way it is
    /// spelled.
    QString kept(const QString& path) const;
    /// The path that was kept. One that is relative but leads nowhere inside comes back as it is.
    QString full(const QString& kept) const;
    /// Whether a path, as full() gives it, says that it lies below the folder. Links are not looked at.
    bool names(const QString& path) const;

  private:
    QString folder_;
};

}  // namespace afa
