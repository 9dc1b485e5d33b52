#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/nn/unet.h"
#include "tests/ensemble/fixtures.h"

using namespace afa;
using namespace afa::test;

namespace {

constexpr double kRounding = 2e-5;      ///< fp32 in another order of operations, weights in [0, 1]
constexpr double kBfloat16 = 1e-2;      ///< 8 bits of mantissa through four layers of the body
constexpr double kTiny = 2e-3;          ///< make_ensemble.py's TINY
constexpr std::int64_t kChannels = 12;  ///< of make_ensemble.py's make_sabw

bool feedsANorm(const std::string& name) {
    for (const char* part : {"conv1.", "conv2.", "conv_shortcut.", "conv_in.", "time_proj.", "time_emb_proj.",
                             "proj_in.", "to_out.0.", "ff.net.2."})
        if (name.find(part) != std::string::npos) return true;
    return false;
}

double tinyScale(const std::string& name) {
    if (name.ends_with("conv_out.weight")) return 0.5 / kTiny;
    if (name.ends_with("proj_out.bias")) return kTiny;
    return feedsANorm(name) ? kTiny : 1.0;
}

AggregatorConfig stageConfig(const std::string& layout, const std::string& off) {
    auto config = layoutConfig(layout);
    applySwitch(config, off);
    config.stages = {3};
    config.channels = {kChannels};
    config.crossAttentionDim = 20;
    config.tembWidth = 28;
    config.timeWidth = 14;
    return config;
}

std::vector<torch::Tensor> hashedList(const std::string& name, torch::IntArrayRef shape, int count = 3,
                                      double scale = 1) {
    std::vector<torch::Tensor> list;
    for (int i = 0; i < count; ++i)
        list.push_back(hashed(name + "." + std::to_string(i), shape, scale));
    return list;
}

Aggregator::Context hashedContext(const Aggregator& aggregator) {
    const int count = static_cast<int>(aggregator.config().numModels);
    return aggregator.makeContext(torch::tensor({741.0f, 23.5f}), hashedList("temb", {2, 28}, count),
                                  hashedList("text", {2, 5, 20}, count));
}

std::vector<torch::Tensor> hashedFeatures(int count = 3, double scale = 1) {
    return hashedList("feature", {2, kChannels, 4, 6}, count, scale);
}

void addLayoutsAndSwitches() {
    QTest::addColumn<std::string>("layout");
    QTest::addColumn<std::string>("off");
    for (const auto& layout : kLayouts)
        for (const auto& off : kSwitches)
            QTest::newRow((layout + " " + off).c_str()) << layout << off;
}

std::int64_t parameterCount(AggregatorConfig config, std::int64_t models) {
    config.numModels = models;
    for (const auto& stage : stagePlan(UNetConfig{})) {
        config.stages.push_back(stage.info.stage);
        config.channels.push_back(stage.info.channels);
    }
    std::int64_t count = 0;
    for (const auto& [name, value] : Aggregator(config, 0).parameters())
        count += value.numel();
    return count;
}

}  // namespace

