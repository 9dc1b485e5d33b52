#pragma once
#include <QtCore/QHash>
#include <QtCore/QObject>

#include "ui/services/storage/gallery_store.h"

namespace afa {

/// Every picture made, in memory and in the store; what widgets show.
class Gallery : public QObject {
    Q_OBJECT
  public:
    Gallery(GalleryStore store, QString folder, QObject* parent = nullptr);

    const QString& folder() const { return folder_; }
    int size() const { return static_cast<int>(pictures_.size()); }
    const Picture& at(int index) const { return pictures_[index]; }  ///< newest first
    int indexOf(const QString& path) const;                          ///< -1 = not there

    bool add(Picture picture);  ///< false: it is there already
    void setFavourite(int index, bool favourite);
    /// Moves the file and the maps kept with it to the desktop's trash and forgets it; a picture that is
    /// missing or outside is only forgotten. Throws FileError where the desktop refuses, and for what does
    /// not lie in the gallery's folder.
    void moveToTrash(int index);
    void forget(int index);  ///< its file is gone, or stays where it is
    void forgetGone();       ///< all that are missing or outside

    int goneCount() const;  ///< missing or outside
    /// Whether its file was found; nothing for one that is outside.
    void setMissing(int index, bool missing);
    /// The file of a picture that was gone lies at `path` now.
    void relink(int index, const QString& path);

  Q_SIGNALS:
    void aboutToInsert(int index);
    void inserted();
    void aboutToRemove(int index);
    void removed();
    void changed(int index);

  private:
    void trashMaps(const QString& picture) const;

    GalleryStore store_;
    QString folder_;
    QList<Picture> pictures_;
};

/// What a picture file itself says, for one that the store does not know. Throws FileError.
Picture pictureFromFile(const QString& path);

}  // namespace afa
