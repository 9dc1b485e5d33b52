#include "ui/services/storage/queue_journal.h"

#include "core/engine/request_json.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/storage/folder_paths.h"
#include "ui/services/storage/request_paths.h"

namespace afa {
namespace {

const QStringList kStates{"pending", "running", "done", "failed", "cancelled"};  // in the order of the enum

QString stateName(QueueEntry::State state) {
    return kStates[static_cast<int>(state)];
}

QString requestText(const Database& database, const QueueEntry& entry) {
    auto request = entry.request;
    changePaths(request,
                [paths = FolderPaths(database.folder())](const QString& path) { return paths.kept(path); });
    return QString::fromStdString(generateRequestJson(request));
}

QString orEmpty(const QString& text) {
    return text.isNull() ? QString("") : text;  // a null string would be SQL's NULL
}

}  // namespace

QList<QueueEntry> QueueJournal::all(QStringList& problems) {
    QList<QueueEntry> entries;
    auto query = database_.run(
        "SELECT id, request, state, made, message, interrupted, created, seconds FROM jobs ORDER BY place, "
        "id");
    const FolderPaths paths(database_.folder());
    while (database_.next(query)) {
        QueueEntry entry;
        entry.id = query.value(0).toLongLong();
        try {
            entry.request = generateRequestFromJson(query.value(1).toString().toStdString(),
                                                    "job " + std::to_string(entry.id) + " of the queue");
            changePaths(entry.request, [&](const QString& path) { return paths.full(path); });
        } catch (const Error& error) {
            problems.append(inWindowLanguage(error));
            continue;
        }
        const auto state = kStates.indexOf(query.value(2).toString());
        entry.state = state < 0 ? QueueEntry::State::Failed : static_cast<QueueEntry::State>(state);
        entry.made = query.value(3).toInt();
        entry.message = query.value(4).toString();
        entry.interrupted = query.value(5).toBool();
        entry.created = query.value(6).toLongLong();
        entry.seconds = query.value(7).toDouble();
        entries.append(entry);
    }
    return entries;
}

void QueueJournal::add(QueueEntry& entry, int place) {
    auto query = database_.run(
        "INSERT INTO jobs (place, request, state, made, message, interrupted, created, seconds) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {place, requestText(database_, entry), stateName(entry.state), entry.made, orEmpty(entry.message),
         entry.interrupted, entry.created, entry.seconds});
    entry.id = query.lastInsertId().toLongLong();
}

void QueueJournal::update(const QueueEntry& entry) {
    database_.run(
        "UPDATE jobs SET request = ?, state = ?, made = ?, message = ?, interrupted = ?, seconds = ? "
        "WHERE id = ?",
        {requestText(database_, entry), stateName(entry.state), entry.made, orEmpty(entry.message),
         entry.interrupted, entry.seconds, entry.id});
}

void QueueJournal::setOrder(const QList<QueueEntry>& entries) {
    Database::Transaction transaction(database_);
    for (int place = 0; place < entries.size(); ++place)
        database_.run("UPDATE jobs SET place = ? WHERE id = ?", {place, entries[place].id});
    transaction.commit();
}

void QueueJournal::remove(qint64 id) {
    database_.run("DELETE FROM jobs WHERE id = ?", {id});
}

}  // namespace afa
