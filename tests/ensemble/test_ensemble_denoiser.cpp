#include <QtTest/QtTest>
#include <map>

#include "core/base/error.h"
#include "tests/ensemble/fixtures.h"

using namespace afa;
using namespace afa::test;

namespace {

using Kind = EnsembleMode::Kind;

constexpr double kNoise = 1e-4;     ///< fp32 through three U-Nets, values up to about 2
constexpr double kGradient = 1e-4;  ///< relative to the gradient's norm
constexpr double kCopies = 1e-5;    ///< three times a third of the same value, at every stage
/// Rounding of sums over positions that nearly cancel: the last biases, whose terms are about 1e-4 each.
constexpr double kGradientFloor = 5e-7;

torch::Tensor startNoise() {
    return hashed("x", {2, 4, 8, 8}, 1.7);
}

torch::Tensor predict(const std::unique_ptr<EnsembleDenoiser>& denoiser) {
    return denoiser->predict(startNoise(), torch::tensor({741.0f, 23.5f}));
}

/// Norm and two projections, as make_ensemble.py stores them.
std::array<double, 3> gradientFacts(const std::string& name, const torch::Tensor& gradient) {
    std::array<double, 3> facts{gradient.to(torch::kFloat64).norm().item<double>()};
    for (int k = 0; k < 2; ++k) {
        const auto direction = hashed("direction." + std::to_string(k) + "." + name, gradient.sizes());
        facts[static_cast<std::size_t>(k) + 1] =
            (gradient.to(torch::kFloat64) * direction.to(torch::kFloat64)).sum().item<double>();
    }
    return facts;
}

}  // namespace

class TestEnsembleDenoiser : public QObject {
    Q_OBJECT

    std::map<std::string, Ensemble> ensembles_;
    const Ensemble& ensemble(const std::string& name) { return ensembles_.at(name); }

  private Q_SLOTS:
    void initTestCase() {
        torch::set_num_threads(1);
        for (const auto* name : {"two", "three"})
            ensembles_.emplace(name, name);
    }

    void modesWithoutAggregatorEqualTheReference_data() {
        QTest::addColumn<std::string>("models");
        QTest::newRow("two") << std::string("two");
        QTest::newRow("three") << std::string("three");
    }
    void modesWithoutAggregatorEqualTheReference() {
        QFETCH(std::string, models);
        const torch::NoGradGuard noGrad;
        const Golden golden("ensemble/" + models + ".safetensors");
        const auto& set = ensemble(models);
        for (int i = 0; i < static_cast<int>(set.models.size()); ++i)
            AFA_VERIFY_CLOSE(predict(set.denoiser({Kind::Single, i})), golden["single." + std::to_string(i)],
                             kNoise);
        AFA_VERIFY_CLOSE(predict(set.denoiser({Kind::BlockAverage})), golden["block-average"], kNoise);
        AFA_VERIFY_CLOSE(predict(set.denoiser({Kind::NoiseAverage})), golden["noise-average"], kNoise);
    }

    void noiseAndMapsEqualTheReference_data() { addAggregators(); }
    void noiseAndMapsEqualTheReference() {
        QFETCH(std::string, models);
        QFETCH(std::string, layout);
        QFETCH(std::string, name);
        const torch::NoGradGuard noGrad;
        const Golden golden("ensemble/" + models + ".safetensors");
        const auto& set = ensemble(models);
        const auto aggregator = set.aggregator(layout, name);
        std::map<int, torch::Tensor> maps;
        auto denoiser = set.denoiser({Kind::Afa}, aggregator);
        denoiser->observe(
            {.noise = {}, .map = [&](int stage, const torch::Tensor& weights) { maps[stage] = weights; }});
        const auto noise = predict(denoiser);
        const auto key = layout + "." + name;
        AFA_VERIFY_CLOSE(noise, golden[key + ".noise"], kNoise);
        QCOMPARE(maps.size(), aggregator->config().stages.size());
        for (const auto& [stage, weights] : maps)
            AFA_VERIFY_CLOSE(weights, golden[key + ".map." + std::to_string(stage)], kNoise);
    }

