#include "ui/services/library/model_cache_store.h"

#include "core/base/error.h"

namespace afa {

QHash<QString, ModelCacheStore::Known> ModelCacheStore::all() {
    QHash<QString, Known> known;
    auto query = database_.run("SELECT path, bytes, changed, info FROM models");
    while (query.next()) {
        const QString path = query.value(0).toString();
        const FileStamp stamp{query.value(1).toULongLong(), query.value(2).toLongLong()};
        try {
            known[path] = {stamp,
                           modelInfoFromJson(query.value(3).toString().toStdString(), path.toStdString())};
        } catch (const Error&) {
            // Written by another version: the model is read again.
        }
    }
    return known;
}

void ModelCacheStore::put(const QString& path, const Known& known) {
    database_.run("INSERT OR REPLACE INTO models (path, bytes, changed, info) VALUES (?, ?, ?, ?)",
                  {path, static_cast<qint64>(known.stamp.bytes), static_cast<qint64>(known.stamp.changed),
                   QString::fromStdString(modelInfoJson(known.info))});
}

}  // namespace afa
