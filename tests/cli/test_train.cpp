#include <QtTest/QtTest>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>

#include "core/io/aggregator_file.h"
#include "core/io/safetensors.h"
#include "tests/cli/afa_process.h"
#include "tests/support/files.h"

// `afa train` as a user runs it, on the demo models and the captioned scenes that ship with them.
using namespace afa;
using namespace afa::test;

namespace {

namespace fs = std::filesystem;

/// fp32 sums over samples in another order, relative to a gradient's largest value.
constexpr double kSumOrder = 1e-3;

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The run's JSON lines that have `key`.
QList<QJsonObject> lines(const QByteArray& out, const char* key) {
    QList<QJsonObject> found;
    for (const auto& line : out.split('\n')) {
        const auto object = QJsonDocument::fromJson(line).object();
        if (object.contains(QLatin1String(key))) found.append(object);
    }
    return found;
}

/// Lines of a history without what depends on the clock.
QByteArray withoutTimes(const QByteArray& history) {
    QByteArray kept;
    for (const auto& line : history.split('\n')) {
        auto object = QJsonDocument::fromJson(line).object();
        object.remove("seconds");
        auto validation = object["validation"].toObject();
        validation.remove("seconds");
        if (object.contains("validation")) object["validation"] = validation;
        kept += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return kept;
}

}  // namespace

class TestTrain : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString file(const QString& name) const { return folder_.filePath(name); }
    static QString scenes() { return demoModel("scenes/manifest.jsonl"); }

    /// Two experts, two aggregated stages: seconds instead of minutes. The cache is shared by all runs.
    QStringList small(const QString& output) const {
        return {"train",
                "--model",
                demoModel("animals"),
                "--model",
                demoModel("food"),
                "--data",
                scenes(),
                "--output",
                file(output),
                "--cache",
                file("cache"),
                "--stages",
                "24,25",
                "--hidden-size",
                "16",
                "--heads",
                "1",
                "--batch",
                "2",
                "--samples",
                "64",
                "--lr",
                "1e-3",
                "--precision",
                "fp32",
                "--threads",
                "1",
                "--json"};
    }
    QStringList resume(const QString& output) const {
        return {"train", "--output", file(output), "--resume", "--threads", "1", "--json"};
    }

