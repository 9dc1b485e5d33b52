// The Merge page as a user meets it: the demo models, the drawing's sliders, a merge, a search.
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>

#include "tests/ui/program.h"
#include "ui/pages/merge/block_sliders.h"
#include "ui/pages/merge/merge_form.h"
#include "ui/pages/merge/merge_page.h"
#include "ui/pages/merge/search_panel.h"
#include "ui/parts/pictures/canvas.h"
#include "ui/parts/plots/curve_plot.h"
#include "ui/parts/widgets/unet_drawing.h"

using namespace afa;
using test::Program;

namespace {

/// The program on its Merge page with the first `models` of the demo models.
struct Merger : Program {
    explicit Merger(const QString& data) : Program(data) { window.showPage("merge"); }

    void choose(int models) {
        auto& ensemble = studio.ensemble();
        if (demoModels.isEmpty()) demoModels = ensemble.paths();
        ensemble.set(demoModels.mid(0, models), 0, {}, "block-average");
    }
    QStringList demoModels;
    MergePage* page() { return window.findChild<MergePage*>(); }
    BlockSliders* sliders() { return window.findChild<BlockSliders*>(); }
    void select(const char* combo, const QString& value) {
        auto* box = find<QComboBox>(combo);
        const int index = box->findData(value);
        QVERIFY2(index >= 0, qPrintable(value));
        box->setCurrentIndex(index);
    }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
    bool known() { return !text("mergeEstimate").isEmpty(); }
};

}  // namespace

