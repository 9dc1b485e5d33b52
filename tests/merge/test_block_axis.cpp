#include <QtTest/QtTest>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/base/error.h"
#include "core/io/model_config.h"
#include "core/merge/block_axis.h"
#include "core/merge/block_presets.h"
#include "core/nn/unet.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

constexpr double kExact = 1e-15;  // presets are quotients of small integers; cos() may err in its last bit

struct Key {
    std::string diffusers, ldm;
};

/// The U-Net's keys of tests/data/io/NAME_tensors.txt (made by diffusers).
std::vector<Key> unetKeys(const std::string& name) {
    std::ifstream file(std::string(AFA_TEST_DATA "/io/") + name + "_tensors.txt");
    std::vector<Key> keys;
    std::string part, diffusers, shape, ldm;
    const std::string prefix = "model.diffusion_model.";
    while (file >> part >> diffusers >> shape >> ldm)
        if (part == "unet") keys.push_back({diffusers, ldm.substr(prefix.size())});
    return keys;
}

UNetConfig tinyConfig() {
    UNetConfig config;
    config.blockOutChannels = {32, 64, 64};
    config.downAttention = {false, true, true};
    config.upAttention = {true, true, false};
    config.numHeads = {2, 4, 4};
    config.layersPerBlock = 1;
    config.crossAttentionDim = 32;
    config.normNumGroups = 8;
    return config;
}

UNetConfig deepConfig() {
    UNetConfig config;
    config.layersPerBlock = 3;
    return config;
}

std::map<std::string, int> countPerBlock(const UNetConfig& config, const std::vector<Key>& keys) {
    const BlockAxis axis(config);
    std::map<std::string, int> counts;
    for (const auto& key : keys)
        ++counts[axis.names()[axis.blockOf(key.diffusers)]];
    return counts;
}

bool close(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                              [](double x, double y) { return std::abs(x - y) <= kExact; });
}

}  // namespace

