// Every item model under QAbstractItemModelTester while its content changes, and what its rows say.
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QMimeData>
#include <QtGui/QImage>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include "core/engine/demo_models.h"
#include "tests/support/files.h"
#include "tests/ui/studio_home.h"
#include "ui/services/gallery/gallery_check.h"
#include "ui/services/gallery/gallery_model.h"
#include "ui/services/jobs/inline_runner.h"
#include "ui/services/library/ensemble.h"
#include "ui/services/library/library_model.h"
#include "ui/services/queue/queue_model.h"

using namespace afa;
using Strict = QAbstractItemModelTester;
constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

class TestItemModels : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;
    std::unique_ptr<InlineRunner> runner_;
    std::unique_ptr<Database> database_;

    QString demo() const { return QString::fromStdString(demoModelsFolder().string()); }
    std::unique_ptr<Library> scannedLibrary() {
        auto library = std::make_unique<Library>(*runner_, ModelCacheStore(*database_), demo());
        library->rescan();
        return library;
    }
    QString writePicture(const QString& name, const QColor& colour = Qt::red) {
        QDir().mkpath(home_->file("pictures"));
        const QString path = home_->file("pictures/" + name);
        QImage image(8, 8, QImage::Format_RGB888);
        image.fill(colour);
        image.save(path);
        return path;
    }
    static Picture pictureAt(const QString& path, qint64 created) {
        Picture picture;
        picture.path = path;
        picture.created = created;
        picture.prompt = "picture " + path.section('/', -1);
        return picture;
    }
    static QString kindOf(const LibraryModel& model, const QString& name) {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, LibraryModel::NameColumn).data().toString() == name)
                return model.index(row, LibraryModel::KindColumn).data().toString();
        return {};
    }

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QSettings().clear();
        runner_ = std::make_unique<InlineRunner>();
        database_ = std::make_unique<Database>(home_->file("studio.sqlite"));
    }
    void cleanup() {
        runner_.reset();
        database_.reset();
        home_.reset();
    }

    void libraryListsTheDemoModelsAndFillsThemIn() {
        auto library = scannedLibrary();
        LibraryModel model(*library);
        Strict strict(&model, kFatal);
        LibraryFilter filter;
        filter.setSourceModel(&model);
        Strict strictFilter(&filter, kFatal);
        QTRY_VERIFY(!library->scanning());
        QCOMPARE(library->demoModels().size(), 3);
        QVERIFY(!library->demoAggregator().isEmpty());
        QVERIFY(kindOf(model, "animals").startsWith("Base model"));
        QVERIFY(kindOf(model, "aggregator").startsWith("Aggregator for 3"));
        const auto* animals = library->find(demo() + "/animals");
        QVERIFY(animals);
        QCOMPARE(animals->ownSize, 64);
        QCOMPARE(animals->fingerprint.size(), 64U);

        filter.setText("food diffusers");  // words anywhere: none of them is in the other rows
        QCOMPARE(filter.rowCount(), 0);
        filter.setText("FOOD base");
        QCOMPARE(filter.rowCount(), 1);
        filter.setText({});
        filter.sort(LibraryModel::SizeColumn, Qt::AscendingOrder);
        for (int row = 1; row < filter.rowCount(); ++row)
            QVERIFY(filter.index(row - 1, 0)
                        .siblingAtColumn(LibraryModel::SizeColumn)
                        .data(LibraryModel::SortRole)
                        .toULongLong() <= filter.index(row, 0)
                                              .siblingAtColumn(LibraryModel::SizeColumn)
                                              .data(LibraryModel::SortRole)
                                              .toULongLong());
    }

    void libraryTellsWhatIsWrongWithAFile() {
        QDir().mkpath(home_->file("models"));
        test::writeFile(home_->file("models/page.safetensors").toStdString(),
                        "<!DOCTYPE html><html>404</html>");
        test::writeFile(home_->file("models/short.ckpt").toStdString(), "PK");
        Library library(*runner_, ModelCacheStore(*database_), {});
        library.addFolder(home_->file("models"));
        LibraryModel model(library);
        Strict strict(&model, kFatal);
        QTRY_VERIFY(!library.scanning());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(kindOf(model, "page"), "Unreadable");
        QCOMPARE(kindOf(model, "short"), "Unreadable");
        for (int row = 0; row < 2; ++row) {
            QVERIFY(!model.index(row, LibraryModel::ProblemColumn).data().toString().isEmpty());
            QVERIFY(!model.index(row, 0).data(LibraryModel::UsableRole).toBool());
        }
    }

    void libraryTellsAFolderThatIsGoneAndKeepsTheRest() {
        Library library(*runner_, ModelCacheStore(*database_), demo());
        QSignalSpy problems(&library, &Library::problem);
        library.addFolder(home_->file("gone"));
        QTRY_VERIFY(!library.scanning());
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.first().first().toString().contains("gone"));
        QCOMPARE(library.demoModels().size(), 3);
    }

    void libraryReadsAnUnchangedModelFromItsCache() {
        {
            auto first = scannedLibrary();
            QTRY_VERIFY(runner_->idle());
        }
        // A planted mark shows that the second start took the cache's word.
        auto known = ModelCacheStore(*database_).all();
        const QString path = demo() + "/food";
        QVERIFY(known.contains(path));
        auto planted = known[path];
        planted.info.notes = {Message::verbatim("planted")};
        ModelCacheStore(*database_).put(path, planted);
        auto library = scannedLibrary();
        QTRY_VERIFY(!library->scanning());
        QCOMPARE(library->find(path)->notes.size(), 1U);
        QCOMPARE(library->find(path)->notes.front().english(), "planted");
        // Another time of change: read again.
        planted.stamp.changed -= 1;
        ModelCacheStore(*database_).put(path, planted);
        library->rescan();
        QTRY_VERIFY(!library->scanning());
        QVERIFY(library->find(path)->notes != std::vector{Message::verbatim("planted")});
    }

    void ensembleIsTheDemoModelsAtTheFirstStartAndAsLeftAfterwards() {
        {
            auto library = scannedLibrary();
            Ensemble ensemble(*library);
            Strict strict(&ensemble, kFatal);
            QCOMPARE(ensemble.rowCount(), 0);
            QTRY_COMPARE(ensemble.rowCount(), 3);
            QCOMPARE(ensemble.mode(), "afa");
            QCOMPARE(ensemble.problems(), QStringList());
            ensemble.move(2, 0);
            QCOMPARE(ensemble.nameOf(0), "things");
            QCOMPARE(ensemble.nameOf(ensemble.host()), "animals");  // the host goes with its model
            QCOMPARE(ensemble.problems(), QStringList());  // the aggregator knows its models in any order
            ensemble.setHost(2);
        }
        auto library = scannedLibrary();
        Ensemble ensemble(*library);
        QCOMPARE(ensemble.rowCount(), 3);
        QCOMPARE(ensemble.nameOf(0), "things");
        QCOMPARE(ensemble.host(), 2);
        QTRY_VERIFY(!library->scanning());
        QCOMPARE(ensemble.nameOf(0), "things");
    }

    void ensembleSaysWhyAnAggregatorDoesNotFit() {
        auto library = scannedLibrary();
        Ensemble ensemble(*library);
        Strict strict(&ensemble, kFatal);
        QTRY_COMPARE(ensemble.rowCount(), 3);
        ensemble.removeAt(1);
        const auto options = ensemble.aggregatorOptions();
        QCOMPARE(options.size(), 2);
        QVERIFY(options[0].obstacle.isEmpty());
        QVERIFY2(options[1].obstacle.contains("joins 3"), qPrintable(options[1].obstacle));
        QCOMPARE(ensemble.problems().size(), 1);
        ensemble.setAggregator({});
        QCOMPARE(ensemble.mode(), "block-average");
        QCOMPARE(ensemble.problems(), QStringList());
        for (const auto& option : ensemble.modeOptions())
            QCOMPARE(option.obstacle.isEmpty(), option.value != "afa" && option.value != "last-block");
    }

    void ensembleTellsSameWeightsTwice() {
        const auto copy = home_->file("copies/animals copy");
        QDir().mkpath(home_->file("copies"));
        std::filesystem::copy((demo() + "/animals").toStdString(), copy.toStdString(),
                              std::filesystem::copy_options::recursive);
        Library library(*runner_, ModelCacheStore(*database_), demo());
        library.addFolder(home_->file("copies"));
        QTRY_VERIFY(!library.scanning());
        Ensemble ensemble(library);
        ensemble.set({demo() + "/animals", copy}, 0, {}, "block-average");
        QCOMPARE(ensemble.problems(), QStringList());
        QCOMPARE(ensemble.warnings().size(), 1);
        QVERIFY(ensemble.warnings().first().contains("same weights"));
    }

    void ensembleRowsAreReorderedByDragging() {
        auto library = scannedLibrary();
        Ensemble ensemble(*library);
        Strict strict(&ensemble, kFatal);
        QTRY_COMPARE(ensemble.rowCount(), 3);
        const std::unique_ptr<QMimeData> mime(ensemble.mimeData({ensemble.index(0)}));
        ensemble.dropMimeData(mime.get(), Qt::MoveAction, 3, 0, {});  // below the last
        QCOMPARE(ensemble.nameOf(0), "food");
        QCOMPARE(ensemble.nameOf(2), "animals");
    }

    void galleryShowsTheNewestFirst() {
        Gallery gallery(GalleryStore(*database_), home_->file("pictures"));
        Thumbnails thumbnails;
        GalleryModel model(gallery, thumbnails);
        Strict strict(&model, kFatal);
        GalleryFilter filter;
        filter.setSourceModel(&model);
        Strict strictFilter(&filter, kFatal);
        for (int i = 0; i < 5; ++i)
            QVERIFY(gallery.add(pictureAt(writePicture(QString::number(i) + ".png"), i)));
        QVERIFY(gallery.add(pictureAt(writePicture("between.png"), 2)));
        QVERIFY(!gallery.add(pictureAt(home_->file("pictures/between.png"), 9)));
        QCOMPARE(model.rowCount(), 6);
        QVERIFY(model.index(0).data(GalleryModel::PathRole).toString().endsWith("4.png"));
        gallery.setFavourite(1, true);
        filter.setFavouritesOnly(true);
        QCOMPARE(filter.rowCount(), 1);
        filter.setFavouritesOnly(false);
        filter.setText("BETWEEN");
        QCOMPARE(filter.rowCount(), 1);
        gallery.forget(0);
        QCOMPARE(model.rowCount(), 5);
    }

    void thumbnailsComeWhenTheyAreLookedAt() {
        Gallery gallery(GalleryStore(*database_), home_->file("pictures"));
        Thumbnails thumbnails;
        GalleryModel model(gallery, thumbnails);
        gallery.add(pictureAt(writePicture("a.png", Qt::green), 1));
        QVERIFY(!model.index(0).data(Qt::DecorationRole).isValid());
        QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(told.wait());
        const auto pixmap = model.index(0).data(Qt::DecorationRole).value<QPixmap>();
        QCOMPARE(pixmap.toImage().pixelColor(4, 4), QColor(Qt::green));
    }

    void picturesMovedToTheTrashLeaveTheGallery() {
        Gallery gallery(GalleryStore(*database_), home_->file("pictures"));
        const QString path = writePicture("a.png");
        gallery.add(pictureAt(path, 1));
        // A fresh account has no folder for the trash yet; the working directory must not become one.
        const QString before = QDir::currentPath();
        QVERIFY(QDir().mkpath(home_->file("working")));
        QVERIFY(QDir::setCurrent(home_->file("working")));
        gallery.moveToTrash(0);
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(QDir(home_->file("working")).isEmpty());
        QVERIFY(QFile::exists(home_->file("share/Trash/files/a.png")));
        QCOMPARE(gallery.size(), 0);
        QVERIFY(!QFile::exists(path));
        QVERIFY(GalleryStore(*database_).all().isEmpty());
    }

    void aGalleryIsRebuiltFromItsFolder() {
        writePicture("one.png");
        writePicture("two.png");
        test::writeFile(home_->file("pictures/broken.png").toStdString(), "no picture");
        Gallery gallery(GalleryStore(*database_), home_->file("pictures"));
        gallery.add(pictureAt(home_->file("pictures/deleted.png"), 1));
        int added = -1, missing = -1;
        runner_->start(makeGalleryCheck(gallery, [&](int a, int m) {
            added = a;
            missing = m;
        }));
        QTRY_COMPARE(added, 2);
        QCOMPARE(missing, 1);
        QCOMPARE(gallery.size(), 3);
    }

    void aFolderThatIsAwayDoesNotEmptyTheGallery() {
        Gallery gallery(GalleryStore(*database_), home_->file("away"));
        gallery.add(pictureAt(home_->file("away/a.png"), 1));
        int missing = -1;
        runner_->start(makeGalleryCheck(gallery, [&](int, int m) { missing = m; }));
        QTRY_COMPARE(missing, 1);
        QCOMPARE(gallery.size(), 1);
    }

    void queueRunsFailsMovesAndForgets() {
        Engine engine;
        Gallery gallery(GalleryStore(*database_), home_->file("pictures"));
        GenerationQueue queue(engine, *runner_, QueueJournal(*database_), gallery);
        QueueModel model(queue);
        Strict strict(&model, kFatal);
        queue.setPaused(true);
        // Requests without models: refused by the engine before it loads anything.
        QList<qint64> ids;
        for (const auto* prompt : {"a", "b", "c"}) {
            GenerateRequest request;
            request.prompt = prompt;
            ids.append(queue.add(request));
        }
        QCOMPARE(queue.pendingCount(), 3);
        QVERIFY(queue.find(ids[0])->request.seed.has_value());
        const std::unique_ptr<QMimeData> mime(model.mimeData({model.index(2, 0)}));
        model.dropMimeData(mime.get(), Qt::MoveAction, 0, 0, {});
        QCOMPARE(model.index(0, QueueModel::PromptColumn).data().toString(), "c");
        queue.cancel(ids[0]);
        queue.duplicate(ids[1]);
        QCOMPARE(model.rowCount(), 4);
        QSignalSpy failures(&queue, &GenerationQueue::failed);
        queue.setPaused(false);
        QTRY_COMPARE(failures.size(), 3);
        QVERIFY(failures.first().first().toString().contains("no base model"));
        QCOMPARE(queue.find(ids[2])->state, QueueEntry::State::Failed);
        QCOMPARE(queue.find(ids[0])->state, QueueEntry::State::Cancelled);
        queue.runAgain(ids[0]);
        QTRY_COMPARE(queue.find(ids[0])->state, QueueEntry::State::Failed);
        queue.remove(ids[0]);
        QCOMPARE(model.rowCount(), 3);
        queue.removeEnded();
        QCOMPARE(model.rowCount(), 0);
    }

    void queueTakesUpItsJournalPausedWithAnInterruptedJobMarked() {
        QueueJournal journal(*database_);
        QueueEntry running, waiting;
        running.request.seed = 5;
        running.request.count = 2;
        running.request.output = home_->file("pictures").toStdString();
        journal.add(running, 0);
        running.state = QueueEntry::State::Running;
        journal.update(running);
        waiting.request.seed = 9;
        journal.add(waiting, 1);
        Engine engine;
        Gallery gallery(GalleryStore(*database_), home_->file("pictures"));
        GenerationQueue queue(engine, *runner_, journal, gallery);
        QVERIFY(queue.paused());
        QCOMPARE(queue.runningId(), 0);
        QCOMPARE(queue.pendingCount(), 2);
        QVERIFY(queue.entries()[0].interrupted && !queue.entries()[1].interrupted);
    }
};

QTEST_MAIN(TestItemModels)
#include "test_item_models.moc"