  private Q_SLOTS:
    void wrongRequestsAreWrongUsage_data() {
        QTest::addColumn<QStringList>("extra");
        QTest::addColumn<QString>("said");
        QTest::newRow("layout") << QStringList{"--layout", "new"} << "--layout";
        QTest::newRow("batch") << QStringList{"--batch", "0"} << "--batch";
        QTest::newRow("last stage missing") << QStringList{"--stages", "3,4"} << "--stages";
        QTest::newRow("stages") << QStringList{"--stages", "4,3"} << "--stages";
        QTest::newRow("heads") << QStringList{"--hidden-size", "0", "--heads", "3"}
                               << "divisible by the heads";
        QTest::newRow("release's groups") << QStringList{"--layout", "release"} << "32 groups";
        QTest::newRow("layers") << QStringList{"--layers", "17"} << "--layers";
        QTest::newRow("seed") << QStringList{"--seed", "-1"} << "--seed";
        QTest::newRow("fp16") << QStringList{"--precision", "fp16"} << "fp16";
        QTest::newRow("size") << QStringList{"--size", "60"} << "--size";
        QTest::newRow("not a number") << QStringList{"--lr", "fast"} << "--lr";
    }
    void wrongRequestsAreWrongUsage() {
        QFETCH(QStringList, extra);
        QFETCH(QString, said);
        QStringList arguments = small("wrong");
        for (qsizetype i = 0; i < extra.size(); i += 2) {
            const auto at = arguments.indexOf(extra[i]);
            if (at >= 0) arguments.remove(at, 2);
        }
        const auto run = runAfa(arguments + extra);
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.contains(said.toUtf8()), run.err.constData());
        QCOMPARE(run.err.count('\n'), 1);
    }

    void oneModelIsNoEnsemble() {
        const auto run =
            runAfa({"train", "--model", demoModel("animals"), "--data", scenes(), "--output", file("one")});
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY(run.err.contains("at least 2"));
    }

    void twoCopiesOfOneModelAreRefused() {
        const auto run = runAfa({"train", "--model", demoModel("food"), "--model", demoModel("food"),
                                 "--data", scenes(), "--output", file("same")});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY(run.err.contains("same weights"));
    }

    void brokenPicturesBeyondTheLimitEndTheRunWithTheirNames() {
        QDir().mkpath(file("broken"));
        QFile manifest(file("broken/manifest.jsonl"));
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        for (int i = 0; i < 40; ++i) {
            const auto name = QStringLiteral("%1.png").arg(i, 3, 10, QLatin1Char('0'));
            QFile::copy(demoModel("scenes/") + name, file("broken/") + name);
            if (i % 10 == 0) {
                QFile picture(file("broken/") + name);
                picture.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
                QVERIFY(picture.resize(100));
            }
            manifest.write(QStringLiteral("{\"image\": \"%1\", \"text\": \"a scene\"}\n").arg(name).toUtf8());
        }
        manifest.close();
        QStringList arguments = small("run-broken");
        arguments[arguments.indexOf("--data") + 1] = file("broken/manifest.jsonl");
        const auto run = runAfa(arguments + QStringList{"--steps", "1"});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("manifest.jsonl:"), run.err.constData());
        const auto most = runAfa(arguments + QStringList{"--steps", "1", "--max-bad", "0.2"});
        AFA_COMPARE_STATUS(most, 0);
        // Each is told, and counted, whether it was to be trained on or held out.
        QCOMPARE(most.err.count("afa: warning: "), 4);
        for (const char* line : {":1: ", ":11: ", ":21: ", ":31: "})
            QVERIFY2(most.err.contains(QByteArray("manifest.jsonl") + line), most.err.constData());
        QCOMPARE(most.json(static_cast<int>(most.out.trimmed().count('\n'))).value("bad_pictures").toInt(),
                 4);
    }

    /// Manifests are judged whole: what of them is trained on does not change the share that is broken.
    void aFewBadLinesOfALongManifestAreNoReasonToStop() {
        QFile whole(scenes());
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QFile manifest(file("long.jsonl"));
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        for (const auto& line : whole.readAll().trimmed().split('\n')) {
            auto object = QJsonDocument::fromJson(line).object();
            object["image"] = demoModel("scenes/") + object["image"].toString();
            manifest.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + "\n");
        }
        for (int i = 0; i < 3; ++i)
            manifest.write("{\"image\": \"missing.png\", \"text\": \"a scene\"}\n");
        manifest.close();
        QStringList arguments = small("long");
        arguments[arguments.indexOf("--data") + 1] = file("long.jsonl");
        const auto run = runAfa(arguments + QStringList{"--steps", "1", "--max-bad", "0.02"});  // 3 of 243
        AFA_COMPARE_STATUS(run, 0);
        QCOMPARE(lines(run.out, "bad_pictures").last()["bad_pictures"].toInt(), 3);
    }

    /// 40 pictures with five texts each: what is held out is not trained on under another text.
    void aPictureWithSeveralTextsIsHeldOutWhole() {
        QFile manifest(file("five.jsonl"));
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        for (int i = 0; i < 40; ++i)
            for (int text = 0; text < 5; ++text)
                manifest.write(QStringLiteral("{\"image\": \"%1\", \"text\": \"scene %2, %3\"}\n")
                                   .arg(demoModel("scenes/%1.png").arg(i, 3, 10, QLatin1Char('0')))
                                   .arg(i)
                                   .arg(text)
                                   .toUtf8());
        manifest.close();
        QStringList arguments = small("five");
        arguments.removeAll("--json");
        arguments[arguments.indexOf("--data") + 1] = file("five.jsonl");
        arguments[arguments.indexOf("--samples") + 1] = "1000";
        const auto run = runAfa(arguments + QStringList{"--steps", "1"});
        AFA_COMPARE_STATUS(run, 0);
        QVERIFY2(run.err.contains("120 pictures to train on, 16 held out"), run.err.constData());
    }

    void validationPicturesThatCannotBeUsedAreTold() {
        QFile manifest(file("nothing.csv"));
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        manifest.write("image,text\n");
        manifest.close();
        const auto run =
            runAfa(small("nothing-held-out") +
                   QStringList{"--steps", "1", "--validation", file("nothing.csv"), "--sample-every", "1"});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("no picture"), run.err.constData());
    }

    void epochsAndStepsAreOneOrTheOther() {
        const auto both = runAfa(small("both") + QStringList{"--steps", "1", "--epochs", "2"});
        AFA_COMPARE_STATUS(both, 2);
        AFA_COMPARE_STATUS(runAfa(small("epochs") + QStringList{"--steps", "1"}), 0);
        const auto longer = runAfa(resume("epochs") + QStringList{"--epochs", "1"});
        AFA_COMPARE_STATUS(longer, 0);
        QCOMPARE(lines(longer.out, "loss").last()["step"].toInt(), 32);  // 64 pictures, two a step
    }

    void aKilledRunGoesOnToTheSameBits() {
        const auto straight =
            runAfa(small("straight") + QStringList{"--steps", "20", "--save-every", "10", "--ema", "0.9",
                                                   "--validate-every", "5"});
        AFA_COMPARE_STATUS(straight, 0);

        QProcess killed;
        killed.start(QStringLiteral(AFA_BINARY),
                     small("killed") + QStringList{"--steps", "20", "--save-every", "10", "--ema", "0.9",
                                                   "--validate-every", "5"});
        QByteArray out;
        // Some steps after the state of step 10, in the middle of whatever it does then.
        while (!out.contains("\"step\":13") && killed.waitForReadyRead(60000))
            out += killed.readAllStandardOutput();
        killed.kill();
        QVERIFY(killed.waitForFinished());
        QVERIFY(out.contains("\"step\":13,"));
        QVERIFY(!QFile::exists(file("killed/aggregator.safetensors")));

        const auto resumed = runAfa(resume("killed"));
        AFA_COMPARE_STATUS(resumed, 0);
        QCOMPARE(lines(resumed.out, "loss").first()["step"].toInt(), 11);
        const auto a = openSafetensors(file("straight/aggregator.safetensors").toStdString());
        const auto b = openSafetensors(file("killed/aggregator.safetensors").toStdString());
        QCOMPARE(a->tensors().size(), b->tensors().size());
        for (std::size_t i = 0; i < a->tensors().size(); ++i) {
            const auto x = a->view(i).bytes, y = b->view(i).bytes;
            QVERIFY2(std::equal(x.begin(), x.end(), y.begin(), y.end()), a->tensors()[i].name.c_str());
        }
        QCOMPARE(withoutTimes(contents(file("killed/history.jsonl"))),
                 withoutTimes(contents(file("straight/history.jsonl"))));
        QCOMPARE(contents(file("killed/state/step-0000000020/optimiser.safetensors")),
                 contents(file("straight/state/step-0000000020/optimiser.safetensors")));
    }

