#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <boost/json.hpp>
#include <cmath>
#include <cstring>

#include "core/base/json.h"
#include "core/io/maps_file.h"
#include "core/io/picture_file.h"
#include "core/io/picture_metadata.h"
#include "core/io/safetensors.h"
#include "tests/cli/afa_process.h"
#include "tests/cli/trace.h"

using namespace afa;
using namespace afa::test;

namespace {

// Both sides compute in fp32 but sum in different orders; a value near .5 of a level may round the other way.
constexpr int kPictureTolerance = 1;
// The demo latents are of order 1 after some 10 evaluations of fp32 networks that differ by about 1e-6 each.
constexpr float kLatentTolerance = 1e-3F;

QByteArray utf8(const boost::json::value& value) {
    return QByteArray(value.as_string().data(), static_cast<int>(value.as_string().size()));
}

std::vector<std::int64_t> shapeOf(const TensorFile& file, const std::string& name) {
    const auto index = file.find(name);
    return index ? file.tensors()[*index].shape : std::vector<std::int64_t>{-1};
}

}  // namespace

class TestGenerate : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const char* name) const { return dir_.filePath(QLatin1String(name)); }

  private Q_SLOTS:
    void picturesEqualDiffusersPipeline_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("golden");
        const auto goldens = openSafetensors(AFA_TEST_DATA "/pipeline/pictures.safetensors");
        const auto cases = parseJson(goldens->metadata().at("cases"), "cases");
        for (const auto& value : cases.as_array()) {
            const auto& c = value.as_object();
            const auto number = [&](const char* key) {
                return QString::number(c.at(key).to_number<double>());
            };
            QStringList arguments{"generate",
                                  "--model",
                                  demoModel(utf8(c.at("model")).constData()),
                                  "--mode",
                                  "single:0",
                                  "--precision",
                                  "fp32",
                                  "--prompt",
                                  utf8(c.at("prompt")),
                                  "--negative-prompt",
                                  utf8(c.at("negative")),
                                  "--sampler",
                                  utf8(c.at("sampler")),
                                  "--steps",
                                  number("steps"),
                                  "--cfg",
                                  number("cfg"),
                                  "--eta",
                                  number("eta"),
                                  "--width",
                                  number("width"),
                                  "--height",
                                  number("height"),
                                  "--seed",
                                  number("seed")};
            if (c.at("karras").as_bool()) arguments << "--karras";
            QTest::newRow(utf8(c.at("name")).constData()) << arguments << QString(utf8(c.at("name")));
        }
    }
    void picturesEqualDiffusersPipeline() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, golden);
        const auto goldens = openSafetensors(AFA_TEST_DATA "/pipeline/pictures.safetensors");
        const auto index = goldens->find(golden.toStdString());
        QVERIFY(index.has_value());
        const auto view = goldens->view(*index);
        Image expected;
        expected.height = static_cast<int>(view.info.shape[0]);
        expected.width = static_cast<int>(view.info.shape[1]);
        expected.rgb.resize(view.bytes.size());
        std::memcpy(expected.rgb.data(), view.bytes.data(), view.bytes.size());

        const auto run = runAfa(arguments << "--output" << file("picture.png"));
        AFA_COMPARE_STATUS(run, 0);
        const int difference = largestDifference(readPng(file("picture.png").toStdString()), expected);
        QVERIFY2(difference <= kPictureTolerance, qPrintable(QString::number(difference)));
    }

    void traceHoldsWhatWasComputed() {
        const auto run =
            runAfa({"generate", "--model", demoModel("animals"), "--precision", "fp32", "--prompt",
                    "a dog on a blue background", "--steps", "10", "--cfg", "4", "--seed", "7", "--output",
                    file("traced.png"), "--trace", file("trace.safetensors")});
        AFA_COMPARE_STATUS(run, 0);
        const auto trace = openSafetensors(file("trace.safetensors").toStdString());
        const auto goldens = openSafetensors(AFA_TEST_DATA "/pipeline/pictures.safetensors");
        QCOMPARE(shapeOf(*trace, "text.0.cond"), (std::vector<std::int64_t>{1, 77, 96}));
        QCOMPARE(shapeOf(*trace, "text.0.uncond"), (std::vector<std::int64_t>{1, 77, 96}));
        QCOMPARE(shapeOf(*trace, "timesteps"), std::vector<std::int64_t>{10});
        QCOMPARE(shapeOf(*trace, "image"), (std::vector<std::int64_t>{3, 64, 64}));
        QCOMPARE(floats(*trace, "timesteps").front(), 901.0F);
        const auto expected = floats(*goldens, "ddim.latents");
        const std::size_t one = expected.size() / 10;
        for (int s = 1; s <= 10; ++s) {
            const std::vector<float> golden(expected.begin() + static_cast<std::ptrdiff_t>(one * (s - 1)),
                                            expected.begin() + static_cast<std::ptrdiff_t>(one * s));
            const float difference =
                largestDifference(floats(*trace, "latents." + std::to_string(s)), golden);
            QVERIFY2(difference <= kLatentTolerance,
                     qPrintable(QString("step %1: %2").arg(s).arg(difference)));
        }
        for (int s = 0; s < 10; ++s)
            for (const char* half : {".cond", ".uncond"})
                QCOMPARE(shapeOf(*trace, "noise." + std::to_string(s) + half),
                         (std::vector<std::int64_t>{1, 4, 16, 16}));
        QVERIFY(!trace->find("noise.10.cond"));

        // The halves by their names give the guided noise (method.md 4), which gives DDIM's first step.
        const auto x = floats(*trace, "latents.0"), with = floats(*trace, "noise.0.cond"),
                   without = floats(*trace, "noise.0.uncond"), next = floats(*trace, "latents.1");
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double noise = without[i] + 4.0 * (with[i] - without[i]);
            QVERIFY(std::abs(next[i] - ddimStep(x[i], noise, 901, 801)) <= kLatentTolerance);
        }
    }

    void pndmTracesOneEvaluationMore() {
        const auto run = runAfa({"generate", "--model", demoModel("food"), "--prompt", "a pizza", "--sampler",
                                 "pndm", "--steps", "5", "--seed", "1", "--output", file("pndm.png"),
                                 "--trace", file("pndm.safetensors")});
        AFA_COMPARE_STATUS(run, 0);
        const auto trace = openSafetensors(file("pndm.safetensors").toStdString());
        QCOMPARE(shapeOf(*trace, "timesteps"), std::vector<std::int64_t>{6});
        QVERIFY(trace->find("latents.6") && trace->find("noise.5.cond") && !trace->find("latents.7"));
    }

    void scaleOneRunsNoUnconditionalHalf() {
        const auto run =
            runAfa(threeExperts() << "--aggregator" << demoAggregator() << "--prompt"
                                  << "a dog"
                                  << "--cfg"
                                  << "1"
                                  << "--steps"
                                  << "2"
                                  << "--seed"
                                  << "3"
                                  << "--output" << file("cond.png") << "--trace" << file("cond.safetensors")
                                  << "--maps" << file("condmaps.safetensors"));
        AFA_COMPARE_STATUS(run, 0);
        const auto trace = openSafetensors(file("cond.safetensors").toStdString());
        QVERIFY(trace->find("noise.0.cond") && !trace->find("noise.0.uncond"));
        QVERIFY(trace->find("text.2.cond") && !trace->find("text.0.uncond"));
        QCOMPARE(readMaps(file("condmaps.safetensors").toStdString()).halves, 1);
    }

    void ensembleWritesPictureMapsAndSheet() {
        const auto run = runAfa(threeExperts() << "--aggregator" << demoAggregator() << "--prompt"
                                               << "a cat and an apple on a white background"
                                               << "--cfg"
                                               << "4"
                                               << "--steps"
                                               << "4"
                                               << "--seed"
                                               << "100"
                                               << "--json"
                                               << "--output" << file("afa.png") << "--maps"
                                               << file("maps.safetensors") << "--sheet" << file("sheet.png"));
        AFA_COMPARE_STATUS(run, 0);
        QCOMPARE(run.json().value("image").toString(), file("afa.png"));
        QCOMPARE(run.json().value("seed").toInt(), 100);
        const auto maps = readMaps(file("maps.safetensors").toStdString());
        QCOMPARE(maps.models(), 3);
        QCOMPARE(maps.halves, 2);
        QCOMPARE(maps.maps.size(), std::size_t{4 * 25});
        QCOMPARE(maps.stages.size(), std::size_t{25});
        QCOMPARE(QString::fromStdString(maps.modelNames[1]), QString("food"));
        QVERIFY(readPng(file("sheet.png").toStdString()).width > 100);
        // `maps` draws the same sheet from the record.
        const auto again = runAfa(
            {"maps", file("maps.safetensors"), "--sheet", file("again.png"), "--csv", file("maps.csv")});
        AFA_COMPARE_STATUS(again, 0);
        QCOMPARE(largestDifference(readPng(file("again.png").toStdString()),
                                   readPng(file("sheet.png").toStdString())),
                 0);
        QFile csv(file("maps.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readLine().trimmed(), QByteArray("step,stage,half,model,mean,entropy"));
    }

    void anotherOrderOfModelsGivesTheSamePictureWithAWarning() {
        const QStringList rest{"--aggregator", demoAggregator(),
                               "--precision",  "fp32",
                               "--prompt",     "a fox and a pizza on a blue background",
                               "--cfg",        "4",
                               "--steps",      "3",
                               "--seed",       "5"};
        const auto first = runAfa(threeExperts() << rest << "--output" << file("abc.png") << "--maps"
                                                 << file("abc.safetensors"));
        AFA_COMPARE_STATUS(first, 0);
        const auto second =
            runAfa(QStringList{"generate", "--model", demoModel("things"), "--model", demoModel("animals"),
                               "--model", demoModel("food")}
                   << rest << "--output" << file("cab.png") << "--maps" << file("cab.safetensors"));
        AFA_COMPARE_STATUS(second, 0);
        QVERIFY2(second.err.contains("another order"), second.err.constData());
        QVERIFY(largestDifference(readPng(file("abc.png").toStdString()),
                                  readPng(file("cab.png").toStdString())) <= kPictureTolerance);
        // The record keeps the order the models were given in.
        const auto a = readMaps(file("abc.safetensors").toStdString()),
                   c = readMaps(file("cab.safetensors").toStdString());
        QCOMPARE(QString::fromStdString(c.modelNames[0]), QString("things"));
        const auto* mapA = a.find(2, 24);
        const auto* mapC = c.find(2, 24);
        QVERIFY(mapA && mapC);
        QVERIFY(std::abs(a.value(*mapA, 0, 2, 3, 3) - c.value(*mapC, 0, 0, 3, 3)) < 2e-3F);
    }

    void aModelTheAggregatorDoesNotKnowIsRefusedUnlessAllowed() {
        const QStringList arguments{"generate",
                                    "--model",
                                    demoModel("animals"),
                                    "--model",
                                    demoModel("food"),
                                    "--model",
                                    demoModel("food"),
                                    "--aggregator",
                                    demoAggregator(),
                                    "--prompt",
                                    "a dog",
                                    "--steps",
                                    "1",
                                    "--seed",
                                    "1",
                                    "--output",
                                    file("other.png")};
        const auto refused = runAfa(arguments);
        AFA_COMPARE_STATUS(refused, 1);
        QVERIFY(refused.err.startsWith("afa: error: "));
        QVERIFY(!QFileInfo::exists(file("other.png")));
        AFA_COMPARE_STATUS(runAfa(arguments + QStringList{"--allow-other-models"}), 0);
    }

    void anotherNumberOfModelsNamesBothNumbers() {
        const auto run = runAfa({"generate", "--model", demoModel("animals"), "--model", demoModel("food"),
                                 "--aggregator", demoAggregator(), "--prompt", "a dog", "--steps", "1"});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("made for 3 base models, found 2"), run.err.constData());
    }

    void sameSeedGivesTheSamePictureAtEveryPlaceOfABatch() {
        const QStringList base{"generate", "--model", demoModel("animals"), "--prompt", "a panda",
                               "--steps",  "3",       "--precision",        "fp32"};
        AFA_COMPARE_STATUS(
            runAfa(base + QStringList{"--seed", "20", "--count", "3", "--output", file("many")}), 0);
        AFA_COMPARE_STATUS(runAfa(base + QStringList{"--seed", "22", "--output", file("one.png")}), 0);
        QCOMPARE(QDir(file("many")).entryList(QStringList{"*.png"}),
                 (QStringList{"afa-20.png", "afa-21.png", "afa-22.png"}));
        QCOMPARE(largestDifference(readPng(file("many/afa-22.png").toStdString()),
                                   readPng(file("one.png").toStdString())),
                 0);
        QVERIFY(largestDifference(readPng(file("many/afa-20.png").toStdString()),
                                  readPng(file("one.png").toStdString())) > 10);
    }

    void givenLatentsReplaceTheStartNoise() {
        const QStringList base{"generate", "--model", demoModel("animals"), "--prompt", "a lion",
                               "--steps",  "3",       "--precision",        "fp32",     "--seed",
                               "4"};
        AFA_COMPARE_STATUS(
            runAfa(base + QStringList{"--output", file("seeded.png"), "--trace", file("seeded.safetensors")}),
            0);
        const auto trace = openSafetensors(file("seeded.safetensors").toStdString());
        SafetensorsWriter writer(file("noise.safetensors").toStdString(),
                                 {{"latents", DType::F32, {1, 4, 16, 16}}});
        writer.write(trace->view(*trace->find("latents.0")).bytes);  // DDIM starts from the noise itself
        writer.finish();
        QStringList other = base;
        other.last() = "999";
        AFA_COMPARE_STATUS(runAfa(other + QStringList{"--output", file("given.png"), "--latents",
                                                      file("noise.safetensors")}),
                           0);
        QCOMPARE(largestDifference(readPng(file("seeded.png").toStdString()),
                                   readPng(file("given.png").toStdString())),
                 0);
        const auto wrong = runAfa(base + QStringList{"--width", "96", "--latents", file("noise.safetensors"),
                                                     "--output", file("x.png")});
        AFA_COMPARE_STATUS(wrong, 1);
        QVERIFY2(wrong.err.contains("[1, 4, 16, 24]") && wrong.err.contains("[1, 4, 16, 16]"),
                 wrong.err.constData());
    }

    void givenLatentsLeaveTheGeneratorWhereTheSeedWould() {
        const QStringList base{"generate", "--model",     demoModel("animals"),
                               "--prompt", "a lion",      "--steps",
                               "3",        "--precision", "fp32",
                               "--seed",   "4",           "--eta",
                               "0.6"};
        AFA_COMPARE_STATUS(
            runAfa(base + QStringList{"--output", file("drawn.png"), "--trace", file("drawn.safetensors")}),
            0);
        const auto trace = openSafetensors(file("drawn.safetensors").toStdString());
        SafetensorsWriter writer(file("start.safetensors").toStdString(),
                                 {{"latents", DType::F32, {1, 4, 16, 16}}});
        writer.write(trace->view(*trace->find("latents.0")).bytes);
        writer.finish();
        AFA_COMPARE_STATUS(
            runAfa(base + QStringList{"--output", file("start.png"), "--latents", file("start.safetensors")}),
            0);
        QCOMPARE(largestDifference(readPng(file("drawn.png").toStdString()),
                                   readPng(file("start.png").toStdString())),
                 0);
    }

    void mapsOfTheFirstStepAreThoseOfTheirHalf() {
        // Before the first step guidance has changed nothing: the conditional half is what an unguided run
        // sees.
        const auto mapsAt = [&](const char* scale) {
            const auto run = runAfa(threeExperts() << "--aggregator" << demoAggregator() << "--precision"
                                                   << "fp32"
                                                   << "--prompt"
                                                   << "a dog and a pizza"
                                                   << "--steps"
                                                   << "1"
                                                   << "--seed"
                                                   << "3"
                                                   << "--cfg" << scale << "--output" << file("halves.png")
                                                   << "--maps" << file("halves.safetensors"));
            return run.status == 0 ? readMaps(file("halves.safetensors").toStdString()) : MapsRecord{};
        };
        const auto guided = mapsAt("4"), unguided = mapsAt("1");
        QCOMPARE(guided.halves, 2);
        QCOMPARE(unguided.maps.size(), std::size_t{25});
        constexpr float kHalfPrecision = 2e-3F;  // the record's, of weights up to 1
        float same = 0, apart = 0;
        for (std::size_t i = 0; i < unguided.maps.size(); ++i) {
            const auto &a = guided.maps.at(i), &b = unguided.maps[i];
            QCOMPARE(std::tuple(a.step, a.stage, a.height, a.width),
                     std::tuple(b.step, b.stage, b.height, b.width));
            for (int model = 0; model < 3; ++model)
                for (std::int64_t y = 0; y < a.height; ++y)
                    for (std::int64_t x = 0; x < a.width; ++x) {
                        const float alone = unguided.value(b, 0, model, y, x);
                        same = std::max(same, std::abs(guided.value(a, 0, model, y, x) - alone));
                        apart = std::max(apart, std::abs(guided.value(a, 1, model, y, x) - alone));
                    }
        }
        QVERIFY2(same <= kHalfPrecision, qPrintable(QString::number(same)));
        QVERIFY2(apart > 5 * kHalfPrecision, qPrintable(QString::number(apart)));
    }

    void pictureCarriesItsRequest() {
        AFA_COMPARE_STATUS(runAfa({"generate", "--model", demoModel("animals"), "--prompt", "a dog, \"big\"",
                                   "--negative-prompt", "cat", "--steps", "2", "--seed", "6", "--cfg", "4",
                                   "--output", file("meta.png")}),
                           0);
        const auto text = readPngText(file("meta.png").toStdString());
        const auto a1111 = parseA1111(text.at("parameters"));
        QCOMPARE(QString::fromStdString(a1111.prompt), QString("a dog, \"big\""));
        QCOMPARE(QString::fromStdString(a1111.negativePrompt), QString("cat"));
        const auto request = parseJson(text.at("afa"), "afa");
        QCOMPARE(request.at("seed").to_number<int>(), 6);
        QCOMPARE(request.at("models").as_array().size(), std::size_t{1});
        QCOMPARE(request.at("models").at(0).at("sha256").as_string().size(), std::size_t{64});
        AFA_COMPARE_STATUS(
            runAfa({"generate", "--model", demoModel("animals"), "--prompt", "secret", "--steps", "1",
                    "--seed", "6", "--no-metadata", "--output", file("plain.png")}),
            0);
        QVERIFY(readPngText(file("plain.png").toStdString()).empty());
    }

    void cutTextIsReported() {
        QString prompt = "a dog";
        for (int i = 0; i < 90; ++i)
            prompt += " cat";
        const auto run = runAfa({"generate", "--model", demoModel("animals"), "--prompt", prompt + " zebra",
                                 "--steps", "1", "--seed", "1", "--output", file("cut.png")});
        AFA_COMPARE_STATUS(run, 0);
        QVERIFY2(run.err.contains("75 fit") && run.err.contains("zebra"), run.err.constData());
    }

    void averagesDifferFromEachOtherAndFromSingles() {
        const QStringList rest{"--precision", "fp32",   "--prompt", "a dog and a car", "--steps",
                               "3",           "--seed", "2",        "--cfg",           "4"};
        std::vector<Image> pictures;
        for (const char* mode : {"block-average", "noise-average", "single:0", "single:1", "single:2"}) {
            const auto path = file("mode.png");
            AFA_COMPARE_STATUS(runAfa(threeExperts() << rest << "--mode" << mode << "--output" << path), 0);
            pictures.push_back(readPng(path.toStdString()));
        }
        for (std::size_t i = 0; i < pictures.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(largestDifference(pictures[i], pictures[j]) > kPictureTolerance);
    }
};

QTEST_GUILESS_MAIN(TestGenerate)
#include "test_generate.moc"
