// The Train page as a user meets it: the demo models, the example pictures, a short run.
#include <QtGui/QAction>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <cmath>

#include "tests/support/files.h"
#include "tests/ui/program.h"
#include "ui/pages/train/data_panel.h"
#include "ui/pages/train/loss_curves.h"
#include "ui/pages/train/train_form.h"
#include "ui/pages/train/train_page.h"
#include "ui/parts/plots/curve_plot.h"
#include "ui/parts/widgets/number_box.h"
#include "ui/services/training/runs_model.h"

using namespace afa;
using test::Networks;
using test::Program;

namespace {

/// The program on its Train page, with a run small enough for a test: two models, few pictures of 32 pixels.
struct Trainer : Program {
    explicit Trainer(const QString& data, Networks networks = Networks::Scripted) : Program(data, networks) {
        window.showPage("train");
    }

    void makeSmall() {
        auto& ensemble = studio.ensemble();
        ensemble.set(ensemble.paths().mid(0, 2), 0, {}, "block-average");
        number("batch", 2);
        number("samples", 8);
        number("size", 32);
        number("validate-every", 2);
        number("save-every", 0);
        number("sample-every", 0);
        setSteps(4);
    }
    void setSteps(int steps) { number("steps", steps); }
    void number(const char* field, double value) {
        find<NumberBox>((std::string("train-") + field).c_str())->setValue(value);
    }
    void start() { QTest::mouseClick(find<QPushButton>("startTraining"), Qt::LeftButton); }
    Training& training() { return studio.training(); }
    bool idle() { return training().running() == nullptr; }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
};

}  // namespace

