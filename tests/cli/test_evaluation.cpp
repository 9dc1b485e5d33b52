#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "core/io/picture_file.h"
#include "core/io/safetensors.h"
#include "tests/cli/afa_process.h"

using namespace afa;
using namespace afa::test;

namespace {

QString scene(const char* name) {
    return demoModel("scenes/") + QLatin1String(name);
}

/// Values of a file's tensor, all of them fp32.
std::vector<float> floatsOf(const TensorFile& file, const std::string& name) {
    const auto index = file.find(name);
    if (!index) throw std::runtime_error(name + " is missing");
    const auto bytes = file.view(*index).bytes;
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

QStringList models(std::initializer_list<const char*> names) {
    QStringList arguments;
    for (const auto* name : names)
        arguments << "--model" << demoModel(name);
    return arguments;
}

}  // namespace

class EvaluationTest : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;

    QStringList screen(std::initializer_list<const char*> names) const {
        return QStringList{"screen"} << models(names) << "--data" << scene("manifest.jsonl") << "--precision"
                                     << "fp32"
                                     << "--samples"
                                     << "10"
                                     << "--json";
    }

  private Q_SLOTS:
    // tests/goldens/make_evaluation.py: diffusers' and transformers' classes, fp32. The U-Nets' rounding
    // apart is about 1e-6 of an error; 1e-4 leaves room for the kernels of other processors.
    void capabilityAndScreeningEqualDiffusers() {
        const auto golden = openSafetensors(AFA_TEST_DATA "/evaluation/evaluation.safetensors");
        const auto facts =
            QJsonDocument::fromJson(QByteArray::fromStdString(golden->metadata().at("evaluation"))).object();
        const auto number = [](const QJsonObject& object, const char* key) {
            return QString::number(object[QLatin1String(key)].toInt());
        };
        const auto asked = facts["capability"].toObject();
        const auto folder = dir_.filePath("golden");
        const auto measured =
            runAfa(QStringList{"capability"} << models({"animals", "food", "things"}) << "--image"
                                             << scene(qPrintable(asked["image"].toString())) << "--prompt"
                                             << asked["prompt"].toString() << "--timesteps"
                                             << "100,600"
                                             << "--noise-samples" << number(asked, "noise_samples")
                                             << "--seed" << number(asked, "seed") << "--precision"
                                             << "fp32"
                                             << "--output" << folder << "--json");
        AFA_COMPARE_STATUS(measured, 0);
        const auto file = openSafetensors(folder.toStdString() + "/capability.safetensors");
        for (const char* name : {"capability.100", "capability.600"}) {
            const auto values = floatsOf(*file, name), wanted = floatsOf(*golden, name);
            QCOMPARE(values.size(), wanted.size());
            for (std::size_t i = 0; i < wanted.size(); ++i)
                QVERIFY2(std::abs(values[i] - wanted[i]) <= 1e-4F * std::abs(wanted[i]) + 1e-6F, name);
        }

        const auto chosen = facts["screen"].toObject(), wanted = facts["screened"].toObject();
        const auto screened =
            runAfa(QStringList{"screen"}
                   << models({"animals", "food", "things"}) << "--data" << scene("manifest.jsonl")
                   << "--samples" << number(chosen, "samples") << "--noise-samples"
                   << number(chosen, "noise_samples") << "--timesteps" << number(chosen, "timesteps")
                   << "--seed" << number(chosen, "seed") << "--precision"
                   << "fp32"
                   << "--json");
        AFA_COMPARE_STATUS(screened, 0);
        const auto near = [](const QJsonValue& found, const QJsonValue& expected) {
            return std::abs(found.toDouble() - expected.toDouble()) <= 1e-4 * std::abs(expected.toDouble());
        };
        const auto json = screened.json();
        for (int i = 0; i < 3; ++i)
            QVERIFY(near(json["models"].toArray()[i].toObject()["error"], wanted["errors"].toArray()[i]));
        QCOMPARE(json["best"].toInt(), wanted["best"].toInt());
        for (const char* figure : {"mean_error", "routed_error", "gain"})
            QVERIFY2(near(json[QLatin1String(figure)], wanted[QLatin1String(figure)]), figure);
    }

    void expertsOfDifferentThingsAreWorthTraining() {
        const auto run = runAfa(screen({"animals", "food", "things"}));
        AFA_COMPARE_STATUS(run, 0);
        const auto json = run.json();
        QCOMPARE(json["pictures"].toInt(), 10);
        QCOMPARE(json["models"].toArray().size(), 3);
        QCOMPARE(json["timesteps"].toArray().size(), 10);
        QCOMPARE(json["timesteps"].toArray()[9].toObject()["timestep"].toInt(), 950);
        QCOMPARE(json["weight_cosines"].toArray().size(), 3);
        const auto best = json["models"].toArray()[json["best"].toInt()].toObject()["error"].toDouble();
        const auto routed = json["routed_error"].toDouble();
        QVERIFY(routed > 0 && routed < best);
        QVERIFY(qAbs(json["gain"].toDouble() - (1 - routed / best)) < 1e-9);
        QVERIFY(json["gain"].toDouble() > 0.02);
        QVERIFY(json["worth_training"].toBool());
        QVERIFY(!json["weight_cosines"].toArray()[0].toObject()["same"].toBool());
        QCOMPARE(runAfa(screen({"animals", "food", "things"})).out, run.out);  // seeded
        QVERIFY(runAfa(screen({"animals", "food", "things"}) << "--seed"
                                                             << "5")
                    .out != run.out);
    }