#ifdef Q_OS_UNIX
    void aStopSavesTheStateAndSaysCancelled_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("terminated") << SIGTERM;
    }
    void aStopSavesTheStateAndSaysCancelled() {
        QFETCH(int, signal);
        const auto name = QStringLiteral("stopped-%1").arg(signal);
        QProcess run;
        run.start(QStringLiteral(AFA_BINARY),
                  small(name) + QStringList{"--steps", "1000", "--save-every", "0"});
        QByteArray out;
        while (!out.contains("\"step\":4,") && run.waitForReadyRead(60000))
            out += run.readAllStandardOutput();
        QVERIFY(run.processId() > 0);  // 0 would be this group of processes
        ::kill(static_cast<pid_t>(run.processId()), signal);
        QVERIFY(run.waitForFinished(30000));
        QCOMPARE(run.exitCode(), 130);
        out += run.readAllStandardOutput();
        const auto states = QDir(file(name + "/state")).entryList({"step-*"});
        QCOMPARE(states.size(), 1);
        // Within one step: the state is of the last step that was told, or the one that was being finished.
        const int last = lines(out, "loss").last()["step"].toInt();
        QCOMPARE(states.first().mid(5).toInt(), last);
        AFA_COMPARE_STATUS(runAfa(resume(name) + QStringList{"--steps", QString::number(last + 1)}), 0);
    }

    void aFullDiskIsToldAndTheLastGoodStateSurvives() {
        AFA_COMPARE_STATUS(runAfa(small("full") + QStringList{"--steps", "2", "--save-every", "1"}), 0);
        const auto before = QDir(file("full/state")).entryList({"step-*"});
        // No file may grow beyond 4 KB: a state cannot be written, the history soon cannot be either.
        const auto run = runAfa(resume("full") + QStringList{"--steps", "6"}, 120,
                                [] { limitResource(RLIMIT_FSIZE, 4096); });
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("could not be saved"), run.err.constData());
        QCOMPARE(lines(run.out, "loss").size(), 4);  // it went on
        QCOMPARE(QDir(file("full/state")).entryList({"step-*"}), before);
        AFA_COMPARE_STATUS(runAfa(resume("full") + QStringList{"--steps", "3"}), 0);
    }
