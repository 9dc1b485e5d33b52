// The data folder copied, moved, renamed and reached through links; databases of an older version, of another
// folder and with hostile rows: every picture stands once with its star, and nothing outside is ever touched.
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtGui/QImage>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtTest/QtTest>
#include <algorithm>

#include "core/engine/maps.h"
#include "core/engine/output_names.h"
#include "tests/support/files.h"
#include "tests/ui/studio_home.h"
#include "ui/services/gallery/gallery_check.h"
#include "ui/services/gallery/gallery_locate.h"
#include "ui/services/gallery/gallery_model.h"
#include "ui/services/jobs/inline_runner.h"
#include "ui/services/storage/data_folder.h"
#include "ui/services/storage/queue_journal.h"
#include "ui/services/storage/trash.h"
#include "ui/services/training/training_run.h"

using namespace afa;
namespace fs = std::filesystem;

namespace {

const QString kOldRoot = "/home/ada/afa";  // of the database of 0.1.0 in tests/data

/// Another program's connection to a database.
class OtherProgram {
  public:
    explicit OtherProgram(const QString& file) {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "other");
        database.setDatabaseName(file);
        if (!database.open()) qFatal("cannot open the database");
    }
    ~OtherProgram() {
        QSqlDatabase::database("other").close();
        QSqlDatabase::removeDatabase("other");
    }
    QSqlQuery run(const QString& sql) {
        QSqlQuery query(QSqlDatabase::database("other"));
        if (!query.exec(sql)) qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        return query;
    }
};

void writePicture(const QString& path, const QSize& size = {64, 64}) {
    QDir().mkpath(QFileInfo(path).path());
    QImage image(size, QImage::Format_RGB888);
    image.fill(Qt::darkGreen);
    if (!image.save(path)) qFatal("cannot write %s", qPrintable(path));
}

/// As 0.1.0 left it at `root`.
void writeOldDatabase(const QString& folder, const QString& root = kOldRoot) {
    QDir().mkpath(folder);
    QFile script(AFA_TEST_DATA "/storage/studio-0.1.0.sql");
    if (!script.open(QIODevice::ReadOnly)) qFatal("no script");
    OtherProgram database(folder + "/studio.sqlite");
    for (const auto& line : QString::fromUtf8(script.readAll()).split('\n', Qt::SkipEmptyParts))
        if (!line.startsWith("--")) database.run(QString(line).replace(kOldRoot, root));
}

/// Its pictures, but for afa-4.png.
void writeOldPictures(const QString& folder) {
    writePicture(folder + "/pictures/afa-1.png", {64, 64});
    writePicture(folder + "/pictures/afa-2.png", {64, 48});
    writePicture(folder + "/pictures/afa-18446744073709551615.png", {32, 32});
}

void copyFolder(const QString& from, const QString& to) {
    fs::copy(from.toStdString(), to.toStdString(), fs::copy_options::recursive);
}

Picture pictureAt(const QString& path, qint64 created = 1) {
    Picture picture;
    picture.path = path;
    picture.created = created;
    picture.width = picture.height = 64;
    picture.prompt = "a fox";
    return picture;
}

}  // namespace

