#include "ui/services/storage/database.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>
#include <QtSql/QSqlError>

#include "core/base/error.h"

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
};

// https://www.sqlite.org/rescode.html
const QString kCorrupt = "11", kNotADatabase = "26";

}  // namespace

Database::Database(const QString& file)
    : file_(file), connection_(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
    if (!QSqlDatabase::isDriverAvailable("QSQLITE"))
        throw FileError(
            tr("Qt's SQLite driver is missing; install the package libqt6sql6-sqlite").toStdString());
    auto database = QSqlDatabase::addDatabase("QSQLITE", connection_);
    database.setDatabaseName(file_);
    try {
        if (!openSound()) {
            putAside();
            if (!openSound()) throw FileError(tr("%1: cannot be made").arg(file_).toStdString());
        }
        migrate();
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
        const auto code = query.lastError().nativeErrorCode();
        if (code == kCorrupt || code == kNotADatabase) return false;
        throw FileError(
            tr("%1: cannot be read: %2").arg(file_, query.lastError().databaseText()).toStdString());
    }
    if (!query.next() || query.value(0).toString() != "ok") return false;
    query.finish();
    if (!query.exec("PRAGMA journal_mode = WAL") || !query.exec("PRAGMA synchronous = FULL"))
        throw FileError(tr("%1: cannot be written: %2; is the disk full or read-only?")
                            .arg(file_, query.lastError().databaseText())
                            .toStdString());
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
    Transaction transaction(*this);
    for (int version = found; version < kVersion; ++version)
        for (const auto& statement : kSteps[version])
            run(statement);
    run(QStringLiteral("PRAGMA user_version = %1").arg(kVersion));
    transaction.commit();
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
    if (!ok)
        throw FileError(
            tr("%1: %2; is the disk full or read-only?").arg(file_, query.lastError().text()).toStdString());
    return query;
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
