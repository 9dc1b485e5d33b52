#include "ui/services/storage/gallery_store.h"

namespace afa {

QList<Picture> GalleryStore::all() {
    QList<Picture> pictures;
    auto query = database_.run(
        "SELECT id, path, created, width, height, seed, seconds, prompt, favourite FROM pictures "
        "ORDER BY created, id");
    while (database_.next(query)) {
        const QString path = paths_.full(query.value(1).toString());
        pictures.append({query.value(0).toLongLong(), path, query.value(2).toLongLong(),
                         query.value(3).toInt(), query.value(4).toInt(),
                         query.value(5).toString().toULongLong(), query.value(6).toDouble(),
                         query.value(7).toString(), query.value(8).toBool(),
                         paths_.names(path) ? Picture::Place::Here : Picture::Place::Outside});
    }
    return pictures;
}

bool GalleryStore::add(Picture& picture) {
    // The seed as text: SQLite's integers are signed.
    auto query = database_.run(
        "INSERT OR IGNORE INTO pictures (path, created, width, height, seed, seconds, prompt, favourite) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {paths_.kept(picture.path), picture.created, picture.width, picture.height,
         QString::number(picture.seed), picture.seconds,
         picture.prompt.isNull() ? QString("") : picture.prompt, picture.favourite});
    if (query.numRowsAffected() != 1) return false;
    picture.id = query.lastInsertId().toLongLong();
    return true;
}

void GalleryStore::setFavourite(qint64 id, bool favourite) {
    database_.run("UPDATE pictures SET favourite = ? WHERE id = ?", {favourite, id});
}

void GalleryStore::setPath(qint64 id, const QString& path) {
    database_.run("UPDATE pictures SET path = ? WHERE id = ?", {paths_.kept(path), id});
}

void GalleryStore::remove(const QList<qint64>& ids) {
    if (ids.size() == 1) {  // may be part of what is kept together already
        database_.run("DELETE FROM pictures WHERE id = ?", {ids.first()});
        return;
    }
    Database::Transaction together(database_);
    for (const auto id : ids)
        database_.run("DELETE FROM pictures WHERE id = ?", {id});
    together.commit();
}

}  // namespace afa