#endif

    void aResumedRunMayNotBecomeAnotherOne() {
        AFA_COMPARE_STATUS(runAfa(small("fixed") + QStringList{"--steps", "1"}), 0);
        const auto changed = runAfa(resume("fixed") + QStringList{"--batch", "4"});
        AFA_COMPARE_STATUS(changed, 2);
        QVERIFY(changed.err.contains("--batch"));
        const auto again = runAfa(small("fixed") + QStringList{"--steps", "1"});
        AFA_COMPARE_STATUS(again, 2);
        QVERIFY(again.err.contains("--resume"));
        const auto nothing = runAfa(resume("nothing-there"));
        AFA_COMPARE_STATUS(nothing, 1);
    }

    void theAggregatorIsBoundToItsModelsAndMakesPictures() {
        AFA_COMPARE_STATUS(
            runAfa(small("bound") + QStringList{"--steps", "2", "--sample-every", "1", "--sample-prompt",
                                                "a dog and an apple", "--sample-cfg", "1"}),
            0);
        QVERIFY(QFile::exists(file("bound/samples/step-000001.png")));
        const auto path = file("bound/aggregator.safetensors");
        const auto aggregator = AggregatorFile::open(path.toStdString());
        QCOMPARE(aggregator.config.stages, (std::vector<int>{24, 25}));
        QCOMPARE(aggregator.baseModels.size(), std::size_t{2});
        QCOMPARE(aggregator.baseModels[0].name, std::string("animals"));
        const auto training =
            QJsonDocument::fromJson(QByteArray::fromStdString(aggregator.trainingJson)).object();
        QCOMPARE(training["steps"].toInt(), 2);
        // Whoever gets the file learns what it was made from, and not where that lies.
        const auto request = training["request"].toObject();
        QCOMPARE(request["model"].toArray(), (QJsonArray{"animals", "food"}));
        QCOMPARE(request["data"].toArray(), (QJsonArray{"manifest.jsonl"}));
        QVERIFY(!QByteArray::fromStdString(aggregator.trainingJson).contains('/'));
        QVERIFY(training["validation_loss"].toDouble() > 0);
        AFA_COMPARE_STATUS(
            runAfa({"generate", "--model", demoModel("animals"), "--model", demoModel("food"), "--aggregator",
                    path, "--prompt", "a dog and an apple", "--steps", "2", "--output", file("made.png")}),
            0);
    }

    /// The proof that training works: better on held-out noise than the plain means and every single model.
    void onSixteenPicturesItBeatsTheMeanAndEverySingleModel() {
        QDir().mkpath(file("sixteen"));
        std::ifstream all(scenes().toStdString());
        QFile manifest(file("sixteen/manifest.jsonl"));
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        int count = 0;
        // Scenes of an animal and food: what these two experts know.
        for (std::string line; count < 16 && std::getline(all, line);) {
            const auto object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
            const auto text = object["text"].toString();
            static const QRegularExpression animal(
                "dog|cat|fox|panda|lion|pig|frog|penguin|chick|bee|ladybug|octopus");
            static const QRegularExpression food(
                "apple|orange|banana|watermelon|grapes|strawberry|carrot|mushroom|pizza|hamburger|doughnut");
            if (!animal.match(text).hasMatch() || !food.match(text).hasMatch()) continue;
            QFile::copy(demoModel("scenes/") + object["image"].toString(),
                        file("sixteen/") + object["image"].toString());
            manifest.write(QByteArray::fromStdString(line) + '\n');
            ++count;
        }
        manifest.close();
        QCOMPARE(count, 16);
        const auto run = runAfa({"train",
                                 "--model",
                                 demoModel("animals"),
                                 "--model",
                                 demoModel("food"),
                                 "--data",
                                 file("sixteen/manifest.jsonl"),
                                 "--validation",
                                 file("sixteen/manifest.jsonl"),
                                 "--output",
                                 file("overfit"),
                                 "--hidden-size",
                                 "16",
                                 "--heads",
                                 "1",
                                 "--steps",
                                 "60",
                                 "--batch",
                                 "4",
                                 "--lr",
                                 "2e-3",
                                 "--text-drop",
                                 "0",
                                 "--json"},
                                600);
        AFA_COMPARE_STATUS(run, 0);
        const auto validations = lines(run.out, "validation");
        const auto error = [](const QJsonObject& line, const char* method) {
            return line["validation"]
                .toObject()["methods"]
                .toObject()[QLatin1String(method)]
                .toObject()["error"]
                .toDouble();
        };
        // Untrained, AFA is the block average to the bit.
        QCOMPARE(error(validations.first(), "afa"), error(validations.first(), "block-average"));
        const double afa = error(validations.last(), "afa");
        QVERIFY(afa > 0);
        for (const char* method : {"single:0", "single:1", "block-average", "noise-average"})
            QVERIFY2(afa < error(validations.last(), method), method);
    }