class TestMergePage : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QSettings().clear();
    }
    void cleanup() { home_.reset(); }

    /// What a job has read when the window closes must not be shown in widgets half gone.
    void aWindowClosedWhileModelsAreReadLeavesQuietly() {
        const auto recipe = home_->file("recipe.json");
        {
            Merger merger(home_->data());
            AFA_TRY(merger.ready() && merger.known());
            QVERIFY(merger.page()->writeRecipe(recipe));
        }
        auto merger = std::make_unique<Merger>(home_->data());
        AFA_TRY(merger->ready());
        QCOMPARE(merger->sliders()->count(), 0);  // nothing read so far
        QVERIFY(merger->page()->loadRecipe(recipe));
        QTest::qSleep(300);  // the job ends; its end waits for the event loop
        merger.reset();
    }

    void slidersAndDrawingShowTheSameShares() {
        BlockSliders sliders;
        sliders.resize(600, 320);
        sliders.setBlocks({"IN00", "M00", "OUT00"}, {"conv_in", "mid_block", "up_blocks.0.resnets.0"});
        sliders.setRows({{0.75, 0.25}, {1.0 / 12, 11.0 / 12}, {0, 1}});
        QSignalSpy edited(&sliders, &BlockSliders::edited);
        auto* drawing = sliders.findChild<UNetDrawing*>();
        QCOMPARE(sliders.findChild<QSlider*>("slider-IN00")->value(), 25);
        // Looking at a block changes nothing, even a share between the slider's steps.
        sliders.setCurrent(1);
        QCOMPARE(sliders.shares()[1], 11.0 / 12);
        QCOMPARE(edited.size(), 0);
        sliders.findChild<QSlider*>("slider-OUT00")->setValue(40);
        QCOMPARE(sliders.shares()[2], 0.4);
        QCOMPARE(drawing->current(), 2);
        sliders.findChild<QDoubleSpinBox*>("blockShare")->setValue(0.7);
        QCOMPARE(sliders.findChild<QSlider*>("slider-OUT00")->value(), 70);
        QCOMPARE(edited.size(), 2);
        for (auto* slider : sliders.findChildren<QSlider*>())
            QVERIFY(!slider->accessibleName().isEmpty());
    }

    void ofThreeModelsAShareChangesAndTheOthersKeepTheirProportions() {
        BlockSliders sliders;
        sliders.setBlocks({"IN00", "M00"}, {"conv_in", "mid_block"});
        sliders.setModels({"animals", "food", "things"});
        QCOMPARE(sliders.rows(), BlockSliders::Rows(2, QList<double>(3, 1.0 / 3)));
        sliders.setRows({{0.5, 0.125, 0.375}, {1, 0, 0}});
        auto* whose = sliders.findChild<QComboBox*>("blockModel");
        QVERIFY(whose->isVisibleTo(&sliders));
        QCOMPARE(sliders.shares(), QList<double>({0.5, 1}));  // of A first
        sliders.findChild<QSlider*>("slider-IN00")->setValue(25);
        QCOMPARE(sliders.rows()[0], QList<double>({0.25, 0.1875, 0.5625}));
        // Nothing is left whose proportions could be kept: what is taken away is shared evenly.
        sliders.findChild<QSlider*>("slider-M00")->setValue(50);
        QCOMPARE(sliders.rows()[1], QList<double>({0.5, 0.25, 0.25}));
        whose->setCurrentIndex(2);
        QCOMPARE(sliders.shares(), QList<double>({0.5625, 0.25}));
        QVERIFY(sliders.findChild<QSlider*>("slider-M00")->accessibleName().contains("C"));
        sliders.setModels({"animals", "food"});
        QVERIFY(!whose->isVisibleTo(&sliders));
        QCOMPARE(sliders.rows()[0], QList<double>({0.5, 0.5}));
    }

    void blockSharesOfThreeModelsComeBackAsTheyWereSaved() {
        Merger program(home_->data());
        AFA_TRY(program.ready());
        program.choose(3);
        AFA_TRY(program.known());
        program.select("mergeMethod", "mbw");
        AFA_TRY(program.known() && program.sliders()->isVisible());
        QVERIFY(program.text("mergeObstacle").isEmpty());
        QVERIFY(!program.find<QComboBox>("mergePreset")->isVisible());
        program.find<QSlider>("slider-M00")->setValue(80);
        AFA_TRY(program.known());
        const auto rows = program.sliders()->rows();
        QCOMPARE(rows[program.sliders()->count() / 2][0], 0.8);
        const auto path = home_->file("three.json");
        QVERIFY(program.page()->writeRecipe(path));
        program.select("mergeMethod", "weighted");
        AFA_TRY(program.known());
        program.find<QSlider>("slider-M00")->setValue(10);
        program.page()->loadRecipe(path);
        AFA_TRY(program.known() && program.find<QComboBox>("mergeMethod")->currentData() == "mbw");
        for (int block = 0; block < rows.size(); ++block)
            for (int model = 0; model < 3; ++model)
                QVERIFY(std::abs(program.sliders()->rows()[block][model] - rows[block][model]) < 1e-12);
    }

    void presetsFillTheSlidersAndAChangeMakesThemCustom() {
        Merger program(home_->data());
        AFA_TRY(program.ready());
        program.choose(2);
        AFA_TRY(program.known());
        QVERIFY(program.sliders()->isVisible() && program.sliders()->count() > 2);
        program.select("mergePreset", "ALL_B");
        AFA_TRY(program.known() && program.sliders()->shares().first() == 1.0);
        program.find<QSlider>("slider-M00")->setValue(30);
        QCOMPARE(program.find<QComboBox>("mergePreset")->currentIndex(), 0);
        AFA_TRY(program.known());
        const int middle = program.sliders()->count() / 2;
        QCOMPARE(program.sliders()->shares()[middle], 0.3);
        QCOMPARE(program.sliders()->shares().last(), 1.0);
    }

    void aMergeIsWrittenAndListedInTheLibrary() {
        Merger program(home_->data());
        AFA_TRY(program.ready());
        program.choose(3);
        program.select("mergeMethod", "weighted");
        AFA_TRY(program.known());
        QVERIFY(!program.sliders()->isVisible());
        auto* merge = program.find<QPushButton>("merge");
        QVERIFY(!merge->isEnabled());  // no place for it yet
        const auto path = home_->file("merged.safetensors");
        program.find<QLineEdit>("mergeOutput")->setText(path);
        QVERIFY(merge->isEnabled());
        QTest::mouseClick(merge, Qt::LeftButton);
        AFA_TRY(program.notice().contains(path));
        QVERIFY(QFileInfo(path).size() > 1000);
        AFA_TRY(program.studio.library().find(path) != nullptr);
        AFA_TRY(merge->isEnabled());
    }

    void methodsSayWhichModelsTheyTake() {
        Merger program(home_->data());
        AFA_TRY(program.ready());
        program.choose(1);
        AFA_TRY(program.text("mergeObstacle").contains("two models"));
        QVERIFY(!program.find<QPushButton>("tryMerge")->isEnabled());
        program.choose(2);
        program.select("mergeMethod", "add-difference");
        AFA_TRY(program.text("mergeObstacle").contains("three"));
        program.choose(3);
        program.select("mergeMethod", "add-difference");
        AFA_TRY(program.known() && program.text("mergeObstacle").isEmpty());
    }

    void aRecipeComesBackAsItWasSaved() {
        Merger program(home_->data());
        AFA_TRY(program.ready());
        program.choose(2);
        AFA_TRY(program.known());
        program.select("mergePreset", "GRAD_V");
        program.select("mergeType", "fp32");
        program.select("mergeVae", "model:1");
        AFA_TRY(program.known() && program.sliders()->shares().first() == 1.0);
        const auto shares = program.sliders()->shares();
        const auto path = home_->file("recipe.json");
        QVERIFY(program.page()->writeRecipe(path));

        program.select("mergePreset", "ALL_A");
        program.select("mergeType", "same");
        program.select("mergeVae", "merged");
        AFA_TRY(program.known() && program.sliders()->shares().first() == 0.0);
        program.page()->loadRecipe(path);
        AFA_TRY(program.known() && program.sliders()->shares() == shares);
        QCOMPARE(program.find<QComboBox>("mergeType")->currentData().toString(), "fp32");
        QCOMPARE(program.find<QComboBox>("mergeVae")->currentData().toString(), "model:1");
        QCOMPARE(program.find<QComboBox>("mergePreset")->currentIndex(), 0);

        QFile broken(home_->file("broken.json"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"format\": \"something\"}");
        broken.close();
        program.page()->loadRecipe(broken.fileName());
        AFA_TRY(program.text("mergeObstacle").contains("broken.json"));
    }

    void aRecipeIsTriedWithoutWritingAModel() {
        Merger program(home_->data());
        AFA_TRY(program.ready());
        program.setSteps(2);
        program.choose(2);
        AFA_TRY(program.known());
        program.find<QLineEdit>("mergePrompt")->setText("a dog");
        QTest::mouseClick(program.find<QPushButton>("tryMerge"), Qt::LeftButton);
        AFA_TRY(program.studio.gallery().size() == 1);
        AFA_TRY(program.text("mergeCaption").contains("gallery"));
        QVERIFY(!program.page()->findChild<Canvas*>("mergeCanvas")->image().isNull());
        const auto& request = program.studio.queue().entries().last().request;
        QCOMPARE(request.mode, std::string("merge"));
        QCOMPARE(request.prompt, std::string("a dog"));
        QCOMPARE(request.steps, 2);  // as the Create page has them
        QVERIFY(!request.mergeRecipe.empty());
    }

    void aSearchRunsIsStoppedAndGoesOn() {
        Merger program(home_->data());
        AFA_TRY(program.ready());
        program.choose(2);
        program.page()->showTab(MergePage::SearchTab);
        auto* start = program.find<QPushButton>("startSearch");
        QVERIFY(!start->isEnabled());
        // Any picture is as near to itself as can be: the demo scene is the target, the score does not
        // matter.
        program.find<QComboBox>("searchScorer")->setCurrentIndex(1);
        program.find<QLineEdit>("searchCommand")
            ->setText(QStringLiteral("\"%1\" distance \"%2\" \"%3\"")
                          .arg(AFA_TEST_SCORER, AFA_SOURCE_DIR "/resources/demo/scenes/000.png",
                               home_->file("log")));
        program.find<QPlainTextEdit>("searchPrompts")->setPlainText("a dog\n\n  \na pizza");
        program.find<QSpinBox>("searchSteps")->setValue(2);
        program.find<QSpinBox>("searchPasses")->setValue(1);
        QVERIFY2(start->isEnabled(), qPrintable(program.text("searchObstacle")));
        program.script.hold();
        program.script.step(14);  // three merges of two prompts and two steps are tried, then it waits
        QTest::mouseClick(start, Qt::LeftButton);
        auto* plot = program.find<CurvePlot>("searchPlot");
        AFA_TRY(plot->curves()[0].y.size() >= 3);
        QVERIFY(!program.find<Canvas>("searchBest")->image().isNull());
        QVERIFY(program.text("searchState").contains("of at most"));
        QTest::mouseClick(start, Qt::LeftButton);  // stop
        auto& search = program.studio.mergeSearch();
        AFA_TRY(!search.running());
        const auto done = plot->curves()[0].y;
        program.script.go();
        QTest::mouseClick(program.find<QPushButton>("resumeSearch"), Qt::LeftButton);
        AFA_TRY(plot->curves()[0].y.size() > done.size());
        QCOMPARE(plot->curves()[0].y.mid(0, done.size()), done);
        const auto best = plot->curves()[1].y;
        QVERIFY(std::is_sorted(best.begin(), best.end()));
        search.stop();
        AFA_TRY(!search.running());

        QTest::mouseClick(program.find<QPushButton>("useBest"), Qt::LeftButton);
        AFA_TRY(program.known() && program.find<QComboBox>("mergePreset")->currentIndex() == 0);
        QVERIFY(program.sliders()->isVisible());
    }

    /// As when another language is chosen: the work goes on, and the new window has it in hand.
    void aMergeAndASearchOutliveTheirWindow() {
        home_ = std::make_unique<test::StudioHome>();
        test::Script script;
        Studio studio(home_->data(), [&script] { return test::makeScriptedCompute(script); });
        auto window = std::make_unique<MainWindow>(studio);
        window->show();
        window->showPage("merge");
        studio.start();
        AFA_TRY(studio.ensemble().problems().isEmpty() && !studio.library().scanning());
        studio.ensemble().set(studio.ensemble().paths().mid(0, 2), 0, {}, "block-average");
        const auto path = home_->file("merged.safetensors"), later = home_->file("later.safetensors");
        window->findChild<QLineEdit*>("mergeOutput")->setText(path);
        auto* method = window->findChild<QComboBox*>("mergeMethod");
        method->setCurrentIndex(method->findData("weighted"));
        AFA_TRY(window->findChild<QPushButton*>("merge")->isEnabled());
        window->findChild<MergePage*>()->merge();
        QVERIFY(studio.merging().running());
        window->findChild<QLineEdit*>("mergeOutput")->setText(later);  // of the next one
        window->saveLayout();
        window = std::make_unique<MainWindow>(studio);
        window->show();
        window->showPage("merge");
        AFA_TRY(!studio.merging().running());
        AFA_TRY(studio.library().find(path) != nullptr);
        QVERIFY(!studio.library().folders().contains(later));
        // The form is as it was left.
        QCOMPARE(window->findChild<QLineEdit*>("mergeOutput")->text(), later);
        AFA_TRY(window->findChild<QComboBox*>("mergeMethod")->currentData() == "weighted");

        window->findChild<QComboBox*>("searchScorer")->setCurrentIndex(1);
        window->findChild<QLineEdit*>("searchCommand")
            ->setText(QStringLiteral("\"%1\" distance \"%2\" \"%3\"")
                          .arg(AFA_TEST_SCORER, AFA_SOURCE_DIR "/resources/demo/scenes/000.png",
                               home_->file("log")));
        window->findChild<QPlainTextEdit*>("searchPrompts")->setPlainText("a dog");
        window->findChild<QSpinBox*>("searchSteps")->setValue(2);
        script.hold();
        script.step(7);  // three merges of two steps are tried, then it waits
        window->findChild<QPushButton*>("startSearch")->click();
        QVERIFY(studio.mergeSearch().running());
        QVERIFY(!studio.queue().held().isEmpty());
        window = std::make_unique<MainWindow>(studio);
        window->show();
        window->showPage("merge");
        QCOMPARE(window->findChild<QPushButton*>("startSearch")->text(), SearchPanel::tr("Stop the search"));
        auto* plot = window->findChild<CurvePlot*>("searchPlot");
        AFA_TRY(plot->curves()[0].y.size() >= 2);
        const auto shown = plot->curves()[0].y;
        window = std::make_unique<MainWindow>(studio);
        window->show();
        plot = window->findChild<CurvePlot*>("searchPlot");
        QCOMPARE(plot->curves()[0].y.mid(0, shown.size()), shown);
        QVERIFY(!window->findChild<Canvas*>("searchBest")->image().isNull());
        window->findChild<QPushButton*>("startSearch")->click();
        AFA_TRY(!studio.mergeSearch().running());
        QVERIFY(studio.queue().held().isEmpty());
    }

    void closingWhileMergingAsksFirst() {
        Merger program(home_->data());
        AFA_TRY(program.ready());
        program.choose(3);
        AFA_TRY(program.known());
        const auto path = home_->file("merged.safetensors");
        program.find<QLineEdit>("mergeOutput")->setText(path);
        program.page()->merge();
        QVERIFY(program.studio.merging().running());
        program.window.close();
        QVERIFY(program.window.isVisible());
        program.window.findChild<QMessageBox*>("leaveMerge")->findChild<QPushButton*>("stay")->click();
        AFA_TRY(program.studio.library().find(path) != nullptr);
        program.window.close();
        QVERIFY(!program.window.isVisible());
    }

    void aScorerThatFailsIsToldAndTheSearchCanGoOn() {
        Merger program(home_->data());
        AFA_TRY(program.ready());
        program.choose(2);
        program.page()->showTab(MergePage::SearchTab);
        program.find<QComboBox>("searchScorer")->setCurrentIndex(1);
        program.find<QLineEdit>("searchCommand")->setText(QStringLiteral("\"%1\" fail").arg(AFA_TEST_SCORER));
        program.find<QPlainTextEdit>("searchPrompts")->setPlainText("a dog");
        program.find<QSpinBox>("searchSteps")->setValue(2);
        QTest::mouseClick(program.find<QPushButton>("startSearch"), Qt::LeftButton);
        AFA_TRY(program.notice().contains("no judge today"));
        QVERIFY(program.find<QPushButton>("resumeSearch")->isVisible());
        QVERIFY(!program.find<QPushButton>("useBest")->isEnabled());
    }
};

QTEST_MAIN(TestMergePage)
#include "test_merge_page.moc"
