#pragma once
#include <QtCore/QCoreApplication>
#include <QtCore/QString>
#include <QtCore/QVariantList>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

namespace afa {

/// The studio's SQLite file: gallery index, queue journal, what is known about models. For one thread.
/// Committed changes survive a killed program (write-ahead log).
class Database {
    Q_DECLARE_TR_FUNCTIONS(Database)
  public:
    static constexpr int kVersion = 2;

    /// Opens, checks and, where it is older, migrates the file. A damaged file is set aside under another
    /// name and a new one begun. Throws FileError: cannot be written, or made by a newer version of the
    /// program.
    explicit Database(const QString& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Where the damaged file went; "" if there was none.
    const QString& setAside() const { return setAside_; }

    /// Runs one statement. Throws FileError that names the file.
    QSqlQuery run(const QString& sql, const QVariantList& values = {});

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
    void putAside();

    QString file_, connection_, setAside_;
};

}  // namespace afa
