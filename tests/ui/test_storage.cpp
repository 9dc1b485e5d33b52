#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include "tests/support/files.h"
#include "ui/services/storage/data_folder.h"
#include "ui/services/storage/database.h"
#include "ui/services/storage/gallery_store.h"
#include "ui/services/storage/queue_journal.h"

using namespace afa;

namespace {

GenerateRequest someRequest() {
    GenerateRequest request;
    request.models = {"/models/a.safetensors", "/models/b"};
    request.aggregator = "/models/aggregator.safetensors";
    request.host = 1;
    request.mode = "afa";
    request.prompt = "ein Bär, \"quoted\",\nzweite Zeile";
    request.negativePrompt = "unscharf";
    request.width = 96;
    request.height = 64;
    request.steps = 25;
    request.cfg = 4.25;
    request.sampler = "euler";
    request.karras = true;
    request.seed = 18446744073709551615ULL;
    request.count = 3;
    request.output = "/pictures";
    return request;
}

Picture somePicture(const QString& path, qint64 created) {
    Picture picture;
    picture.path = path;
    picture.created = created;
    picture.width = 64;
    picture.height = 48;
    picture.seed = 18446744073709551615ULL;
    picture.seconds = 1.5;
    picture.prompt = "a fox";
    return picture;
}

}  // namespace

