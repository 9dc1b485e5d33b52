#pragma once
#include <QtCore/QList>
#include <QtCore/QString>

#include "core/engine/requests.h"
#include "ui/services/storage/database.h"

namespace afa {

/// One job of the queue.
struct QueueEntry {
    enum class State { Pending, Running, Done, Failed, Cancelled };
    qint64 id = 0;
    GenerateRequest
        request;  ///< its seed is settled, so that an interrupted job goes on with the same pictures
    State state = State::Pending;
    int made = 0;              ///< pictures finished
    QString message;           ///< why it failed
    bool interrupted = false;  ///< the program ended while it ran
    qint64 created = 0;        ///< milliseconds since 1970, UTC
    double seconds = 0;        ///< spent on it
};

/// The queue's table: every change is on disk before the work goes on. Paths in the database's folder are
/// relative to it.
class QueueJournal {
  public:
    explicit QueueJournal(Database& database) : database_(database) {}

    /// In the queue's order. What can no longer be read is left out and named in `problems`.
    QList<QueueEntry> all(QStringList& problems);
    void add(QueueEntry& entry, int place);  ///< gives it its id
    void update(const QueueEntry& entry);
    void setOrder(const QList<QueueEntry>& entries);
    void remove(qint64 id);

    Database& database() { return database_; }

  private:
    Database& database_;
};

}  // namespace afa