#ifdef AFA_MPIRUN
    QStringList mpi(const QStringList& arguments) const {
        return QStringList{"--allow-run-as-root", "--oversubscribe", "-np", "2", AFA_BINARY} + arguments;
    }

    void twoProcessesGiveTheGradientsOfOneWithTheDoubleBatch() {
        AFA_COMPARE_STATUS(runAfa(small("one") + QStringList{"--steps", "1", "--accumulate", "2"}), 0);
        QStringList doubled = small("double") + QStringList{"--steps", "1"};
        doubled[doubled.indexOf("--batch") + 1] = "4";
        AFA_COMPARE_STATUS(runAfa(doubled), 0);
        QProcess two;
        two.start(AFA_MPIRUN, mpi(small("two") + QStringList{"--steps", "1"}));
        QVERIFY(two.waitForFinished(120000));
        QVERIFY2(two.exitCode() == 0, two.readAllStandardError().constData());
        const auto out = two.readAllStandardOutput();
        QCOMPARE(lines(out, "aggregator").size(), 1);  // process 0 alone writes and tells

        const auto a =
            openSafetensors(file("double/state/step-0000000001/optimiser.safetensors").toStdString());
        const auto b = openSafetensors(file("two/state/step-0000000001/optimiser.safetensors").toStdString());
        for (std::size_t i = 0; i < a->tensors().size(); ++i) {
            if (!a->tensors()[i].name.starts_with("first.")) continue;  // a tenth of the gradients
            const auto* x = reinterpret_cast<const float*>(a->view(i).bytes.data());
            const auto* y = reinterpret_cast<const float*>(b->view(i).bytes.data());
            float largest = 0, difference = 0;
            for (std::int64_t k = 0; k < a->tensors()[i].numel(); ++k) {
                largest = std::max(largest, std::abs(x[k]));
                difference = std::max(difference, std::abs(x[k] - y[k]));
            }
            QVERIFY2(difference <= kSumOrder * largest + 1e-9F, a->tensors()[i].name.c_str());
        }
    }

    void oneKilledProcessEndsAllAndTheLastStateIsKept() {
        QProcess two;
        two.start(AFA_MPIRUN, mpi(small("lost") + QStringList{"--steps", "100000", "--save-every", "1"}));
        QByteArray out;
        while (!out.contains("step-0000000002") && two.waitForReadyRead(60000))
            out += two.readAllStandardOutput();
        QVERIFY(out.contains("step-0000000002"));
        QProcess children;
        children.start("pgrep", {"-P", QString::number(two.processId())});
        QVERIFY(children.waitForFinished());
        const auto pids = children.readAllStandardOutput().trimmed().split('\n');
        ::kill(static_cast<pid_t>(pids.last().toInt()), SIGKILL);
        QVERIFY(two.waitForFinished(60000));
        QVERIFY(two.exitCode() != 0);
        const auto states = QDir(file("lost/state")).entryList({"step-*"});
        QVERIFY(!states.isEmpty());
        AFA_COMPARE_STATUS(runAfa(resume("lost") +
                                  QStringList{"--steps", QString::number(states.last().mid(5).toInt() + 1)}),
                           0);
    }

    void anErrorOfAllProcessesIsToldOnce() {
        QProcess two;
        QStringList arguments = small("broken-model");
        arguments[2] = file("no-such-model");
        two.start(AFA_MPIRUN, mpi(arguments));
        QVERIFY(two.waitForFinished(60000));
        QCOMPARE(two.exitCode(), 1);
        QCOMPARE(two.readAllStandardError().count("afa: error"), 1);
    }
#endif
};

QTEST_GUILESS_MAIN(TestTrain)
#include "test_train.moc"
