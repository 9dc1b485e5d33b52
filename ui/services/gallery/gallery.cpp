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
    : QObject(parent), store_(std::move(store)), folder_(std::move(folder)), pictures_(store_.all()) {
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
    const Picture picture = pictures_[index];
    if (picture.place == Picture::Place::Here) {
        const QFileInfo file(picture.path);
        // A row may name anything below the data folder: its database, a run.
        if (file.path() != folder_ || (file.isDir() && !file.isSymLink()))
            throw FileError(tr("%1: is no picture of the gallery's folder, so it is left as it is. Delete it "
                               "in a file manager if it shall go.")
                                .arg(picture.path)
                                .toStdString());
        afa::moveToTrash(picture.path, store_.paths().folder());
    }
    forget(index);
}

void Gallery::forget(int index) {
    const QString path = pictures_[index].path;
    store_.remove({pictures_[index].id});
    trashMaps(path);
    Q_EMIT aboutToRemove(index);
    pictures_.removeAt(index);
    Q_EMIT removed();
}

/// Maps go with their picture.
void Gallery::trashMaps(const QString& picture) const {
    const QFileInfo file(picture);
    if (file.path() != folder_ || file.exists()) return;
    try {
        afa::moveToTrash(QString::fromStdString(keptMapsPath(picture.toStdString()).string()),
                         store_.paths().folder());
    } catch (const Error&) {
        // The desktop refuses: they stay in the folder, where nothing refers to them.
    }
}

void Gallery::forgetGone() {
    QList<qint64> gone;
    for (const auto& picture : pictures_)
        if (picture.place != Picture::Place::Here) gone.append(picture.id);
    if (gone.isEmpty()) return;
    store_.remove(gone);
    for (int i = size() - 1; i >= 0; --i) {
        if (pictures_[i].place == Picture::Place::Here) continue;
        trashMaps(pictures_[i].path);
        Q_EMIT aboutToRemove(i);
        pictures_.removeAt(i);
        Q_EMIT removed();
    }
}

int Gallery::goneCount() const {
    return static_cast<int>(std::count_if(pictures_.begin(), pictures_.end(), [](const Picture& picture) {
        return picture.place != Picture::Place::Here;
    }));
}

void Gallery::setMissing(int index, bool missing) {
    const auto place = missing ? Picture::Place::Missing : Picture::Place::Here;
    auto& picture = pictures_[index];
    if (picture.place == place || picture.place == Picture::Place::Outside) return;
    picture.place = place;
    Q_EMIT changed(index);
}

void Gallery::relink(int index, const QString& path) {
    auto& picture = pictures_[index];
    if (picture.path != path) store_.setPath(picture.id, path);
    picture.path = path;
    picture.place = Picture::Place::Here;
    Q_EMIT changed(index);
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
