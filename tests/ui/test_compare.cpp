// Pictures compared: what is said about them, the two views, the sheet, and pictures made to be compared.
#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

#include "tests/ui/program.h"
#include "ui/pages/compare/compare_canvas.h"
#include "ui/pages/compare/compare_window.h"
#include "ui/services/comparing/comparison_run.h"
#include "ui/services/jobs/threaded_runner.h"

using namespace afa;
using test::Networks;
using test::Program;

namespace {

QImage plain(const QColor& colour, int side = 64) {
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// Left half in one colour, right half in another.
QImage halves(const QColor& left, const QColor& right) {
    QImage image = plain(left);
    QPainter(&image).fillRect(32, 0, 32, 64, right);
    return image;
}

CaptionFacts facts(const std::string& prompt, const std::string& mode, int steps, std::uint64_t seed) {
    CaptionFacts made;
    made.request.prompt = prompt;
    made.request.mode = mode;
    made.request.steps = steps;
    made.request.seed = seed;
    made.models = {"cats", "dogs"};
    return made;
}

QColor at(const CompareCanvas& canvas, double x, double y) {
    const QImage grab = const_cast<CompareCanvas&>(canvas).grab().toImage();
    return grab.pixelColor(static_cast<int>(x * grab.width()), static_cast<int>(y * grab.height()));
}

}  // namespace

class TestCompare : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QSettings().clear();
    }
    void cleanup() { home_.reset(); }

    void whatIsSharedIsSaidOnceAndTheRestBelowEachPicture() {
        const auto comparison = describe({facts("a cat", "single:1", 20, 7), facts("a cat", "afa", 20, 7)});
        QCOMPARE(comparison.title.shown, "a cat");
        QVERIFY(comparison.note.shown.contains("20 steps"));
        QVERIFY(comparison.note.shown.contains("seed 7"));
        QVERIFY(!comparison.note.shown.contains("Adaptive"));
        QCOMPARE(comparison.pictures[0].caption.shown, "Only B: dogs");
        QCOMPARE(comparison.pictures[1].caption.shown, "Adaptive (AFA)");

        const auto other = describe({facts("a cat", "afa", 50, 7), facts("a dog", "afa", 10, 8)});
        QVERIFY(other.title.isEmpty());
        QCOMPARE(other.pictures[1].caption.shown, "a dog · 10 steps · seed 8");
        QCOMPARE(other.pictures[1].caption.english, "a dog, 10 steps, seed 8");
    }

    void zoomIsLinkedAndStaysInside() {
        CompareCanvas canvas;
        canvas.resize(800, 400);
        canvas.setItems({{halves(Qt::red, Qt::green), "a", {}}, {halves(Qt::blue, Qt::yellow), "b", {}}});
        QCOMPARE(canvas.columns(), 2);
        QCOMPARE(at(canvas, 0.2, 0.4), QColor(Qt::red));
        QCOMPARE(at(canvas, 0.7, 0.4), QColor(Qt::blue));
        QSignalSpy zoomed(&canvas, &CompareCanvas::zoomChanged);
        canvas.setZoom(8);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&canvas, Qt::Key_Right);  // to the right edge and no further
        QCOMPARE(zoomed.size(), 1);
        QCOMPARE(canvas.centre().x(), 1 - 0.5 / 8);
        QCOMPARE(at(canvas, 0.2, 0.4), QColor(Qt::green));
        QCOMPARE(at(canvas, 0.7, 0.4), QColor(Qt::yellow));
        QTest::keyClick(&canvas, Qt::Key_0);
        QCOMPARE(canvas.zoom(), 1.0);
        QCOMPARE(canvas.centre(), QPointF(0.5, 0.5));
        canvas.setZoom(1e9);
        QCOMPARE(canvas.zoom(), CompareCanvas::kLargestZoom);
        canvas.setZoom(1e-9);
        QCOMPARE(canvas.zoom(), 1.0);
    }

    void theWheelKeepsThePointBelowItInPlace() {
        CompareCanvas canvas;
        canvas.resize(800, 400);
        canvas.setItems({{plain(Qt::red), "a", {}}, {plain(Qt::blue), "b", {}}});
        const QPointF position(100, 100);
        QWheelEvent wheel(position, canvas.mapToGlobal(position), {}, {0, 120 * 6}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &wheel);
        QVERIFY(canvas.zoom() > 3);
        // The pointer was left of and above the picture's middle: that part is what is seen now.
        QVERIFY(canvas.centre().x() < 0.5 && canvas.centre().y() < 0.5);
    }

    void theWipeShowsOnePictureOnEachSideOfItsDivider() {
        CompareCanvas canvas;
        canvas.resize(500, 500);
        canvas.setItems({{plain(Qt::red), "a", {}}, {plain(Qt::green), "b", {}}, {plain(Qt::blue), "c", {}}});
        canvas.setWipe(0, 2);
        QCOMPARE(at(canvas, 0.3, 0.3), QColor(Qt::red));
        QCOMPARE(at(canvas, 0.7, 0.3), QColor(Qt::blue));
        canvas.setDivider(0.1);
        QCOMPARE(at(canvas, 0.3, 0.3), QColor(Qt::blue));
        // Dragged back by its handle.
        QSignalSpy moved(&canvas, &CompareCanvas::dividerMoved);
        const int from = static_cast<int>(12 + (500 - 24) * 0.1);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, {from, 250});
        QTest::mouseMove(&canvas, {400, 250});
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {400, 250});
        QVERIFY(!moved.isEmpty());
        QVERIFY(canvas.divider() > 0.7);
        QCOMPARE(at(canvas, 0.3, 0.3), QColor(Qt::red));
        canvas.setWipe(0, 9);  // no such picture
        QVERIFY(!canvas.isWipe());
    }

    void picturesOnDiskAreComparedAndSavedAsOneSheet() {
        const QStringList paths{home_->file("a.png"), home_->file("b.png"), home_->file("gone.png")};
        plain(Qt::red).save(paths[0]);
        plain(Qt::green).save(paths[1]);
        ThreadedRunner background;
        Notices notices;
        QSignalSpy posted(&notices, &Notices::posted);
        auto* window = new CompareWindow(background, notices);
        window->openPictures(paths);
        AFA_TRY(window->comparison().pictures.size() == 3);
        QCOMPARE(window->comparison().pictures[1].image.size(), QSize(64, 64));
        QVERIFY(window->comparison().pictures[2].state.contains("gone.png"));

        QTest::mouseClick(window->findChild<QToolButton*>("wipe"), Qt::LeftButton);
        auto* canvas = window->findChild<CompareCanvas*>("compareCanvas");
        QVERIFY(canvas->isWipe());
        auto* left = window->findChild<QComboBox*>("wipeLeft");
        auto* right = window->findChild<QComboBox*>("wipeRight");
        QCOMPARE(left->count(), 3);
        right->setCurrentIndex(left->currentIndex());  // never a picture against itself
        Q_EMIT right->activated(right->currentIndex());
        QVERIFY(left->currentIndex() != right->currentIndex());
        window->findChild<QSlider*>("wipeSlider")->setValue(250);
        QCOMPARE(canvas->divider(), 0.25);
        QTest::mouseClick(window->findChild<QToolButton*>("sideBySide"), Qt::LeftButton);
        QVERIFY(!canvas->isWipe());

        window->saveSheet(home_->file("sheet.png"));
        AFA_TRY(!posted.isEmpty());
        const QImage sheet(home_->file("sheet.png"));
        QVERIFY(!sheet.isNull());
        bool red = false, green = false;
        for (int y = 0; y < sheet.height(); ++y)
            for (int x = 0; x < sheet.width(); ++x) {
                red = red || sheet.pixelColor(x, y) == QColor(Qt::red);
                green = green || sheet.pixelColor(x, y) == QColor(Qt::green);
            }
        QVERIFY(red && green);
        posted.clear();
        window->saveSheet(home_->file("no/such/folder/sheet.png"));
        AFA_TRY(!posted.isEmpty());
        QVERIFY(posted.first().first().value<Notice>().severity == Notice::Severity::Error);
        window->close();
    }

    void oneClickComparesEveryMode() {
        Program program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        program.setSteps(2);
        program.setSeed("11");
        program.find<QAction>("compareModes")->trigger();
        auto* window = program.window.findChild<CompareWindow*>();
        QVERIFY(window);
        // Three models alone, their merge, MagicFusion, two averages, and the demo's aggregator last.
        QCOMPARE(window->comparison().pictures.size(), 8);
        QCOMPARE(window->comparison().pictures.last().caption.shown, "Adaptive (AFA)");
        QVERIFY(window->comparison().note.shown.contains("seed 11"));
        AFA_TRY(program.studio.queue().runningId() == 0 && program.studio.queue().pendingCount() == 0);
        for (const auto& picture : window->comparison().pictures)
            QVERIFY2(!picture.image.isNull(), qPrintable(picture.caption.shown + ": " + picture.state));
        QCOMPARE(program.studio.gallery().size(), 8);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(program.studio.gallery().at(i).seed, 11U);
        // They differ: no mode is another one in disguise.
        const auto& pictures = window->comparison().pictures;
        for (int i = 0; i < 8; ++i)
            for (int j = 0; j < i; ++j)
                QVERIFY2(pictures[i].image != pictures[j].image,
                         qPrintable(pictures[i].caption.shown + " = " + pictures[j].caption.shown));
        window->close();
    }

    void fewerStepsAndPicturesFromTheGalleryAreCompared() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        program.studio.queue().setPaused(true);
        program.find<QAction>("fewerSteps")->trigger();
        const auto& jobs = program.studio.queue().entries();
        QCOMPARE(jobs.size(), 3);
        QCOMPARE(jobs[0].request.steps, 50);
        QCOMPARE(jobs[1].request.steps, 20);
        QCOMPARE(jobs[2].request.steps, 10);
        QCOMPARE(jobs[0].request.seed, jobs[2].request.seed);
        auto* window = program.window.findChild<CompareWindow*>();
        QVERIFY(window->comparison().pictures[0].state.contains("paused"));
        program.studio.queue().cancelAll();
        QVERIFY(window->comparison().pictures[0].state.contains("Cancelled"));
        delete window;

        auto* compare = program.find<QAction>("comparePictures");
        QVERIFY(!compare->isEnabled());
        program.studio.queue().setPaused(false);
        program.setSteps(1);
        program.generate();
        program.generate();
        AFA_TRY(program.studio.gallery().size() == 2);
        program.find<QListView>("galleryView")->selectAll();
        QVERIFY(compare->isEnabled());
        compare->trigger();
        window = program.window.findChild<CompareWindow*>();
        AFA_TRY(window->comparison().pictures.size() == 2);
        QVERIFY(!window->comparison().title.isEmpty());
        window->close();
    }

    /// The window of another language takes the place of this one.
    void comparisonsGoOnInTheNextWindow() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        const QStringList paths{home_->file("a.png"), home_->file("b.png")};
        plain(Qt::red).save(paths[0]);
        plain(Qt::green).save(paths[1]);
        auto* onDisk =
            new CompareWindow(program.studio.background(), program.studio.notices(), &program.window);
        onDisk->openPictures(paths);
        AFA_TRY(onDisk->comparison().pictures.size() == 2);
        program.studio.queue().setPaused(true);
        program.find<QAction>("fewerSteps")->trigger();
        const auto opened = program.window.findChildren<CompareWindow*>();
        QCOMPARE(opened.size(), 2);
        const auto ofPictures = [](const QList<CompareWindow*>& windows, int pictures) {
            for (auto* window : windows)
                if (window->comparison().pictures.size() == pictures) return window;
            return static_cast<CompareWindow*>(nullptr);
        };
        auto* running = ofPictures(opened, 3);
        QVERIFY(running);
        QTest::mouseClick(running->findChild<QToolButton*>("wipe"), Qt::LeftButton);
        running->setGeometry(20, 30, 1000, 640);

        auto next = std::make_unique<MainWindow>(program.studio);
        program.window.handOver(*next);
        qDeleteAll(opened);
        const auto taken = next->findChildren<CompareWindow*>();
        QCOMPARE(taken.size(), 2);
        for (auto* window : taken)
            QVERIFY(window->isVisible());
        AFA_TRY(ofPictures(taken, 2));
        auto* goesOn = ofPictures(taken, 3);
        QVERIFY(goesOn);
        QCOMPARE(goesOn->size(), QSize(1000, 640));
        QVERIFY(goesOn->findChild<CompareCanvas*>("compareCanvas")->isWipe());
        QVERIFY(goesOn->comparison().pictures[0].state.contains("paused"));
        program.studio.queue().cancelAll();
        QVERIFY(goesOn->comparison().pictures[0].state.contains("Cancelled"));
    }
};

QTEST_MAIN(TestCompare)
#include "test_compare.moc"
