// Whose part does what: text encoders, VAE and tokenizer of several models. The demo models share theirs, so
// each test makes a model that differs in one of them.
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include "core/engine/picture_request.h"
#include "core/io/picture_file.h"
#include "core/io/safetensors.h"
#include "tests/cli/afa_process.h"
#include "tests/cli/model_variant.h"
#include "tests/cli/trace.h"

using namespace afa;
using namespace afa::test;

namespace {

// Sums of the same numbers in another order; a value near .5 of a level may round the other way.
constexpr int kPictureTolerance = 1;
constexpr int kOtherPicture = 20;  // levels: what a part of another model changes at least
constexpr float kOtherText = 0.01F;

}  // namespace

class TestPartsOfModels : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const char* name) const { return dir_.filePath(QLatin1String(name)); }
    Image picture(const char* name) const { return readPng(file(name).toStdString()); }

    static QStringList generate(const QStringList& models) {
        QStringList arguments{"generate",    "--prompt", "a dog and a pizza on a blue background",
                              "--steps",     "3",        "--cfg",
                              "4",           "--seed",   "5",
                              "--precision", "fp32"};
        for (const auto& model : models)
            arguments << "--model" << model;
        return arguments;
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(copyWithOwnPart("food", "text_encoder", file("text")));
        QVERIFY(changeTensor(file("text/text_encoder/model.safetensors"), "final_layer_norm.bias",
                             [](auto& values) { std::fill(values.begin(), values.end(), 0.0F); }));
        QVERIFY(copyWithOwnPart("food", "vae", file("vae")));
        QVERIFY(changeTensor(file("vae/vae/diffusion_pytorch_model.safetensors"), "decoder.conv_out.bias",
                             [](auto& values) { values[0] += 0.5F; }));  // redder
    }

    void everyModelReadsTheTextWithItsOwnEncoder() {
        const auto texts = [&](const QStringList& models, const char* name) {
            const auto run = runAfa(generate(models) << "--output" << file("texts.png") << "--trace"
                                                     << file("texts.safetensors"));
            return run.status == 0 ? floats(*openSafetensors(file("texts.safetensors").toStdString()), name)
                                   : std::vector<float>{};
        };
        const auto own = texts({demoModel("animals")}, "text.0.cond");
        const auto others = texts({file("text")}, "text.0.cond");
        const QStringList both{demoModel("animals"), file("text")};
        QVERIFY(largestDifference(own, others) > kOtherText);
        QCOMPARE(largestDifference(texts(both, "text.0.cond"), own), 0.0F);
        QCOMPARE(largestDifference(texts(both, "text.1.cond"), others), 0.0F);
    }

    /// The aggregator's order is not the order of the models that are given; each keeps its own text.
    void textsGoWithTheirModelsIntoTheAggregatorsOrder() {
        const auto make = [&](const QStringList& models, const char* name) {
            return runAfa(generate(models) << "--aggregator" << demoAggregator() << "--output" << file(name));
        };
        AFA_COMPARE_STATUS(make({demoModel("animals"), file("text"), demoModel("things")}, "abc.png"), 0);
        AFA_COMPARE_STATUS(make({demoModel("things"), demoModel("animals"), file("text")}, "cab.png"), 0);
        AFA_COMPARE_STATUS(make({demoModel("animals"), demoModel("food"), demoModel("things")}, "same.png"),
                           0);
        QVERIFY(largestDifference(picture("abc.png"), picture("cab.png")) <= kPictureTolerance);
        QVERIFY(largestDifference(picture("abc.png"), picture("same.png")) > kOtherPicture);
    }

    void theHostsVaeDecodesUnlessAnotherIsGiven() {
        const auto make = [&](const QStringList& more, const char* name) {
            return runAfa(generate({demoModel("animals"), file("vae")})
                          << "--mode"
                          << "single:0" << more << "--output" << file(name));
        };
        AFA_COMPARE_STATUS(make({}, "host0.png"), 0);
        AFA_COMPARE_STATUS(make({"--host", "1"}, "host1.png"), 0);
        AFA_COMPARE_STATUS(make({"--vae", file("vae")}, "given.png"), 0);
        AFA_COMPARE_STATUS(make({"--vae", demoModel("food"), "--host", "1"}, "both.png"), 0);
        QVERIFY(largestDifference(picture("host0.png"), picture("host1.png")) > kOtherPicture);
        QCOMPARE(largestDifference(picture("host1.png"), picture("given.png")), 0);
        QCOMPARE(largestDifference(picture("host0.png"), picture("both.png")), 0);
        QCOMPARE(QString::fromStdString(readPictureRequest(file("given.png").toStdString()).vae),
                 QString("vae"));
    }

    /// Its text encoder knows other tokens than CLIP's: without its tokenizer it could read nothing.
    void aSingleFileBringsItsTokenizerAndGivesItBack() {
        const auto convert = [&](const QString& from, const char* to, const char* name) {
            return runAfa({"convert", from, "--to", to, "--output", file(name)});
        };
        AFA_COMPARE_STATUS(convert(demoModel("animals"), "single-file", "one.safetensors"), 0);
        AFA_COMPARE_STATUS(convert(file("one.safetensors"), "diffusers", "again"), 0);
        int number = 0;
        for (const auto& model : {demoModel("animals"), file("one.safetensors"), file("again")})
            AFA_COMPARE_STATUS(
                runAfa(generate({model}) << "--output" << dir_.filePath(QString("one-%1.png").arg(number++))),
                0);
        QCOMPARE(largestDifference(picture("one-0.png"), picture("one-1.png")), 0);
        QCOMPARE(largestDifference(picture("one-0.png"), picture("one-2.png")), 0);
        QFile before(demoModel("animals/tokenizer/vocab.json")), after(file("again/tokenizer/vocab.json"));
        QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
        QVERIFY(before.readAll() == after.readAll());
        // Merged, too: the default is a single file.
        AFA_COMPARE_STATUS(runAfa({"merge", "--model", demoModel("animals"), "--model", demoModel("food"),
                                   "--weights", "0.5,0.5", "--output", file("merged.safetensors")}),
                           0);
        AFA_COMPARE_STATUS(runAfa(generate({file("merged.safetensors")}) << "--output" << file("merged.png")),
                           0);
    }

    /// sample_size is what a model was trained at; the network is the same.
    void modelsOfAnotherSizeJoin() {
        const QString other = file("larger");
        QVERIFY(copyWithOwnPart("food", "unet", other));
        QVERIFY(replaceInFile(other + "/unet/config.json", "\"sample_size\": 16", "\"sample_size\": 24"));
        const auto run = [&](const QStringList& models, const char* name) {
            return runAfa(generate(models) << "--output" << file(name));
        };
        AFA_COMPARE_STATUS(run({demoModel("animals"), other}, "joined.png"), 0);
        AFA_COMPARE_STATUS(run({demoModel("animals"), demoModel("food")}, "usual.png"), 0);
        QCOMPARE(largestDifference(picture("joined.png"), picture("usual.png")), 0);
        AFA_COMPARE_STATUS(run({other}, "alone.png"), 0);
        QCOMPARE(picture("alone.png").width, 96);
    }

    /// Heads do not show in the weights' shapes; the message tells both networks.
    void anotherNetworkIsRefusedByWhatDiffers() {
        const QString other = file("heads");
        QVERIFY(copyWithOwnPart("food", "unet", other));
        QVERIFY(replaceInFile(other + "/unet/config.json", "\"attention_head_dim\": 2,",
                              "\"attention_head_dim\": 4,"));
        const auto run = runAfa(generate({demoModel("animals"), other}) << "--output" << file("x.png"));
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("heads [2, 2, 2, 2]") && run.err.contains("heads [4, 4, 4, 4]"),
                 run.err.constData());
    }

    /// Whatever a picture says of how it was made is either used or told.
    void aPictureTellsEverySettingThatCannotBeRestored_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("usual") << QStringList{} << QStringList{};
        QTest::newRow("noise weights") << QStringList{"--mode", "noise-average", "--noise-weights", "1,3"}
                                       << QStringList{"noise_weights: 1, 3"};
        QTest::newRow("schedule") << QStringList{"--mode", "schedule", "--schedule", "1:0-0,0:1-2"}
                                  << QStringList{"schedule: 1:0-0,0:1-2"};
        QTest::newRow("MagicFusion") << QStringList{"--mode", "magicfusion"} << QStringList{};
        QTest::newRow("MagicFusion's own settings")
            << QStringList{"--mode",    "magicfusion", "--magic-mode", "2",    "--magic-t0", "500",
                           "--magic-k", "2",           "--prompt",     "a cat"}
            << QStringList{"magic_mode: 2", "magic_t0: 500", "magic_k: 2",
                           "prompts: a dog and a pizza on a blue background, a cat"};
    }
    void aPictureTellsEverySettingThatCannotBeRestored() {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, told);
        AFA_COMPARE_STATUS(runAfa(generate({demoModel("animals"), demoModel("food")})
                                  << arguments << "--output" << file("told.png")),
                           0);
        const auto found = readPictureRequest(file("told.png").toStdString());
        QStringList notes;
        for (const auto& [name, value] : found.notApplied)
            notes << QString::fromStdString(name + ": " + value);
        QCOMPARE(notes, told);
        QCOMPARE(found.request.steps, 3);
    }
};

QTEST_GUILESS_MAIN(TestPartsOfModels)
#include "test_parts_of_models.moc"