class TestDataFolder : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;
    QString file(const QString& name) const { return home_->file(name); }

    /// What a start finds: the rows after the gallery was compared with its folder.
    struct Start {
        explicit Start(const QString& path)
            : folder(path), database(folder.database()), gallery(GalleryStore(database), folder.pictures()) {
            bool done = false;
            runner.start(makeGalleryCheck(gallery, [&](int a, int m) {
                added = a;
                missing = m;
                done = true;
            }));
            while (!done)
                QCoreApplication::processEvents();
        }
        QStringList names(bool favouritesOnly = false) const {
            QStringList list;
            for (int i = 0; i < gallery.size(); ++i)
                if (!favouritesOnly || gallery.at(i).favourite)
                    list.append(QFileInfo(gallery.at(i).path).completeBaseName());
            return list;
        }
        DataFolder folder;
        Database database;
        Gallery gallery;
        InlineRunner runner;
        int added = -1, missing = -1;
    };

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QDir().mkpath(file("share"));  // the trash's place
    }
    void cleanup() { home_.reset(); }

    void theDatabaseOfTheFirstReleaseIsTakenOverWhereverItsFolderIsNow() {
        const QString data = file("moved");
        writeOldDatabase(data);
        writeOldPictures(data);
        Start start(data);
        const QStringList newestFirst{"afa-4", "afa-18446744073709551615", "afa-2", "afa-1"};
        QCOMPARE(start.names(), newestFirst);
        QCOMPARE(start.names(true), QStringList({"afa-4", "afa-18446744073709551615", "afa-1"}));
        QCOMPARE(start.added, 0);
        QCOMPARE(start.missing, 1);
        QCOMPARE(start.gallery.at(0).place, Picture::Place::Missing);
        QCOMPARE(start.gallery.at(1).seed, 18446744073709551615ULL);
        for (int i = 1; i < 4; ++i)
            QCOMPARE(QFileInfo(start.gallery.at(i).path).path(), start.folder.pictures());
        auto rows = start.database.run("SELECT path FROM pictures ORDER BY id");
        QVERIFY(rows.next());
        QCOMPARE(rows.value(0).toString(), "pictures/afa-1.png");

        QStringList problems;
        const auto jobs = QueueJournal(start.database).all(problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(jobs.size(), 2);
        QCOMPARE(jobs[0].request.prompt, "first");
        QCOMPARE(jobs[0].made, 1);
        QCOMPARE(jobs[1].request.prompt, "second");
        for (const auto& job : jobs) {
            QCOMPARE(QString::fromStdString(job.request.models[0].string()),
                     "/usr/share/afa-studio/demo/animals");
            QCOMPARE(QString::fromStdString(job.request.models[1].string()), data + "/merges/both");
            QCOMPARE(QString::fromStdString(job.request.aggregator.string()),
                     data + "/aggregators/first.safetensors");
            QCOMPARE(QString::fromStdString(job.request.merge.string()),
                     data + "/recipes/equal-weights.json");
            QCOMPARE(QString::fromStdString(job.request.output.string()), data + "/pictures");
        }
    }

    void theOldDatabaseIsKeptForTheOldProgram() {
        const QString data = file("data");
        writeOldDatabase(data);
        { Database(data + "/studio.sqlite"); }
        { Database(data + "/studio.sqlite"); }  // nothing is left to do: no second copy
        QCOMPARE(QDir(data).entryList({"studio.sqlite.*"}), QStringList({"studio.sqlite.version-2"}));
        OtherProgram old(data + "/studio.sqlite.version-2");
        auto version = old.run("PRAGMA user_version");
        QVERIFY(version.next());
        QCOMPARE(version.value(0).toInt(), 2);
        auto path = old.run("SELECT path FROM pictures WHERE id = 1");
        QVERIFY(path.next());
        QCOMPARE(path.value(0).toString(), kOldRoot + "/pictures/afa-1.png");
    }

    void aMigrationThatFailsLeavesTheDatabaseAsItWas() {
        const QString data = file("data");
        writeOldDatabase(data);
        writeOldPictures(data);
        {
            OtherProgram other(data + "/studio.sqlite");
            other.run("CREATE TRIGGER no BEFORE UPDATE ON jobs BEGIN SELECT RAISE(ABORT, 'refused'); END");
        }
        QVERIFY(!test::messageOf<FileError>([&] { Database database(data + "/studio.sqlite"); }).empty());
        OtherProgram other(data + "/studio.sqlite");
        auto version = other.run("PRAGMA user_version");
        QVERIFY(version.next());
        QCOMPARE(version.value(0).toInt(), 2);
        auto old = other.run("SELECT count(*) FROM pictures WHERE path LIKE '/home/ada/%'");
        QVERIFY(old.next());
        QCOMPARE(old.value(0).toInt(), 4);
    }

    void aCopyIsAFolderOfItsOwn() {
        const QString original = file("original"), copy = file("copy");
        writeOldDatabase(original, original);
        writeOldPictures(original);
        writePicture(original + "/pictures/afa-4.png");
        copyFolder(original, copy);
        {
            Start start(copy);
            QCOMPARE(start.gallery.size(), 4);
            QCOMPARE(start.names(true).size(), 3);
            QCOMPARE(start.added, 0);
            for (int i = 3; i >= 0; --i)
                start.gallery.moveToTrash(i);
            QVERIFY(QDir(copy + "/pictures").isEmpty());
        }
        QCOMPARE(QDir(original + "/pictures").entryList(QDir::Files).size(), 4);
        Start start(original);
        QCOMPARE(start.gallery.size(), 4);
        QCOMPARE(start.missing, 0);
    }

    void whatTheFirstReleaseMadeTwiceOfACopyStandsOnceWithItsStar() {
        const QString data = file("copy");
        writeOldDatabase(data);
        writeOldPictures(data);
        {
            OtherProgram old(data + "/studio.sqlite");  // as it added what lies in the copy
            old.run(
                QStringLiteral("INSERT INTO pictures (path, created, width, height, seed, seconds, prompt) "
                               "VALUES ('%1/pictures/afa-1.png', 5, 64, 64, '1', 0, 'a red fox in snow')")
                    .arg(data));
        }
        Start start(data);
        QCOMPARE(start.names().count("afa-1"), 1);
        QCOMPARE(start.names(true).count("afa-1"), 1);
        QCOMPARE(start.gallery.at(3).created,
                 qint64{1760000000000});  // it is the one that knows when it was made
    }

    void aFolderThatIsMovedRenamedOrLinkedKeepsItsStars() {
        {
            Start start(file("here"));
            writePicture(start.folder.pictures() + "/a.png");
            QVERIFY(start.gallery.add(pictureAt(start.folder.pictures() + "/a.png")));
            start.gallery.setFavourite(0, true);
        }
        const auto check = [&](const QString& path, const QString& place) {
            Start start(path);
            QCOMPARE(start.names(true), QStringList{"a"});
            QCOMPARE(start.gallery.size(), 1);
            QCOMPARE(start.gallery.at(0).path, place + "/pictures/a.png");
            QCOMPARE(start.added, 0);
            QCOMPARE(start.missing, 0);
        };
        QVERIFY(QDir().mkpath(file("other/place")));
        QVERIFY(QDir().rename(file("here"), file("other/place/there")));
        check(file("other/place/there"), file("other/place/there"));
        QVERIFY(QFile::link(file("other"), file("link")));
        check(file("link/place/there"), file("other/place/there"));
        check(file("link/place/../place/there/"), file("other/place/there"));
    }

    void aPictureOfTheSameNameButAnotherSizeIsAnotherPicture() {
        const QString data = file("data");
        writeOldDatabase(data);
        writePicture(data + "/pictures/afa-1.png", {8, 8});
        Start start(data);
        QCOMPARE(start.gallery.size(), 5);  // four that lie elsewhere, and this one
        QCOMPARE(start.gallery.goneCount(), 4);
        for (int i = 0; i < 5; ++i)
            if (start.gallery.at(i).width == 8) QVERIFY(!start.gallery.at(i).favourite);
    }

    void hostileRowsDeleteNothing() {
        const QString data = file("data"), bait = file("bait.png");
        writePicture(bait);
        writePicture(file("elsewhere/c.png"));
        QDir().mkpath(data + "/pictures/folder");
        QDir().mkpath(data + "/training/run");
        QVERIFY(QFile::link(file("elsewhere"), data + "/pictures/linked"));
        { Database(data + "/studio.sqlite"); }
        const QStringList hostile{"../bait.png",
                                  bait,
                                  "pictures/../../bait.png",
                                  data + "/../bait.png",
                                  "pictures/../..",
                                  "pictures/..",
                                  "pictures",
                                  "pictures/",
                                  "pictures/folder",
                                  "pictures/linked/c.png",
                                  "training/run",
                                  "studio.sqlite",
                                  ".",
                                  "..",
                                  "",
                                  "/",
                                  "~",
                                  file("elsewhere/c.png"),
                                  QString("../bait.png") + QChar(0) + "x",
                                  QString("pictures/") + QChar(0) + "../../bait.png"};
        {
            OtherProgram other(data + "/studio.sqlite");
            for (int i = 0; i < hostile.size(); ++i) {
                QSqlQuery query(QSqlDatabase::database("other"));
                query.prepare(
                    "INSERT INTO pictures (path, created, width, height, seed, seconds, prompt) "
                    "VALUES (?, ?, 0, 0, '1', 0, '')");
                query.addBindValue(hostile[i]);
                query.addBindValue(i);
                QVERIFY(query.exec());
            }
        }
        Start start(data);
        QCOMPARE(start.gallery.size(), hostile.size());
        start.gallery.setFavourite(0, true);
        for (int i = start.gallery.size() - 1; i >= 0; --i) {
            const QString path = start.gallery.at(i).path;
            (void)test::messageOf<FileError>([&] { start.gallery.moveToTrash(i); });
            QVERIFY2(QFile::exists(bait) && QFile::exists(file("elsewhere/c.png")), qPrintable(path));
        }
        start.gallery.forgetGone();
        QVERIFY(QFile::exists(bait) && QFile::exists(file("elsewhere/c.png")));
        for (const char* kept : {"pictures/folder", "training/run", "studio.sqlite", "pictures/linked"})
            QVERIFY2(QFileInfo::exists(data + "/" + kept), kept);
    }

    void linksGoThemselvesAndHardLinksAreFiles() {
        const QString data = file("data");
        QDir().mkpath(data + "/pictures");
        writePicture(file("target.png"));
        writePicture(file("shared.png"));
        QVERIFY(QDir().mkpath(file("folder/inside")));
        QVERIFY(QFile::link(file("target.png"), data + "/pictures/link.png"));
        QVERIFY(QFile::link(file("nowhere"), data + "/pictures/dangling.png"));
        QVERIFY(QFile::link(file("folder"), data + "/run"));
        fs::create_hard_link(file("shared.png").toStdString(), (data + "/pictures/hard.png").toStdString());
        for (const char* name : {"pictures/link.png", "pictures/dangling.png", "pictures/hard.png", "run"}) {
            moveToTrash(data + "/" + name, data);
            QVERIFY2(!QFileInfo(data + "/" + name).isSymLink() && !QFileInfo::exists(data + "/" + name),
                     name);
        }
        QVERIFY(QFile::exists(file("target.png")) && QFile::exists(file("shared.png")));
        QVERIFY(QFile::exists(file("folder/inside")));
        const auto told = QString::fromStdString(
            test::messageOf<FileError>([&] { moveToTrash(data + "/../target.png", data); }));
        QVERIFY2(told.contains("data folder") && told.contains(data), qPrintable(told));
        QVERIFY(!test::messageOf<FileError>([&] { moveToTrash(data, data); }).empty());
    }

    void picturesThatAreGoneSaySoAndAreForgottenTogether() {
        Start start(file("data"));
        for (int i = 0; i < 3; ++i)
            QVERIFY(
                start.gallery.add(pictureAt(start.folder.pictures() + QStringLiteral("/%1.png").arg(i), i)));
        writePicture(start.folder.pictures() + "/1.png");
        test::writeFile(keptMapsPath((start.folder.pictures() + "/0.png").toStdString()), "maps");
        int missing = -1;
        start.runner.start(makeGalleryCheck(start.gallery, [&](int, int m) { missing = m; }));
        QTRY_COMPARE(missing, 2);
        Thumbnails thumbnails;
        GalleryModel model(start.gallery, thumbnails);
        QCOMPARE(model.index(0).data(GalleryModel::GoneRole).toString(), "File missing");
        QCOMPARE(model.index(1).data(GalleryModel::GoneRole).toString(), "");
        QCOMPARE(start.gallery.goneCount(), 2);
        start.gallery.forgetGone();
        QCOMPARE(start.names(), QStringList{"1"});
        QCOMPARE(GalleryStore(start.database).all().size(), 1);
        QVERIFY(!fs::exists(keptMapsPath((start.folder.pictures() + "/0.png").toStdString())));
    }

    void aPictureThatGoesWhileTheWindowIsOpenSaysSoToo() {
        Start start(file("data"));
        QVERIFY(start.gallery.add(pictureAt(start.folder.pictures() + "/a.png")));
        Thumbnails thumbnails;
        GalleryModel model(start.gallery, thumbnails);
        (void)model.index(0).data(Qt::DecorationRole);
        QTRY_COMPARE(start.gallery.goneCount(), 1);
    }

    void picturesThatAreGoneAreFoundInAnotherFolder() {
        const QString data = file("data"), from = file("backup");
        writeOldDatabase(data);
        writePicture(data + "/pictures/afa-2.png", {64, 48});
        writeOldPictures(from);
        test::writeFile(keptMapsPath((from + "/pictures/afa-1.png").toStdString()), "maps");
        writePicture(from + "/pictures/afa-4.png", {16, 16});  // another picture of that name
        Start start(data);
        QCOMPARE(start.gallery.goneCount(), 3);
        int found = -1;
        QStringList notes;
        start.runner.start(makeGalleryLocate(start.gallery, from, [&](int f, const QStringList& n) {
            found = f;
            notes = n;
        }));
        QTRY_COMPARE(found, 2);
        QCOMPARE(notes, QStringList());
        QCOMPARE(start.gallery.goneCount(), 1);
        QCOMPARE(QDir(from + "/pictures").entryList({"*.png"}).size(), 4);  // copied, not moved
        QVERIFY(QFile::exists(data + "/pictures/afa-1.maps.safetensors"));
        QVERIFY(!QFile::exists(data + "/pictures/afa-4.png"));
        QCOMPARE(start.names(true), QStringList({"afa-4", "afa-18446744073709551615", "afa-1"}));
    }

    void aRunsPathsMoveWithTheFolder() {
        TrainingRun run;
        run.folder = file("data/training/run");
        run.name = "run";
        run.request.models = {"/models/a", (file("data/merges/b.safetensors")).toStdString()};
        run.request.data = {file("data/examples").toStdString(), "/pictures"};
        run.request.cache = file("data/cache").toStdString();
        QDir().mkpath(run.folder);
        saveTrainingRun(run);
        QVERIFY(QDir().rename(file("data"), file("moved")));
        const auto back = loadTrainingRun(file("moved/training/run"));
        QCOMPARE(QString::fromStdString(back.request.models[0].string()), "/models/a");
        QCOMPARE(QString::fromStdString(back.request.models[1].string()), file("moved/merges/b.safetensors"));
        QCOMPARE(QString::fromStdString(back.request.data[0].string()), file("moved/examples"));
        QCOMPARE(QString::fromStdString(back.request.cache), file("moved/cache"));
    }

    void whatKilledProgramsBeganIsRemovedAtTheStart() {
        home_.reset();  // nobody works on it
        QTemporaryDir dir;
        QStringList begun;
        for (const char* name : {"", "/pictures", "/training/run-1/states"}) {
            const QString folder = dir.path() + name;
            QVERIFY(QDir().mkpath(folder));
            std::error_code error;
            std::filesystem::path path;
            closeFile(createTemporary(folder.toStdString(), path, error));  // as if its program was killed
            QVERIFY(!error);
            begun.append(QString::fromStdString(path.string()));
        }
        QFile own(dir.filePath("pictures/.afa-notes.txt"));
        QVERIFY(own.open(QIODevice::WriteOnly));
        const DataFolder folder(dir.path());
        folder.removeLeftovers();
        for (const auto& path : begun)
            QVERIFY2(!QFileInfo::exists(path), qPrintable(path));
        QVERIFY(own.exists());  // a person's, whatever it is called
    }

    /// `afa train --resume` went on with a run of the window, and a state keeps whole paths.
    void thePathsOfARunThatWentOnElsewhereMoveWithTheFolder() {
        TrainingRun run;
        run.folder = file("data/training/run");
        run.request.models = {"/models/a", (file("data/merges/b.safetensors")).toStdString()};
        run.request.data = {file("data/examples").toStdString()};
        QDir().mkpath(run.folder + "/state/step-0000000007");
        saveTrainingRun(run);
        auto request = run.request;
        request.steps = 9;
        test::writeFile((run.folder + "/state/step-0000000007/state.json").toStdString(),
                        "{\"format\":\"training-state\",\"version\":1,\"step\":7,\"request\":" +
                            trainRequestJson(request) + "}");
        test::writeFile((run.folder + "/history.jsonl").toStdString(), "");
        QFile history(run.folder + "/history.jsonl");
        QVERIFY(history.open(QIODevice::ReadWrite));
        QVERIFY(
            history.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        history.close();
        QVERIFY(QDir().rename(file("data"), file("moved")));
        const auto back = loadTrainingRun(file("moved/training/run"));
        QCOMPARE(back.steps, 7);
        QCOMPARE(back.total, 9);
        QCOMPARE(QString::fromStdString(back.request.models[0].string()), "/models/a");
        QCOMPARE(QString::fromStdString(back.request.models[1].string()), file("moved/merges/b.safetensors"));
        QCOMPARE(QString::fromStdString(back.request.data[0].string()), file("moved/examples"));
        QCOMPARE(QString::fromStdString(back.request.output.string()), file("moved/training/run"));
    }

    void aCopyOfAFolderThatIsOpenCanBeOpened() {
        const DataFolder open(file("data"));
        copyFolder(file("data"), file("copy"));  // with the lock's file
        QVERIFY(test::messageOf<FileError>([&] { DataFolder copy(file("copy")); }).empty());
        QVERIFY(!test::messageOf<FileError>([&] { DataFolder again(file("data")); }).empty());
    }

    void aDatabaseThatAnotherProgramHoldsIsToldAndNothingIsLost() {
        Start start(file("data"));
        QVERIFY(start.gallery.add(pictureAt(start.folder.pictures() + "/a.png")));
        {
            OtherProgram other(start.folder.database());
            other.run("BEGIN IMMEDIATE");
            const auto told = QString::fromStdString(
                test::messageOf<DatabaseError>([&] { start.gallery.setFavourite(0, true); }));
            QVERIFY2(told.contains(start.folder.database()) && told.contains("another program") &&
                         told.contains("try again"),
                     qPrintable(told));
            QVERIFY(!start.gallery.at(0).favourite);
            other.run("ROLLBACK");
        }
        start.gallery.setFavourite(0, true);
        QVERIFY(GalleryStore(start.database).all().first().favourite);
    }

    void theWindowDeletesInOnePlaceOnly() {
        // A part of a copy that was not finished, each in the file that makes it.
        const QStringList own{"storage/trash.cpp", "storage/database.cpp"};
        const QRegularExpression deletes(
            R"(QFile::remove|QFile::moveToTrash|removeRecursively|rmdir|rmpath|filesystem::remove|fs::remove|unlink\()");
        QDirIterator sources(AFA_SOURCE_DIR "/ui", {"*.cpp", "*.h"}, QDir::Files,
                             QDirIterator::Subdirectories);
        int seen = 0;
        while (sources.hasNext()) {
            const QString path = sources.next();
            ++seen;
            if (std::any_of(own.begin(), own.end(), [&](const QString& name) { return path.endsWith(name); }))
                continue;
            const auto text = QString::fromStdString(test::readFile(path.toStdString()));
            QVERIFY2(!deletes.match(text).hasMatch(), qPrintable(path));
        }
        QVERIFY(seen > 50);
    }
};

QTEST_MAIN(TestDataFolder)
#include "test_data_folder.moc"
