#include <QtTest/QtTest>
#include <cmath>

#include "core/base/error.h"
#include "core/train/noised_batch.h"
#include "core/train/routing.h"
#include "core/train/sample_order.h"
#include "core/train/validator.h"
#include "core/train/weight_cosine.h"
#include "tests/support/golden.h"
#include "tests/support/hashed.h"

using namespace afa;
using namespace afa::test;

namespace {

constexpr double kRounding = 1e-6;  // fp32 sums of a few numbers

EncodedBatch encoded(std::int64_t count) {
    EncodedBatch batch;
    batch.latentMean = hashed("mean", {count, 4, 2, 2});
    batch.latentStd = hashed("std", {count, 4, 2, 2}).abs();
    batch.texts = {hashed("text.0", {count, 3, 5}), hashed("text.1", {count, 3, 5})};
    return batch;
}

const std::vector<torch::Tensor>& empties() {
    static const std::vector<torch::Tensor> texts{torch::full({1, 3, 5}, 7.0), torch::full({1, 3, 5}, 9.0)};
    return texts;
}

PartReader part(const QTemporaryDir& folder, const char* name, const std::vector<torch::Tensor>& tensors) {
    const auto path = std::filesystem::path(folder.filePath(name).toStdString());
    std::vector<TensorInfo> infos;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        infos.push_back({std::string(1, static_cast<char>('a' + i)), DType::F32, tensors[i].sizes().vec()});
    SafetensorsWriter writer(path, infos);
    for (const auto& tensor : tensors)
        writer.write(toBytes(tensor));
    writer.finish();
    const std::shared_ptr<const TensorFile> file = openSafetensors(path);
    std::vector<PartReader::Source> sources;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        sources.push_back({file, i});
    return PartReader(name, infos, sources);
}

}  // namespace

