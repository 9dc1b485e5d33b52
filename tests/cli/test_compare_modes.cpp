#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include "core/io/picture_file.h"
#include "tests/cli/afa_process.h"

using namespace afa;
using namespace afa::test;

namespace {

Image picture(const QString& path) {
    return readPng(path.toStdString());
}

QJsonObject jsonOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject{};
}

}  // namespace

class TestCompareModes : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const QString& name) const { return dir_.filePath(name); }
    static QStringList common() {
        return threeExperts() +
               QStringList{"--precision", "fp32", "--prompt", "a dog", "--steps", "2", "--seed", "11"};
    }

  private Q_SLOTS:
    /// Every mode's picture is the one that the mode makes by itself.
    void eachModeStartsFromTheSameNoise() {
        const auto run = runAfa(
            common() + QStringList{"--compare", "single,merge,noise-average,block-average,magicfusion,afa",
                                   "--aggregator", demoAggregator(), "--output", file("all"), "--json"});
        AFA_COMPARE_STATUS(run, 0);
        const auto timings = jsonOf(file("all/compare.json"));
        QStringList modes;
        for (const auto& mode : timings["modes"].toArray()) {
            modes << mode.toObject()["mode"].toString();
            QVERIFY(mode.toObject()["seconds"].toDouble() > 0);
            const auto image = mode.toObject()["pictures"].toArray()[0].toObject()["image"].toString();
            QVERIFY2(QFileInfo::exists(file("all/" + image)), qPrintable(image));
        }
        QCOMPARE(modes, (QStringList{"single:0", "single:1", "single:2", "merge", "noise-average",
                                     "block-average", "magicfusion", "afa"}));
        QCOMPARE(run.out.trimmed().count('\n') + 1, modes.size() + 1);  // an object per mode, and the files'
        QCOMPARE(timings["sheet"].toString(), QStringLiteral("compare.png"));
        QCOMPARE(timings["models"].toArray().size(), 3);
        const auto own = picture(file("all/afa-11.png"));
        QVERIFY(picture(file("all/compare.png")).width > modes.size() * own.width);

        const std::pair<QStringList, const char*> alone[] = {
            {{"--mode", "single:1"}, "single-1-11.png"},
            {{"--mode", "magicfusion"}, "magicfusion-11.png"},
            {{"--mode", "merge"}, "merge-11.png"},
            {{"--aggregator", demoAggregator()}, "afa-11.png"}};
        for (const auto& [mode, name] : alone) {
            AFA_COMPARE_STATUS(runAfa(common() + mode + QStringList{"--output", file("alone.png")}), 0);
            QVERIFY2(picture(file("alone.png")).rgb == picture(file("all/" + QString(name))).rgb, name);
        }
    }

    void aMergeWithoutRecipeTakesEqualShares() {
        AFA_COMPARE_STATUS(runAfa({"merge", "--model", demoModel("animals"), "--model", demoModel("food"),
                                   "--model", demoModel("things"), "--output", file("x.safetensors"),
                                   "--save-recipe", file("equal.json")}),
                           0);
        AFA_COMPARE_STATUS(
            runAfa(common() + QStringList{"--merge", file("equal.json"), "--output", file("recipe.png")}), 0);
        AFA_COMPARE_STATUS(runAfa(common() + QStringList{"--mode", "merge", "--output", file("default.png")}),
                           0);
        QVERIFY(picture(file("recipe.png")).rgb == picture(file("default.png")).rgb);
    }

    void aSheetAloneKeepsNoPictures() {
        AFA_COMPARE_STATUS(runAfa(common() + QStringList{"--compare", "single:2,noise-average", "--count",
                                                         "2", "--output", file("alone/both.png")}),
                           0);
        QCOMPARE(QDir(file("alone")).entryList(QDir::Files), (QStringList{"both.json", "both.png"}));
        const auto timings = jsonOf(file("alone/both.json"));
        const auto pictures = timings["modes"].toArray()[0].toObject()["pictures"].toArray();
        QCOMPARE(pictures.size(), 2);
        QCOMPARE(pictures[1].toObject()["seed"].toInt(), 12);
        QVERIFY(!pictures[1].toObject().contains("image"));
    }

    void nothingIsOverwritten() {
        const auto arguments =
            common() + QStringList{"--compare", "single:0,single:1", "--output", file("twice")};
        const auto first = runAfa(arguments);
        AFA_COMPARE_STATUS(first, 0);
        QVERIFY2(first.out.contains("(seed "), first.out.constData());  // also of a drawn one
        const auto again = runAfa(arguments + QStringList{"--json"});
        AFA_COMPARE_STATUS(again, 0);
        QCOMPARE(again.json(2)["sheet"].toString(), file("twice/compare-2.png"));
        QCOMPARE(again.json(2)["timings"].toString(), file("twice/compare-2.json"));
        QCOMPARE(QDir(file("twice")).entryList(QDir::Files).size(), 8);
        QCOMPARE(jsonOf(file("twice/compare-2.json"))["sheet"].toString(), QStringLiteral("compare-2.png"));

        QFile mine(file("mine.json"));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("{\"notes\": 1}");
        mine.close();
        const auto run =
            runAfa(common() + QStringList{"--compare", "single:0,single:1", "--output", file("mine.png")});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("mine.json"), run.err.constData());
        QCOMPARE(jsonOf(file("mine.json"))["notes"].toInt(), 1);
    }

    void whatAModeNeedsIsCheckedBeforeAnythingRuns_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("told");
        const auto add = [](const char* name, const QStringList& arguments, int status, const char* told) {
            QTest::newRow(name) << arguments << status << QByteArray(told);
        };
        add("no aggregator", {"--compare", "single,afa"}, 2, "--aggregator");
        add("unknown mode", {"--compare", "single,median"}, 2, "median");
        add("twice", {"--compare", "single,single:1"}, 2, "twice");
        add("no such model", {"--compare", "single:3"}, 2, "single:3");
        add("with --mode", {"--compare", "single", "--mode", "single:0"}, 2, "--mode");
        add("with maps", {"--compare", "single", "--maps", "x.safetensors"}, 2, "--maps");
        add("an option of no mode", {"--compare", "single", "--magic-k", "2"}, 2, "--magic-k");
        add("another of no mode", {"--compare", "single", "--magic-t0", "2"}, 2, "--magic-t0");
        add("schedule", {"--compare", "single,schedule"}, 2, "--schedule");
        add("an aggregator that is none",
            {"--compare", "single,afa", "--aggregator", QStringLiteral(AFA_SOURCE_DIR "/README.md")}, 1,
            "README.md");
        add("no recipe there", {"--compare", "single,merge", "--merge", "/no/such/recipe.json"}, 1,
            "/no/such/recipe.json");
        add("no folder", {"--compare", "single", "--output", "/proc/nowhere/x.png"}, 1, "/proc/nowhere");
    }
    void whatAModeNeedsIsCheckedBeforeAnythingRuns() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, told);
        QStringList all = common() + arguments;
        if (!arguments.contains("--output")) all += QStringList{"--output", file("never")};
        const auto run = runAfa(all);
        AFA_COMPARE_STATUS(run, status);
        QVERIFY2(run.err.contains(told) && run.err.count('\n') == 1, run.err.constData());
        QVERIFY(run.out.isEmpty());
        QVERIFY(QDir(file("never")).entryList(QDir::Files).isEmpty());
    }

    void anAggregatorOfOtherModelsFailsBeforeOtherModesRun() {
        const auto run = runAfa({"generate", "--model", demoModel("animals"), "--model", demoModel("food"),
                                 "--compare", "single,afa", "--aggregator", demoAggregator(), "--prompt",
                                 "a dog", "--steps", "2", "--output", file("other")});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("base models"), run.err.constData());
        QVERIFY(QDir(file("other")).entryList(QDir::Files).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCompareModes)
#include "test_compare_modes.moc"
