#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <cmath>

#include "core/io/checkpoint.h"
#include "core/io/picture_file.h"
#include "core/merge/recipe.h"
#include "tests/cli/afa_process.h"

using namespace afa;
using namespace afa::test;

namespace {

// The second model's share of the middle block in the target picture; all others are 0.5, where searches
// start. (The base cannot be planted: the demo models share their text encoder and VAE.)
constexpr double kPlanted = 0.8;
// Neighbouring candidates can give the same picture to the last of its 8 bits; that pictures are equal is
// tested below.
constexpr double kSamePicture = 0.15;
constexpr double kDecimal = 1e-15;  // Boost.JSON may read a decimal number one unit off

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing: ") + path.toUtf8();
}

QList<QByteArray> linesOf(const QString& path) {
    return bytesOf(path).trimmed().split('\n');
}

QString quoted(const QString& path) {
    return QLatin1Char('"') + path + QLatin1Char('"');
}

}  // namespace

class TestMergeSearch : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const QString& name) const { return dir_.filePath(name); }
    static QString scorer() { return quoted(QStringLiteral(AFA_TEST_SCORER)); }
    static QStringList two() {
        return {"merge", "--search", "--model", demoModel("animals"), "--model", demoModel("food")};
    }
    static QStringList pictures() {
        return {"--steps", "2", "--cfg", "7", "--seed", "3", "--precision", "fp32", "--threads", "1"};
    }
    /// Scores by nearness to the planted picture.
    QStringList near(const char* log) const {
        return two() + pictures() +
               QStringList{"--prompt",
                           "a red \"fox\" & $HOME",
                           "--scorer-command",
                           scorer() + " distance " + quoted(file("target.png")) + " " + quoted(file(log)),
                           "--passes",
                           "1",
                           "--line",
                           "linear"};
    }

  private Q_SLOTS:
    void initTestCase() {
        QFile recipe(file("planted.txt"));
        QVERIFY(recipe.open(QIODevice::WriteOnly));
        recipe.write("0.5");
        for (int i = 0; i < blocks(); ++i)
            recipe.write(i == blocks() / 2 ? "," + QByteArray::number(kPlanted) : QByteArray(",0.5"));
        recipe.close();
        AFA_COMPARE_STATUS(runAfa(QStringList{"generate", "--model", demoModel("animals"), "--model",
                                              demoModel("food"), "--merge", file("planted.txt"), "--prompt",
                                              "a red \"fox\" & $HOME", "--output", file("target.png")} +
                                  pictures()),
                           0);
    }

    /// The scorer is a program of its own that sees prompt and picture, and nothing else.
    void thePlantedMergeIsFoundWithinTheStatedTrials() {
        const auto run = runAfa(near("whole.log") + QStringList{"--output", file("whole"), "--json"}, 900);
        AFA_COMPARE_STATUS(run, 0);
        const auto result = run.json(run.out.trimmed().count('\n'));
        const int trials = result["trials"].toInt();
        const auto best = result["best"].toObject();
        QVERIFY2(trials > 11 && trials <= best["at_most"].toInt(), run.out.constData());
        QCOMPARE(best["score"].toDouble(), 0.0);
        const auto prompts = linesOf(file("whole.log"));
        QCOMPARE(prompts.size(), trials);
        for (const auto& prompt : prompts)
            QCOMPARE(prompt, QByteArray("a red \"fox\" & $HOME"));

        const auto recipe = readRecipe(file("whole/recipe.json").toStdString());
        for (const auto& [name, row] : std::get<std::map<std::string, std::vector<double>>>(recipe.blocks))
            QVERIFY2(row.size() == 1 && std::abs(row[0] - (name == "M00" ? kPlanted : 0.5)) <
                                            (name == "M00" ? kSamePicture : kDecimal),
                     (name + " " + std::to_string(row.at(0))).c_str());
        const auto rows = linesOf(file("whole/scores.csv"));
        QCOMPARE(rows.size(), trials + 1);
        QVERIFY(rows[0].startsWith("trial,score,best,base,IN00,"));
        double highest = -1e300;
        for (int i = 1; i < rows.size(); ++i) {
            const auto cells = rows[i].split(',');
            highest = std::max(highest, cells[1].toDouble());
            QCOMPARE(cells[2].toDouble(), highest);
        }
        QVERIFY(readPng(file("whole/best.png").toStdString()).width > 0);
        QVERIFY(!QFileInfo::exists(file("whole/scored.png")));
        // The recipe is what afa merge and generate take.
        AFA_COMPARE_STATUS(runAfa(QStringList{"generate", "--merge", file("whole/recipe.json"), "--prompt",
                                              "a red \"fox\" & $HOME", "--output", file("again.png")} +
                                  pictures()),
                           0);
        QVERIFY(readPng(file("again.png").toStdString()).rgb ==
                readPng(file("target.png").toStdString()).rgb);
    }

    void aKilledSearchGoesOnToTheSameEnd() {
        QProcess process;
        process.start(QStringLiteral(AFA_BINARY),
                      near("killed.log") + QStringList{"--output", file("killed"), "--json"});
        QByteArray out;
        while (out.count('\n') < 7 && process.waitForReadyRead(120000))
            out += process.readAllStandardOutput();
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QVERIFY(out.count('\n') >= 7);
        const auto done = linesOf(file("killed/scores.csv")).size() - 1;
        QVERIFY(done >= 7);

        AFA_COMPARE_STATUS(
            runAfa({"merge", "--search", "--output", file("killed"), "--scorer-command", "x", "--resume"}),
            2);
        const auto run = runAfa({"merge", "--search", "--resume", "--output", file("killed"), "--json"}, 900);
        AFA_COMPARE_STATUS(run, 0);
        // What is not said again stays as it was: scores of another precision would not compare.
        QVERIFY(bytesOf(file("killed/search.json")).contains("\"precision\": \"fp32\""));
        for (const char* name : {"scores.csv", "recipe.json", "mean-recipe.json"})
            QVERIFY2(bytesOf(file("killed/" + QString(name))) == bytesOf(file("whole/" + QString(name))),
                     name);
        // Nothing is scored twice but what was under way when the process died.
        const auto scored = linesOf(file("killed.log")).size(), whole = linesOf(file("whole.log")).size();
        QVERIFY2(scored >= whole && scored <= whole + 1, qPrintable(QString::number(scored)));
        QCOMPARE(run.out.trimmed().count('\n'), whole - (done < whole ? done : whole));
    }

    void aSearchIsNotStartedOverAnotherOne() {
        const auto before = bytesOf(file("whole/search.json"));
        const auto run = runAfa(near("never.log") + QStringList{"--output", file("whole")});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("--resume"), run.err.constData());
        QCOMPARE(bytesOf(file("whole/search.json")), before);
    }

    void aDamagedStateIsRefused_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("cut") << QByteArray("\"trials\"") << QByteArray("\"");
        QTest::newRow("another format") << QByteArray("afa.merge-search") << QByteArray("afa.merge");
        QTest::newRow("a score that is none") << QByteArray("\"score\": \"-") << QByteArray("\"score\": \"x");
        QTest::newRow("shares of another model")
            << QByteArray("\"blocks\": \"0.5,") << QByteArray("\"blocks\": \"");
        QTest::newRow("other models")
            << QByteArray("\"fingerprints\": [\n    \"") << QByteArray("\"fingerprints\": [\n    \"0");
    }
    void aDamagedStateIsRefused() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        auto text = bytesOf(file("whole/search.json"));
        QVERIFY2(text.contains(from), text.left(2000).constData());
        QDir().mkpath(file("damaged"));
        QFile state(file("damaged/search.json"));
        QVERIFY(state.open(QIODevice::WriteOnly));
        state.write(text.replace(from, to));
        state.close();
        const auto run = runAfa({"merge", "--search", "--resume", "--output", file("damaged")});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("search.json") && run.err.count('\n') == 1, run.err.constData());
    }

    void aScorerThatFailsIsOneClearError_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("fails") << scorer() + " fail" << QByteArray("status 3: no judge today");
        QTest::newRow("hangs") << scorer() + " hang" << QByteArray("ended after 1");
        QTest::newRow("leaves a child that hangs") << scorer() + " orphan" << QByteArray("ended after 1");
        QTest::newRow("prints words") << scorer() + " garbage" << QByteArray("found \"7.5 out of 10\"");
        QTest::newRow("prints without end") << scorer() + " flood" << QByteArray("more than 65536 bytes");
        QTest::newRow("prints no finite number") << scorer() + " nan" << QByteArray("found \"nan\"");
        QTest::newRow("prints nothing") << scorer() + " nothing" << QByteArray("found nothing");
        QTest::newRow("does not exist") << QStringLiteral("/no/such/scorer") << QByteArray("status 127");
    }
    void aScorerThatFailsIsOneClearError() {
        QFETCH(QString, command);
        QFETCH(QByteArray, told);
        QDir(file("broken")).removeRecursively();
        QElapsedTimer timer;
        timer.start();
        const auto run = runAfa(two() + pictures() +
                                QStringList{"--prompt", "a fox", "--scorer-command", command,
                                            "--scorer-timeout", "1", "--output", file("broken")});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.startsWith("afa: error: ") && run.err.count('\n') == 1 && run.err.contains(told),
                 run.err.constData());
        QVERIFY(QFileInfo::exists(file("broken/search.json")));  // another go is possible
        QVERIFY(!QFileInfo::exists(file("broken/scored.png")) &&
                !QFileInfo::exists(file("broken/recipe.json")));
    }

    void theErrorOnCaptionedPicturesIsAScorer() {
        const QStringList rest{"--data",      demoModel("scenes/manifest.jsonl"),
                               "--samples",   "3",
                               "--passes",    "1",
                               "--precision", "fp32",
                               "--threads",   "1",
                               "--json"};
        const auto run = runAfa(two() + rest + QStringList{"--output", file("data")}, 900);
        AFA_COMPARE_STATUS(run, 0);
        const auto lines = run.out.trimmed().split('\n');
        const double first = run.json(0)["score"].toDouble();
        const auto result = run.json(static_cast<int>(lines.size()) - 1);
        QVERIFY2(first < 0 && first > -2, lines[0].constData());  // noise has variance 1
        QVERIFY(result["best"].toObject()["score"].toDouble() >= first);
        QVERIFY(!QFileInfo::exists(file("data/best.png")));

        // Shares of one model and itself are no shares: every merge scores alike.
        const auto same = runAfa(QStringList{"merge", "--search", "--model", demoModel("food"), "--model",
                                             demoModel("food"), "--start", "0", "--prompt", "a pizza"} +
                                     rest + QStringList{"--output", file("same"), "--steps", "1"},
                                 900);
        AFA_COMPARE_STATUS(same, 0);
        QVERIFY2(same.err.contains("same file"), same.err.constData());
        const double food = same.json(0)["score"].toDouble();
        for (int i = 0; i < same.out.trimmed().count('\n'); ++i)
            QVERIFY(std::abs(same.json(i)["score"].toDouble() - food) < 1e-5);  // weights rounded to fp16
        QVERIFY(QFileInfo::exists(file("same/best.png")));
    }

    void wrongUsage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("told");
        const auto add = [](const char* name, const QStringList& arguments, const char* told) {
            QTest::newRow(name) << arguments << QByteArray(told);
        };
        const QStringList command{"--scorer-command", "true"};
        add("nothing to score by", two(), "--scorer-command");
        add("two ways to score", two() + command + QStringList{"--data", "x", "--prompt", "x"}, "exclude");
        add("no prompt", two() + command, "--prompt");
        add("one model", {"merge", "--search", "--model", demoModel("food"), "--data", "x"}, "two models");
        add("line", two() + QStringList{"--data", "x", "--line", "golden"}, "--line");
        add("start", two() + QStringList{"--data", "x", "--start", "0.55"}, "--start");
        add("passes", two() + QStringList{"--data", "x", "--passes", "0"}, "--passes");
        add("timeout", two() + command + QStringList{"--prompt", "x", "--scorer-timeout", "0"},
            "--scorer-timeout");
        add("sampler", two() + command + QStringList{"--prompt", "x", "--sampler", "heun"}, "--sampler");
        add("with a merge's option", two() + QStringList{"--data", "x", "--weights", "1,2"}, "--weights");
        add("without --search", {"merge", "--model", "a", "--model", "b", "--passes", "2"}, "--passes");
        add("pairs and singly", two() + QStringList{"--data", "x", "--pairs", "--single"}, "--single");
    }
    void wrongUsage() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, told);
        const auto run = runAfa(arguments << "--output" << file("wrong"));
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.contains(told), run.err.constData());
        QVERIFY(!QFileInfo::exists(file("wrong")));
    }

  private:
    static int blocks();
};

int TestMergeSearch::blocks() {
    return static_cast<int>(
        BlockAxis(Checkpoint::open(demoModel("food").toStdString())->unetConfig()).size());
}

QTEST_GUILESS_MAIN(TestMergeSearch)
#include "test_merge_search.moc"
