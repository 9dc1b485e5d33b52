#pragma once
#include <QtCore/QCoreApplication>
#include <QtCore/QString>
#include <QtCore/QVariantList>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include "core/base/error.h"

namespace afa {

/// The database did not do what it was asked; nothing has changed.
class DatabaseError : public FileError {
  public:
    using FileError::FileError;
};

/// The studio's SQLite file: gallery index, queue journal, what is known about models. For one thread.
/// Committed changes survive a killed program (write-ahead log).
class Database {
    Q_DECLARE_TR_FUNCTIONS(Database)
  public:
    static constexpr int kVersion = 3;

    /// Opens, checks and, where it is older, migrates the file, after a copy of it as it was
    /// (FILE.version-N). A damaged file is set aside under another name and a new one begun. Throws
    /// FileError: cannot be written, or made by a newer version of the program.
    explicit Database(const QString& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Where the damaged file went; "" if there was none.
    const QString& setAside() const { return setAside_; }
    QString folder() const;  ///< that the file lies in

    /// Runs one statement. Throws DatabaseError that names the file; a lock of another program is waited for,
    /// but not so long that a window would stand still.
    QSqlQuery run(const QString& sql, const QVariantList& values = {});
    /// The next row of its result. Throws DatabaseError: false is the end, not a fault.
    bool next(QSqlQuery& query) const;

    /// Everything run while it lives is kept together by commit(), or undone.
    class Transaction {
      public:
        explicit Transaction(Database& database);
        ~Transaction();
        Transaction(const Transaction&) = delete;
        Transaction& operator=(const Transaction&) = delete;
        void commit();

      private:
        Database& database_;
        bool open_ = true;
    };

  private:
    bool openSound();
    void migrate();
    void keepCopy(int version);
    DatabaseError failure(const QSqlError& error) const;
    void putAside();

    QString file_, connection_, setAside_;
};

}  // namespace afa
