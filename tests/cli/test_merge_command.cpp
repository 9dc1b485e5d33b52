#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <cstring>

#include "core/base/error.h"
#include "core/io/checkpoint.h"
#include "core/io/safetensors.h"
#include "core/merge/block_presets.h"
#include "core/merge/recipe.h"
#include "tests/cli/afa_process.h"

using namespace afa;
using namespace afa::test;

namespace {

/// The values of a U-Net tensor of the demo models, which are fp16 or fp32 files.
std::string bytesOf(const QString& path, const std::string& name) {
    const auto model = Checkpoint::open(path.toStdString());
    const auto& unet = model->part(ModelPart::UNet);
    const auto view = unet.view(*unet.find(name));
    return {reinterpret_cast<const char*>(view.bytes.data()), view.bytes.size()};
}

}  // namespace

class TestMergeCommand : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const char* name) const { return dir_.filePath(QLatin1String(name)); }
    static QStringList two() {
        return {"merge", "--model", demoModel("animals"), "--model", demoModel("food")};
    }

  private Q_SLOTS:
    void aMergedFileIsABaseModelAndTellsItsRecipe() {
        const auto run = runAfa(two() << "--method"
                                      << "weighted"
                                      << "--weights"
                                      << "0.25,0.75"
                                      << "--output" << file("w.safetensors") << "--json"
                                      << "--save-recipe" << file("w.json"));
        AFA_COMPARE_STATUS(run, 0);
        QCOMPARE(run.json().value("output").toString(), file("w.safetensors"));
        QCOMPARE(run.json().value("parents").toArray().size(), 2);
        const auto inspected = runAfa({"inspect", file("w.safetensors"), "--json"});
        AFA_COMPARE_STATUS(inspected, 0);
        QCOMPARE(inspected.json().value("architecture").toString(),
                 runAfa({"inspect", demoModel("animals"), "--json"}).json().value("architecture").toString());
        const auto recipe = readRecipe(file("w.json").toStdString());
        QCOMPARE(recipe.weights, (std::vector<double>{0.25, 0.75}));
        QCOMPARE(recipe.models[0].sha256,
                 Checkpoint::open(demoModel("animals").toStdString())->fingerprint());
    }

    void presetTakesBlocksFromTheSecondModel() {
        AFA_COMPARE_STATUS(runAfa(two() << "--block-weights"
                                        << "OUT12"
                                        << "--output" << file("out12.safetensors")),
                           0);
        // Weights of 0 and 1 leave the values as they are.
        const std::string in = "down_blocks.0.resnets.0.conv1.weight",
                          out = "up_blocks.0.resnets.0.conv1.weight";
        QVERIFY(bytesOf(file("out12.safetensors"), in) == bytesOf(demoModel("animals"), in));
        QVERIFY(bytesOf(file("out12.safetensors"), out) == bytesOf(demoModel("food"), out));
        QVERIFY(bytesOf(demoModel("animals"), out) != bytesOf(demoModel("food"), out));
    }

    void aRecipeFileGivesTheSameFile() {
        AFA_COMPARE_STATUS(
            runAfa(two() << "--block-weights"
                         << "GRAD_V"
                         << "--base-weight"
                         << "0.3"
                         << "--output" << file("a.safetensors") << "--save-recipe" << file("r.json")),
            0);
        AFA_COMPARE_STATUS(runAfa({"merge", "--recipe", file("r.json"), "--output", file("b.safetensors")}),
                           0);
        AFA_COMPARE_STATUS(runAfa(two() << "--recipe" << file("r.json") << "--output" << file("l.safetensors")
                                        << "--save-recipe" << file("r.txt")),
                           0);
        AFA_COMPARE_STATUS(
            runAfa(two() << "--recipe" << file("r.txt") << "--output" << file("c.safetensors")), 0);
        const auto fingerprint = [&](const char* name) {
            return Checkpoint::open(file(name).toStdString())->fingerprint();
        };
        QCOMPARE(fingerprint("b.safetensors"), fingerprint("a.safetensors"));
        QCOMPARE(fingerprint("c.safetensors"), fingerprint("a.safetensors"));
    }

    void aSavedRecipeFindsItsModelsFromAnotherFolder() {
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(AFA_SOURCE_DIR "/resources/demo"));
        process.start(QStringLiteral(AFA_BINARY),
                      {"merge", "--model", "animals", "--model", "food", "--output", file("here.safetensors"),
                       "--save-recipe", file("here.json")});
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitCode(), 0);
        AFA_COMPARE_STATUS(
            runAfa({"merge", "--recipe", file("here.json"), "--output", file("there.safetensors")}), 0);
    }

    void typeAndFormOfTheOutput() {
        AFA_COMPARE_STATUS(runAfa(two() << "--type"
                                        << "bf16"
                                        << "--to"
                                        << "diffusers"
                                        << "--output" << file("dir")),
                           0);
        const auto model = Checkpoint::open(file("dir").toStdString());
        QVERIFY(model->kind() == Checkpoint::Kind::DiffusersDirectory);
        for (const auto& info : model->part(ModelPart::UNet).tensors())
            QVERIFY(info.dtype == DType::BF16);
        QVERIFY(QFileInfo::exists(file("dir/tokenizer/vocab.json")));
    }

    void weightsThatDoNotSumToOneWarn() {
        const auto run = runAfa(two() << "--weights"
                                      << "1,1"
                                      << "--output" << file("n.safetensors"));
        AFA_COMPARE_STATUS(run, 0);
        QVERIFY2(run.err.contains("warning") && run.err.contains("sum to 2"), run.err.constData());
    }

    void presetsAreListed() {
        const auto run = runAfa({"merge", "--list-presets"});
        AFA_COMPARE_STATUS(run, 0);
        QCOMPARE(run.out.split('\n').size() - 1, static_cast<qsizetype>(blockPresetNames().size()));
        QVERIFY(run.out.startsWith("GRAD_V\n"));
    }

    void wrongUsage_data() {
        QTest::addColumn<QStringList>("arguments");
        const QStringList out{"--output", "/nowhere/x.safetensors"};
        QTest::newRow("no model") << QStringList{"merge"} + out;
        QTest::newRow("no output") << two();
        QTest::newRow("method") << two() + out + QStringList{"--method", "sum"};
        QTest::newRow("preset") << two() + out + QStringList{"--block-weights", "GRAD"};
        QTest::newRow("blocks and weighted")
            << two() + out + QStringList{"--method", "weighted", "--block-weights", "GRAD_V"};
        QTest::newRow("type") << two() + out + QStringList{"--type", "int8"};
        QTest::newRow("to") << two() + out + QStringList{"--to", "ckpt"};
    }
    void wrongUsage() {
        QFETCH(QStringList, arguments);
        const auto run = runAfa(arguments);
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY(run.err.startsWith("afa: error: ") && run.err.count('\n') == 1);
    }

    void failuresSayWhatAndLeaveNothing_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");  // 2: the options themselves; 1: what they name
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("one model") << QStringList{"merge", "--model", demoModel("food")} << 2
                                   << QByteArray("two or more");
        QTest::newRow("missing file")
            << two() + QStringList{"--model", "/no/such/model"} << 1 << QByteArray("/no/such/model");
        QTest::newRow("weights") << two() + QStringList{"--weights", "1,2,3"} << 2 << QByteArray("found 3");
        QTest::newRow("numbers") << two() + QStringList{"--block-weights", "0,1,0.5"} << 2
                                 << QByteArray("3 numbers");
        QTest::newRow("vae") << two() + QStringList{"--vae", "model:7"} << 2
                             << QByteArray("model:0 to model:1");
        QTest::newRow("recipe") << two() +
                                       QStringList{"--recipe", QStringLiteral(AFA_SOURCE_DIR "/README.md")}
                                << 1 << QByteArray("recipe");
        QTest::newRow("a recipe of no models")
            << QStringList{"merge", "--recipe", file("few.txt")} << 1 << QByteArray("name them with --model");
        QFile few(file("few.txt"));
        QVERIFY(few.open(QIODevice::WriteOnly) && few.write("0,1,0.5\n") > 0);
        QTest::newRow("numbers of a file")
            << two() + QStringList{"--recipe", few.fileName()} << 1 << QByteArray("3 numbers");
    }
    void failuresSayWhatAndLeaveNothing() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, told);
        const auto run = runAfa(arguments << "--output" << file("never.safetensors"));
        AFA_COMPARE_STATUS(run, status);
        QVERIFY2(run.err.startsWith("afa: error: ") && run.err.contains(told), run.err.constData());
        QVERIFY(!QFileInfo::exists(file("never.safetensors")));
    }
};

QTEST_GUILESS_MAIN(TestMergeCommand)
#include "test_merge_command.moc"
