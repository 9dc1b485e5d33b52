#include <QtTest/QtTest>
#include <map>

#include "core/ensemble/magic_fusion.h"
#include "core/ensemble/model_schedule.h"
#include "tests/ensemble/fixtures.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

// fp32 networks summed in another order; a noise prediction is of order 1.
constexpr double kStepTolerance = 1e-4;
const std::vector<double> kSharpness{60, 40, 90};  // make_magic_fusion.py

/// Predicts the conditional and unconditional halves it was given.
class Stub : public Denoiser {
  public:
    Stub(torch::Tensor cond, torch::Tensor uncond) : halves_(torch::cat({cond, uncond})) {}
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor&) override {
        ++calls;
        return halves_.repeat({x.size(0) / 2, 1, 1, 1});
    }
    int calls = 0;

  private:
    torch::Tensor halves_;
};

std::shared_ptr<Stub> stub(double cond, double uncond = 0) {
    return std::make_shared<Stub>(torch::full({1, 4, 6, 6}, cond), torch::full({1, 4, 6, 6}, uncond));
}

}  // namespace

class TestMagicFusion : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void stepsEqualPyTorchOverDiffusers_data() {
        QTest::addColumn<QString>("key");
        for (const char* unets : {"two", "three"})
            for (const char* guidance : {"guided", "unguided"})
                for (const char* mode : {"1", "2"})
                    for (const char* t : {"741", "600"}) {
                        const auto key = QStringLiteral("%1.%2.%3.%4").arg(unets, guidance, mode, t);
                        QTest::newRow(qPrintable(key)) << key;
                    }
    }
    void stepsEqualPyTorchOverDiffusers() {
        QFETCH(QString, key);
        const auto words = key.split('.');
        const Golden golden("ensemble/magic_fusion.safetensors");
        const auto config = unetConfig(words[0].toStdString());
        const std::size_t count = words[0] == "two" ? 2 : 3;
        std::vector<std::shared_ptr<Denoiser>> models;
        for (std::size_t i = 0; i < count; ++i) {
            auto model =
                std::make_shared<EnsembleDenoiser>(std::vector{hashedUNet(config, static_cast<int>(i))},
                                                   nullptr, EnsembleMode{EnsembleMode::Kind::Single, 0});
            model->setText({hashed("text." + std::to_string(i), {2, 5, config.crossAttentionDim})});
            models.push_back(std::move(model));
        }
        MagicFusion fusion(std::move(models), words[1] == "guided" ? 4.0 : 1.0,
                           {words[2].toInt(), 600, {kSharpness.begin(), kSharpness.begin() + count}});
        torch::Tensor mask;
        fusion.observe({.noise = {}, .map = [&](int, const torch::Tensor& seen) { mask = seen; }});
        torch::NoGradGuard noGrad;
        const auto noise =
            fusion.predict(hashed("x", {1, 4, 8, 8}, 1.7), torch::tensor({words[3].toFloat()}));
        AFA_VERIFY_CLOSE(noise, golden[key.toStdString() + ".noise"], kStepTolerance);
        QVERIFY(torch::equal(mask.argmax(1), golden[key.toStdString() + ".mask"]));
        QVERIFY(torch::equal(mask.sum(1), torch::ones({1, 8, 8})));
    }

    void modesBlendOnEitherSideOfT0() {
        for (const int mode : {1, 2}) {
            const auto first = stub(1), second = stub(2);
            MagicFusion fusion({first, second}, 1.0, {mode, 500, {}});
            const auto x = torch::zeros({1, 4, 6, 6});
            fusion.predict(x, torch::tensor({500.0F}));
            QCOMPARE(second->calls, mode == 1 ? 1 : 0);
            fusion.predict(x, torch::tensor({500.5F}));
            QCOMPARE(second->calls, 1);
            QCOMPARE(first->calls, 2);
        }
    }

    /// A response that is constant has the same salience everywhere, so that all models tie.
    void ofEqualSalienceTheFirstModelIsTaken() {
        const auto cond = torch::zeros({1, 4, 6, 6});
        cond.fill_(3);
        MagicFusion fusion({std::make_shared<Stub>(cond, cond), std::make_shared<Stub>(cond + 1, cond + 1)},
                           2.0, {1, 1000, {}});
        QVERIFY(torch::equal(fusion.predict(torch::zeros({1, 4, 6, 6}), torch::tensor({1.0F})), cond));
    }

    /// Worked out by hand. A response of 16 in the corner of 5 x 5; a window (4 wide, padding 1) averages it
    /// to 1 where it starts at row and column -1 or 0: the 4 x 4 picture is 1 in its first two rows and
    /// columns. Resized to 5, a line [1, 1, 0, 0] becomes [1, 1, 1/2, 0, 0].
    void salienceOfOneResponseByHand() {
        auto difference = torch::zeros({1, 1, 5, 5});
        difference[0][0][0][0] = -16;
        const auto line = torch::tensor({1.0F, 1.0F, 0.5F, 0.0F, 0.0F});
        const auto powers = (3.0 * torch::outer(line, line)).exp();
        constexpr double kRounding = 1e-6;
        AFA_VERIFY_CLOSE(magicFusionSalience(difference, 3.0), (powers / powers.sum()).unsqueeze(0),
                         kRounding);
        // The mean over channels.
        const auto four = torch::cat({difference, torch::zeros({1, 3, 5, 5})}, 1);
        AFA_VERIFY_CLOSE(magicFusionSalience(four, 12.0), (powers / powers.sum()).unsqueeze(0), kRounding);
    }

    void wrongSettingsAreRefused() {
        const auto one = stub(1);
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { MagicFusion({one}, 1.0, {}); }), "1 models");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { MagicFusion({one, one}, 1.0, {3}); }), "found 3");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                MagicFusion({one, one}, 1.0, {1, 600, {1, 2, 3}});
                            }),
                            "3 k");
    }

    void aScheduleRunsItsModelAtEachEvaluation() {
        const auto first = stub(1), second = stub(2);
        ModelSchedule schedule({first, second}, {0, 1, 1});
        const auto x = torch::zeros({2, 4, 6, 6});
        for (const int evaluation : {0, 1, 2}) {
            schedule.beginEvaluation(evaluation);
            schedule.predict(x, torch::zeros({2}));
        }
        QCOMPARE(first->calls, 1);
        QCOMPARE(second->calls, 2);
    }

    void featuresAreToldOfTheModelThatMadeThem() {
        const auto config = unetConfig("two");
        std::vector<std::shared_ptr<Denoiser>> models;
        for (const int i : {0, 1}) {
            auto model = std::make_shared<EnsembleDenoiser>(std::vector{hashedUNet(config, i)}, nullptr,
                                                            EnsembleMode{EnsembleMode::Kind::Single, 0});
            model->setText({hashed("text." + std::to_string(i), {2, 5, config.crossAttentionDim})});
            models.push_back(std::move(model));
        }
        std::map<std::size_t, std::vector<int>> stages;  // of each model
        DenoiserObserver observer;
        observer.features = [&](std::size_t model, int stage, const torch::Tensor& features) {
            QVERIFY(features.isfinite().all().item<bool>());
            stages[model].push_back(stage);
        };
        torch::NoGradGuard noGrad;
        const auto x = hashed("x", {1, 4, 8, 8}, 1.7);
        MagicFusion fusion(models, 4.0, {});
        fusion.observe(observer);
        fusion.predict(x, torch::tensor({300.0F}));
        QCOMPARE(stages.size(), std::size_t{2});
        QVERIFY(stages[0].size() > 1 && stages[0].front() == 1);
        QCOMPARE(stages[1], stages[0]);

        const auto all = stages[0];
        stages.clear();
        ModelSchedule schedule(models, {1});
        schedule.observe(observer);
        const auto both = torch::cat({x, x});
        schedule.predict(both, torch::tensor({300.0F, 300.0F}));
        QCOMPARE(stages, (std::map<std::size_t, std::vector<int>>{{1, all}}));
        schedule.observe({});
        schedule.predict(both, torch::tensor({300.0F, 300.0F}));
        QCOMPARE(stages[1], all);
    }

    void aWeightedNoiseAverageIsTheWeightedSumOfSingles() {
        const auto config = unetConfig("two");
        const std::vector unets{hashedUNet(config, 0), hashedUNet(config, 1)};
        const std::vector texts{hashed("text.0", {1, 5, config.crossAttentionDim}),
                                hashed("text.1", {1, 5, config.crossAttentionDim})};
        const auto x = hashed("x", {1, 4, 8, 8}, 1.7), t = torch::tensor({300.0F});
        torch::NoGradGuard noGrad;
        const auto predict = [&](const EnsembleMode& mode) {
            EnsembleDenoiser denoiser(unets, nullptr, mode);
            denoiser.setText(texts);
            return denoiser.predict(x, t);
        };
        using Kind = EnsembleMode::Kind;
        const auto weighted = predict({Kind::NoiseAverage, 0, {0.2, 0.8}});
        AFA_VERIFY_CLOSE(weighted, 0.2 * predict({Kind::Single, 0}) + 0.8 * predict({Kind::Single, 1}), 1e-5);
        QVERIFY(torch::equal(predict({Kind::NoiseAverage, 0, {0.5, 0.5}}), predict({Kind::NoiseAverage})));
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                predict({Kind::NoiseAverage, 0, {1.0}});
                            }),
                            "found 1");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                predict({Kind::BlockAverage, 0, {0.5, 0.5}});
                            }),
                            "found 2");
    }
};

QTEST_GUILESS_MAIN(TestMagicFusion)
#include "test_magic_fusion.moc"