    void gradientsEqualTheReference_data() { addAggregators(); }
    void gradientsEqualTheReference() {
        QFETCH(std::string, models);
        QFETCH(std::string, layout);
        QFETCH(std::string, name);
        const auto expected =
            Golden("ensemble/" + models + ".safetensors")[layout + "." + name + ".gradients"];
        const auto& set = ensemble(models);
        const auto aggregator = set.aggregator(layout, name);
        for (auto [parameter, value] : aggregator->parameters())
            value.requires_grad_();
        const auto noise = predict(set.denoiser({Kind::Afa}, aggregator));
        torch::mse_loss(noise, hashed("target", {2, 4, 8, 8}, 1.7)).backward();
        QCOMPARE(expected.size(0), static_cast<std::int64_t>(aggregator->parameters().size()));
        const auto rows = expected.accessor<double, 2>();
        for (std::size_t i = 0; i < aggregator->parameters().size(); ++i) {
            const auto& [parameter, value] = aggregator->parameters()[i];
            QVERIFY2(value.grad().defined(), parameter.c_str());
            const auto facts = gradientFacts(parameter, value.grad());
            const auto row = rows[static_cast<std::int64_t>(i)];
            // A projection on a direction of `numel` entries up to 1 may be that much larger than the norm.
            const double scale = std::sqrt(static_cast<double>(value.numel()));
            QVERIFY2(std::abs(facts[0] - row[0]) <= kGradient * row[0] + kGradientFloor,
                     qPrintable(QStringLiteral("%1: norm %2, expected %3")
                                    .arg(parameter.c_str())
                                    .arg(facts[0])
                                    .arg(row[0])));
            for (int k = 1; k <= 2; ++k)
                QVERIFY2(std::abs(facts[static_cast<std::size_t>(k)] - row[k]) <=
                             (kGradient * row[0] + kGradientFloor) * std::max(1.0, std::log(scale)),
                         parameter.c_str());
        }
    }

    void lastBlockModeLeavesTheOtherStagesApart() {
        const torch::NoGradGuard noGrad;
        const Golden golden("ensemble/three.safetensors");
        const auto& set = ensemble("three");
        for (const auto& layout : kLayouts) {
            // An aggregator of all stages: only its last one may be used.
            auto denoiser = set.denoiser({Kind::LastBlock}, set.aggregator(layout, "full"));
            std::vector<int> stages;
            denoiser->observe(
                {.noise = {}, .map = [&](int stage, const torch::Tensor&) { stages.push_back(stage); }});
            AFA_VERIFY_CLOSE(predict(denoiser), golden[layout + ".last-block.noise"], kNoise);
            QCOMPARE(stages, std::vector<int>{set.lastStage()});
        }
    }

    void untrainedEnsemblesAverageToTheBit() {
        const torch::NoGradGuard noGrad;
        for (const auto& [name, set] : ensembles_) {
            const auto blocks = predict(set.denoiser({Kind::BlockAverage}));
            const auto noises = predict(set.denoiser({Kind::NoiseAverage}));
            QVERIFY(maxDifference(blocks, noises) > kNoise);
            for (const auto& layout : kLayouts) {
                for (const auto& off : kSwitches) {
                    const auto untrained = std::make_shared<Aggregator>(set.aggregatorConfig(layout, off), 3);
                    QVERIFY2(torch::equal(predict(set.denoiser({Kind::Afa}, untrained)), blocks),
                             off.c_str());
                    QVERIFY2(torch::equal(predict(set.denoiser({Kind::LastBlock}, untrained)), noises),
                             off.c_str());
                }
            }
        }
    }

    void copiesOfOneModelEqualThatModel() {
        const torch::NoGradGuard noGrad;
        auto set = ensemble("three");
        const auto single = predict(set.denoiser({Kind::Single, 1}));
        for (std::size_t i = 0; i < 3; ++i) {
            set.models[i] = set.models[1];
            set.texts[i] = set.texts[1];
        }
        for (const auto& layout : kLayouts)
            AFA_VERIFY_CLOSE(predict(set.denoiser({Kind::Afa}, set.aggregator(layout, "full"))), single,
                             kCopies);
    }

    void anyNumberOfModelsFromOneToEightRuns() {
        const torch::NoGradGuard noGrad;
        auto set = ensemble("two");
        const auto single = predict(set.denoiser({Kind::Single, 0}));
        for (const std::size_t count : {1, 8}) {
            set.models.resize(count, set.models[0]);
            set.texts.resize(count, set.texts[0]);
            for (std::size_t i = 0; i < count; ++i)
                set.models[i] = set.models[0], set.texts[i] = set.texts[0];
            AFA_VERIFY_CLOSE(predict(set.denoiser({Kind::Afa}, set.aggregator("paper", "full"))), single,
                             kCopies);
        }
        set.models.resize(9, set.models[0]);
        QVERIFY_THROWS_EXCEPTION(ConfigError, EnsembleDenoiser(set.models, nullptr, {Kind::BlockAverage}));
    }

    void bfloat16StaysNearFp32() {
        const torch::NoGradGuard noGrad;
        auto set = ensemble("three");
        const auto aggregator = set.aggregator("paper", "full");
        const auto exact = predict(set.denoiser({Kind::Afa}, aggregator));
        for (int i = 0; i < 3; ++i)
            set.models[static_cast<std::size_t>(i)] = hashedUNet(set.config, i, torch::kBFloat16);
        const auto rounded = predict(set.denoiser({Kind::Afa}, aggregator));
        QCOMPARE(rounded.scalar_type(), torch::kFloat32);
        // Of values up to 1.5, through 13 stages with 8 bits of mantissa; processors without bf16
        // instructions round more often.
        constexpr double kBfloat16Noise = 0.1;
        AFA_VERIFY_CLOSE(rounded, exact, kBfloat16Noise);
    }

