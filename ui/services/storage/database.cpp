#include "ui/services/storage/database.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>

#include "ui/services/storage/path_adoption.h"

namespace afa {
namespace {

// Step i leads from version i to i + 1. A step that was released is never edited.
const QStringList kSteps[Database::kVersion] = {
    {"CREATE TABLE pictures (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, "
     "width INTEGER NOT NULL, height INTEGER NOT NULL, seed TEXT NOT NULL, seconds REAL NOT NULL, "
     "prompt TEXT NOT NULL, favourite INTEGER NOT NULL DEFAULT 0)",
     "CREATE INDEX pictures_created ON pictures (created)",
     "CREATE TABLE jobs (id INTEGER PRIMARY KEY, place INTEGER NOT NULL, request TEXT NOT NULL, "
     "state TEXT NOT NULL, made INTEGER NOT NULL DEFAULT 0, message TEXT NOT NULL DEFAULT '', "
     "interrupted INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL, seconds REAL NOT NULL DEFAULT 0)"},
    {"CREATE TABLE models (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, changed INTEGER NOT NULL, "
     "info TEXT NOT NULL)"},
    {},  // paths relative to the folder: see adoptPaths()
};

constexpr int kPatienceAtStart = 5000, kPatience = 300;  // milliseconds

// https://www.sqlite.org/rescode.html
enum Code {
    kBusy = 5,
    kLocked = 6,
    kReadOnly = 8,
    kInputOutput = 10,
    kCorrupt = 11,
    kFull = 13,
    kNotADatabase = 26
};

/// Without what the extended codes add.
int codeOf(const QSqlError& error) {
    return error.nativeErrorCode().toInt() & 0xff;
}

}  // namespace

Database::Database(const QString& file)
    : file_(file), connection_(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
    if (!QSqlDatabase::isDriverAvailable("QSQLITE"))
        throw FileError(
            tr("Qt's SQLite driver is missing; install the package libqt6sql6-sqlite").toStdString());
    auto database = QSqlDatabase::addDatabase("QSQLITE", connection_);
    database.setDatabaseName(file_);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kPatienceAtStart));
    try {
        if (!openSound()) {
            putAside();
            if (!openSound()) throw FileError(tr("%1: cannot be made").arg(file_).toStdString());
        }
        migrate();
        run(QStringLiteral("PRAGMA busy_timeout = %1").arg(kPatience));
    } catch (...) {
        database = {};
        QSqlDatabase::database(connection_, false).close();
        QSqlDatabase::removeDatabase(connection_);
        throw;
    }
}

Database::~Database() {
    QSqlDatabase::database(connection_, false).close();
    QSqlDatabase::removeDatabase(connection_);
}

bool Database::openSound() {
    auto database = QSqlDatabase::database(connection_, false);
    if (!database.open())
        throw FileError(tr("%1: cannot be opened: %2; is its folder there, and writable?")
                            .arg(file_, database.lastError().databaseText())
                            .toStdString());
    QSqlQuery query(database);
    // quick_check reads every page; integrity_check would also compare the indexes, which can be rebuilt.
    if (!query.exec("PRAGMA quick_check")) {
        const int code = codeOf(query.lastError());
        if (code == kCorrupt || code == kNotADatabase) return false;
        throw failure(query.lastError());
    }
    if (!query.next() || query.value(0).toString() != "ok") return false;
    query.finish();
    if (!query.exec("PRAGMA journal_mode = WAL") || !query.exec("PRAGMA synchronous = FULL"))
        throw failure(query.lastError());
    return true;
}