class TestTrainPage : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QSettings().clear();
    }
    void cleanup() { home_.reset(); }

    void everyFieldOfARequestIsShownWithItsDefaultAndComesBack() {
        TrainForm form;
        TrainRequest request;
        form.readInto(request);
        QCOMPARE(QString::fromStdString(trainRequestJson(request)),
                 QString::fromStdString(trainRequestJson(TrainRequest{})));
        forEachField(request, [&](const Field& field, const auto&) {
            const auto* text = trainFieldText(field.name);
            QVERIFY2(text, field.name);
            if (text->group != TrainFieldText::Group::Elsewhere)
                QVERIFY2(form.findChild<QWidget*>(QStringLiteral("train-") + field.name), field.name);
        });
        request.layout = "release";
        request.lr = 2.5e-5;
        request.steps = 123456789;
        request.ema = 0.999;
        request.spatial = false;
        request.validation = "held.jsonl";
        request.samplePrompt = "a fox";
        form.setRequest(request);
        TrainRequest read;
        form.readInto(read);
        QCOMPARE(QString::fromStdString(trainRequestJson(read)),
                 QString::fromStdString(trainRequestJson(request)));
    }

    void theExampleDataIsChosenAndShownWithItsPlan() {
        Trainer program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        auto* view = program.find<QListView>("trainDataView");
        const QAbstractItemModelTester strict(view->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        AFA_TRY(view->model()->rowCount() == 240);
        QVERIFY(program.text("dataCounts").startsWith("240 "));
        QCOMPARE(view->model()->index(0, 0).data().toString(),
                 "a cat to the right of a fire engine on a white background");
        AFA_TRY(program.text("trainPlan").contains("224"));  // 16 are held out
        QVERIFY(program.text("trainPlan").contains("280 steps"));
        QVERIFY(program.text("trainPlan").contains("Memory: about"));
        QVERIFY(!program.find<QLabel>("trainObstacle")->isVisible());

        program.makeSmall();
        AFA_TRY(program.text("trainPlan").contains("4 steps of 2 picture"));
        QTest::mouseClick(program.find<QPushButton>("measureTraining"), Qt::LeftButton);
        AFA_TRY(program.text("trainPlan").contains("measured)"));
        program.setSteps(5);  // another request: its time is not known
        AFA_TRY(program.text("trainPlan").contains("5 steps") &&
                program.text("trainPlan").contains("not measured"));
    }

    void whatIsWrongWithTheDataIsTold() {
        const auto manifest = home_->file("pictures.jsonl");
        test::writeFile(manifest.toStdString(),
                        "{\"image\":\"gone.png\",\"text\":\"a cat\"}\n{\"image\":\"no\"}\n");
        Trainer program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        auto* data = program.window.findChild<DataPanel*>();
        data->setSources({manifest});
        AFA_TRY(program.text("dataCounts").contains("2 cannot be used"));
        QVERIFY(program.find<QPlainTextEdit>("dataProblems")->toPlainText().contains("gone.png"));
        AFA_TRY(program.find<QLabel>("trainObstacle")->isVisible());
        data->setSources({home_->file("nowhere")});
        AFA_TRY(program.text("dataProblem").contains("nowhere"));
        data->setSources({});
        AFA_TRY(program.text("trainObstacle").contains("training data"));
        program.start();
        QVERIFY2(program.notice().contains("training data"), qPrintable(program.notice()));
        while (program.studio.ensemble().rowCount() > 0)
            program.studio.ensemble().removeAt(0);
        program.start();
        QVERIFY2(program.notice().contains("Library"), qPrintable(program.notice()));
        QVERIFY(program.training().runs().isEmpty());
    }

    void aRunIsPausedContinuedAndEndsInTheLibrary() {
        {
            Trainer program(home_->data());
            AFA_TRY(program.ready());
            program.makeSmall();
            program.setSteps(500);
            program.number("sample-every", 1);
            program.find<QLineEdit>("trainName")->setText("cats: and food?");
            program.find<QAction>("precision-bf16")->trigger();
            RunsModel model(program.training());
            const QAbstractItemModelTester strict(&model,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            program.script.hold();
            program.script.step(3);
            program.start();
            QVERIFY(!program.idle());
            QVERIFY(!program.find<QPushButton>("startTraining")->isEnabled());
            // Pictures wait for it, and it is said.
            program.window.showPage("create");
            program.generate();
            QCOMPARE(program.studio.queue().runningId(), 0);
            QVERIFY2(program.text("progressText").contains("is being trained"),
                     qPrintable(program.text("progressText")));
            program.studio.queue().cancelAll();
            program.window.showPage("train");

            AFA_TRY(program.training().live().samples.size() >= 2);
            AFA_TRY(!program.find<CurvePlot>("lossPlot")->curves().isEmpty());
            AFA_TRY(program.text("runText").contains("left"));
            QVERIFY(!program.training().live().history.validations.empty());
            QTest::mouseClick(program.find<QPushButton>("pauseTraining"), Qt::LeftButton);
            AFA_TRY(program.idle());
            const auto& run = program.training().runs().first();
            QCOMPARE(run.state, TrainingRun::State::Paused);
            QVERIFY(run.steps >= 2);
            QCOMPARE(run.name, "cats- and food-");
            QCOMPARE(run.request.compute.precision, "bf16");
            QVERIFY(QDir(run.folder + "/state").exists());

            // Held pictures go on as soon as it is paused.
            program.script.go();
            program.window.showPage("create");
            program.Program::setSteps(1);
            program.generate();
            AFA_TRY(program.studio.gallery().size() == 1);
        }
        // After a restart it is in the history, goes on where it was, and ends.
        Trainer program(home_->data());
        AFA_TRY(program.ready());
        QCOMPARE(program.training().runs().size(), 1);
        const auto paused = program.training().runs().first();
        const auto steps = paused.steps;
        QCOMPARE(paused.state, TrainingRun::State::Paused);
        auto* table = program.find<QTableView>("runsTable");
        table->selectRow(0);
        QVERIFY(program.text("runSettings").contains("animals"));
        AFA_TRY(!program.find<CurvePlot>("comparePlot")->curves().isEmpty());
        program.find<QPushButton>("useRunSettings")->click();
        QCOMPARE(program.find<NumberBox>("train-batch")->value(), 2.0);
        program.find<QAction>("precision-fp32")->trigger();
        program.script.hold();
        program.script.step(2);
        program.find<QPushButton>("continueRun")->click();
        QVERIFY(!program.idle());
        QCOMPARE(program.training().runs().first().request.compute.precision, "bf16");  // as it began
        QVERIFY(static_cast<qint64>(program.training().live().history.steps.size()) >= steps);
        AFA_TRY(program.training().runs().first().steps > steps);
        program.training().pause();
        AFA_TRY(program.idle());
    }

    void aFinishedAggregatorIsInTheLibraryAtOnceAndMakesPictures() {
        Trainer program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        program.makeSmall();
        program.find<QLineEdit>("trainName")->setText("two");
        program.start();
        AFA_TRY(program.idle());
        const auto& run = program.training().runs().first();
        QVERIFY2(run.state == TrainingRun::State::Done, qPrintable(run.message));
        QCOMPARE(run.steps, 4);
        QVERIFY(run.error > 0);
        const QString aggregator = program.studio.folder().aggregators() + "/two.safetensors";
        AFA_TRY(program.studio.library().find(aggregator) != nullptr);
        QVERIFY(program.notice().contains("two"));
        program.studio.ensemble().setAggregator(aggregator);
        QCOMPARE(program.studio.ensemble().mode(), "afa");
        QVERIFY2(program.studio.ensemble().problems().isEmpty(),
                 qPrintable(program.studio.ensemble().problems().join('\n')));
        program.window.showPage("create");
        program.Program::setSteps(1);
        program.generate();
        AFA_TRY(program.studio.gallery().size() == 1);

        // A second one of the same name; both in one plot.
        program.window.showPage("train");
        program.start();
        AFA_TRY(program.idle());
        QCOMPARE(program.training().runs().first().name, "two-2");
        program.find<QTableView>("runsTable")->selectAll();
        auto* plot = program.find<CurvePlot>("comparePlot");
        AFA_TRY(plot->curves().size() == 2);
        QVERIFY(plot->curves()[0].colour != plot->curves()[1].colour);

        program.find<QTableView>("runsTable")->selectRow(1);
        program.find<QToolButton>("trashRun")->click();
        QCOMPARE(program.training().runs().size(), 1);
        QVERIFY(QFile::exists(aggregator));
    }

    void leavingWhileTrainingAsksAndSavesAState() {
        {
            Trainer program(home_->data());
            AFA_TRY(program.ready());
            program.makeSmall();
            program.setSteps(500);
            program.script.hold();
            program.script.step(1);
            program.start();
            AFA_TRY(program.training().runs().first().steps >= 1);
            program.window.close();
            QVERIFY(program.window.isVisible());
            auto* box = program.find<QMessageBox>("leaveTraining");
            box->findChild<QPushButton*>("stay")->click();
            QVERIFY(!program.idle());
            QTRY_VERIFY(!program.window.findChild<QMessageBox*>("leaveTraining"));
            program.window.close();
            program.find<QMessageBox>("leaveTraining")->findChild<QPushButton*>("saveAndLeave")->click();
            AFA_TRY(!program.window.isVisible());
            QVERIFY(program.idle());
        }
        Trainer program(home_->data());
        const auto& run = program.training().runs().first();
        QCOMPARE(run.state, TrainingRun::State::Paused);
        QVERIFY(!QDir(run.folder + "/state").isEmpty());
    }

    void aRunThatFailsSaysWhyAndCanBeTriedAgain() {
        Trainer program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        program.makeSmall();
        program.number("size", 33);  // no multiple of what these models take
        program.start();
        AFA_TRY(program.idle());
        QCOMPARE(program.training().runs().first().state, TrainingRun::State::Failed);
        QVERIFY2(program.notice().contains("33"), qPrintable(program.notice()));
        QVERIFY(program.find<QPushButton>("startTraining")->isEnabled());
    }

    void aRunThatNeedsTooMuchMemoryFailsInWordsAndTheNextOneRuns() {
        Trainer program(home_->data());
        AFA_TRY(program.ready());
        program.makeSmall();
        program.script.endNext(test::Script::End::OutOfMemory, "the scripted device has no room");
        program.start();
        AFA_TRY(program.idle());
        QCOMPARE(program.training().runs().first().state, TrainingRun::State::Failed);
        QVERIFY2(program.notice().contains("no room"), qPrintable(program.notice()));
        program.start();
        AFA_TRY(program.idle());
        QCOMPARE(program.training().runs().size(), 2);
        QCOMPARE(program.training().runs().first().state, TrainingRun::State::Done);
        QCOMPARE(program.training().runs().first().steps, 4);
    }

    void aRunWhoseNotesAreDamagedIsNamedAndLeftAlone() {
        const QString folder = home_->data() + "/training/broken";
        QVERIFY(QDir().mkpath(folder));
        test::writeFile((folder + "/run.json").toStdString(), "no notes");
        Trainer program(home_->data());
        QVERIFY(program.training().runs().isEmpty());
        QVERIFY(program.training().problems().first().contains("broken"));
        QVERIFY(QFile::exists(folder + "/run.json"));
    }

    /// As `afa train` leaves it: states and a history, none of the window's notes.
    void aRunOfTheCommandLineIsInTheHistory() {
        const QString folder = home_->data() + "/training/by hand";
        {
            Trainer program(home_->data());
            AFA_TRY(program.ready());
            program.makeSmall();
            TrainRequest request;
            for (const auto& path : program.studio.ensemble().paths())
                request.models.emplace_back(path.toStdString());
            request.data = {DataPanel::demoSource().toStdString()};
            request.batch = 3;
            request.steps = 4;
            request.validateEvery = 2;
            request.output = folder.toStdString();
            test::Script script;
            Engine engine(test::makeScriptedCompute(script));
            script.hold();
            script.step(3);
            std::stop_source stop;
            TrainEvents events;
            events.step = [&](const TrainStep& step) {
                if (step.step == 3) stop.request_stop();
            };
            QVERIFY_EXCEPTION_THROWN(engine.train(request, events, TaskControl(stop.get_token())), Cancelled);
            QVERIFY(program.training().runs().isEmpty());
            program.window.showPage("create");
            program.window.showPage("train");  // looks again
            QCOMPARE(program.training().runs().size(), 1);
            const auto run = program.training().runs().first();
            QCOMPARE(run.name, "by hand");
            QCOMPARE(run.state, TrainingRun::State::Paused);
            QCOMPARE(run.steps, 3);
            QCOMPARE(run.total, 4);
            QCOMPARE(run.request.batch, 3);
            QVERIFY(run.error > 0 && !run.verdict.isEmpty());
            program.find<QTableView>("runsTable")->selectRow(0);
            AFA_TRY(!program.find<CurvePlot>("comparePlot")->curves().isEmpty());
            QVERIFY(program.find<QPushButton>("continueRun")->isEnabled());
            QVERIFY(!QFile::exists(folder + "/run.json"));

            script.go();
            engine.resumeTraining(engine.trainingRequest(folder.toStdString()));
        }
        Trainer program(home_->data());
        QCOMPARE(program.training().runs().size(), 1);
        QCOMPARE(program.training().runs().first().state, TrainingRun::State::Done);
        QCOMPARE(program.training().runs().first().steps, 4);
        QVERIFY(program.training().problems().isEmpty());
    }

    /// A run that was begun here and went on with `afa train --resume`: what the window wrote down is older.
    void aRunThatWentOnElsewhereIsShownAsItIsNow() {
        const QString folder = home_->data() + "/training/cats";
        {
            Trainer program(home_->data());
            AFA_TRY(program.ready());
            program.makeSmall();
            program.find<QLineEdit>("trainName")->setText("cats");
            program.script.hold();
            program.script.step(2);
            program.start();
            AFA_TRY(program.training().runs().first().steps == 2);
            program.training().pause();
            AFA_TRY(program.idle());
        }
        {
            test::Script script;
            Engine engine(test::makeScriptedCompute(script));
            QTest::qSleep(20);  // the file system's clock ticks
            engine.resumeTraining(engine.trainingRequest(folder.toStdString()));
        }
        Trainer program(home_->data());
        const auto& run = program.training().runs().first();
        QCOMPARE(run.name, "cats");
        QCOMPARE(run.state, TrainingRun::State::Done);
        QCOMPARE(run.steps, 4);
    }

    void aFolderThatIsNoRunIsPassedOverAndADamagedOneNamed() {
        QVERIFY(QDir().mkpath(home_->data() + "/training/notes"));
        test::writeFile((home_->data() + "/training/notes/read me.txt").toStdString(), "nothing");
        const QString state = home_->data() + "/training/torn/state/step-0000000003";
        QVERIFY(QDir().mkpath(state));
        test::writeFile((state + "/state.json").toStdString(), "{\"format\": \"training-st");
        Trainer program(home_->data());
        QVERIFY(program.training().runs().isEmpty());
        QCOMPARE(program.training().problems().size(), 1);
        QVERIFY2(program.training().problems().first().contains("torn"),
                 qPrintable(program.training().problems().first()));
    }

    void anInterruptedRunIsToldFromAPausedOne() {
        TrainingRun run;
        run.folder = home_->data() + "/training/one";
        run.name = "one";
        run.state = TrainingRun::State::Running;
        run.request.seed = 18446744073709551615U;
        saveTrainingRun(run);
        const auto back = loadTrainingRun(run.folder);
        QCOMPARE(back.state, TrainingRun::State::Interrupted);
        QCOMPARE(back.request.seed, run.request.seed);
        QVERIFY(back.canContinue());
    }

    void manyPointsAreJoinedAndSmoothingHasNoBias() {
        TrainingHistory history;
        for (int i = 1; i <= 10000; ++i)
            history.steps.push_back({.step = i, .loss = 2.0});
        const auto curves = lossCurves(history, 0.9, {});
        QCOMPARE(curves.size(), 2);
        QVERIFY(curves[1].x.size() <= 2000);
        QCOMPARE(curves[1].x.last(), 10000.0);
        for (const double value : curves[1].y)
            QVERIFY(qFuzzyCompare(value, 2.0));
        QCOMPARE(smoothed({1, 3}, 0), (QList<double>{1, 3}));
    }

    void aStepThatWasNotFiniteDoesNotEndTheCurve() {
        TrainingHistory history;
        for (int i = 1; i <= 4; ++i)
            history.steps.push_back({.step = i, .loss = i == 2 ? std::nan("") : 2.0});
        const auto curves = lossCurves(history, 0.9, {});
        QCOMPARE(curves[1].x, (QList<double>{1, 3, 4}));
        QCOMPARE(curves[1].y.last(), 2.0);
    }

    /// A shortcut leaves the field that is being typed in as it is.
    void numbersBeingTypedCount() {
        TrainForm form;
        auto* epochs = form.findChild<NumberBox*>("train-epochs");
        QVERIFY(epochs);
        epochs->selectAll();
        QTest::keyClicks(epochs, "37");
        form.settle();
        TrainRequest request;
        form.readInto(request);
        QCOMPARE(request.epochs, 37);
    }
};

QTEST_MAIN(TestTrainPage)
#include "test_train_page.moc"
