#include "ui/services/gallery/gallery.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtGui/QImageReader>
#include <algorithm>

#include "core/base/error.h"
#include "core/engine/maps.h"
#include "core/engine/picture_request.h"
#include "ui/services/storage/trash.h"

namespace afa {

Gallery::Gallery(GalleryStore store, QString folder, QObject* parent)
    : QObject(parent), store_(store), folder_(std::move(folder)), pictures_(store_.all()) {
    std::reverse(pictures_.begin(), pictures_.end());
}

int Gallery::indexOf(const QString& path) const {
    const auto it = std::find_if(pictures_.begin(), pictures_.end(),
                                 [&](const Picture& picture) { return picture.path == path; });
    return it == pictures_.end() ? -1 : static_cast<int>(it - pictures_.begin());
}

bool Gallery::add(Picture picture) {
    if (!store_.add(picture)) return false;
    const auto place = std::find_if(pictures_.begin(), pictures_.end(),
                                    [&](const Picture& other) { return other.created <= picture.created; });
    Q_EMIT aboutToInsert(static_cast<int>(place - pictures_.begin()));
    pictures_.insert(place, std::move(picture));
    Q_EMIT inserted();
    return true;
}

void Gallery::setFavourite(int index, bool favourite) {
    store_.setFavourite(pictures_[index].id, favourite);
    pictures_[index].favourite = favourite;
    Q_EMIT changed(index);
}

void Gallery::moveToTrash(int index) {
    afa::moveToTrash(pictures_[index].path);
    forget(index);
}

void Gallery::forget(int index) {
    const QString path = pictures_[index].path;
    const QString maps = QString::fromStdString(keptMapsPath(path.toStdString()).string());
    // Maps go with their picture.
    if (!QFileInfo::exists(path)) try {
            afa::moveToTrash(maps);
        } catch (const Error&) {
            // The desktop refuses: they stay in the folder, where nothing refers to them.
        }
    store_.remove(pictures_[index].id);
    Q_EMIT aboutToRemove(index);
    pictures_.removeAt(index);
    Q_EMIT removed();
}

Picture pictureFromFile(const QString& path) {
    const auto found = readPictureRequest(path.toStdString());
    const QImageReader reader(path);
    const QFileInfo file(path);
    Picture picture;
    picture.path = path;
    picture.created = file.lastModified().toMSecsSinceEpoch();
    picture.width = reader.size().width();
    picture.height = reader.size().height();
    picture.seed = found.request.seed.value_or(0);
    picture.prompt = QString::fromStdString(found.request.prompt);
    return picture;
}

}  // namespace afa