class TestSabw : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }

    void weightsEqualTheReference_data() { addLayoutsAndSwitches(); }
    void weightsEqualTheReference() {
        QFETCH(std::string, layout);
        QFETCH(std::string, off);
        const torch::NoGradGuard noGrad;
        const Golden golden("ensemble/sabw.safetensors");
        const Aggregator aggregator(stageConfig(layout, off), 1);
        fillHashed(aggregator, layout, usualScale);
        AFA_VERIFY_CLOSE(aggregator.weights(3, hashedFeatures(), hashedContext(aggregator)),
                         golden[layout + "." + off + ".usual"], kRounding);
        // Activations so small that every norm's epsilon shows.
        fillHashed(aggregator, layout, tinyScale);
        AFA_VERIFY_CLOSE(aggregator.weights(3, hashedFeatures(3, kTiny), hashedContext(aggregator)),
                         golden[layout + "." + off + ".tiny"], kRounding);
    }

    void weightsSumToOneAtEveryPosition_data() { addLayoutsAndSwitches(); }
    void weightsSumToOneAtEveryPosition() {
        QFETCH(std::string, layout);
        QFETCH(std::string, off);
        const torch::NoGradGuard noGrad;
        const Aggregator aggregator(stageConfig(layout, off), 1);
        fillHashed(aggregator, layout, [](const std::string&) { return 3.0; });
        const auto weights = aggregator.weights(3, hashedFeatures(), hashedContext(aggregator));
        QCOMPARE(weights.scalar_type(), torch::kFloat32);
        QVERIFY((weights >= 0).all().item<bool>());
        AFA_VERIFY_CLOSE(weights.sum(1), torch::ones({2, 4, 6}), 1e-6);
    }

    void untrainedAggregationIsThePlainMeanToTheBit_data() { addLayoutsAndSwitches(); }
    void untrainedAggregationIsThePlainMeanToTheBit() {
        QFETCH(std::string, layout);
        QFETCH(std::string, off);
        const torch::NoGradGuard noGrad;
        for (int models = 1; models <= 8; ++models) {
            auto config = stageConfig(layout, off);
            config.numModels = models;
            const Aggregator aggregator(config, 7);
            for (const auto dtype : {torch::kFloat32, torch::kBFloat16}) {
                for (const auto format :
                     {torch::MemoryFormat::Contiguous, torch::MemoryFormat::ChannelsLast}) {
                    auto features = hashedList("feature", {2, kChannels, 5, 7}, models);
                    for (auto& feature : features)
                        feature = feature.to(dtype).contiguous(format);
                    const auto weights = aggregator.weights(3, features, hashedContext(aggregator));
                    const auto joined = combine(features, weights);
                    QCOMPARE(joined.scalar_type(), dtype);
                    QVERIFY2(torch::equal(joined, combineMean(features)),
                             qPrintable(QString::number(models)));
                    if (dtype == torch::kFloat32)
                        AFA_VERIFY_CLOSE(joined, torch::stack(features).mean(0), 1e-6);
                }
            }
        }
    }

    void combineWeighsEachModelAtEachPosition() {
        const auto first = torch::tensor({1.0f, 2.0f, 3.0f, 4.0f}).view({1, 1, 2, 2});
        const auto second = torch::tensor({10.0f, 20.0f, 30.0f, 40.0f}).view({1, 1, 2, 2});
        const auto weight = torch::tensor({1.0f, 0.0f, 0.5f, 0.25f}).view({1, 1, 2, 2});
        const auto expected = torch::tensor({1.0f, 20.0f, 16.5f, 31.0f}).view({1, 1, 2, 2});
        QVERIFY(torch::equal(combine({first, second}, torch::cat({weight, 1 - weight}, 1)), expected));
    }

    void combinePassesGradientsToFeaturesAndWeights() {
        auto features = hashedFeatures();
        auto weights = torch::softmax(hashed("logits", {2, 3, 4, 6}), 1).requires_grad_();
        for (auto& feature : features)
            feature.requires_grad_();
        const auto direction = hashed("direction", {2, kChannels, 4, 6});
        (combine(features, weights) * direction).sum().backward();
        for (int i = 0; i < 3; ++i) {
            AFA_VERIFY_CLOSE(features[i].grad(), weights.detach().narrow(1, i, 1) * direction, 1e-6);
            AFA_VERIFY_CLOSE(weights.grad().narrow(1, i, 1), (features[i].detach() * direction).sum(1, true),
                             kRounding);
        }
    }

    void mixedHalvesAreIndependent() {
        const torch::NoGradGuard noGrad;
        const Aggregator aggregator(stageConfig("paper", "full"), 1);
        fillHashed(aggregator, "paper", usualScale);
        const auto context = hashedContext(aggregator);
        const auto both = aggregator.weights(3, hashedFeatures(), context);
        for (std::int64_t half = 0; half < 2; ++half) {
            auto features = hashedFeatures();
            for (auto& feature : features)
                feature = feature.narrow(0, half, 1);
            const Aggregator::Context own{
                context.timeHidden.narrow(0, half, 1), {}, context.text.narrow(0, half, 1)};
            AFA_VERIFY_CLOSE(aggregator.weights(3, features, own), both.narrow(0, half, 1), kRounding);
        }
    }

    void halfPrecisionFeaturesKeepTheWeights_data() { addLayoutsAndSwitches(); }
    void halfPrecisionFeaturesKeepTheWeights() {
        QFETCH(std::string, layout);
        QFETCH(std::string, off);
        const torch::NoGradGuard noGrad;
        const Aggregator aggregator(stageConfig(layout, off), 1);
        fillHashed(aggregator, layout, usualScale);
        auto features = hashedFeatures();
        const auto exact = aggregator.weights(3, features, hashedContext(aggregator));
        for (auto& feature : features)
            feature = feature.to(torch::kBFloat16);
        const auto rounded = aggregator.weights(3, features, hashedContext(aggregator));
        QCOMPARE(rounded.scalar_type(), torch::kFloat32);
        AFA_VERIFY_CLOSE(rounded, exact, kBfloat16);
    }

    void trainingComputesInFp32WhateverTheFeatures() {
        const Aggregator aggregator(stageConfig("paper", "full"), 1);
        fillHashed(aggregator, "paper", usualScale);
        for (auto [name, value] : aggregator.parameters())
            value.requires_grad_();
        auto features = hashedFeatures();
        for (auto& feature : features)
            feature = feature.to(torch::kBFloat16);
        const auto training = aggregator.weights(3, features, hashedContext(aggregator));
        QVERIFY(training.requires_grad());
        for (auto& feature : features)
            feature = feature.to(torch::kFloat32);
        const torch::NoGradGuard noGrad;
        QVERIFY(torch::equal(training, aggregator.weights(3, features, hashedContext(aggregator))));
    }

    void stableDiffusion15HasThePapersParameterCount() {
        AggregatorConfig paper;
        QCOMPARE(parameterCount(paper, 2), 35366090);
        QCOMPARE(parameterCount(paper, 3), 50302383);
        QCOMPARE(parameterCount(paper, 4), 65238676);
        AggregatorConfig release;
        release.layout = AggregatorConfig::Layout::Release;
        release.hiddenSize = 128;
        release.numHeads = 8;
        release.numLayers = 2;
        QCOMPARE(parameterCount(release, 3), 45132416);
    }

    void freshWeightsComeFromTheSeed() {
        const auto config = stageConfig("paper", "full");
        const Aggregator first(config, 5), same(config, 5), other(config, 6);
        for (std::size_t i = 0; i < first.parameters().size(); ++i) {
            const auto& [name, value] = first.parameters()[i];
            QVERIFY2(torch::equal(value, same.parameters()[i].second), name.c_str());
            if (name.find("conv_out") != std::string::npos) {
                QVERIFY2(value.eq(0).all().item<bool>(), name.c_str());
            } else if (value.dim() > 1) {
                QVERIFY2(!torch::equal(value, other.parameters()[i].second), name.c_str());
                // kaiming_uniform(sqrt(5)): uniform within 1 / sqrt(fan in).
                const double bound = 1 / std::sqrt(static_cast<double>(value[0].numel()));
                const double largest = value.abs().max().item<double>();
                QVERIFY2(largest <= bound && largest > 0.9 * bound, name.c_str());
            }
        }
    }

    void parametersAreThoseOfTheNativeFile_data() { addLayoutsAndSwitches(); }
    void parametersAreThoseOfTheNativeFile() {
        QFETCH(std::string, layout);
        QFETCH(std::string, off);
        const auto config = stageConfig(layout, off);
        const Aggregator aggregator(config, 1);
        const auto expected = expectedTensors(config);
        QCOMPARE(aggregator.parameters().size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(aggregator.parameters()[i].first, expected[i].name);
            QCOMPARE(shapeText(aggregator.parameters()[i].second.sizes()), shapeText(expected[i].shape));
        }
    }

    void aFileGivesTheSameWeights() {
        const torch::NoGradGuard noGrad;
        const auto config = stageConfig("paper", "full");
        const Aggregator written(config, 1);
        fillHashed(written, "paper", usualScale);
        QTemporaryDir folder;
        const auto path =
            std::filesystem::path(folder.filePath(QStringLiteral("a.safetensors")).toStdString());
        std::vector<TensorInfo> infos;
        for (const auto& [name, value] : written.parameters())
            infos.push_back({name, DType::F32, value.sizes().vec()});
        writeAggregator(path, config, {}, "", infos,
                        [&](std::size_t i) { return toBytes(written.parameters()[i].second); });
        const Aggregator read(AggregatorFile::open(path));
        QVERIFY(read.config() == config);
        QVERIFY(torch::equal(read.weights(3, hashedFeatures(), hashedContext(read)),
                             written.weights(3, hashedFeatures(), hashedContext(written))));
    }

    void featuresThatDoNotFitAreRefused() {
        const Aggregator aggregator(stageConfig("paper", "full"), 1);
        const auto context = hashedContext(aggregator);
        QVERIFY_THROWS_EXCEPTION(DataError, aggregator.weights(3, hashedFeatures(2), context));
        QVERIFY_THROWS_EXCEPTION(DataError,
                                 aggregator.weights(3, hashedList("f", {2, kChannels + 1, 4, 6}), context));
        QVERIFY_THROWS_EXCEPTION(DataError, aggregator.weights(4, hashedFeatures(), context));
        QVERIFY_THROWS_EXCEPTION(DataError, combine(hashedFeatures(), torch::ones({2, 2, 4, 6})));
    }

    void configsThatCannotBeBuiltAreRefused() {
        const auto refused = [](auto change) {
            auto config = stageConfig("release", "full");
            change(config);
            try {
                Aggregator(config, 1);
            } catch (const ConfigError&) {
                return true;
            }
            return false;
        };
        QVERIFY(!refused([](AggregatorConfig&) {}));
        QVERIFY(refused([](AggregatorConfig& config) { config.numModels = 9; }));
        QVERIFY(refused([](AggregatorConfig& config) { config.numHeads = 3; }));
        QVERIFY(refused([](AggregatorConfig& config) { config.hiddenSize = 40; }));
        QVERIFY(refused([](AggregatorConfig& config) { config.stages = {}; }));
        QVERIFY(refused([](AggregatorConfig& config) { config.stages = {3, 2}, config.channels = {4, 4}; }));
        QVERIFY(refused([](AggregatorConfig& config) { config.channels = {0}; }));
        QVERIFY(refused([](AggregatorConfig& config) { config.timeWidth = 13; }));
    }
};

QTEST_GUILESS_MAIN(TestSabw)
#include "test_sabw.moc"
