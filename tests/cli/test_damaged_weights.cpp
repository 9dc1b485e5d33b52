// Weights that are NaN, infinite, or too large for the precision, files without a part, leftovers beside the
// weights: the right result or one line that names file and cause, and never a picture of what is damaged.
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <algorithm>
#include <limits>

#include "core/io/picture_file.h"
#include "core/io/safetensors.h"
#include "tests/cli/afa_process.h"
#include "tests/cli/model_variant.h"

using namespace afa;
using namespace afa::test;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr const char* kUNetFile = "unet/diffusion_pytorch_model.safetensors";
constexpr const char* kVaeFile = "vae/diffusion_pytorch_model.safetensors";
constexpr const char* kTextFile = "text_encoder/model.safetensors";

/// Rewrites a file of tensors as fp32 (integers stay), each changed by `change`.
void rewrite(const QString& path,
             const std::function<void(const std::string&, std::vector<float>&)>& change) {
    const auto file = openSafetensors(path.toStdString());
    auto infos = file->tensors();
    for (auto& info : infos)
        if (info.dtype == DType::F16) info.dtype = DType::F32;
    SafetensorsWriter writer(path.toStdString(), infos, file->metadata());
    for (std::size_t i = 0; i < infos.size(); ++i) {
        const auto view = file->view(i);
        if (view.info.dtype != DType::F16) {
            writer.write(view.bytes);
            continue;
        }
        std::vector<std::uint16_t> halves(view.bytes.size() / sizeof(std::uint16_t));
        std::memcpy(halves.data(), view.bytes.data(), view.bytes.size());
        std::vector<float> values(halves.size());
        std::transform(halves.begin(), halves.end(), values.begin(), widenHalf);
        change(view.info.name, values);
        writer.write(std::as_bytes(std::span(values)));
    }
    writer.finish();
}

}  // namespace

