#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

#include "core/base/json.h"
#include "core/io/maps_file.h"
#include "core/io/picture_file.h"
#include "core/io/safetensors.h"
#include "tests/cli/afa_process.h"
#include "tests/cli/trace.h"

using namespace afa;
using namespace afa::test;

namespace {

// fp32 arithmetic of the same numbers in another order: guidance and blending redone from the trace.
constexpr float kStepTolerance = 1e-4F;

}  // namespace

class TestGenerateBaselines : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const char* name) const { return dir_.filePath(QLatin1String(name)); }
    static QStringList two() {
        return {"generate", "--model", demoModel("animals"), "--model", demoModel("food")};
    }
    static QStringList common() {
        return {"--precision", "fp32", "--prompt", "a dog", "--steps", "3", "--cfg", "4", "--seed", "11"};
    }

  private Q_SLOTS:
    /// Trying a recipe gives the picture of the merged file, and writes no model.
    void aMergeInMemoryIsTheMergedFile() {
        AFA_COMPARE_STATUS(runAfa({"merge", "--model", demoModel("animals"), "--model", demoModel("food"),
                                   "--block-weights", "GRAD_V", "--base-weight", "0.3", "--to", "diffusers",
                                   "--output", file("merged"), "--save-recipe", file("recipe.json")}),
                           0);
        AFA_COMPARE_STATUS(
            runAfa(QStringList{"generate", "--model", file("merged")} + common() +
                   QStringList{"--output", file("file.png"), "--trace", file("file.safetensors")}),
            0);
        AFA_COMPARE_STATUS(
            runAfa(QStringList{"generate", "--merge", file("recipe.json")} + common() +
                   QStringList{"--output", file("memory.png"), "--trace", file("memory.safetensors")}),
            0);
        const auto a = openSafetensors(file("file.safetensors").toStdString()),
                   b = openSafetensors(file("memory.safetensors").toStdString());
        for (const char* name : {"text.0.cond", "latents.3"}) {
            QVERIFY(!floats(*a, name).empty());
            QVERIFY2(floats(*a, name) == floats(*b, name), name);
        }
        const auto request = parseJson(readPngText(file("memory.png").toStdString()).at("afa"), "afa");
        QCOMPARE(request.at("models").as_array().size(), std::size_t{2});
        QCOMPARE(std::string(request.at("merge").at("method").as_string()), std::string("mbw"));
    }

    void aRecipeOfOtherModelsTakesThoseThatAreGiven() {
        AFA_COMPARE_STATUS(runAfa({"merge", "--model", demoModel("animals"), "--model", demoModel("food"),
                                   "--block-weights", "ALL_B", "--base-weight", "1", "--output",
                                   file("x.safetensors"), "--save-recipe", file("all.txt")}),
                           0);
        AFA_COMPARE_STATUS(
            runAfa(two() + common() + QStringList{"--merge", file("all.txt"), "--output", file("all.png")}),
            0);
        AFA_COMPARE_STATUS(runAfa(QStringList{"generate", "--model", demoModel("food")} + common() +
                                  QStringList{"--output", file("food.png")}),
                           0);
        QVERIFY(readPng(file("all.png").toStdString()).rgb == readPng(file("food.png").toStdString()).rgb);
        const auto nameless = runAfa(QStringList{"generate", "--merge", file("all.txt")} + common() +
                                     QStringList{"--output", "x.png"});
        AFA_COMPARE_STATUS(nameless, 2);
        QVERIFY2(nameless.err.contains("--model"), nameless.err.constData());
    }

    /// The blend is redone from the two models' noise: at each position the next state follows one of them.
    void magicFusionTracesEveryModelAndRecordsItsMask() {
        const QStringList rest{"--precision", "fp32",        "--prompt",  "a dog",   "--prompt",   "a pizza",
                               "--steps",     "4",           "--cfg",     "4",       "--seed",     "5",
                               "--mode",      "magicfusion", "--magic-k", "200,150", "--magic-t0", "600"};
        AFA_COMPARE_STATUS(runAfa(two() + rest +
                                  QStringList{"--output", file("m.png"), "--trace", file("m.safetensors"),
                                              "--maps", file("mm.safetensors"), "--sheet", file("ms.png")}),
                           0);
        const auto trace = openSafetensors(file("m.safetensors").toStdString());
        const auto timesteps = floats(*trace, "timesteps");  // 751, 501, 251, 1
        const auto maps = readMaps(file("mm.safetensors").toStdString());
        QCOMPARE(maps.halves, 1);
        QCOMPARE(maps.maps.size(), std::size_t{4});
        bool blended = false;
        for (int s = 0; s < 4; ++s) {
            const auto name = "noise." + std::to_string(s);
            const bool both = timesteps[static_cast<std::size_t>(s)] <= 600;
            QVERIFY(trace->find(name + ".0.cond") && trace->find(name + ".0.uncond"));
            QCOMPARE(trace->find(name + ".1.cond").has_value(), both);
            QVERIFY(!trace->find(name + ".cond"));
            const auto* mask = maps.find(s, static_cast<int>(maps.stages.size()));
            QVERIFY(mask);
            const auto guided = [&](int model) {
                auto values = floats(*trace, name + "." + std::to_string(model) + ".cond");
                const auto without = floats(*trace, name + "." + std::to_string(model) + ".uncond");
                for (std::size_t i = 0; i < values.size(); ++i)
                    values[i] = without[i] + 4 * (values[i] - without[i]);
                return values;
            };
            const auto state = floats(*trace, "latents." + std::to_string(s)),
                       next = floats(*trace, "latents." + std::to_string(s + 1)), noise0 = guided(0),
                       noise1 = both ? guided(1) : noise0;
            const auto t = static_cast<int>(timesteps[static_cast<std::size_t>(s)]);
            QCOMPARE(std::ssize(state), 4 * mask->height * mask->width);
            QCOMPARE(next.size(), state.size());
            for (std::int64_t y = 0; y < mask->height; ++y)
                for (std::int64_t x = 0; x < mask->width; ++x) {
                    const float first = maps.value(*mask, 0, 0, y, x), second = maps.value(*mask, 0, 1, y, x);
                    QVERIFY((first == 1.0F && second == 0.0F) || (both && first == 0.0F && second == 1.0F));
                    blended = blended || second == 1.0F;
                    for (std::int64_t c = 0; c < 4; ++c) {
                        const auto i = static_cast<std::size_t>((c * mask->height + y) * mask->width + x);
                        const double noise = second == 1.0F ? noise1[i] : noise0[i];
                        QVERIFY(std::abs(next[i] - ddimStep(state[i], noise, t, t - 250)) <= kStepTolerance);
                    }
                }
        }
        QVERIFY(blended);
        QVERIFY2(floats(*trace, "text.0.cond") != floats(*trace, "text.1.cond"), "a prompt for each model");
    }

    void magicFusionComputesBothHalvesAtScaleOne() {
        AFA_COMPARE_STATUS(
            runAfa(two() + QStringList{"--prompt", "a dog", "--steps", "1", "--cfg", "1", "--seed", "1",
                                       "--mode", "magicfusion", "--magic-mode", "2", "--output",
                                       file("one.png"), "--trace", file("one.safetensors")}),
            0);
        const auto trace = openSafetensors(file("one.safetensors").toStdString());
        QVERIFY(trace->find("noise.0.0.uncond") && trace->find("text.1.uncond"));
    }

    /// Weights of 0 and 1 give the single model; the given weights give the weighted mean of the halves.
    void noiseWeightsAndSchedulesJoinWholeModels() {
        const auto run = [&](QStringList mode, const char* name) {
            return runAfa(two() + common() + mode +
                          QStringList{"--output", file("p.png"), "--trace", file(name)});
        };
        AFA_COMPARE_STATUS(run({"--mode", "single:0"}, "s0.safetensors"), 0);
        AFA_COMPARE_STATUS(run({"--mode", "single:1"}, "s1.safetensors"), 0);
        AFA_COMPARE_STATUS(run({"--mode", "noise-average", "--noise-weights", "1,3"}, "w.safetensors"), 0);
        AFA_COMPARE_STATUS(run({"--mode", "schedule", "--schedule", "1:0-0,0:1-2"}, "t.safetensors"), 0);
        const auto open = [&](const char* name) { return openSafetensors(file(name).toStdString()); };
        const auto s0 = floats(*open("s0.safetensors"), "noise.0.cond"),
                   s1 = floats(*open("s1.safetensors"), "noise.0.cond"),
                   w = floats(*open("w.safetensors"), "noise.0.cond");
        QVERIFY(!w.empty() && w.size() == s0.size());
        for (std::size_t i = 0; i < w.size(); ++i)
            QVERIFY(std::abs(w[i] - (0.25F * s0[i] + 0.75F * s1[i])) < kStepTolerance);
        const auto scheduled = open("t.safetensors");
        QVERIFY(floats(*scheduled, "noise.0.cond") == s1);
        QVERIFY(floats(*scheduled, "latents.1") == floats(*open("s1.safetensors"), "latents.1"));
        QVERIFY(floats(*scheduled, "noise.1.cond") != floats(*open("s1.safetensors"), "noise.1.cond"));
    }

    void wrongUsage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("told");
        const auto add = [](const char* name, QStringList arguments, const char* told) {
            QTest::newRow(name) << arguments << QByteArray(told);
        };
        add("one model", {"--mode", "magicfusion"}, "two or more");
        add("magic mode", {"--model", demoModel("food"), "--mode", "magicfusion", "--magic-mode", "3"},
            "1 or 2");
        add("magic k", {"--model", demoModel("food"), "--mode", "magicfusion", "--magic-k", "1,2,3"},
            "--magic-k");
        add("prompts", {"--model", demoModel("food"), "--prompt", "a cat"}, "magicfusion");
        add("no schedule", {"--model", demoModel("food"), "--mode", "schedule"}, "--schedule");
        add("schedule with a gap",
            {"--model", demoModel("food"), "--mode", "schedule", "--schedule", "0:0-0,1:2-2", "--steps", "3"},
            "step 1 has no model");
        add("schedule of nobody",
            {"--model", demoModel("food"), "--mode", "schedule", "--schedule", "2:0-2", "--steps", "3"},
            "model 2");
        add("noise weights", {"--mode", "noise-average", "--noise-weights", "1,2"}, "--noise-weights");
        add("weights for another mode", {"--mode", "single:0", "--noise-weights", "1"}, "noise-average");
        add("merge with another mode", {"--merge", "x.json", "--mode", "single:0"}, "--merge");
    }
    void wrongUsage() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, told);
        const auto run = runAfa(QStringList{"generate", "--model", demoModel("animals"), "--prompt", "a dog",
                                            "--output", file("never.png")}
                                << arguments);
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.contains(told), run.err.constData());
        QVERIFY(!QFileInfo::exists(file("never.png")));
    }
};

QTEST_GUILESS_MAIN(TestGenerateBaselines)
#include "test_generate_baselines.moc"