    void aStopRequestEndsThePassAtTheNextStage() {
        const torch::NoGradGuard noGrad;
        const auto& set = ensemble("two");
        auto denoiser = set.denoiser({Kind::Afa}, set.aggregator("paper", "full"));
        std::stop_source stop;
        int seen = 0;
        denoiser->setControl(TaskControl(stop.get_token()));
        denoiser->observe({.noise = {}, .map = [&](int stage, const torch::Tensor&) {
                               seen = stage;
                               if (stage == 3) stop.request_stop();
                           }});
        QVERIFY_THROWS_EXCEPTION(Cancelled, predict(denoiser));
        QCOMPARE(seen, 3);
    }

    void modelsAndAggregatorsThatDoNotFitAreRefused() {
        const auto& set = ensemble("two");
        const auto message = [](const std::vector<std::shared_ptr<const UNet>>& models,
                                std::shared_ptr<const Aggregator> aggregator,
                                EnsembleMode mode) -> std::string {
            try {
                EnsembleDenoiser(models, std::move(aggregator), mode);
            } catch (const ConfigError& error) {
                return error.what();
            }
            return {};
        };
        const auto contains = [](const std::string& text, const std::string& part) {
            return text.find(part) != std::string::npos;
        };
        auto mixed = set.models;
        mixed[1] = ensemble("three").models[0];
        const auto differ = message(mixed, nullptr, {Kind::BlockAverage});
        QVERIFY2(contains(differ, "[32, 64]") && contains(differ, "[32, 32, 64]"), differ.c_str());
        QVERIFY(message(mixed, nullptr, {Kind::Single, 1}).empty());

        const auto number = message(set.models, ensemble("three").aggregator("paper", "full"), {Kind::Afa});
        QVERIFY2(contains(number, "3 models") && contains(number, "2 were"), number.c_str());
        QVERIFY(!message(set.models, nullptr, {Kind::Afa}).empty());

        auto config = set.aggregatorConfig("paper", "full");
        config.channels[4] = 48;
        const auto channels = message(set.models, std::make_shared<Aggregator>(config, 1), {Kind::Afa});
        QVERIFY2(contains(channels, "48") && contains(channels, "64"), channels.c_str());

        config = set.aggregatorConfig("paper", "full");
        config.crossAttentionDim = 8;
        QVERIFY(contains(message(set.models, std::make_shared<Aggregator>(config, 1), {Kind::Afa}),
                         "text width 8"));

        config = set.aggregatorConfig("paper", "last-block");
        config.stages = {3};
        config.channels = {32};
        for (const auto kind : {Kind::Afa, Kind::LastBlock})
            QVERIFY(
                contains(message(set.models, std::make_shared<Aggregator>(config, 1), {kind}), "last stage"));
    }

    void inputsThatDoNotFitAreRefused() {
        const auto& set = ensemble("two");
        auto denoiser = set.denoiser({Kind::BlockAverage});
        const auto timesteps = torch::tensor({741.0f, 23.5f});
        QVERIFY_THROWS_EXCEPTION(DataError, denoiser->predict(startNoise().narrow(0, 0, 1), timesteps));
        QVERIFY_THROWS_EXCEPTION(DataError, denoiser->setText({set.texts[0]}));
        QVERIFY_THROWS_EXCEPTION(DataError, denoiser->setText({set.texts[0], torch::zeros({2, 5, 3})}));
    }

    void modesAreParsed() {
        QCOMPARE(parseEnsembleMode("afa", 3).kind, Kind::Afa);
        QCOMPARE(parseEnsembleMode("block-average", 3).kind, Kind::BlockAverage);
        QCOMPARE(parseEnsembleMode("noise-average", 3).kind, Kind::NoiseAverage);
        QCOMPARE(parseEnsembleMode("last-block", 3).kind, Kind::LastBlock);
        const auto single = parseEnsembleMode("single:2", 3);
        QCOMPARE(single.kind, Kind::Single);
        QCOMPARE(single.single, 2);
        for (const char* wrong :
             {"", "AFA", "single", "single:", "single:3", "single:-1", "single:1x", "mean"})
            QVERIFY_THROWS_EXCEPTION(ConfigError, parseEnsembleMode(wrong, 3));
    }

  private:
    static void addAggregators() {
        QTest::addColumn<std::string>("models");
        QTest::addColumn<std::string>("layout");
        QTest::addColumn<std::string>("name");
        for (const std::string models : {"two", "three"})
            for (const auto& layout : kLayouts)
                for (const std::string name :
                     {"full", "no-spatial", "no-timestep", "no-text", "last-block", "some"})
                    QTest::newRow((models + " " + layout + " " + name).c_str()) << models << layout << name;
    }
};

QTEST_GUILESS_MAIN(TestEnsembleDenoiser)
#include "test_ensemble_denoiser.moc"
