#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/train/training_batches.h"
#include "tests/train/encoders.h"

using namespace afa;
using namespace afa::test;

namespace {

/// One of several processes.
struct Process : ParallelGroup {
    Process(int ownRank, int count) : rank_(ownRank), count_(count) {}
    int rank() const override { return rank_; }
    int size() const override { return count_; }
    int rank_, count_;
};

std::unique_ptr<EncodedData> someData() {
    auto data =
        readTrainingData({std::filesystem::path(AFA_SOURCE_DIR) / "resources/demo/scenes/manifest.jsonl"});
    data.pictures.resize(6);
    EncodedDataSettings settings;
    settings.size = 64;
    settings.crop = Crop::Center;
    return std::make_unique<EncodedData>(std::move(data), settings, demoEncoders());
}

NoisedBatch joined(const NoisedBatch& a, const NoisedBatch& b) {
    NoisedBatch both;
    both.noisy = torch::cat({a.noisy, b.noisy});
    both.noise = torch::cat({a.noise, b.noise});
    both.timesteps = torch::cat({a.timesteps, b.timesteps});
    for (std::size_t i = 0; i < a.texts.size(); ++i)
        both.texts.push_back(torch::cat({a.texts[i], b.texts[i]}));
    return both;
}

bool same(const NoisedBatch& a, const NoisedBatch& b) {
    bool equal = torch::equal(a.noisy, b.noisy) && torch::equal(a.noise, b.noise) &&
                 torch::equal(a.timesteps, b.timesteps) && a.texts.size() == b.texts.size();
    for (std::size_t i = 0; equal && i < a.texts.size(); ++i)
        equal = torch::equal(a.texts[i], b.texts[i]);
    return equal;
}

}  // namespace

/// Which samples a step sees.
class TestTrainingBatches : public QObject {
    Q_OBJECT

    std::unique_ptr<EncodedData> data_;
    const NoiseSchedule schedule_ = NoiseSchedule::stableDiffusion1();
    const ParallelGroup alone_{};

    TrainingBatches batches(const TrainingBatches::Options& options, const ParallelGroup& group) {
        return {*data_, schedule_, options, group};
    }

  private Q_SLOTS:
    void initTestCase() {
        torch::set_num_threads(1);
        data_ = someData();
    }

    void stepsAndEpochsAreCounted() {
        const auto one = batches({.seed = 1, .batch = 2, .accumulate = 2, .textDrop = 0}, alone_);
        QCOMPARE(one.perStep(), std::int64_t{4});
        QCOMPARE(one.stepsPerEpoch(), std::int64_t{2});  // six pictures
        QCOMPARE(one.epochsAt(3), 2.0);
        QCOMPARE(batches({.seed = 1, .batch = 2, .accumulate = 2, .textDrop = 0}, Process(0, 3)).perStep(),
                 std::int64_t{12});
    }

    /// Two processes with batch 1, and two micro-batches, see what one with batch 2 does.
    void aStepsSamplesDoNotDependOnWhoSeesThem() {
        auto whole = batches({.seed = 5, .batch = 2, .accumulate = 1, .textDrop = 0.5}, alone_);
        auto first = batches({.seed = 5, .batch = 1, .accumulate = 1, .textDrop = 0.5}, Process(0, 2));
        auto second = batches({.seed = 5, .batch = 1, .accumulate = 1, .textDrop = 0.5}, Process(1, 2));
        auto parts = batches({.seed = 5, .batch = 1, .accumulate = 2, .textDrop = 0.5}, alone_);
        for (const std::int64_t step : {0, 1, 4}) {
            const auto expected = whole.micro(step, 0);
            QVERIFY(same(joined(first.micro(step, 0), second.micro(step, 0)), expected));
            QVERIFY(same(joined(parts.micro(step, 0), parts.micro(step, 1)), expected));
        }
    }

    /// So that a resumed run goes on as if it had not stopped.
    void aStepsSamplesDoNotDependOnTheStepsBefore() {
        const TrainingBatches::Options options{.seed = 5, .batch = 2, .accumulate = 1, .textDrop = 0.5};
        auto running = batches(options, alone_);
        for (std::int64_t step = 0; step < 3; ++step) {
            running.announce(step);
            running.micro(step, 0);
        }
        auto resumed = batches(options, alone_);
        QVERIFY(same(resumed.micro(3, 0), running.micro(3, 0)));
        QVERIFY(!same(running.micro(4, 0), running.micro(3, 0)));
        auto other = options;
        other.seed = 6;
        QVERIFY(!same(batches(other, alone_).micro(3, 0), resumed.micro(3, 0)));
    }
};

QTEST_GUILESS_MAIN(TestTrainingBatches)
#include "test_training_batches.moc"