class TestBlockAxis : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    /// Counted by hand from the layers: resnet 10 (12 with a shortcut), transformer 26, samplers 2, time
    /// embedding 4, final norm and convolution 4.
    void everyKeyOfStableDiffusion15IsInExactlyOneBlock() {
        const auto keys = unetKeys("sd15");
        QCOMPARE(keys.size(), std::size_t{686});
        const std::map<std::string, int> expected{
            {"IN00", 6},   {"IN01", 36},  {"IN02", 36},  {"IN03", 2},   {"IN04", 38},
            {"IN05", 36},  {"IN06", 2},   {"IN07", 38},  {"IN08", 36},  {"IN09", 2},
            {"IN10", 10},  {"IN11", 10},  {"M00", 46},   {"OUT00", 12}, {"OUT01", 12},
            {"OUT02", 14}, {"OUT03", 38}, {"OUT04", 38}, {"OUT05", 40}, {"OUT06", 38},
            {"OUT07", 38}, {"OUT08", 40}, {"OUT09", 38}, {"OUT10", 38}, {"OUT11", 42}};
        const auto counts = countPerBlock(UNetConfig{}, keys);
        for (const auto& [block, count] : expected)
            QVERIFY2(counts.count(block) && counts.at(block) == count,
                     (block + ": " + std::to_string(counts.count(block) ? counts.at(block) : 0)).c_str());
        QCOMPARE(counts.size(), expected.size());
    }

    void bothNamesOfAKeyGiveTheSameBlock() {
        for (const auto& [config, name] : {std::pair(UNetConfig{}, "sd15"), {tinyConfig(), "tiny"}}) {
            const BlockAxis axis(config);
            for (const auto& key : unetKeys(name))
                QVERIFY2(axis.blockOf(key.diffusers) == axis.blockOf(key.ldm), key.ldm.c_str());
        }
    }

    void ldmNamesFollowTheRulesOfMbw() {
        const BlockAxis axis{UNetConfig{}};
        const auto block = [&](const char* name) { return axis.names()[axis.blockOf(name)]; };
        QCOMPARE(block("time_embed.2.bias"), std::string("IN00"));
        QCOMPARE(block("input_blocks.0.0.weight"), std::string("IN00"));
        QCOMPARE(block("input_blocks.11.0.in_layers.0.weight"), std::string("IN11"));
        QCOMPARE(block("middle_block.1.proj_in.weight"), std::string("M00"));
        QCOMPARE(block("output_blocks.2.1.conv.weight"), std::string("OUT02"));
        QCOMPARE(block("out.2.bias"), std::string("OUT11"));
    }

    /// The stages that aggregators and maps are numbered by.
    void blocksAreTheStagesInOrder() {
        for (const auto& config : {UNetConfig{}, tinyConfig(), deepConfig()}) {
            const BlockAxis axis(config);
            const auto plan = stagePlan(config);
            QCOMPARE(axis.size(), plan.size());
            for (std::size_t i = 0; i < plan.size(); ++i) {
                QCOMPARE(axis.names()[i], plan[i].info.mbwKey);
                // The stage's own modules are in its block.
                const std::string module = plan[i].info.name == "mid_block" ? "mid_block.resnets.0.conv1"
                                           : plan[i].info.name == "conv_in" ? "conv_in"
                                           : plan[i].info.name.find("downsamplers") != std::string::npos
                                               ? plan[i].info.name + ".conv"
                                               : plan[i].info.name + ".conv1";
                QCOMPARE(axis.blockOf(module + ".weight"), i);
            }
        }
        QCOMPARE(BlockAxis{UNetConfig{}}.size(), std::size_t{25});
    }

    void everyExpectedTensorOfAnotherDepthHasABlock() {
        const BlockAxis axis(deepConfig());
        std::set<std::size_t> blocks;
        for (const auto& tensor : expectedTensors(deepConfig()))
            blocks.insert(axis.blockOf(tensor.name));
        QCOMPARE(blocks.size(), axis.size());
    }

    void anUnknownNameIsRefused() {
        const BlockAxis axis{UNetConfig{}};
        for (const char* name : {"input_blocks.12.0.weight", "output_blocks.99.0.weight",
                                 "label_emb.0.weight", "input_blocks.", "input_blocks.3", "outer.weight", ""})
            AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { axis.blockOf(name); }), "IN00 to OUT11");
    }

    void presetsAreThoseOfTheField() {
        const auto twelfths = [](std::vector<int> values) {
            std::vector<double> out;
            for (const int value : values)
                out.push_back(value / 12.0);
            return out;
        };
        const auto preset = [](const char* name) { return blockPreset(name, 25); };
        QVERIFY(close(preset("GRAD_V"), twelfths({12, 11, 10, 9, 8, 7, 6, 5, 4, 3,  2,  1, 0,
                                                  1,  2,  3,  4, 5, 6, 7, 8, 9, 10, 11, 12})));
        QVERIFY(close(preset("GRAD_A"), twelfths({0,  1,  2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
                                                  11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,  0})));
        QVERIFY(close(preset("FLAT_25"), std::vector<double>(25, 0.25)));
        QVERIFY(close(preset("FLAT_50"), std::vector<double>(25, 0.5)));
        QVERIFY(close(preset("FLAT_75"), std::vector<double>(25, 0.75)));
        QVERIFY(close(preset("WRAP08"),
                      {1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1}));
        QVERIFY(close(preset("WRAP12"),
                      {1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}));
        QVERIFY(close(preset("WRAP14"),
                      {1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1}));
        QVERIFY(close(preset("WRAP16"),
                      {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1}));
        QVERIFY(close(preset("MID12_50"), {0,  0,  0,  0,  0,  .5, .5, .5, .5, .5, .5, .5, .5,
                                           .5, .5, .5, .5, .5, .5, 0,  0,  0,  0,  0,  0}));
        QVERIFY(close(preset("OUT07"),
                      {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1}));
        QVERIFY(close(preset("OUT12"),
                      {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}));
        QVERIFY(close(preset("RING08_SOFT"),
                      {0, 0, 0, 0, 0, .5, 1, 1, 1, .5, 0, 0, 0, 0, 0, .5, 1, 1, 1, .5, 0, 0, 0, 0, 0}));
        QVERIFY(close(preset("ALL_A"), std::vector<double>(25, 0.0)));
        QVERIFY(close(preset("ALL_B"), std::vector<double>(25, 1.0)));
        // Curves at the points where they can be worked out on paper: x = 0, 1/4, 1/2, 3/4, 1.
        const auto smooth = preset("SMOOTHSTEP"), cosine = preset("COSINE");
        QVERIFY(close({smooth[0], smooth[6], smooth[12], smooth[18], smooth[24]},
                      {0, 5.0 / 32, 0.5, 27.0 / 32, 1}));
        QVERIFY(close({cosine[0], cosine[6], cosine[8], cosine[12], cosine[16], cosine[24]},
                      {1, (1 + std::sqrt(0.5)) / 2, 0.75, 0.5, 0.25, 0}));
    }

    void everyPresetHasAReverse() {
        const auto names = blockPresetNames();
        QCOMPARE(names.size(), std::size_t{2 * 17});
        for (std::size_t i = 0; i < 17; ++i) {
            QCOMPARE(names[17 + i], "REVERSE_" + names[i]);
            auto weights = blockPreset(names[i], 25);
            std::reverse(weights.begin(), weights.end());
            QVERIFY(close(blockPreset(names[17 + i], 25), weights));
        }
        QVERIFY(close(blockPreset("REVERSE_OUT07", 25),
                      {1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    }

    void curvesFollowTheNumberOfBlocksAndNamedBlocksDoNot() {
        QVERIFY(close(blockPreset("GRAD_V", 5), {1, 0.5, 0, 0.5, 1}));
        QVERIFY(close(blockPreset("SMOOTHSTEP", 3), {0, 0.5, 1}));
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([] { blockPreset("WRAP08", 13); }), "have 13");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([] { blockPreset("GRAD", 25); }), "GRAD_V, GRAD_A");
        QVERIFY(isBlockPreset("REVERSE_COSINE") && !isBlockPreset("REVERSE_") && !isBlockPreset("reverse"));
    }
};

QTEST_GUILESS_MAIN(TestBlockAxis)
#include "test_block_axis.moc"
