// What the Explore page writes to files, and its entries in the window's menu.
#include <QtGui/QAction>
#include <QtGui/QImage>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

#include "core/eval/maps_sheet.h"
#include "tests/ui/explore_on_studio.h"
#include "tests/ui/explore_records.h"
#include "ui/pages/explore/map_view.h"
#include "ui/services/values/images.h"

using namespace afa;
using test::makeRecord;
using OnStudio = test::ExploreOnStudio;

class TestExploreExports : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QSettings().clear();
    }
    void cleanup() { home_.reset(); }

    void exportsHoldWhatIsShown() {
        const auto record = makeRecord({3, 2, 4, 25, 8, 8});
        OnStudio page(home_->data());
        QVERIFY(page.open(test::writeRecord(*home_, record)));
        page.state().setStep(2);
        page.state().setStage(24);
        const auto save = [&](ExploreExport what, const QString& name) {
            page.page.exportTo(what, home_->file(name));
            return home_->file(name);
        };
        for (const auto what : {ExploreExport::View, ExploreExport::Overview, ExploreExport::CurvesOverSteps,
                                ExploreExport::CurvesOverStages, ExploreExport::Figure}) {
            const QImage image(save(what, "picture.png"));
            QVERIFY(image.width() > 500);
            QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
            const QString svg = QString::fromUtf8(test::bytesOf(save(what, "picture.svg")));
            QVERIFY(svg.contains("<svg") && svg.contains("<text"));
        }
        QVERIFY(QString::fromUtf8(test::bytesOf(save(ExploreExport::View, "v.svg"))).contains("stage 24"));
        // The figure is the sheet of `afa maps`, pixel for pixel.
        MapsSheetSettings print;
        print.scale = kPrintScale;
        QCOMPARE(QImage(save(ExploreExport::Figure, "figure.png")).convertToFormat(QImage::Format_RGB888),
                 toQImage(drawMapsSheet(record, print)));
        page.find<QLineEdit>("figureStages")->setText("3, 5-9/4");
        page.find<QLineEdit>("figureSteps")->setText("0-2/2");
        print.stages = {3, 5, 9};
        print.steps = {0, 2};
        QCOMPARE(QImage(save(ExploreExport::Figure, "chosen.png")).convertToFormat(QImage::Format_RGB888),
                 toQImage(drawMapsSheet(record, print)));
        page.find<QLineEdit>("figureSteps")->setText("0, x");
        save(ExploreExport::Figure, "never.png");
        QVERIFY(!QFile::exists(home_->file("never.png")));
        QVERIFY2(page.notices.last().contains("\"x\""), qPrintable(page.notices.last()));

        // Tables read back to the record's own numbers.
        const StageMap& map = *record.find(2, 24);
        const auto rows = test::bytesOf(save(ExploreExport::Weights, "w.csv")).trimmed().split('\n');
        QCOMPARE(rows.size(), 1 + 2 * 64);
        QCOMPARE(rows[0], "half,y,x,0,1,2");
        for (qsizetype i = 1; i < rows.size(); ++i) {
            const auto cells = rows[i].split(',');
            for (int model = 0; model < 3; ++model)
                QCOMPARE(cells[3 + model].toFloat(),
                         record.value(map, cells[0].toInt(), model, cells[1].toInt(), cells[2].toInt()));
        }
        const auto curves = test::bytesOf(save(ExploreExport::CurveValues, "c.csv")).trimmed().split('\n');
        QCOMPARE(curves.size(), 1 + 3 * (4 + 25));
        const auto back = readMaps(save(ExploreExport::Record, "again.safetensors").toStdString());
        QCOMPARE(back.maps.size(), record.maps.size());
        for (std::size_t i = 0; i < back.maps.size(); ++i)
            QVERIFY(back.maps[i].fp16 == record.maps[i].fp16);
        QCOMPARE(test::bytesOf(save(ExploreExport::Recipe, "r.json")).toStdString(), mapsRecipe(record));
        const auto means = test::bytesOf(save(ExploreExport::Means, "m.csv")).trimmed().split('\n');
        QCOMPARE(means.size(), 1 + 4 * 25 * 2 * 3);
        page.notices.clear();
        save(ExploreExport::View, "no/such/folder/v.png");
        QCOMPARE(page.notices.size(), 1);
    }

    void twoPicturesAndTheirDifferenceAreExported() {
        OnStudio page(home_->data());
        QVERIFY(page.open(test::writeRecord(*home_, makeRecord({3, 2, 10, 25, 8, 8}), "first.safetensors")));
        page.page.exportTo(ExploreExport::Difference, home_->file("never.png"));
        QVERIFY(!QFile::exists(home_->file("never.png")));
        QVERIFY2(page.notices.last().contains("no second picture"), qPrintable(page.notices.last()));

        QVERIFY(
            page.compare(test::writeRecord(*home_, makeRecord({3, 2, 5, 25, 8, 8}), "second.safetensors")));
        page.state().setStage(24);
        QList<QImage> made;
        for (const auto what : {ExploreExport::View, ExploreExport::Second, ExploreExport::Difference}) {
            page.page.exportTo(what, home_->file("picture.png"));
            made.append(QImage(home_->file("picture.png")));
            QVERIFY(made.last().width() > 500);
            page.page.exportTo(what, home_->file("picture.svg"));
            QVERIFY(test::bytesOf(home_->file("picture.svg")).contains("<text"));
        }
        const char* const views[]{"mapView", "secondMapView", "differenceView"};
        for (int i = 0; i < 3; ++i) {
            QVERIFY(page.find<MapView>(views[i])->savePng(home_->file("view.png")));
            QCOMPARE(made[i], QImage(home_->file("view.png")));
        }
        QVERIFY(made[0] != made[1] && made[1] != made[2] && made[0] != made[2]);
        page.state().swap();
        page.page.exportTo(ExploreExport::Second, home_->file("picture.png"));
        QCOMPARE(QImage(home_->file("picture.png")).size(), made[0].size());
        QVERIFY(QImage(home_->file("picture.png")) != made[1]);
    }

    void theViewComesBack() {
        QByteArray left;
        {
            OnStudio page(home_->data());
            page.state().setQuantity(ExploreState::Quantity::Entropy);
            page.state().setColours(ColourMap::Cividis);
            page.state().setSmooth(!page.state().smooth());
            page.state().setStretched(true);
            page.state().setOpacity(0.25);
            left = page.page.saveState();
        }
        OnStudio page(home_->data());
        const bool smooth = page.state().smooth();
        page.page.restoreState(left);
        QCOMPARE(page.state().quantity(), ExploreState::Quantity::Entropy);
        QCOMPARE(page.state().colours(), ColourMap::Cividis);
        QCOMPARE(page.state().smooth(), !smooth);
        QVERIFY(page.state().stretched());
        QCOMPARE(page.state().opacity(), 0.25);
        for (qsizetype size = 0; size < left.size(); ++size)
            page.page.restoreState(left.left(size));  // damaged: as it was
        QCOMPARE(page.state().opacity(), 0.25);
    }

    void theMenuDoesWhatTheKeysDo() {
        OnStudio page(home_->data());
        QMenu menu;
        page.page.fillMenu(menu);
        const auto entry = [&](const QString& title) {
            Q_EMIT menu.aboutToShow();
            QAction* found = nullptr;
            auto entries = menu.actions();  // the page owns some of them
            for (const auto* below : menu.findChildren<QMenu*>())
                entries += below->actions();
            for (auto* action : entries)
                if (action->text().section('\t', 0, 0) == title) found = action;
            if (!found) qFatal("no entry %s", qPrintable(title));
            return found;
        };
        QVERIFY(!entry("Next step")->isEnabled());
        QVERIFY(!entry("Compare with a maps file …")->isEnabled());
        QVERIFY(!entry("Export")->isEnabled());
        QVERIFY(entry("Open a maps file …")->isEnabled());

        QVERIFY(page.open(test::writeRecord(*home_, makeRecord({3, 2, 4, 25, 8, 8}))));
        QVERIFY(entry("Next step")->isEnabled());
        QVERIFY(entry("Next step")
                    ->text()
                    .endsWith(QKeySequence(Qt::Key_Right).toString(QKeySequence::NativeText)));
        QVERIFY(entry("Next step")->shortcut().isEmpty());  // the arrows stay the fields'
        QVERIFY(!entry("Stop comparing")->isEnabled());
        page.state().setStep(0);
        page.state().setStage(5);
        entry("Next step")->trigger();
        entry("Next step")->trigger();
        entry("Previous step")->trigger();
        QCOMPARE(page.state().step(), 1);
        entry("Next stage")->trigger();
        QCOMPARE(page.state().stage(), 6);
        entry("Previous stage")->trigger();
        QCOMPARE(page.state().stage(), 5);
        entry("Entropy")->trigger();
        QCOMPARE(page.state().quantity(), ExploreState::Quantity::Entropy);
        entry("Dominant model")->trigger();
        QCOMPARE(page.state().quantity(), ExploreState::Quantity::Dominant);
        const bool smooth = page.state().smooth();
        entry("Smooth")->trigger();
        QCOMPARE(page.state().smooth(), !smooth);
        entry("Capability")->trigger();
        QVERIFY(!page.map()->isVisible());
        QVERIFY(!entry("Next step")->isEnabled() && !entry("Export")->isEnabled());  // of maps out of sight
        entry("Maps")->trigger();
        QVERIFY(page.map()->isVisible());
    }
};

QTEST_MAIN(TestExploreExports)
#include "test_explore_exports.moc"
