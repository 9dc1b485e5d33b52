#include "ui/services/storage/path_adoption.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtGui/QImageReader>

#include "core/base/error.h"
#include "core/engine/request_json.h"
#include "ui/services/storage/database.h"
#include "ui/services/storage/folder_paths.h"
#include "ui/services/storage/request_paths.h"

namespace afa {
namespace {

const QString kPictures = "pictures/";

struct Row {
    qint64 id = 0;
    QString path;
    QSize size;  ///< pixels; (0, 0) = not known
    bool favourite = false;
    QString settled;  ///< how it is kept from now on
};

QList<Row> pictureRows(Database& database) {
    QList<Row> rows;
    auto query = database.run("SELECT id, path, width, height, favourite FROM pictures ORDER BY id");
    while (database.next(query)) {
        rows.append({query.value(0).toLongLong(),
                     query.value(1).toString(),
                     {query.value(2).toInt(), query.value(3).toInt()},
                     query.value(4).toBool(),
                     {}});
        rows.last().settled = rows.last().path;
    }
    return rows;
}

/// The data folder that held a picture of this path; "" where its folder is not called as such folders are.
QString rootOf(const QString& path) {
    const QFileInfo file(path);
    const QFileInfo folder(file.path());
    return folder.fileName() + "/" == kPictures ? folder.path() : QString();
}

bool isSamePicture(const QString& file, const QSize& size) {
    if (!QFileInfo(file).isFile()) return false;
    return size.isEmpty() || QImageReader(file).size() == size;
}

/// Says how each row is kept from now on; the folder's former names.
QSet<QString> settle(QList<Row>& rows, const FolderPaths& here) {
    QSet<QString> former;
    const auto tailOf = [](const Row& row) { return kPictures + QFileInfo(row.path).fileName(); };
    const auto isForeign = [](const Row& row) { return QDir::isAbsolutePath(row.settled); };
    for (auto& row : rows) {
        row.settled = here.kept(row.path);
        const QString root = isForeign(row) ? rootOf(row.path) : QString();
        if (root.isEmpty() || !isSamePicture(here.full(tailOf(row)), row.size)) continue;
        former.insert(root);
        row.settled = tailOf(row);
    }
    for (auto& row : rows)
        // Not where a picture of that name lies here: it is another one.
        if (isForeign(row) && former.contains(rootOf(row.path)) && !QFileInfo::exists(here.full(tailOf(row))))
            row.settled = tailOf(row);
    return former;
}

void keepOnce(Database& database, const QList<Row>& rows) {
    QHash<QString, QList<Row>> byPath;
    for (const auto& row : rows)
        byPath[row.settled].append(row);
    for (const auto& same : byPath) {
        const auto& first = same.first();  // the one that knows when it was made, and how long that took
        if (same.size() == 1 && first.settled == first.path) continue;
        bool favourite = false;
        for (const auto& row : same) {
            favourite = favourite || row.favourite;
            if (row.id != first.id) database.run("DELETE FROM pictures WHERE id = ?", {row.id});
        }
        database.run("UPDATE pictures SET path = ?, favourite = ? WHERE id = ?",
                     {first.settled, favourite, first.id});
    }
}

void settleJobs(Database& database, const FolderPaths& here, const QSet<QString>& former) {
    QHash<qint64, QString> requests;
    auto query = database.run("SELECT id, request FROM jobs");
    while (database.next(query))
        requests.insert(query.value(0).toLongLong(), query.value(1).toString());
    const auto settled = [&](const QString& path) {
        for (const auto& root : former)
            if (path.startsWith(root + "/")) return path.mid(root.size() + 1);
        return here.kept(path);
    };
    for (auto it = requests.cbegin(); it != requests.cend(); ++it)
        try {
            auto request = generateRequestFromJson(it.value().toStdString(), "a job of the queue");
            changePaths(request, settled);
            database.run("UPDATE jobs SET request = ? WHERE id = ?",
                         {QString::fromStdString(generateRequestJson(request)), it.key()});
        } catch (const DatabaseError&) {
            throw;
        } catch (const Error&) {
            continue;  // unreadable: told when the queue is read, and kept as it is
        }
}

}  // namespace

void adoptPaths(Database& database, bool all) {
    const FolderPaths here(database.folder());
    auto rows = pictureRows(database);
    const auto former = settle(rows, here);
    keepOnce(database, rows);
    if (all || !former.isEmpty()) settleJobs(database, here, former);
}

}  // namespace afa
