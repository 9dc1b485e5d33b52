#pragma once
#include <QtCore/QList>
#include <QtCore/QString>
#include <optional>

#include "ui/services/storage/database.h"
#include "ui/services/storage/folder_paths.h"

namespace afa {

/// One picture of the gallery.
struct Picture {
    enum class Place {
        Here,
        Missing,  ///< its file is gone
        Outside,  ///< kept with a path outside the data folder: never read, moved or deleted
    };
    qint64 id = 0;
    QString path;
    qint64 created = 0;  ///< milliseconds since 1970, UTC
    int width = 0, height = 0;
    quint64 seed = 0;
    double seconds = 0;  ///< it took; 0 = not known
    QString prompt;
    bool favourite = false;
    Place place = Place::Here;
};

/// The gallery's table, with paths relative to the database's folder. The pictures' own files stay the truth:
/// it can be rebuilt from them.
class GalleryStore {
  public:
    explicit GalleryStore(Database& database) : database_(database), paths_(database.folder()) {}

    const FolderPaths& paths() const { return paths_; }
    QList<Picture> all();  ///< oldest first; whether files are there is not looked at
    /// Gives the picture its id; nothing and false if the path is there already.
    bool add(Picture& picture);
    void setFavourite(qint64 id, bool favourite);
    void setPath(qint64 id, const QString& path);
    void remove(const QList<qint64>& ids);  ///< all or none

  private:
    Database& database_;
    FolderPaths paths_;
};

}  // namespace afa
