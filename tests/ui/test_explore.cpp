// The Explore page by a user's actions, on records made here: no model runs.
#include <QtCore/QFile>
#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtGui/QImage>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <cmath>

#include "tests/ui/explore_on_studio.h"
#include "tests/ui/explore_records.h"
#include "ui/pages/explore/capability_panels.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/pages/explore/map_view.h"
#include "ui/pages/explore/overview_matrix.h"
#include "ui/pages/explore/readout.h"
#include "ui/pages/explore/recipe_bars.h"
#include "ui/pages/explore/region_plots.h"
#include "ui/parts/request/keep_maps_box.h"
#include "ui/parts/widgets/unet_drawing.h"
#include "ui/services/studio/studio.h"
#include "ui/services/values/images.h"

using namespace afa;
using test::makeRecord;
using test::RecordShape;
using OnStudio = test::ExploreOnStudio;
constexpr int kPatience = OnStudio::kPatience;

namespace {

bool sameLevel(const QColor& shown, Rgb wanted) {
    return std::abs(shown.red() - wanted.r) <= 1 && std::abs(shown.green() - wanted.g) <= 1 &&
           std::abs(shown.blue() - wanted.b) <= 1;
}

}  // namespace

class TestExplore : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QSettings().clear();
    }
    void cleanup() { home_.reset(); }

    void theValueUnderThePointerIsTheRecordsAndItsColourTheColourMaps_data() {
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("halves");
        for (int models = 2; models <= 8; ++models)
            QTest::addRow("%d models", models) << models << 8 << 8 << 2;
        QTest::newRow("wide") << 3 << 4 << 12 << 2;
        QTest::newRow("tall, without guidance") << 2 << 16 << 6 << 1;
    }
    void theValueUnderThePointerIsTheRecordsAndItsColourTheColourMaps() {
        QFETCH(int, models);
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, halves);
        const auto record = makeRecord({models, halves, 3, 25, height, width});
        OnStudio page(home_->data());
        QVERIFY(page.open(test::writeRecord(*home_, record)));
        page.state().setOpacity(1);
        page.state().setStep(1);
        page.state().setStage(24);
        const StageMap& map = *record.find(1, 24);
        for (int model = 0; model < models; ++model) {
            page.find<QToolButton>(qPrintable(QStringLiteral("model%1").arg(model)))->click();
            const QImage shown = page.map()->grab().toImage();
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x) {
                    const QPoint at = page.pointOf(page.map(), y, x, map);
                    const double recorded = record.value(map, 0, model, y, x);
                    QCOMPARE(page.map()->valueAt(at).value_or(-1), recorded);
                    QVERIFY(sameLevel(shown.pixelColor(at), colourOf(recorded, ColourMap::Viridis)));
                }
        }
        QTest::mouseMove(page.map(), page.pointOf(page.map(), 2, 3, map));
        const auto told = page.find<Readout>("readout")->values(MapSide::First);
        QCOMPARE(static_cast<int>(told.size()), models);
        for (int model = 0; model < models; ++model)
            QCOMPARE(told[static_cast<std::size_t>(model)],
                     static_cast<double>(record.value(map, 0, model, 2, 3)));
        QVERIFY(!page.map()->valueAt({0, 0}));
    }

    void everyViewShowsWhatItSays() {
        const auto record = makeRecord({3, 2, 2, 25, 8, 8});
        OnStudio page(home_->data());
        QVERIFY(page.open(test::writeRecord(*home_, record)));
        page.state().setStage(24);
        page.state().setStep(0);
        page.state().setOpacity(1);
        const StageMap& map = *record.find(0, 24);
        const QPoint at = page.pointOf(page.map(), 3, 5, map);
        std::vector<double> weights, without;
        double entropy = 0;
        for (int model = 0; model < 3; ++model) {
            weights.push_back(record.value(map, 0, model, 3, 5));
            without.push_back(record.value(map, 1, model, 3, 5));
            entropy -= weights.back() * std::log(weights.back()) / std::log(3.0);
        }
        const auto best = std::max_element(weights.begin(), weights.end()) - weights.begin();
        QTest::keyClick(&page.page, Qt::Key_D);
        QCOMPARE(page.map()->valueAt(at).value_or(-1), static_cast<double>(best));
        QVERIFY(sameLevel(page.map()->grab().toImage().pixelColor(at),
                          kModelColours[static_cast<std::size_t>(best)]));
        QTest::keyClick(&page.page, Qt::Key_E);
        QVERIFY(std::abs(page.map()->valueAt(at).value_or(-1) - entropy) < 1e-4);
        QTest::keyClick(&page.page, Qt::Key_W);
        page.state().setHalf(MapsHalf::Uncond);
        QCOMPARE(page.map()->valueAt(at).value_or(-1), without[0]);
        page.state().setHalf(MapsHalf::Both);
        QVERIFY(std::abs(page.map()->valueAt(at).value_or(-1) - (without[0] + weights[0]) / 2) < 1e-6);
        // Smoothing changes what is drawn, never what is read.
        page.state().setHalf(MapsHalf::Cond);
        const QImage raw = page.map()->grab().toImage();
        page.find<QToolButton>("smooth")->click();
        QVERIFY(page.map()->grab().toImage() != raw);
        QCOMPARE(page.map()->valueAt(at).value_or(-1), weights[0]);
    }

    void keysMoveThroughStepsStagesAndModels() {
        OnStudio page(home_->data());
        QVERIFY(page.open(test::writeRecord(*home_, makeRecord({4, 2, 5, 25, 8, 8}))));
        page.state().setStep(2);
        page.state().setStage(10);
        QTest::keyClick(page.map(), Qt::Key_Right);
        QCOMPARE(page.state().step(), 3);
        QTest::keyClick(page.map(), Qt::Key_Left);
        QTest::keyClick(page.map(), Qt::Key_Left);
        QCOMPARE(page.state().step(), 1);
        QTest::keyClick(page.map(), Qt::Key_Down);
        QCOMPARE(page.state().stage(), 11);
        QTest::keyClick(page.map(), Qt::Key_Up);
        QCOMPARE(page.state().stage(), 10);
        QTest::keyClick(page.map(), Qt::Key_4);
        QCOMPARE(page.state().model(), 3);
        QTest::keyClick(page.map(), Qt::Key_8);  // there is none
        QCOMPARE(page.state().model(), 3);
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(page.map(), Qt::Key_Right);
        QCOMPARE(page.state().step(), 4);
        QCOMPARE(page.find<QSlider>("stepSlider")->value(), 4);
        QTest::keyClick(page.map(), Qt::Key_Space);  // from the end it starts anew
        QTRY_VERIFY_WITH_TIMEOUT(
            page.state().step() == 4 && !page.find<QToolButton>("playSteps")->isChecked(), kPatience);
    }

    void aBlockOfTheDrawingIsItsStage() {
        OnStudio page(home_->data());
        const auto record = makeRecord({2, 2, 2, 25, 8, 8});
        QVERIFY(page.open(test::writeRecord(*home_, record)));
        auto* drawing = page.find<UNetDrawing>("stageDrawing");
        QCOMPARE(drawing->count(), 25);
        for (const int stage : {1, 7, 13, 25}) {
            QTest::mouseClick(drawing, Qt::LeftButton, {}, drawing->blockRect(stage - 1).center());
            QCOMPARE(page.state().stage(), stage);
            QCOMPARE(drawing->current(), stage - 1);
        }
        QTest::keyClick(drawing, Qt::Key_Home);
        QCOMPARE(page.state().stage(), 1);
        QTest::keyClick(drawing, Qt::Key_Right);
        QCOMPARE(page.state().stage(), 2);
        QVERIFY(drawing->level(12) > drawing->level(0));
        QCOMPARE(drawing->level(24), 0);
        // Its block has the colour of its mean weight.
        page.state().setStage(25);
        const double mean = mapFigures(record, *record.find(page.state().step(), 3), 0).mean[0];
        const QRect block = drawing->blockRect(2);
        QVERIFY(sameLevel(drawing->grab().toImage().pixelColor(block.left() + 3, block.bottom() - 4),
                          colourOf(mean, ColourMap::Viridis)));
    }

    void aCellOfTheOverviewIsAMapAndAClickJumpsThere() {
        auto record = makeRecord({3, 2, 6, 25, 8, 8});
        std::erase_if(record.maps, [](const StageMap& map) { return map.stage == 5 || map.step == 2; });
        OnStudio page(home_->data());
        QVERIFY(page.open(test::writeRecord(*home_, record)));
        auto* overview = page.find<OverviewMatrix>("overview");
        QTest::mouseClick(overview, Qt::LeftButton, {}, overview->cellRect(4, 17).center());
        QCOMPARE(page.state().step(), 4);
        QCOMPARE(page.state().stage(), 17);
        const auto figures = mapFigures(record, *record.find(4, 17), 0);
        QCOMPARE(overview->value(4, 17), figures.mean[0]);
        page.state().setStage(1);  // the marker must not lie on the cell
        QVERIFY(sameLevel(overview->grab().toImage().pixelColor(overview->cellRect(4, 17).center()),
                          colourOf(figures.mean[0], ColourMap::Viridis)));
        auto* choice = page.find<QComboBox>("overviewFigure");
        choice->setCurrentIndex(1);
        Q_EMIT choice->activated(1);
        QCOMPARE(overview->value(4, 17), figures.entropy);
        choice->setCurrentIndex(2);
        Q_EMIT choice->activated(2);
        QCOMPARE(overview->value(4, 17), figures.spread[0]);
        QVERIFY(std::isnan(overview->value(2, 17)));
        QVERIFY(std::isnan(overview->value(4, 5)));
        // A missing map is said, not drawn.
        page.state().setStage(5);
        QVERIFY(!page.map()->valueAt(page.map()->pictureRect().center()));
        QVERIFY(!page.map()->grab().isNull());
        QVERIFY(page.find<Readout>("readout")->values(MapSide::First).empty());
    }

    void regionsBecomeCurves() {
        const auto record = makeRecord({2, 2, 6, 25, 8, 8});
        OnStudio page(home_->data());
        QVERIFY(page.open(test::writeRecord(*home_, record)));
        page.find<QTabWidget>("exploreTabs")->setCurrentIndex(1);
        page.state().setStage(24);
        page.state().setStep(3);
        const StageMap& map = *record.find(3, 24);
        auto* view = page.map();
        QTest::mouseClick(view, Qt::LeftButton, {}, page.pointOf(view, 1, 6, map));
        QTest::mousePress(view, Qt::LeftButton, {}, page.pointOf(view, 4, 0, map));
        QTest::mouseMove(view, page.pointOf(view, 6, 2, map));
        QTest::mouseRelease(view, Qt::LeftButton, {}, page.pointOf(view, 6, 2, map));
        QCOMPARE(page.state().regions().size(), 2);
        auto* plots = page.page.findChild<RegionPlots*>();
        QTRY_COMPARE_WITH_TIMEOUT(plots->overSteps().curves().size(), 4, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(plots->overSteps().curves()[0].y.value(3),
                                  static_cast<double>(record.value(map, 0, 0, 1, 6)), kPatience);
        for (int step = 0; step < 6; ++step) {
            const StageMap& at = *record.find(step, 24);
            QCOMPARE(plots->overSteps().curves()[1].y[step],
                     static_cast<double>(record.value(at, 0, 1, 1, 6)));
            double sum = 0;
            for (int y = 4; y <= 6; ++y)
                for (int x = 0; x <= 2; ++x)
                    sum += static_cast<double>(record.value(at, 0, 0, y, x));
            QVERIFY(std::abs(plots->overSteps().curves()[2].y[step] - sum / 9) < 1e-9);
        }
        QCOMPARE(plots->overStages().curves()[0].y.size(), 25);
        QCOMPARE(plots->overStages().curves()[0].y[23], static_cast<double>(record.value(map, 0, 0, 1, 6)));
        for (auto* chip : plots->findChildren<QToolButton*>())
            if (chip->text().contains('1')) QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(page.state().regions().size(), 1, kPatience);
        // By keys alone: Shift and arrows move the reading position, Enter takes it.
        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(page.state().regions().size(), 2);
    }

    void twoPicturesAreComparedAtTheSameTimestep() {
        const auto first = makeRecord({3, 2, 10, 25, 8, 8});
        const auto second = makeRecord({3, 1, 5, 25, 8, 8});
        OnStudio page(home_->data());
        QVERIFY(page.open(test::writeRecord(*home_, first, "first.safetensors")));
        const QString other = test::writeRecord(*home_, second, "second.safetensors");
        QVERIFY(page.compare(other));
        page.state().setStage(24);
        page.state().setStep(4);
        const double timestep = first.timesteps[4];
        const int linked = page.state().otherStep();
        for (const double each : second.timesteps)
            QVERIFY(std::abs(second.timesteps[static_cast<std::size_t>(linked)] - timestep) <=
                    std::abs(each - timestep));
        auto* difference = page.find<MapView>("differenceView");
        QVERIFY(difference->isVisible());
        const StageMap& a = *first.find(4, 24);
        const StageMap& b = *second.find(linked, 24);
        const float wanted = second.value(b, 0, 0, 5, 2) - first.value(a, 0, 0, 5, 2);
        QCOMPARE(difference->valueAt(page.pointOf(difference, 5, 2, a)).value_or(-9),
                 static_cast<double>(wanted));
        auto* secondView = page.find<MapView>("secondMapView");
        QCOMPARE(secondView->valueAt(page.pointOf(secondView, 5, 2, b)).value_or(-9),
                 static_cast<double>(second.value(b, 0, 0, 5, 2)));
        // The pointer over one is read in both.
        QTest::mouseMove(secondView, page.pointOf(secondView, 5, 2, b));
        const auto* readout = page.find<Readout>("readout");
        QCOMPARE(readout->values(MapSide::First)[1], static_cast<double>(first.value(a, 0, 1, 5, 2)));
        QCOMPARE(readout->values(MapSide::Second)[1], static_cast<double>(second.value(b, 0, 1, 5, 2)));
        page.state().swap();
        QCOMPARE(page.state().maps()->steps(), 5);
        page.state().setOther(nullptr);
        QVERIFY(!difference->isVisible());
    }

    void recordsOfEveryShapeAreShown_data() {
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("stages");
        QTest::newRow("one step") << 1 << 25;
        QTest::newRow("150 steps") << 150 << 25;
        QTest::newRow("one stage") << 4 << 1;
        QTest::newRow("13 stages") << 4 << 13;
        QTest::newRow("40 stages") << 4 << 40;
    }
    void recordsOfEveryShapeAreShown() {
        QFETCH(int, steps);
        QFETCH(int, stages);
        const auto record = makeRecord({2, 2, steps, stages, 8, 8});
        OnStudio page(home_->data());
        QVERIFY(page.open(test::writeRecord(*home_, record)));
        auto* tabs = page.find<QTabWidget>("exploreTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QVERIFY(!page.page.grab().isNull());
        }
        page.state().setStep(steps - 1);
        page.state().setStage(stages);
        QCOMPARE(page.find<UNetDrawing>("stageDrawing")->count(), stages);
        const StageMap& map = *record.find(steps - 1, stages);
        QCOMPARE(page.map()->valueAt(page.pointOf(page.map(), 0, 0, map)).value_or(-1),
                 static_cast<double>(record.value(map, 0, 0, 0, 0)));
        const auto weights = page.find<RecipeBars>("recipeBars")->weights(stages);
        QVERIFY(std::abs(weights[0] + weights[1] - 1) < 1e-12);
    }

    void whatCannotBeShownIsToldAndChangesNothing() {
        OnStudio page(home_->data());
        const QString sound = test::writeRecord(*home_, makeRecord({2, 2, 3, 25, 8, 8}));
        QVERIFY(page.open(sound));
        const auto before = page.state().maps();
        const QByteArray whole = test::bytesOf(sound);
        const auto refuse = [&](const QString& name, const QByteArray& bytes) {
            QFile file(home_->file(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return false;
            file.close();
            page.notices.clear();
            page.page.openFile(file.fileName());
            return QTest::qWaitFor([&] { return !page.notices.isEmpty(); }, kPatience);
        };
        QVERIFY(refuse("cut.safetensors", whole.left(whole.size() / 2)));
        QVERIFY2(page.notices[0].contains("cut.safetensors"), qPrintable(page.notices[0]));
        QByteArray wrong = whole;
        wrong.replace(wrong.size() - 64, 64, QByteArray(64, '\x7f'));  // weights that are no numbers
        QVERIFY(refuse("wrong.safetensors", wrong));
        QVERIFY2(page.notices[0].contains("expected weights"), qPrintable(page.notices[0]));
        QVERIFY(refuse("foreign.safetensors", "not a file of this kind"));
        QVERIFY(refuse("empty.safetensors", ""));
        page.notices.clear();
        page.page.openFile(test::writeRecord(*home_, makeRecord({9, 1, 1, 3, 2, 2}), "nine.safetensors"));
        QTRY_VERIFY_WITH_TIMEOUT(!page.notices.isEmpty(), kPatience);
        QVERIFY2(page.notices[0].contains("9 models"), qPrintable(page.notices[0]));
        page.notices.clear();
        page.notices.clear();
        auto many = makeRecord({2, 1, 1, 3, 2, 2});
        many.timesteps.resize(200'000, 1);
        page.page.openFile(test::writeRecord(*home_, many, "many.safetensors"));
        QTRY_VERIFY_WITH_TIMEOUT(!page.notices.isEmpty(), kPatience);
        QVERIFY2(page.notices[0].contains("timesteps"), qPrintable(page.notices[0]));
        page.notices.clear();
        auto none = makeRecord({2, 1, 1, 3, 2, 2});
        none.maps.clear();
        page.page.openFile(test::writeRecord(*home_, none, "none.safetensors"));
        QTRY_VERIFY_WITH_TIMEOUT(!page.notices.isEmpty(), kPatience);
        QVERIFY2(page.notices[0].contains("no maps"), qPrintable(page.notices[0]));
        QCOMPARE(page.state().maps(), before);
    }

    void theMapsOfAPictureBeingMadeFillIn() {
        const auto record = makeRecord({2, 2, 3, 25, 8, 8});
        OnStudio page(home_->data());
        const auto tell = [&](int step) {
            auto part = std::make_shared<MapsRecord>(record);
            std::erase_if(part->maps, [step](const StageMap& map) { return map.step != step; });
            Q_EMIT page.studio.queue().mapsMade({0, part});
        };
        tell(0);
        QVERIFY(page.state().maps());
        QVERIFY(page.state().maps()->live);
        page.state().setStage(24);
        QCOMPARE(page.state().step(), 0);
        auto* overview = page.find<OverviewMatrix>("overview");
        QVERIFY(std::isnan(overview->value(1, 24)));
        tell(1);  // whoever stands at the newest step goes along
        QCOMPARE(page.state().step(), 1);
        QVERIFY(!std::isnan(overview->value(1, 24)));
        page.state().setStep(0);
        tell(2);
        QCOMPARE(page.state().step(), 0);
        const StageMap& map = *record.find(0, 24);
        QCOMPARE(page.map()->valueAt(page.pointOf(page.map(), 4, 4, map)).value_or(-1),
                 static_cast<double>(record.value(map, 0, 0, 4, 4)));
        Picture picture;
        picture.path = home_->file("made.png");
        Image image{8, 8, std::vector<std::uint8_t>(8 * 8 * 3, 200)};
        Q_EMIT page.studio.queue().pictureMade(picture, image);
        QVERIFY(!page.state().maps()->live);
        QVERIFY(page.page.hasMapsOf(picture.path));
        // Somebody who has moved about in these maps keeps them when the next picture begins ..
        const auto looked = page.state().maps();
        tell(0);
        QCOMPARE(page.state().maps(), looked);
        // .. until the live ones are asked for; from then on pictures follow each other.
        page.find<QPushButton>("exploreLive")->click();
        const auto second = page.state().maps();
        QVERIFY(second != looked && second->live);
        Q_EMIT page.studio.queue().pictureMade(picture, image);
        tell(0);
        QVERIFY(page.state().maps() != second && page.state().maps()->live);
        Q_EMIT page.studio.queue().pictureMade(picture, image);
        // Somebody looking at other maps is left in peace.
        QVERIFY(page.open(test::writeRecord(*home_, makeRecord({3, 2, 2, 25, 8, 8}))));
        const auto before = page.state().maps();
        tell(0);
        QCOMPARE(page.state().maps(), before);
        QVERIFY(page.find<QPushButton>("exploreLive")->isVisible());
        page.find<QPushButton>("exploreLive")->click();
        QVERIFY(page.state().maps()->live);
    }

    void droppedFilesAreTakenForWhatTheyAre() {
        OnStudio page(home_->data());
        const auto drop = [&](const QString& path) {
            QMimeData mime;
            mime.setUrls({QUrl::fromLocalFile(path)});
            QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&page.page, &enter);
            QDropEvent event(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&page.page, &event);
        };
        drop(test::writeRecord(*home_, makeRecord({2, 2, 3, 25, 8, 8})));
        QTRY_VERIFY_WITH_TIMEOUT(page.state().maps() != nullptr, kPatience);
        QVERIFY(page.state().maps()->picture.isNull());
        QImage picture(16, 16, QImage::Format_RGB888);
        picture.fill(Qt::red);
        QVERIFY(picture.save(home_->file("below.png")));
        drop(home_->file("below.png"));  // goes under the maps
        QCOMPARE(page.state().maps()->picture.size(), picture.size());
    }

    void mapsAreFoundBesideTheirPictureAndGoWithIt() {
        QVERIFY(QDir().mkpath(home_->file("share")));  // the trash's place
        OnStudio page(home_->data());
        auto& gallery = page.studio.gallery();
        QVERIFY(QDir().mkpath(gallery.folder()));
        Picture picture;
        picture.path = gallery.folder() + "/afa-1.png";
        QImage image(16, 16, QImage::Format_RGB888);
        image.fill(Qt::green);
        QVERIFY(image.save(picture.path));
        QVERIFY(gallery.add(picture));
        page.page.explorePicture(picture.path);
        QVERIFY2(page.notices.value(0).contains("not kept"), qPrintable(page.notices.value(0)));
        const auto maps = keptMapsPath(picture.path.toStdString());
        writeMaps(maps, makeRecord({2, 2, 3, 25, 8, 8}));
        page.page.explorePicture(picture.path);
        QTRY_VERIFY_WITH_TIMEOUT(page.state().maps() != nullptr, kPatience);
        QCOMPARE(page.state().maps()->picture.size(), image.size());
        gallery.moveToTrash(0);
        QVERIFY(!std::filesystem::exists(maps));
        QVERIFY(QFile::exists(home_->file("share/Trash/files/afa-1.maps.safetensors")));
    }

    void theCostOfKeepingMapsIsTold() {
        GenerateRequest request;
        request.models = {"a", "b", "c"};
        request.aggregator = "aggregator";
        request.width = request.height = 512;
        request.steps = 50;
        QVERIFY(std::abs(static_cast<double>(mapsBytes(request, 25, 64)) - 22e6) < 0.5e6);  // method.md 6
        ModelInfo host;
        host.stages.resize(25);
        host.sizeStep = 64;
        KeepMapsBox box([&] { return request; }, [&] { return &host; });
        QVERIFY2(box.text().contains("22.0 MB"), qPrintable(box.text()));
        QVERIFY(!KeepMapsBox::wanted());
        box.click();
        QVERIFY(KeepMapsBox::wanted());
        request.mode = "single:0";
        box.updateCost();
        QVERIFY(!box.text().contains("MB"));
    }

    void aCapabilityFileIsShown() {
        CapabilityMaps maps;
        maps.modelNames = {"one", "two"};
        maps.height = maps.width = 4;
        maps.noiseSamples = 3;
        maps.prompt = "a test";
        maps.picture = Image{16, 16, std::vector<std::uint8_t>(16 * 16 * 3, 90)};
        for (const int timestep : {100, 500}) {
            CapabilityMaps::AtTimestep at{timestep, {}};
            for (int model = 0; model < 2; ++model) {
                std::vector<float> values;
                for (int i = 0; i < 16; ++i)
                    values.push_back(-0.01F * static_cast<float>((i + 3 * model + timestep / 100) % 7) -
                                     0.5F);
                at.capability.push_back(values);
            }
            maps.timesteps.push_back(at);
        }
        writeCapability(home_->file("capability.safetensors").toStdString(), maps);
        OnStudio page(home_->data());
        page.page.openFile(home_->file("capability.safetensors"));
        auto* panels = page.page.findChild<CapabilityPanels*>();
        auto* table = page.find<QTableView>("capabilityTable");
        page.find<QComboBox>("capabilityPatch")->setCurrentIndex(0);
        QCOMPARE(table->model()->rowCount(), 16);
        QCOMPARE(table->model()->columnCount(), 4);
        const auto& shown = maps.timesteps[1];
        QCOMPARE(page.find<QComboBox>("capabilityTimestep")->currentText(), "t = 500");
        const auto wins = capabilityWins(shown);
        const QRect best = panels->panelRect(1);
        const QPoint at(best.left() + best.width() * 5 / 8, best.top() + best.height() * 3 / 8);  // y 1, x 2
        const auto errors = panels->errorsAt(at);
        QCOMPARE(static_cast<float>(errors.at(1)), -shown.capability[1][6]);
        QVERIFY(sameLevel(panels->grab().toImage().pixelColor(at), kModelColours[wins[6]]));
        QCOMPARE(table->model()->index(6, 0).data().toString(), "x 2, y 1");
        QCOMPARE(table->model()->index(6, 1).data().toString(), QString(QChar('A' + wins[6])));
        page.find<QComboBox>("capabilityPatch")->setCurrentIndex(1);
        QCOMPARE(table->model()->rowCount(), 4);
        // Damaged: told, and the old one stays.
        QFile file(home_->file("capability.safetensors"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const auto place = bytes.indexOf("capability.100");
        bytes.replace(place, 14, "capability.1x0");
        file.seek(0);
        file.write(bytes);
        file.close();
        page.page.openFile(file.fileName());
        QCOMPARE(page.notices.size(), 1);
        QCOMPARE(table->model()->rowCount(), 4);
    }
};

QTEST_MAIN(TestExplore)
#include "test_explore.moc"
