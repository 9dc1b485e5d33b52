#include <QtTest/QtTest>
#include <cmath>

#include "core/base/error.h"
#include "core/eval/routing_gain.h"

using namespace afa;

namespace {

constexpr double kRounding = 1e-6;  // errors are fp32

bool close(double a, double b) {
    return std::abs(a - b) <= kRounding;
}

/// Two noise samples of two positions; each model's errors in the order [sample][position].
PictureErrors picture(std::vector<std::vector<float>> models, std::int64_t timestep = 500) {
    return {timestep, 2, std::move(models), {}};
}

/// Model A is right on the left, B on the right, whatever the noise.
PictureErrors halves(std::int64_t timestep = 500) {
    return picture({{1, 3, 1, 3}, {3, 1, 3, 1}}, timestep);
}

}  // namespace

class RoutingGainTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void modelsThatAreRightInDifferentPlacesGain();
    void identicalModelsGainExactlyNothing();
    void theWinnerOfItsOwnNoiseDoesNotCount();
    void allPairsOfNoiseSamplesCount();
    void theIntervalIsTheRatioEstimators();
    void timestepsAreToldApart();
    void whatCannotBeMeasuredIsRefused();
};

void RoutingGainTest::modelsThatAreRightInDifferentPlacesGain() {
    auto measured = halves();
    measured.mean = {2, 2, 2, 2};
    const auto gain = routingGain({measured});
    QVERIFY(close(gain.modelErrors[0], 2) && close(gain.modelErrors[1], 2));
    QCOMPARE(gain.best, 0);
    QVERIFY(close(gain.routedError, 1));
    QVERIFY(close(gain.gain, 0.5));
    QVERIFY(close(gain.meanError, 2));
    QVERIFY(close(gain.shares[0], 0.5) && close(gain.shares[1], 0.5));
    QCOMPARE(gain.low, gain.gain);  // one picture tells nothing about others
}

void RoutingGainTest::identicalModelsGainExactlyNothing() {
    std::vector<PictureErrors> pictures;
    for (int p = 0; p < 7; ++p) {
        std::vector<float> errors;
        for (int i = 0; i < 3 * 11; ++i)
            errors.push_back(std::abs(std::sin(static_cast<float>(i * 7 + p))) / 3);
        pictures.push_back({100 * p, 3, {errors, errors, errors}, errors});
    }
    const auto gain = routingGain(pictures);
    QCOMPARE(gain.gain, 0.0);
    QCOMPARE(gain.low, 0.0);
    QCOMPARE(gain.high, 0.0);
    QCOMPARE(gain.best, 0);
    QVERIFY(close(gain.shares[0], 1) && gain.shares[1] == 0 && gain.shares[2] == 0);
    for (const auto& row : gain.timesteps)
        QCOMPARE(row.gain, 0.0);
}

void RoutingGainTest::theWinnerOfItsOwnNoiseDoesNotCount() {
    // What wins on one noise sample loses on the other: choosing on the same noise would give 1, a gain of
    // 50%.
    const auto gain = routingGain({picture({{1, 1, 3, 3}, {3, 3, 1, 1}})});
    QVERIFY(close(gain.routedError, 3));
    QVERIFY(close(gain.gain, -0.5));
}

void RoutingGainTest::allPairsOfNoiseSamplesCount() {
    // One position, three samples: A wins on the first only. Chosen on 1: A on 2, 3 (4, 6). On 2: B on 1, 3
    // (2, 3). On 3: B on 1, 2 (2, 2). Mean 19 / 6; A alone 11 / 3, B alone 7 / 3.
    const auto gain = routingGain({{500, 3, {{1, 4, 6}, {2, 2, 3}}, {}}});
    QVERIFY(close(gain.routedError, 19.0 / 6));
    QCOMPARE(gain.best, 1);
    QVERIFY(close(gain.gain, 1 - 19.0 / 14));
    QVERIFY(close(gain.shares[0], 1.0 / 3));
}

void RoutingGainTest::theIntervalIsTheRatioEstimators() {
    // Best single errors 2 and 2, routed 1 and 2: ratio 3/4, residuals -1/2 and 1/2, standard error
    // sqrt((1/4 + 1/4) / (2 * 1)) / 2 = 1/4.
    const auto gain = routingGain({halves(), picture({{2, 2, 2, 2}, {3, 3, 3, 3}})});
    QVERIFY(close(gain.modelErrors[0], 2));
    QVERIFY(close(gain.gain, 0.25));
    QVERIFY(close(gain.low, 0.25 - 1.959964 / 4));
    QVERIFY(close(gain.high, 0.25 + 1.959964 / 4));
}

void RoutingGainTest::timestepsAreToldApart() {
    const auto gain = routingGain({halves(900), picture({{2, 2, 2, 2}, {3, 3, 3, 3}}, 100), halves(900)});
    QCOMPARE(gain.timesteps.size(), std::size_t{2});
    QCOMPARE(gain.timesteps[0].timestep, std::int64_t{100});
    QCOMPARE(gain.timesteps[0].pictures, 1);
    QCOMPARE(gain.timesteps[0].gain, 0.0);
    QCOMPARE(gain.timesteps[1].pictures, 2);
    QVERIFY(close(gain.timesteps[1].gain, 0.5));
    QVERIFY(close(gain.timesteps[1].bestError, 2));
}

void RoutingGainTest::whatCannotBeMeasuredIsRefused() {
    QVERIFY_THROWS_EXCEPTION(DataError, routingGain({}));
    QVERIFY_THROWS_EXCEPTION(DataError, routingGain({{500, 1, {{1, 2}}, {}}}));
    QVERIFY_THROWS_EXCEPTION(DataError, routingGain({picture({{1, 2, 3, 4}, {1, 2, 3}})}));
    QVERIFY_THROWS_EXCEPTION(DataError, routingGain({halves(), picture({{1, 2, 3, 4}})}));
    QVERIFY_THROWS_EXCEPTION(DataError, routingGain({picture({})}));
}

QTEST_APPLESS_MAIN(RoutingGainTest)
#include "test_routing_gain.moc"
