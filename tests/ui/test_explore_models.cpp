// From a picture made with the demo models to its maps in the window, and what `afa maps` draws of them.
#include <QtCore/QProcess>
#include <QtGui/QAction>
#include <QtGui/QImage>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

#include "tests/ui/studio_home.h"
#include "ui/pages/explore/capability_view.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/parts/widgets/slider_field.h"
#include "ui/services/studio/studio.h"
#include "ui/window/main_window.h"

using namespace afa;

namespace {

constexpr int kPatience = 300000;  // milliseconds; ends a run on a machine that is too slow
#define AFA_TRY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, kPatience)

}  // namespace

class TestExploreModels : public QObject {
    Q_OBJECT

    test::StudioHome home_;

  private Q_SLOTS:
    void aPicturesMapsFromTheFirstStepToTheSheet() {
        Studio studio(home_.data());
        MainWindow window(studio);
        window.show();
        studio.start();
        AFA_TRY(studio.ensemble().problems().isEmpty() && !studio.library().scanning());
        window.findChild<QCheckBox*>("keepMaps")->click();
        window.findChild<SliderField*>("steps")->setValue(4);
        window.findChild<QPushButton*>("generate")->click();
        auto* page = window.findChild<ExplorePage*>();
        AFA_TRY(page->state().maps() != nullptr);  // while it is being made
        QCOMPARE(page->state().maps()->models(), 3);
        QCOMPARE(page->state().maps()->steps(), 4);
        AFA_TRY(studio.gallery().size() == 1);
        const auto live = page->state().maps();
        QVERIFY(!live->live);
        QCOMPARE(static_cast<int>(live->record.maps.size()), 4 * 25);
        QCOMPARE(live->picture, QImage(studio.gallery().at(0).path).convertToFormat(live->picture.format()));

        const QString picture = studio.gallery().at(0).path;
        const auto kept = keptMapsPath(picture.toStdString());
        const auto record = readMaps(kept);
        QCOMPARE(record.maps.size(), live->record.maps.size());
        for (std::size_t i = 0; i < record.maps.size(); ++i)
            QVERIFY(record.maps[i].fp16 == live->record.maps[i].fp16);
        GenerateRequest request = studio.queue().entries().last().request;
        const auto* host = studio.ensemble().hostInfo();
        const auto estimated =
            static_cast<double>(mapsBytes(request, static_cast<int>(host->stages.size()), host->sizeStep));
        const auto real = static_cast<double>(std::filesystem::file_size(kept));
        QVERIFY2(std::abs(estimated / real - 1) < 0.1, qPrintable(QString::number(estimated / real)));

        // As from a start of the program: the live maps are gone, the kept ones are found.
        auto* view = window.findChild<QListView*>("galleryView");
        view->setCurrentIndex(view->model()->index(0, 0));
        ExplorePage again(studio);
        QSignalSpy opened(&again, &ExplorePage::opened);
        again.explorePicture(picture);
        QVERIFY(opened.wait(kPatience));
        QCOMPARE(again.state().maps()->picture.size(), QImage(picture).size());
        window.findChild<QAction*>("exploreMaps")->trigger();
        QVERIFY(page->isVisible());

        const QString ours = home_.file("window.png"), theirs = home_.file("afa.png");
        again.exportTo(ExploreExport::Figure, ours);
        QProcess afa;
        afa.start(AFA_PROGRAM, {"maps", QString::fromStdString(kept.string()), "--sheet", theirs});
        QVERIFY(afa.waitForFinished(kPatience));
        QCOMPARE(afa.exitCode(), 0);
        QVERIFY(QImage(ours).width() > 500);
        QCOMPARE(QImage(ours), QImage(theirs));

        window.findChild<QToolButton*>("modeCapability")->click();
        auto* capability = window.findChild<CapabilityView*>();
        capability->setPicture(picture);
        QVERIFY(!window.findChild<QLineEdit*>("capabilityPrompt")->text().isEmpty());
        window.findChild<QLineEdit*>("capabilityTimesteps")->setText("200, 600");
        window.findChild<QSpinBox*>("capabilitySamples")->setValue(2);
        window.findChild<QPushButton*>("measure")->click();
        QVERIFY(capability->measuring());
        AFA_TRY(!capability->measuring());
        QVERIFY(capability->maps());
        QCOMPARE(capability->maps()->models(), 3);
        QCOMPARE(static_cast<int>(capability->maps()->timesteps.size()), 2);
        // Stopped halfway, what was there stays.
        const auto before = capability->maps();
        window.findChild<QSpinBox*>("capabilitySamples")->setValue(1024);
        window.findChild<QPushButton*>("measure")->click();
        {
            CapabilityView other(studio);  // of a window in another language
            QVERIFY(other.measuring());
            QCOMPARE(other.maps(), before);
            QCOMPARE(other.findChild<QLineEdit*>("capabilityTimesteps")->text(), "200, 600");
            QCOMPARE(other.findChild<QSpinBox*>("capabilitySamples")->value(), 1024);
        }
        QVERIFY(capability->measuring());  // goes on when that is closed
        window.findChild<QPushButton*>("cancelMeasure")->click();
        AFA_TRY(!capability->measuring());
        QCOMPARE(capability->maps(), before);
    }
};

QTEST_MAIN(TestExploreModels)
#include "test_explore_models.moc"
