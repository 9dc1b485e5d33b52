#include <QtTest/QtTest>
#include <barrier>
#include <cmath>
#include <thread>

#include "core/base/error.h"
#include "core/train/trainer.h"
#include "tests/ensemble/fixtures.h"

using namespace afa;
using namespace afa::test;

namespace {

constexpr double kOptimiser = 1e-6;  ///< fp32, five updates of values around 1
constexpr double kSumOrder = 1e-4;   ///< fp32 sums over samples and positions in another order, relative
constexpr double kSumFloor = 1e-9;   ///< gradients that are zero but for rounding
constexpr int kBatch = 4;

/// The two models, the aggregator and how it is trained.
struct Setup {
    Ensemble ensemble{"two"};
    OptimiserOptions options;
    std::shared_ptr<Aggregator> aggregator;
    ParallelGroup alone;

    explicit Setup(const std::string& layout = "paper", const std::string& stages = "full") {
        options.lr = 1e-3;
        aggregator = ensemble.aggregator(layout, stages);
    }
    std::unique_ptr<Trainer> trainer(std::shared_ptr<Aggregator> trained, ParallelGroup* group = nullptr) {
        return std::make_unique<Trainer>(options, 20, ensemble.models, std::move(trained),
                                         group ? *group : alone);
    }
    std::unique_ptr<Trainer> trainer() { return trainer(aggregator); }
};

/// A batch of samples first .. first + count - 1 of an endless list; the same sample is the same values.
NoisedBatch samples(const Ensemble& ensemble, int first, int count) {
    NoisedBatch batch;
    std::vector<torch::Tensor> noisy, noise, times;
    for (int i = first; i < first + count; ++i) {
        const auto key = std::to_string(i);
        noisy.push_back(hashed("noisy." + key, {1, 4, 8, 8}, 1.7));
        noise.push_back(hashed("noise." + key, {1, 4, 8, 8}, 1.7));
        times.push_back(torch::full({1}, static_cast<double>((i * 137) % 1000), torch::kFloat32));
    }
    batch.noisy = torch::cat(noisy);
    batch.noise = torch::cat(noise);
    batch.timesteps = torch::cat(times);
    for (std::size_t model = 0; model < ensemble.models.size(); ++model) {
        std::vector<torch::Tensor> texts;
        for (int i = first; i < first + count; ++i)
            texts.push_back(hashed("text." + std::to_string(model) + "." + std::to_string(i),
                                   {1, 5, ensemble.config.crossAttentionDim}));
        batch.texts.push_back(torch::cat(texts));
    }
    return batch;
}

std::vector<torch::Tensor> values(const Trainer& trainer) {
    std::vector<torch::Tensor> copies;
    for (const auto& tensor : trainer.memory().parameters)
        copies.push_back(tensor.detach().clone());
    return copies;
}

bool sameBits(const std::vector<torch::Tensor>& a, const std::vector<torch::Tensor>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!torch::equal(a[i], b[i])) return false;
    return true;
}

/// One of several threads that train together.
class ThreadGroup : public ParallelGroup {
  public:
    struct Shared {
        explicit Shared(int count) : size(count), meeting(count), given(static_cast<std::size_t>(count)) {}
        int size;
        std::barrier<> meeting;
        std::vector<std::vector<torch::Tensor>> given;
    };
    ThreadGroup(Shared& shared, int rank) : shared_(shared), rank_(rank) {}
    int rank() const override { return rank_; }
    int size() const override { return shared_.size; }
    void sum(std::vector<torch::Tensor>& tensors) override {
        auto& mine = shared_.given[static_cast<std::size_t>(rank_)];
        mine.clear();
        for (const auto& tensor : tensors)
            mine.push_back(tensor.clone());
        shared_.meeting.arrive_and_wait();
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            tensors[i].zero_();
            for (const auto& theirs : shared_.given)
                tensors[i].add_(theirs[i]);
        }
        shared_.meeting.arrive_and_wait();
    }

  private:
    Shared& shared_;
    int rank_;
};

}  // namespace

