#pragma once
#include <QtCore/QList>
#include <QtCore/QString>
#include <optional>

#include "ui/services/storage/database.h"

namespace afa {

/// One picture of the gallery.
struct Picture {
    qint64 id = 0;
    QString path;
    qint64 created = 0;  ///< milliseconds since 1970, UTC
    int width = 0, height = 0;
    quint64 seed = 0;
    double seconds = 0;  ///< it took; 0 = not known
    QString prompt;
    bool favourite = false;
};

/// The gallery's table. The pictures' own files stay the truth: it can be rebuilt from them.
class GalleryStore {
  public:
    explicit GalleryStore(Database& database) : database_(database) {}

    QList<Picture> all();  ///< oldest first
    /// Gives the picture its id; nothing and false if the path is there already.
    bool add(Picture& picture);
    void setFavourite(qint64 id, bool favourite);
    void remove(qint64 id);

  private:
    Database& database_;
};

}  // namespace afa