    void copiesOfAModelGainNothingAndAreTold() {
        const auto run = runAfa(screen({"food", "food"}));
        AFA_COMPARE_STATUS(run, 0);
        QCOMPARE(run.json()["gain"].toDouble(), 0.0);
        QVERIFY(!run.json()["worth_training"].toBool());
        QVERIFY(run.json()["weight_cosines"].toArray()[0].toObject()["same"].toBool());
        QVERIFY2(run.err.contains("the same weights"), run.err.constData());
        QVERIFY(run.json()["recommendation"].toString().startsWith("not worth training"));
    }

    void capabilityIsWrittenAsTensorsPictureAndTable() {
        const auto folder = dir_.filePath("capability");
        const auto run = runAfa(QStringList{"capability"} << models({"animals", "food"}) << "--image"
                                                          << scene("000.png") << "--prompt"
                                                          << "a cat"
                                                          << "--timesteps"
                                                          << "100,600"
                                                          << "--noise-samples"
                                                          << "3"
                                                          << "--precision"
                                                          << "fp32"
                                                          << "--output" << folder << "--json");
        AFA_COMPARE_STATUS(run, 0);
        const auto json = run.json();
        QCOMPARE(json["models"].toArray()[1].toString(), QStringLiteral("food"));
        const auto file = openSafetensors(folder.toStdString() + "/capability.safetensors");
        const auto maps = file->find("capability.600");
        QVERIFY(maps.has_value());
        QCOMPARE(file->tensors()[*maps].shape, (std::vector<std::int64_t>{2, 16, 16}));
        const auto values = floatsOf(*file, "capability.600");
        double error = 0;
        for (std::size_t i = 0; i < 256; ++i) {
            QVERIFY(values[i] <= 0);
            error -= static_cast<double>(values[i]) / 256;
        }
        const auto row = json["timesteps"].toArray()[1].toObject();
        QVERIFY(qAbs(row["errors"].toArray()[0].toDouble() - error) < 1e-6);
        const auto shares = row["win_shares"].toArray();
        QVERIFY(qAbs(shares[0].toDouble() + shares[1].toDouble() - 1) < 1e-9);
        QVERIFY(readPng(json["sheet"].toString().toStdString()).width > 0);
        QFile csv(json["csv"].toString());
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().count('\n'), 1 + 2 * 256);
    }

    void theNoiseOfASeedDoesNotDependOnTheTimestepsAsked() {
        const auto measured = [&](const char* timesteps) {
            const auto run =
                runAfa(QStringList{"capability"} << models({"animals"}) << "--image" << scene("001.png")
                                                 << "--timesteps" << timesteps << "--noise-samples"
                                                 << "2"
                                                 << "--precision"
                                                 << "fp32"
                                                 << "--output" << dir_.path() << "--json");
            return run.json()["timesteps"].toArray().last().toObject()["errors"].toArray()[0].toDouble();
        };
        const auto alone = measured("500");
        QVERIFY(alone > 0);
        QCOMPARE(measured("100,500"), alone);
    }

    void wrongUsageIsToldWithoutComputing_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("status");
        const auto image = QStringList{"capability"} << models({"food"}) << "--image" << scene("000.png");
        QTest::newRow("one model") << screen({"food"}) << QByteArray("expected 2 or more") << 2;
        QTest::newRow("one noise sample") << (screen({"food", "animals"}) << "--noise-samples"
                                                                          << "1")
                                          << QByteArray("--noise-samples is 1") << 2;
        QTest::newRow("no data") << (QStringList{"screen"} << models({"food", "animals"}))
                                 << QByteArray("--data") << 2;
        QTest::newRow("missing data") << (QStringList{"screen"} << models({"food", "animals"}) << "--data"
                                                                << "nowhere.jsonl")
                                      << QByteArray("nowhere.jsonl") << 1;
        QTest::newRow("timestep") << (image + QStringList{"--timesteps", "1000"})
                                  << QByteArray("--timesteps is 1000") << 2;
        QTest::newRow("timestep twice") << (image + QStringList{"--timesteps", "500,100,500"})
                                        << QByteArray("--timesteps names one twice") << 2;
        QTest::newRow("size") << (image + QStringList{"--size", "50"}) << QByteArray("multiples of") << 2;
        QTest::newRow("no picture") << (QStringList{"capability"} << models({"food"}) << "--image"
                                                                  << scene("README.md"))
                                    << QByteArray("expected a JPEG, PNG, WebP, BMP or TIFF") << 1;
    }
    void wrongUsageIsToldWithoutComputing() {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, message);
        QFETCH(const int, status);
        const auto run = runAfa(arguments);
        AFA_COMPARE_STATUS(run, status);
        QVERIFY2(run.err.contains(message), run.err.constData());
        QCOMPARE(run.err.count('\n'), 1);
        QVERIFY(run.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(EvaluationTest)
#include "test_evaluation.moc"
