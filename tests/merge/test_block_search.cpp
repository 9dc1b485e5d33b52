#include <QtTest/QtTest>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/merge/block_search.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

using Line = BlockSearchSettings::Line;
constexpr std::size_t kBlocks = 25;

/// Shares on the candidates' grid, the same for the two blocks of a pair, so that either way can reach them.
BlockShares planted() {
    BlockShares shares{0.3, std::vector<double>(kBlocks)};
    for (std::size_t i = 0; i < kBlocks; ++i)
        shares.blocks[i] = static_cast<double>((7 * std::min(i, kBlocks - 1 - i) + 2) % 11) / 10.0;
    return shares;
}

/// 0 at the planted shares, lower with the square of the distance.
double closeness(const BlockShares& shares) {
    const auto best = planted();
    double sum = (shares.base - best.base) * (shares.base - best.base);
    for (std::size_t i = 0; i < kBlocks; ++i)
        sum += (shares.blocks[i] - best.blocks[i]) * (shares.blocks[i] - best.blocks[i]);
    return -sum;
}

constexpr double kMeanRounding = 1e-12;  // the mean of three equal numbers need not be that number

void verifyPlanted(const BlockShares& found) {
    const auto best = planted();
    QVERIFY(std::abs(found.base - best.base) < kMeanRounding);
    for (std::size_t i = 0; i < kBlocks; ++i)
        QVERIFY2(std::abs(found.blocks[i] - best.blocks[i]) < kMeanRounding, qPrintable(QString::number(i)));
}

}  // namespace

class TestBlockSearch : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void thePlantedOptimumIsFound_data() {
        QTest::addColumn<bool>("linear");
        QTest::addColumn<bool>("pairs");
        for (const bool linear : {false, true})
            for (const bool pairs : {false, true})
                QTest::addRow("%s, %s", linear ? "linear" : "binary-mid", pairs ? "pairs" : "singly")
                    << linear << pairs;
    }
    void thePlantedOptimumIsFound() {
        QFETCH(bool, linear);
        QFETCH(bool, pairs);
        const BlockSearch search({linear ? Line::Linear : Line::BinaryMid, pairs, 3, 0.5}, kBlocks);
        std::size_t calls = 0, told = 0;
        const auto result = search.run(
            [&](const BlockShares& shares) {
                ++calls;
                return closeness(shares);
            },
            {}, [&](const auto& trials) { told = trials.size(); });
        verifyPlanted(result.combined.shares);
        verifyPlanted(result.best.shares);
        QCOMPARE(result.trials.size(), calls);
        QCOMPARE(told, calls);
        QVERIFY2(calls <= search.mostTrials(), qPrintable(QString::number(calls)));
        for (std::size_t i = 0; i < result.trials.size(); ++i)  // none twice
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!(result.trials[i].shares == result.trials[j].shares));
    }

    /// 11 candidates at most in one line, 14 lines of pairs or 26 single ones a pass, and the combination.
    void theStatedNumberOfTrialsIsThatOfTheWorstCase() {
        QCOMPARE(BlockSearch({Line::Linear, true, 1, 0.5}, kBlocks).mostTrials(), std::size_t{14 * 11 + 1});
        QCOMPARE(BlockSearch({Line::Linear, false, 3, 0.5}, kBlocks).mostTrials(),
                 std::size_t{3 * 26 * 11 + 1});
        // Binary-mid: 0, 5, 10, then at most two new ones in each of [0, 5], [2, 5], [3, 5], ..
        const auto binary = BlockSearch({Line::BinaryMid, true, 1, 0.5}, kBlocks).mostTrials();
        QVERIFY(binary < 14 * 11 + 1 && binary >= 14 * 5 + 1);
        // Whatever the scores: a scorer that only depends on a hash of the shares.
        for (int seed = 0; seed < 20; ++seed) {
            const BlockSearch search({Line::BinaryMid, false, 1, 0.5}, 13);
            const auto result = search.run([&](const BlockShares& shares) {
                double sum = shares.base * 3.7 + seed;
                for (std::size_t i = 0; i < shares.blocks.size(); ++i)
                    sum += std::sin(shares.blocks[i] * 91.7 * static_cast<double>(i + 1) + seed);
                return sum;
            });
            QVERIFY(result.trials.size() <= search.mostTrials());
        }
    }

    void aTieEndsALine() {
        const BlockSearch search({Line::BinaryMid, true, 1, 0.0}, kBlocks);
        const auto result = search.run([](const BlockShares&) { return 1.0; });
        // Three candidates per line, of which the lowest is the start, scored once: 1 + 14 x 2.
        QCOMPARE(result.trials.size(), std::size_t{1 + 14 * 2});
        QCOMPARE(result.best.shares.base, 0.0);
    }

    void aStoppedSearchGoesOnToTheSameEnd() {
        const BlockSearch search({}, kBlocks);
        const auto whole = search.run(closeness);
        for (const std::size_t stopAt : {std::size_t{1}, std::size_t{17}, whole.trials.size() - 1}) {
            std::vector<BlockSearchTrial> saved;
            std::stop_source source;
            const TaskControl control(source.get_token(), {});
            QVERIFY_THROWS_EXCEPTION(Cancelled, search.run(
                                                    closeness, {},
                                                    [&](const auto& trials) {
                                                        saved = trials;
                                                        if (trials.size() == stopAt) source.request_stop();
                                                    },
                                                    control));
            QCOMPARE(saved.size(), stopAt);
            std::size_t calls = 0;
            const auto resumed = search.run(
                [&](const BlockShares& shares) {
                    ++calls;
                    return closeness(shares);
                },
                saved);
            QCOMPARE(calls, whole.trials.size() - stopAt);
            QCOMPARE(resumed.trials.size(), whole.trials.size());
            QVERIFY(resumed.combined.shares == whole.combined.shares &&
                    resumed.best.shares == whole.best.shares);
        }
    }

    /// The mean of passes may be worse than what a pass saw: the best trial is kept beside it.
    void theBestTrialIsKept() {
        const BlockSearch search({Line::Linear, true, 2, 0.5}, 3);
        const auto result = search.run([](const BlockShares& shares) {
            return shares.base == 0.4 && shares.blocks[0] == 0.5 ? 9.0 : -std::abs(shares.base - 0.2);
        });
        QCOMPARE(result.best.score, 9.0);
        for (const auto& trial : result.trials)
            QVERIFY(trial.score <= result.best.score);
        QVERIFY(std::any_of(result.trials.begin(), result.trials.end(), [&](const BlockSearchTrial& trial) {
            return trial.shares == result.combined.shares && trial.score == result.combined.score;
        }));
    }

    void wrongSettingsAndScoresAreRefused() {
        for (const double start : {-0.1, 0.55, 1.1, std::nan("")})
            AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                    BlockSearch({Line::Linear, true, 1, start}, 25);
                                }),
                                "0.1");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([] {
                                BlockSearch({Line::Linear, true, 0, 0.5}, 25);
                            }),
                            "passes");
        AFA_VERIFY_CONTAINS(messageOf<DataError>([] {
                                BlockSearch({}, 25).run([](const BlockShares&) { return std::nan(""); });
                            }),
                            "finite");
    }
};

QTEST_GUILESS_MAIN(TestBlockSearch)
#include "test_block_search.moc"