/// What training and validation are made of; the validator itself runs in tests/cli/test_train.cpp.
class TestValidation : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyEpochHoldsEveryPictureOnceInAnotherOrder() {
        const SampleOrder order(5, 20);
        std::vector<std::vector<std::int64_t>> epochs(2);
        for (std::int64_t position = 0; position < 40; ++position) {
            const auto place = order.at(position);
            QCOMPARE(place.epoch, position / 20);
            epochs[static_cast<std::size_t>(place.epoch)].push_back(place.picture);
        }
        QVERIFY(epochs[0] != epochs[1]);
        for (auto epoch : epochs) {
            std::sort(epoch.begin(), epoch.end());
            for (std::int64_t i = 0; i < 20; ++i)
                QCOMPARE(epoch[static_cast<std::size_t>(i)], i);
        }
        // Asked out of order, as a resumed run does.
        QCOMPARE(order.at(3).picture, epochs[0][3]);
        QVERIFY(SampleOrder(6, 20).at(0).picture != order.at(0).picture ||
                SampleOrder(6, 20).at(1).picture != order.at(1).picture);
    }

    /// Eight pictures by hand.
    void errorsAreAveragedByQuartersAndPaired() {
        const auto errors = torch::tensor({1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0});
        const auto timesteps = torch::tensor({0.0, 249.0, 250.0, 499.0, 500.0, 749.0, 750.0, 999.0});
        const auto found = methodError("single:0", errors, torch::ones(8), timesteps, 1000);
        QCOMPARE(found.name, std::string("single:0"));
        QCOMPARE(found.error, 4.5);
        QCOMPARE(found.quarters, (std::array<double, 4>{1.5, 3.5, 5.5, 7.5}));
        QCOMPARE(found.above, 3.5);
        // The differences 0..7 have the sample variance 42 / 7.
        QVERIFY(std::abs(found.interval - 1.959964 * std::sqrt(6.0 / 8.0)) < kRounding);
        // Paired: what both have in common does not widen the interval.
        const auto paired = methodError("single:0", errors, errors - 0.5, timesteps, 1000);
        QVERIFY(std::abs(paired.above - 0.5) < kRounding && std::abs(paired.interval) < kRounding);
    }

    /// x0 by Sec. 3.1 from what the denoiser gets: the posterior's mean and deviation, a noise of its own,
    /// and timesteps that are uniform. Bounds: more than four standard deviations of each estimate.
    void drawsAreWhatTheyAreSaidToBe() {
        constexpr std::int64_t kDraws = 2000, kValues = 4 * 4 * 4;
        constexpr double kMean = 0.012, kDeviation = 0.012,
                         kCorrelation = 0.012;  // of kDraws * kValues values
        constexpr std::int64_t kInDecile = 60;
        const auto schedule = NoiseSchedule::stableDiffusion1();
        EncodedBatch batch;
        batch.latentMean = torch::full({kDraws, 4, 4, 4}, 2.0);
        batch.latentStd = torch::full({kDraws, 4, 4, 4}, 3.0);
        batch.texts = {torch::zeros({kDraws, 3, 5}), torch::zeros({kDraws, 3, 5})};
        std::vector<SampleDraw> draws;
        for (std::int64_t i = 0; i < kDraws; ++i)
            draws.push_back({static_cast<std::uint64_t>(i), -1, 0.0});
        const auto noised = noiseBatch(batch, draws, schedule, empties());
        const auto t = noised.timesteps.to(torch::kInt64);
        const auto alpha = schedule.alphasCumprod.index_select(0, t).to(torch::kFloat64).view({-1, 1, 1, 1});
        const auto noise = noised.noise.to(torch::kFloat64);
        const auto x0 = (noised.noisy.to(torch::kFloat64) - (1 - alpha).sqrt() * noise) / alpha.sqrt();
        const auto drawn = ((x0 - 2) / 3).flatten();
        QCOMPARE(drawn.size(0), kDraws * kValues);
        QVERIFY(std::abs(drawn.mean().item<double>()) < kMean);
        QVERIFY(std::abs(drawn.std().item<double>() - 1) < kDeviation);
        QVERIFY(std::abs(noise.mean().item<double>()) < kMean);
        QVERIFY(std::abs(noise.std().item<double>() - 1) < kDeviation);
        QVERIFY2(std::abs((drawn * noise.flatten()).mean().item<double>()) < kCorrelation,
                 "the posterior's draw is not the noise");
        QVERIFY(t.min().item<std::int64_t>() >= 0 && t.max().item<std::int64_t>() <= 999);
        for (std::int64_t decile = 0; decile < 10; ++decile) {
            const auto inside = t.div(100, "floor").eq(decile).sum().item<std::int64_t>();
            QVERIFY2(std::abs(inside - kDraws / 10) < kInDecile, qPrintable(QString::number(inside)));
        }
    }

    void noisedLatentsFollowTheSchedule() {
        const auto schedule = NoiseSchedule::stableDiffusion1();
        const auto batch = encoded(2);
        const std::vector<SampleDraw> draws{{11, 400, 0.0}, {12, 20, 0.0}};
        const auto noised = noiseBatch(batch, draws, schedule, empties());
        QCOMPARE(noised.timesteps[0].item<float>(), 400.0f);
        for (std::int64_t i = 0; i < 2; ++i) {
            // Sec. 3.1, solved for x0: within what the posterior can have drawn, and the same for the same
            // draw.
            const double alpha =
                schedule.alphasCumprod[draws[static_cast<std::size_t>(i)].timestep].item<double>();
            const auto x0 = (noised.noisy[i] - std::sqrt(1 - alpha) * noised.noise[i]) / std::sqrt(alpha);
            const auto deviations = (x0 - batch.latentMean[i]) / batch.latentStd[i].clamp_min(1e-3);
            QVERIFY(deviations.abs().max().item<double>() < 6);
            QVERIFY(deviations.abs().max().item<double>() > 0.1);
        }
    }

    void aSampleIsTheSameInEveryBatch() {
        const auto schedule = NoiseSchedule::stableDiffusion1();
        const auto batch = encoded(3);
        const std::vector<SampleDraw> all{{1, -1, 0.5}, {2, -1, 0.5}, {3, -1, 0.5}};
        const auto together = noiseBatch(batch, all, schedule, empties());
        for (std::int64_t i = 0; i < 3; ++i) {
            EncodedBatch one;
            one.latentMean = batch.latentMean.narrow(0, i, 1);
            one.latentStd = batch.latentStd.narrow(0, i, 1);
            for (const auto& text : batch.texts)
                one.texts.push_back(text.narrow(0, i, 1));
            const auto alone =
                noiseBatch(one, std::span(all).subspan(static_cast<std::size_t>(i), 1), schedule, empties());
            QVERIFY(torch::equal(alone.noisy[0], together.noisy[i]));
            QVERIFY(torch::equal(alone.noise[0], together.noise[i]));
            QVERIFY(torch::equal(alone.timesteps[0], together.timesteps[i]));
            QVERIFY(torch::equal(alone.texts[1][0], together.texts[1][i]));
        }
    }

    void textIsDroppedForAllModelsAtOnceAndAsOftenAsAsked() {
        const auto schedule = NoiseSchedule::stableDiffusion1();
        constexpr int kSamples = 2000;
        int dropped = 0;
        const auto batch = encoded(1);
        for (std::uint64_t i = 0; i < kSamples; ++i) {
            const SampleDraw draw{mixSeeds(3, i), -1, 0.1};
            const auto noised = noiseBatch(batch, {&draw, 1}, schedule, empties());
            const bool first = torch::equal(noised.texts[0], empties()[0]);
            QCOMPARE(torch::equal(noised.texts[1], empties()[1]), first);
            if (!first) QVERIFY(torch::equal(noised.texts[0], batch.texts[0]));
            dropped += first ? 1 : 0;
        }
        // 10% of 2,000, five standard deviations of 13.4 each way.
        QVERIFY2(std::abs(dropped - 200) < 67, qPrintable(QString::number(dropped)));
    }

    void routingIsMeanEntropyAndVariation() {
        RoutingMeter meter;
        // One picture: the left half all of model 0, the right half even.
        meter.add(3, torch::tensor({1.0, 0.5, 0.0, 0.5}).view({1, 2, 1, 2}));
        const auto report = meter.report();
        QCOMPARE(report.size(), std::size_t{1});
        QCOMPARE(report[0].stage, 3);
        QVERIFY(std::abs(report[0].meanWeight[0] - 0.75) < 1e-12);
        QVERIFY(std::abs(report[0].meanWeight[1] - 0.25) < 1e-12);
        QVERIFY(std::abs(report[0].entropy - 0.5) < 1e-12);     // 0 on the left, 1 on the right
        QVERIFY(std::abs(report[0].variation - 0.25) < 1e-12);  // each model: +-0.25 around its mean
    }

    void aModelThatHardlyCountsIsWarnedOf() {
        std::vector<StageRouting> routing{{1, {0.995, 0.005}}, {2, {0.999, 0.001}}, {3, {0.6, 0.4}}};
        const auto warnings = routingWarnings(routing, {"a", "b"});
        QCOMPARE(warnings.size(), std::size_t{1});
        QVERIFY(QString::fromStdString(warnings[0].english()).contains("(b)"));
        routing[1].meanWeight = {0.9, 0.1};
        QVERIFY(routingWarnings(routing, {"a", "b"}).empty());
    }

    void verdictNamesTheBestSingleAndWhatIsChance() {
        ValidationReport report;
        report.methods = {{"afa", 0.08, {}, 0, 0},
                          {"single:0", 0.12, {}, 0.04, 0.001},
                          {"single:1", 0.10, {}, 0.02, 0.001},
                          {"block-average", 0.081, {}, 0.001, 0.002}};
        QCOMPARE(QString::fromStdString(report.verdict()),
                 QStringLiteral("AFA 0.08000; best single (single:1) 0.10000, -20.0%; block-average 0.08100, "
                                "-1.2% (within chance)"));
    }

    void weightCosinesAreThoseOfTheWholeVectors() {
        const QTemporaryDir folder;
        const std::vector<torch::Tensor> a{hashed("a", {3, 4}), hashed("b", {5})};
        std::vector<torch::Tensor> opposite, other{hashed("c", {3, 4}), hashed("d", {5})};
        for (const auto& tensor : a)
            opposite.push_back(-2 * tensor);
        const auto one = part(folder, "one", a), two = part(folder, "two", opposite),
                   three = part(folder, "three", other);
        const auto cosines = weightCosines({&one, &two, &three});
        QVERIFY(std::abs(cosines[0][0] - 1) < 1e-9);
        QVERIFY(std::abs(cosines[0][1] + 1) < 1e-9);
        const auto flat = [](const std::vector<torch::Tensor>& tensors) {
            return torch::cat({tensors[0].flatten(), tensors[1].flatten()}).to(torch::kFloat64);
        };
        const double expected = torch::cosine_similarity(flat(a), flat(other), 0).item<double>();
        QVERIFY(std::abs(cosines[0][2] - expected) < 1e-6);  // products are rounded to fp32
        QCOMPARE(cosines[2][0], cosines[0][2]);
    }
};

QTEST_APPLESS_MAIN(TestValidation)
#include "test_validation.moc"