class TestDamagedWeights : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const char* name) const { return dir_.filePath(QLatin1String(name)); }

    static QStringList draw(const QStringList& models) {
        QStringList arguments{"generate", "--prompt", "a dog", "--steps", "2", "--cfg", "4", "--seed", "5"};
        for (const auto& model : models)
            arguments << "--model" << model;
        return arguments;
    }

    /// One error line that holds every one of `parts`; nothing was written.
    void refused(const QStringList& arguments, const QStringList& parts,
                 const char* name = "never.png") const {
        const QString output = file(name);
        const auto run = runAfa(arguments + QStringList{"--output", output});
        AFA_COMPARE_STATUS(run, 1);
        QCOMPARE(run.err.count("afa: error: "), 1);
        const QString line = QString::fromUtf8(run.err).section("afa: error: ", 1);
        for (const auto& part : parts)
            QVERIFY2(line.contains(part), qPrintable("missing: " + part + "\n" + line));
        QVERIFY(!QFileInfo::exists(output));
    }

  private Q_SLOTS:
    void initTestCase() {
        const auto damage = [&](const char* part, const char* name, const char* path, const char* ending,
                                float value) {
            return copyWithOwnPart("food", part, file(name)) &&
                   changeTensor(file(name) + "/" + path, ending,
                                [&](auto& values) { values.back() = value; });
        };
        QVERIFY(damage("unet", "nan-unet", kUNetFile, "mid_block.resnets.0.conv1.weight", kNan));
        QVERIFY(damage("vae", "inf-vae", kVaeFile, "decoder.conv_out.bias", kInfinity));
        QVERIFY(damage("text_encoder", "nan-text", kTextFile, "final_layer_norm.bias", -kInfinity));
    }

    void picturesOfDamagedWeightsAreNeverMade() {
        const auto sound = demoModel("animals");
        refused(draw({file("nan-unet")}), {"nan-unet", "mid_block.resnets.0.conv1.weight", "1 NaN"});
        refused(draw({sound, file("nan-unet")}), {"nan-unet"});
        refused(
            draw({sound, file("nan-unet")}) + QStringList{"--mode", "schedule", "--schedule", "0:0-0,1:1-1"},
            {"nan-unet"});
        refused(draw({file("inf-vae")}), {"inf-vae", "decoder.conv_out.bias", "1 infinite"});
        refused(draw({sound}) + QStringList{"--vae", file("inf-vae")}, {"inf-vae", "decoder.conv_out.bias"});
        refused(draw({sound, file("nan-text")}), {"nan-text", "final_layer_norm.bias"});
        refused(draw({sound, file("nan-unet")}) + QStringList{"--mode", "merge"}, {"nan-unet"});
    }

    void mergesAndConversionsRefuse() {
        refused({"merge", "--model", demoModel("animals"), "--model", file("nan-unet"), "--weights", "1,0",
                 "--save-recipe", file("never.json")},
                {"nan-unet", "mid_block.resnets.0.conv1.weight"}, "never.safetensors");
        QVERIFY(!QFileInfo::exists(file("never.json")));
        refused({"merge", "--model", demoModel("animals"), "--model", file("inf-vae"), "--vae", "model:1"},
                {"inf-vae"}, "never.safetensors");
        refused({"convert", file("nan-text"), "--to", "single-file"}, {"nan-text", "final_layer_norm.bias"},
                "never.safetensors");
        refused({"convert", file("nan-text"), "--to", "diffusers"}, {"nan-text", "final_layer_norm.bias"},
                "never");
    }

    void measurementsRefuse() {
        const auto run = runAfa({"capability", "--model", demoModel("animals"), "--model", file("nan-unet"),
                                 "--image", AFA_SOURCE_DIR "/docs/screenshots/compare-modes.png",
                                 "--timesteps", "300", "--noise-samples", "1", "--output", file("measured")});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("nan-unet") && run.err.contains("1 NaN"), run.err.constData());
        QVERIFY(!QFileInfo::exists(file("measured/capability.csv")));
    }

    void inspectChecksEveryValueWhereAsked() {
        AFA_COMPARE_STATUS(runAfa({"inspect", file("nan-unet")}), 0);
        const auto sound = runAfa({"inspect", "--check", "--json", demoModel("animals")});
        AFA_COMPARE_STATUS(sound, 0);
        QVERIFY(sound.json()["check"].toObject()["values"].toInteger() > 1'000'000);
        QCOMPARE(sound.json()["check"].toObject()["not_finite"].toArray().size(), 0);

        const auto run = runAfa({"inspect", "--check", "--json", demoModel("food"), file("nan-unet")});
        AFA_COMPARE_STATUS(run, 1);
        QCOMPARE(run.err.count("afa: error: "), 1);
        QVERIFY(run.json(0)["problem"].toString().isEmpty());
        QVERIFY(run.json(1)["problem"].toString().contains("mid_block.resnets.0.conv1.weight"));
        const auto bad = run.json(1)["check"].toObject()["not_finite"].toArray();
        QCOMPARE(bad.size(), 1);
        QCOMPARE(bad[0].toObject()["tensor"].toString(), QString("mid_block.resnets.0.conv1.weight"));
        QCOMPARE(bad[0].toObject()["nan"].toInt(), 1);
        QCOMPARE(bad[0].toObject()["infinite"].toInt(), 0);
        const auto text = runAfa({"inspect", "--check", file("inf-vae")});
        AFA_COMPARE_STATUS(text, 1);
        QVERIFY2(text.out.contains("decoder.conv_out.bias: 0 NaN and 1 infinite of 3 values"),
                 text.out.constData());
    }

    void weightsBeyondThePrecisionAreToldAsSuch() {
        QVERIFY(copyWithOwnPart("food", "unet", file("large")));
        rewrite(file("large") + "/" + kUNetFile, [](const auto& name, auto& values) {
            if (name == "conv_in.bias") values[0] = 1e6F;
        });
        refused(draw({file("large")}) + QStringList{"--precision", "fp16"},
                {"large", "the precision fp16 is too narrow", "conv_in.bias", "--precision fp32"});
        AFA_COMPARE_STATUS(
            runAfa(draw({file("large")}) + QStringList{"--precision", "fp32", "--output", file("large.png")}),
            0);
        AFA_COMPARE_STATUS(runAfa({"inspect", "--check", file("large")}), 0);
    }

    /// Finite weights, but what the U-Net makes of them is not: the model among several is named.
    void modelsThatOverflowAreNamed_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("joined") << QStringList{"--mode", "block-average"};
        QTest::newRow("by their noise") << QStringList{"--mode", "noise-average"};
        QTest::newRow("schedule") << QStringList{"--mode", "schedule", "--schedule", "0:0-0,1:1-1"};
        QTest::newRow("MagicFusion") << QStringList{"--mode", "magicfusion"};
    }
    void modelsThatOverflowAreNamed() {
        QFETCH(QStringList, options);
        if (!QFileInfo::exists(file("overflow"))) {
            QVERIFY(copyWithOwnPart("food", "unet", file("overflow")));
            rewrite(file("overflow") + "/" + kUNetFile, [](const auto& name, auto& values) {
                if (name == "conv_out.weight") std::fill(values.begin(), values.end(), 3e38F);
            });
        }
        refused(draw({demoModel("animals"), file("overflow")}) + options + QStringList{"--precision", "fp32"},
                {"overflow: its U-Net made values that are not finite", "stage 25", "fp32 is too narrow"});
    }

    /// The picture is silu(1) * 1.37e36 + 3.389e38 everywhere: finite in fp32, beyond the largest bf16.
    void aVaeThatOverflowsInBf16RunsOnceMoreInFp32() {
        QVERIFY(copyWithOwnPart("food", "vae", file("bright")));
        int seen = 0;
        rewrite(file("bright") + "/" + kVaeFile, [&](const auto& name, auto& values) {
            const auto fill = [&](float value) {
                std::fill(values.begin(), values.end(), value);
                ++seen;
            };
            if (name == "decoder.conv_norm_out.weight") fill(0);
            if (name == "decoder.conv_norm_out.bias") fill(1);
            if (name == "decoder.conv_out.bias") fill(3.389e38F);
            if (name != "decoder.conv_out.weight") return;
            fill(0);
            for (std::size_t colour = 0; colour < 3; ++colour)  // the middle tap of the first channel
                values[colour * values.size() / 3 + 4] = 1.37e36F;
        });
        QCOMPARE(seen, 4);
        const auto run = runAfa(draw({file("bright")}) +
                                QStringList{"--precision", "bf16", "--output", file("bright.png")});
        AFA_COMPARE_STATUS(run, 0);
        QVERIFY2(run.err.contains("decoded once more in fp32"), run.err.constData());
        const auto picture = readPng(file("bright.png").toStdString());
        QVERIFY(std::all_of(picture.rgb.begin(), picture.rgb.end(), [](auto level) { return level == 255; }));
    }

    void aVaeThatOverflowsInFp32TooIsTold() {
        QVERIFY(copyWithOwnPart("food", "vae", file("brighter")));
        rewrite(file("brighter") + "/" + kVaeFile, [](const auto& name, auto& values) {
            if (name == "decoder.conv_out.weight") std::fill(values.begin(), values.end(), 3e38F);
        });
        for (const char* precision : {"bf16", "fp32"})
            refused(draw({file("brighter")}) + QStringList{"--precision", precision},
                    {"brighter: its VAE made values that are not finite", "--vae"});
    }

    void aDamagedAggregatorIsRefused() {
        const QString bad = file("bad-aggregator.safetensors");
        const auto source = openSafetensors(demoAggregator().toStdString());
        SafetensorsWriter writer(bad.toStdString(), source->tensors(), source->metadata());
        for (std::size_t i = 0; i < source->tensors().size(); ++i) {
            const auto view = source->view(i);
            std::vector<std::byte> bytes(view.bytes.begin(), view.bytes.end());
            if (i == 7) std::fill(bytes.end() - 4, bytes.end(), std::byte{0xFF});  // NaN in every type
            writer.write(bytes);
        }
        writer.finish();
        refused(draw({demoModel("animals"), demoModel("food"), demoModel("things")}) +
                    QStringList{"--aggregator", bad},
                {"bad-aggregator.safetensors", QString::fromStdString(source->tensors()[7].name)});
        AFA_COMPARE_STATUS(runAfa({"inspect", "--check", bad}), 1);
        const auto inspected = runAfa({"inspect", "--json", demoAggregator()});
        QCOMPARE(inspected.json()["architecture"].toString(),
                 QString("SABW, paper layout, 3 models, 25 stages, Stable Diffusion 1.x"));
    }

    void missingPartsAreToldWithWhatHelps() {
        AFA_COMPARE_STATUS(runAfa({"convert", demoModel("animals"), "--to", "single-file", "--output",
                                   file("one.safetensors")}),
                           0);
        const auto without = [&](const char* prefix, const char* name) {
            const auto source = openSafetensors(file("one.safetensors").toStdString());
            std::vector<TensorInfo> infos;
            for (const auto& info : source->tensors())
                if (!info.name.starts_with(prefix)) infos.push_back(info);
            SafetensorsWriter writer(file(name).toStdString(), infos, source->metadata());
            for (const auto& info : infos)
                writer.write(source->view(*source->find(info.name)).bytes);
            writer.finish();
        };
        without("first_stage_model.", "no-vae.safetensors");
        without("cond_stage_model.", "no-text.safetensors");
        without("model.diffusion_model.", "no-unet.safetensors");
        refused(draw({file("no-vae.safetensors")}), {"no-vae", "has no VAE", "--vae"});
        refused(draw({file("no-text.safetensors")}), {"no-text", "has no text encoder", "holds both"});
        refused(draw({file("no-unet.safetensors")}), {"no-unet", "has no U-Net", "--model"});
        refused({"merge", "--model", demoModel("animals"), "--model", file("no-vae.safetensors")},
                {"no-vae", "has no VAE", "--vae model:I"}, "never.safetensors");
        const auto help = runAfa(draw({file("no-vae.safetensors")}) +
                                 QStringList{"--vae", demoModel("animals"), "--output", file("helped.png")});
        AFA_COMPARE_STATUS(help, 0);
    }

    /// A pickle that would run a program: told, not run, and the weights beside it are read.
    void whatAPickleWouldRunIsToldAndNotRun() {
        const auto inspected = runAfa({"inspect", "--json", AFA_TEST_DATA "/pickles/would_run.pt"});
        AFA_COMPARE_STATUS(inspected, 0);
        const auto notes = inspected.json()["notes"].toArray();
        QVERIFY2(notes.at(0).toString().contains("would run os.system") ||
                     notes.at(0).toString().contains("would run posix.system"),
                 inspected.out.constData());
        QVERIFY(inspected.out.count("echo") == 0);
    }
};

QTEST_GUILESS_MAIN(TestDamagedWeights)
#include "test_damaged_weights.moc"