void Database::migrate() {
    auto query = run("PRAGMA user_version");
    query.next();
    const int found = query.value(0).toInt();
    query.finish();
    if (found > kVersion)
        throw FileError(tr("%1: written by a newer version of AFA Studio (format %2, this one knows %3); "
                           "update the program, or start it with another data folder")
                            .arg(file_)
                            .arg(found)
                            .arg(kVersion)
                            .toStdString());
    if (found > 0 && found < kVersion) keepCopy(found);
    Transaction transaction(*this);
    for (int version = found; version < kVersion; ++version)
        for (const auto& statement : kSteps[version])
            run(statement);
    adoptPaths(*this, found < kVersion);
    if (found < kVersion) run(QStringLiteral("PRAGMA user_version = %1").arg(kVersion));
    transaction.commit();
}

/// What an older program can still read, should somebody go back to it.
void Database::keepCopy(int version) {
    const QString base = file_ + ".version-" + QString::number(version);
    QString copy = base;
    for (int i = 2; QFileInfo::exists(copy); ++i)
        copy = base + "-" + QString::number(i);
    const QString part = base + ".part";
    QFile::remove(part);  // of a program that was killed here
    run("VACUUM INTO ?", {part});
    if (!QFile::rename(part, copy))
        throw DatabaseError(tr("%1: a copy of it cannot be kept as %2; is its folder writable?")
                                .arg(file_, copy)
                                .toStdString());
}

void Database::putAside() {
    QSqlDatabase::database(connection_, false).close();
    const QString stamp = QDateTime::currentDateTime().toString("yyyyMMdd-HHmmss");
    setAside_ = file_ + ".damaged-" + stamp;
    for (int i = 2; QFileInfo::exists(setAside_); ++i)
        setAside_ = file_ + ".damaged-" + stamp + "-" + QString::number(i);
    for (const char* ending : {"", "-wal", "-shm"})
        if (QFileInfo::exists(file_ + ending) && !QFile::rename(file_ + ending, setAside_ + ending))
            throw FileError(tr("%1: damaged, and cannot be renamed to %2; move it away by hand")
                                .arg(file_ + ending, setAside_ + ending)
                                .toStdString());
}

QSqlQuery Database::run(const QString& sql, const QVariantList& values) {
    QSqlQuery query(QSqlDatabase::database(connection_, false));
    query.setForwardOnly(true);
    bool ok = query.prepare(sql);
    for (const auto& value : values)
        query.addBindValue(value);
    ok = ok && query.exec();
    if (!ok) throw failure(query.lastError());
    return query;
}

bool Database::next(QSqlQuery& query) const {
    if (query.next()) return true;
    if (query.lastError().isValid()) throw failure(query.lastError());
    return false;
}

QString Database::folder() const {
    return QFileInfo(file_).absolutePath();
}

DatabaseError Database::failure(const QSqlError& error) const {
    const auto told = [this, &error](const QString& text) {
        return DatabaseError(
            (text.contains("%2") ? text.arg(file_, error.databaseText()) : text.arg(file_)).toStdString());
    };
    switch (codeOf(error)) {
        case kBusy:
        case kLocked:
            return told(
                tr("%1: another program holds the database; nothing was changed. Close what reads or writes "
                   "it, such as an SQLite tool or a backup, then try again."));
        case kFull:
            return told(tr("%1: the disk is full; nothing was changed. Free some space, then try again."));
        case kReadOnly:
            return told(
                tr("%1: may not be written; nothing was changed. Allow writing to the file and its "
                   "folder, or choose another one with --data."));
        case kInputOutput:
            return told(tr("%1: the disk does not read or write it (%2). Is it still attached, and sound?"));
        case kCorrupt:
        case kNotADatabase:
            return told(
                tr("%1: damaged (%2). Start the program again: the file is kept under another name, "
                   "and the gallery read again from the pictures."));
        default:
            return told(tr("%1: %2; is the disk full or read-only?"));
    }
}

Database::Transaction::Transaction(Database& database) : database_(database) {
    database_.run("BEGIN IMMEDIATE");
}

Database::Transaction::~Transaction() {
    if (open_) QSqlDatabase::database(database_.connection_, false).rollback();
}

void Database::Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace afa