class TestStorage : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> dir_;
    QString file() const { return dir_->filePath("studio.sqlite"); }

  private Q_SLOTS:
    void init() { dir_ = std::make_unique<QTemporaryDir>(); }

    void picturesComeBackOldestFirst() {
        {
            Database database(file());
            GalleryStore store(database);
            auto late = somePicture("/p/late.png", 200), early = somePicture("/p/early.png", 100);
            QVERIFY(store.add(late));
            QVERIFY(store.add(early));
            store.setFavourite(late.id, true);
        }
        Database database(file());
        const auto pictures = GalleryStore(database).all();
        QCOMPARE(pictures.size(), 2);
        QCOMPARE(pictures[0].path, "/p/early.png");
        QCOMPARE(pictures[1].path, "/p/late.png");
        QVERIFY(pictures[1].favourite && !pictures[0].favourite);
        QCOMPARE(pictures[1].seed, 18446744073709551615ULL);
        QCOMPARE(pictures[1].width, 64);
        QCOMPARE(pictures[1].height, 48);
        QCOMPARE(pictures[1].seconds, 1.5);
        QCOMPARE(pictures[1].prompt, "a fox");
    }

    void aPathIsInTheGalleryOnce() {
        Database database(file());
        GalleryStore store(database);
        auto first = somePicture("/p/a.png", 1), again = somePicture("/p/a.png", 2);
        QVERIFY(store.add(first));
        QVERIFY(!store.add(again));
        QCOMPARE(store.all().size(), 1);
    }

    void jobsComeBackWithTheirWholeRequest() {
        const auto request = someRequest();
        {
            Database database(file());
            QueueJournal journal(database);
            QueueEntry entry;
            entry.request = request;
            entry.created = 7;
            journal.add(entry, 0);
            entry.state = QueueEntry::State::Failed;
            entry.message = "out of memory";
            entry.made = 2;
            entry.interrupted = true;
            journal.update(entry);
        }
        Database database(file());
        QStringList problems;
        const auto entries = QueueJournal(database).all(problems);
        QVERIFY(problems.isEmpty());
        QCOMPARE(entries.size(), 1);
        const auto& back = entries.first();
        QCOMPARE(back.state, QueueEntry::State::Failed);
        QCOMPARE(back.message, "out of memory");
        QCOMPARE(back.made, 2);
        QVERIFY(back.interrupted);
        QVERIFY(back.request.models == request.models);
        QVERIFY(back.request.aggregator == request.aggregator);
        QCOMPARE(back.request.host, request.host);
        QCOMPARE(back.request.mode, request.mode);
        QCOMPARE(back.request.prompt, request.prompt);
        QCOMPARE(back.request.negativePrompt, request.negativePrompt);
        QCOMPARE(back.request.width, request.width);
        QCOMPARE(back.request.height, request.height);
        QCOMPARE(back.request.steps, request.steps);
        QCOMPARE(back.request.cfg, request.cfg);
        QCOMPARE(back.request.sampler, request.sampler);
        QCOMPARE(back.request.karras, request.karras);
        QVERIFY(back.request.seed == request.seed);
        QCOMPARE(back.request.count, request.count);
        QVERIFY(back.request.output == request.output);
    }

    void jobsKeepTheirOrder() {
        Database database(file());
        QueueJournal journal(database);
        QList<QueueEntry> entries(3);
        for (int i = 0; i < 3; ++i)
            journal.add(entries[i], i);
        entries.move(2, 0);
        journal.setOrder(entries);
        QStringList problems;
        const auto back = journal.all(problems);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(back[i].id, entries[i].id);
    }

    void anUnreadableJobIsNamedAndTheOthersStay() {
        Database database(file());
        QueueJournal journal(database);
        QueueEntry good, bad;
        journal.add(good, 0);
        journal.add(bad, 1);
        database.run("UPDATE jobs SET request = 'garbage' WHERE id = ?", {bad.id});
        QStringList problems;
        QCOMPARE(journal.all(problems).size(), 1);
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().contains("job " + QString::number(bad.id)), qPrintable(problems.first()));
    }

    void garbageInPlaceOfTheFileIsKeptAsideAndANewOneBegun() {
        const QByteArray garbage(100000, 'x');
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(garbage);
        out.close();
        Database database(file());
        QVERIFY(!database.setAside().isEmpty());
        QFile kept(database.setAside());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), garbage);
        QVERIFY(GalleryStore(database).all().isEmpty());
    }

    void aDamagedPageIsFound() {
        {
            Database database(file());
            GalleryStore store(database);
            for (int i = 0; i < 2000; ++i) {
                auto picture = somePicture("/p/" + QString::number(i) + ".png", i);
                store.add(picture);
            }
            database.run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.seek(damaged.size() / 2);
        damaged.write(QByteArray(8192, '\xff'));
        damaged.close();
        Database database(file());
        QVERIFY(!database.setAside().isEmpty());
    }

    void aDatabaseOfTheFirstVersionIsMigratedWithItsContent() {
        {
            Database database(file());
            GalleryStore store(database);
            auto picture = somePicture("/p/a.png", 1);
            store.add(picture);
            database.run("DROP TABLE models");  // version 1 had none
            database.run("PRAGMA user_version = 1");
        }
        Database database(file());
        auto version = database.run("PRAGMA user_version");
        QVERIFY(version.next());
        QCOMPARE(version.value(0).toInt(), Database::kVersion);
        database.run("SELECT * FROM models");
        QCOMPARE(GalleryStore(database).all().size(), 1);
    }

    void aNewerDatabaseIsRefusedAndLeftAlone() {
        { Database(file()).run("PRAGMA user_version = 99"); }
        const auto message =
            QString::fromStdString(test::messageOf<FileError>([&] { Database database(file()); }));
        QVERIFY2(message.contains("newer version") && message.contains("99"), qPrintable(message));
        QCOMPARE(QDir(dir_->path()).entryList({"*damaged*"}), QStringList());
    }

    void anUndoneTransactionLeavesNothing() {
        Database database(file());
        GalleryStore store(database);
        {
            Database::Transaction transaction(database);
            auto picture = somePicture("/p/a.png", 1);
            store.add(picture);
        }
        QVERIFY(store.all().isEmpty());
    }

    void aSecondProgramOnTheSameFolderIsTold() {
        const QString folder = dir_->filePath("data");
        DataFolder first(folder);
        const auto message =
            QString::fromStdString(test::messageOf<FileError>([&] { DataFolder second(folder); }));
        QVERIFY2(message.contains("already open") && message.contains(folder), qPrintable(message));
    }

    void aFolderIsFreeAgainWhenItsProgramIsGone() {
        const QString folder = dir_->filePath("data");
        { DataFolder first(folder); }
        QVERIFY(test::messageOf<FileError>([&] { DataFolder second(folder); }).empty());
    }

    void aFolderThatCannotBeMadeIsNamed() {
        const QString blocked = dir_->filePath("file");
        QFile(blocked).open(QIODevice::WriteOnly);
        const auto message =
            QString::fromStdString(test::messageOf<FileError>([&] { DataFolder folder(blocked + "/data"); }));
        QVERIFY2(message.contains("cannot be made") && message.contains("--data"), qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(TestStorage)
#include "test_storage.moc"