class TestTrainer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }

    void adamWEqualsTorchOptim() {
        std::vector<torch::Tensor> ours, theirs;
        for (const auto* name : {"a", "b"}) {
            ours.push_back(hashed(name, {7, 5}));
            theirs.push_back(ours.back().clone().requires_grad_());
        }
        AdamW adamw(ours, {.weightDecay = 0.1});
        torch::optim::AdamW authority(theirs, torch::optim::AdamWOptions(1e-2).weight_decay(0.1));
        for (int step = 0; step < 5; ++step) {
            std::vector<torch::Tensor> gradients;
            for (std::size_t i = 0; i < ours.size(); ++i) {
                gradients.push_back(hashed("gradient." + std::to_string(step) + std::to_string(i), {7, 5}));
                theirs[i].mutable_grad() = gradients.back().clone();
            }
            for (auto& group : authority.param_groups())
                static_cast<torch::optim::AdamWOptions&>(group.options()).lr(1e-2 / (step + 1));
            authority.step();
            adamw.step(gradients, 1e-2 / (step + 1));
        }
        for (std::size_t i = 0; i < ours.size(); ++i)
            AFA_VERIFY_CLOSE(ours[i], theirs[i].detach(), kOptimiser);
    }

    void learningRateWarmsUpAndFollowsTheCosine() {
        OptimiserOptions options;
        options.lr = 0.4;
        options.warmup = 4;
        QCOMPARE(options.learningRate(0, 24), 0.1);
        QCOMPARE(options.learningRate(3, 24), 0.4);
        QCOMPARE(options.learningRate(23, 24), 0.4);
        options.cosine = true;
        QCOMPARE(options.learningRate(4, 24), 0.4);
        QCOMPARE(options.learningRate(14, 24), 0.2);  // half of the 20 steps after the warm-up
        QVERIFY(options.learningRate(24, 24) < 1e-12);
    }

    void lossIsTheMeanSquaredErrorOnNoise() {
        Setup setup;
        const auto trainer = setup.trainer();
        const auto batch = samples(setup.ensemble, 0, kBatch);
        EnsembleDenoiser denoiser(setup.ensemble.models, setup.aggregator, EnsembleMode{});
        denoiser.setText(batch.texts);
        const torch::NoGradGuard noGrad;
        const double expected =
            torch::mse_loss(denoiser.predict(batch.noisy, batch.timesteps), batch.noise).item<double>();
        const torch::AutoGradMode grad(true);
        const auto step = trainer->step([&](int) { return batch; });
        QVERIFY(std::abs(step.loss - expected) < 1e-6 * expected);
        QCOMPARE(step.step, 1);
    }

    void checkpointingGivesTheSameGradientsToTheBit_data() {
        QTest::addColumn<std::string>("layout");
        QTest::addColumn<std::string>("stages");
        for (const auto& layout : kLayouts)
            for (const auto* stages : {"full", "some", "last-block", "no-spatial", "no-timestep", "no-text"})
                QTest::newRow((layout + " " + stages).c_str()) << layout << std::string(stages);
    }
    void checkpointingGivesTheSameGradientsToTheBit() {
        QFETCH(std::string, layout);
        QFETCH(std::string, stages);
        std::vector<std::vector<torch::Tensor>> results;
        std::vector<double> losses;
        for (const bool checkpointing : {false, true}) {
            Setup setup(layout, stages);
            const auto trainer = setup.trainer();
            trainer->setCheckpointing(checkpointing);
            for (int step = 0; step < 2; ++step)
                losses.push_back(
                    trainer->step([&](int) { return samples(setup.ensemble, step * kBatch, kBatch); }).loss);
            results.push_back(values(*trainer));
        }
        QVERIFY(sameBits(results[0], results[1]));
        QCOMPARE(losses[0], losses[2]);
        QCOMPARE(losses[1], losses[3]);
        QVERIFY(losses[0] != losses[1]);
    }

    void checkpointingGivesTheSameGradientsToTheBitInBf16() {
        std::vector<std::vector<torch::Tensor>> results;
        const Ensemble ensemble("two");
        std::vector<std::shared_ptr<const UNet>> models;
        for (int i = 0; i < 2; ++i)
            models.push_back(hashedUNet(ensemble.config, i, torch::kBFloat16));
        for (const bool checkpointing : {false, true}) {
            Setup setup;
            Trainer trainer(setup.options, 20, models, setup.aggregator, setup.alone);
            trainer.setCheckpointing(checkpointing);
            for (int step = 0; step < 2; ++step)
                trainer.step([&](int) { return samples(setup.ensemble, step * kBatch, kBatch); });
            results.push_back(values(trainer));
        }
        QVERIFY(sameBits(results[0], results[1]));
    }

    void accumulationEqualsOneLargeBatch() {
        std::vector<std::vector<torch::Tensor>> moments;
        for (const int accumulate : {1, 2}) {
            Setup setup;
            setup.options.accumulate = accumulate;
            const int batch = kBatch / accumulate;
            const auto trainer = setup.trainer();
            trainer->step([&](int k) { return samples(setup.ensemble, k * batch, batch); });
            moments.push_back(trainer->memory().firstMoments);
        }
        verifySameGradients(moments[1], moments[0]);
    }

    void twoProcessesTrainAsOneWithTheDoubleBatch() {
        Setup alone;
        const auto single = alone.trainer();
        const auto stepAlone = single->step([&](int) { return samples(alone.ensemble, 0, kBatch); });

        ThreadGroup::Shared shared(2);
        std::array<TrainStep, 2> steps;
        std::array<std::vector<torch::Tensor>, 2> moments;
        {
            std::vector<std::jthread> threads;
            for (int rank = 0; rank < 2; ++rank) {
                threads.emplace_back([&, rank] {
                    torch::set_num_threads(1);
                    Setup setup;
                    ThreadGroup group(shared, rank);
                    const auto trainer = setup.trainer(setup.aggregator, &group);
                    steps[static_cast<std::size_t>(rank)] = trainer->step(
                        [&](int) { return samples(setup.ensemble, rank * kBatch / 2, kBatch / 2); });
                    moments[static_cast<std::size_t>(rank)] = trainer->memory().firstMoments;
                });
            }
        }
        QVERIFY(sameBits(moments[0], moments[1]));
        QVERIFY(std::abs(steps[0].loss - stepAlone.loss) < 1e-6 * stepAlone.loss);
        verifySameGradients(moments[0], single->memory().firstMoments);
    }

    void gradientsAreClippedToTheirNorm() {
        Setup setup;
        setup.options.clip = 1e-3;
        const auto trainer = setup.trainer();
        const auto step = trainer->step([&](int) { return samples(setup.ensemble, 0, kBatch); });
        QVERIFY(step.gradientNorm > 1e-3);
        // The first moments are a tenth of what AdamW was given.
        double square = 0;
        for (const auto& moment : trainer->memory().firstMoments)
            square += moment.square().sum().item<double>();
        QVERIFY(std::abs(std::sqrt(square) * 10 - 1e-3) < 1e-6);
    }

    void averageFollowsTheParameters() {
        Setup setup;
        setup.options.ema = 0.28;
        const auto trainer = setup.trainer();
        auto expected = values(*trainer);
        // (1 + step) / (10 + step), and from the third step on the decay that was asked for.
        for (const double decay : {2.0 / 11.0, 3.0 / 12.0, 0.28, 0.28}) {
            trainer->step([&](int) { return samples(setup.ensemble, 0, kBatch); });
            const auto now = values(*trainer);
            for (std::size_t i = 0; i < expected.size(); ++i)
                expected[i] = expected[i] + (now[i] - expected[i]) * (1 - decay);
        }
        const auto& average = trainer->result()->parameters();
        for (std::size_t i = 0; i < expected.size(); ++i)
            AFA_VERIFY_CLOSE(average[i].second, expected[i], 1e-6);
    }

    void stepsThatAreNotFiniteAreNotTakenAndManyEndTheRun() {
        Setup setup;
        const auto trainer = setup.trainer();
        auto broken = samples(setup.ensemble, 0, kBatch);
        broken.noisy[0][0][0][0] = std::numeric_limits<float>::quiet_NaN();
        const auto before = values(*trainer);
        trainer->step([&](int) { return broken; });
        QVERIFY(sameBits(before, values(*trainer)));
        QVERIFY(trainer->lastSkipped());
        QCOMPARE(trainer->stepsDone(), 1);
        trainer->step([&](int) { return samples(setup.ensemble, 0, kBatch); });
        QVERIFY(!trainer->lastSkipped());
        QVERIFY(!sameBits(before, values(*trainer)));
        QVERIFY_EXCEPTION_THROWN(for (int i = 0; i < 30; ++i) trainer->step([&](int) { return broken; }),
                                 DataError);
    }

    void cancellingAStepLeavesEverythingAsItWas() {
        Setup setup;
        const auto trainer = setup.trainer();
        const auto before = values(*trainer);
        std::stop_source stop;
        trainer->setControl(TaskControl(stop.get_token()));
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(trainer->step([&](int) { return samples(setup.ensemble, 0, kBatch); }),
                                 Cancelled);
        QVERIFY(sameBits(before, values(*trainer)));
        QCOMPARE(trainer->stepsDone(), 0);
    }

  private:
    /// After one step the first moments are a tenth of the gradients. (Parameters are no measure: AdamW makes
    /// a whole step of a gradient that is nothing but rounding.)
    static void verifySameGradients(const std::vector<torch::Tensor>& a,
                                    const std::vector<torch::Tensor>& b) {
        QCOMPARE(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double scale = b[i].abs().max().item<double>();
            const double difference = maxDifference(a[i], b[i]);
            QVERIFY2(difference <= kSumOrder * scale + kSumFloor,
                     qPrintable(QString::number(difference / scale)));
        }
    }
};

QTEST_APPLESS_MAIN(TestTrainer)
#include "test_trainer.moc"
