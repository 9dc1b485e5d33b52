#include <QtTest/QtTest>
#include <cstring>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/io/aggregator_file.h"
#include "core/io/convert.h"
#include "core/io/probe.h"
#include "core/io/safetensors.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

using Layout = AggregatorConfig::Layout;

AggregatorConfig config(Layout layout) {
    UNetConfig unet;
    unet.blockOutChannels = {32, 64};
    unet.downAttention = {true, false};
    unet.upAttention = {false, true};
    unet.numHeads = {2, 2};
    unet.crossAttentionDim = 24;
    auto result = AggregatorConfig::forModels(layout, 2, unet);
    result.hiddenSize = 32;
    result.numHeads = 2;
    return result;
}

const std::vector<BaseModelRef> kModels{{"a", std::string(64, 'a'), "a.safetensors"},
                                        {"b", std::string(64, 'b'), ""}};

/// Tensor i holds the value i.
std::filesystem::path write(const std::filesystem::path& path, const AggregatorConfig& config,
                            const std::vector<BaseModelRef>& models = kModels) {
    std::vector<TensorInfo> infos;
    for (const auto& tensor : expectedTensors(config))
        infos.push_back({tensor.name, DType::F32, tensor.shape});
    writeAggregator(path, config, models, R"({"steps":5})", infos, [&](std::size_t index) {
        const std::vector<float> values(static_cast<std::size_t>(infos[index].numel()),
                                        static_cast<float>(index));
        std::vector<std::byte> bytes(values.size() * sizeof(float));
        std::memcpy(bytes.data(), values.data(), bytes.size());
        return bytes;
    });
    return path;
}

float firstValue(const AggregatorFile& file, std::size_t index) {
    float value = -1;
    std::memcpy(&value, file.view(index).bytes.data(), sizeof value);
    return value;
}

}  // namespace

class TestAggregatorFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void parameterCountsAreThoseOfThePaperAndTheRelease() {
        // method.md 3: N = 2, 3 and 4 on SD 1.5 in the paper layout, N = 3 in the release's.
        const auto parameters = [](Layout layout, std::int64_t models) {
            std::int64_t sum = 0;
            for (const auto& tensor :
                 expectedTensors(AggregatorConfig::forModels(layout, models, UNetConfig{})))
                sum += TensorInfo{"", DType::F32, tensor.shape}.numel();
            return sum;
        };
        QCOMPARE(parameters(Layout::Paper, 2), std::int64_t{35366090});
        QCOMPARE(parameters(Layout::Paper, 3), std::int64_t{50302383});
        QCOMPARE(parameters(Layout::Paper, 4), std::int64_t{65238676});
        QCOMPARE(parameters(Layout::Release, 3), std::int64_t{45132416});
    }

    void nativeFilesReadBackEqual_data() {
        QTest::addColumn<Layout>("layout");
        QTest::newRow("paper") << Layout::Paper;
        QTest::newRow("release") << Layout::Release;
    }
    void nativeFilesReadBackEqual() {
        QFETCH(Layout, layout);
        const TempDir dir;
        auto written = config(layout);
        written.spatial = false;
        const auto path = write(dir / "a.safetensors", written);
        const auto file = AggregatorFile::open(path);
        QVERIFY(file.config == written);
        QVERIFY(file.baseModels == kModels);
        QCOMPARE(file.trainingJson, std::string(R"({"steps":5})"));
        for (std::size_t i = 0; i < file.tensors().size(); ++i)
            QCOMPARE(firstValue(file, i), static_cast<float>(i));
        const auto result = probe(path, false);
        QCOMPARE(result.kind, std::string("aggregator"));
        QCOMPARE(result.problem, std::string());
    }

    void theAuthorsLayoutReadsBackEqual() {
        const TempDir dir;
        const auto path = write(dir / "a.safetensors", config(Layout::Release));
        convert(path, ConvertTarget::Authors, dir / "authors");
        QVERIFY(std::filesystem::exists(dir / "authors/aggregator_0/aggregator.safetensors"));
        const auto first = openSafetensors(dir / "authors/aggregator_0/aggregator.safetensors");
        for (const auto* name : {"conv_in.weight", "res_block.time_emb_proj.weight", "conv_out.weight",
                                 "transformer.transformer_blocks.1.attn2.to_k.weight"})
            QVERIFY2(first->find(name), name);
        const auto authors = AggregatorFile::open(dir / "authors");
        auto expected = AggregatorFile::open(path).config;
        expected.timeWidth = AggregatorConfig{}.timeWidth;  // not stored: the release layout has no time MLP
        QVERIFY(authors.config == expected);
        QVERIFY(authors.baseModels.empty());
        for (std::size_t i = 0; i < authors.tensors().size(); ++i)
            QCOMPARE(firstValue(authors, i), static_cast<float>(i));
        QCOMPARE(probe(dir / "authors", false).kind, std::string("aggregator-authors"));
        convert(dir / "authors", ConvertTarget::Native, dir / "again.safetensors");
        QVERIFY(AggregatorFile::open(dir / "again.safetensors").config == authors.config);
    }

    /// Whatever can be asked for can be read back; what cannot be is not written.
    void theLargestAndTheFirstBeyond() {
        const TempDir dir;
        AggregatorConfig largest;
        largest.numModels = kMaxModels;
        largest.numLayers = kMaxAggregatorLayers;
        largest.hiddenSize = 4;
        largest.numHeads = 2;
        largest.stages = {25};
        largest.channels = {8};
        largest.crossAttentionDim = 4;
        largest.timeWidth = 2;
        largest.timeHidden = 2;
        QVERIFY(AggregatorFile::open(write(dir / "largest.safetensors", largest, {})).config == largest);
        const auto refused = [&](auto&& change) {
            auto config = largest;
            change(config);
            const auto message = messageOf<ConfigError>([&] { write(dir / "no.safetensors", config); });
            return std::filesystem::exists(dir / "no.safetensors") ? std::string("written") : message;
        };
        AFA_VERIFY_CONTAINS(refused([](auto& config) { ++config.numModels; }),
                            "base models from 1 to 8, found 9");
        AFA_VERIFY_CONTAINS(refused([](auto& config) { ++config.numLayers; }),
                            "layers from 1 to 16, found 17");
        AFA_VERIFY_CONTAINS(refused([](auto& config) { config.numHeads = 3; }), "divisible by the heads");
        AFA_VERIFY_CONTAINS(refused([](auto& config) { config.timeWidth = 3; }), "even width");
        AFA_VERIFY_CONTAINS(refused([](auto& config) { config.channels = {0}; }), "channels from 1");
        AFA_VERIFY_CONTAINS(refused([](auto& config) { config.stages = {0}; }), "ascending stages from 1");
    }

    void thePaperLayoutHasNoAuthorsForm() {
        const TempDir dir;
        const auto path = write(dir / "a.safetensors", config(Layout::Paper));
        AFA_VERIFY_CONTAINS(
            messageOf<ConfigError>([&] { convert(path, ConvertTarget::Authors, dir / "authors"); }),
            "release layout");
        QVERIFY(!std::filesystem::exists(dir / "authors"));
    }

    void configsAndTensorsThatDisagreeAreRefused() {
        const TempDir dir;
        const auto made = config(Layout::Paper);
        auto other = made;
        other.stages.pop_back();
        other.channels.pop_back();
        std::vector<TensorInfo> infos;
        for (const auto& tensor : expectedTensors(other))
            infos.push_back({tensor.name, DType::F32, tensor.shape});
        writeAggregator(dir / "a.safetensors", made, {}, "", infos, [&](std::size_t index) {
            return std::vector<std::byte>(static_cast<std::size_t>(infos[index].numel()) * 4);
        });
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { AggregatorFile::open(dir / "a.safetensors"); }),
                            "missing");
    }

    void otherFilesAreNoAggregators() {
        const TempDir dir;
        SafetensorsWriter writer(dir / "x.safetensors", {{"x", DType::F32, {1}}});
        writer.write(std::vector<std::byte>(4));
        writer.finish();
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { AggregatorFile::open(dir / "x.safetensors"); }),
                            "not an aggregator");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { AggregatorFile::open(dir.path()); }),
                            "not an aggregator");
    }

    void modelsAreMatchedByFingerprint() {
        using Order = std::vector<std::size_t>;
        const std::vector<BaseModelRef> refs{{"a", "1", ""}, {"b", "2", ""}, {"c", "3", ""}};
        const std::vector<std::string> names{"x", "y", "z"};
        QCOMPARE(matchBaseModels(refs, {"1", "2", "3"}, names, false), (Order{0, 1, 2}));
        QCOMPARE(matchBaseModels(refs, {"3", "1", "2"}, names, false), (Order{1, 2, 0}));
        QCOMPARE(matchBaseModels({}, {"9", "8"}, names, false), (Order{0, 1}));
        QCOMPARE(matchBaseModels(refs, {"3", "9", "1"}, names, true), (Order{2, 1, 0}));
        const auto stranger = messageOf<ConfigError>([&] {
            matchBaseModels(refs, {"3", "9", "1"}, names, false);
        });
        for (const auto* part : {"model y (9)", "expected b (2)", "--allow-other-models"})
            AFA_VERIFY_CONTAINS(stranger, part);
        const auto number = messageOf<ConfigError>([&] { matchBaseModels(refs, {"1", "2"}, names, true); });
        AFA_VERIFY_CONTAINS(number, "for 3 models, 2 are given");
        // Equal models keep their order.
        QCOMPARE(matchBaseModels({{"a", "1", ""}, {"b", "1", ""}}, {"1", "1"}, names, false), (Order{0, 1}));
    }
};

QTEST_GUILESS_MAIN(TestAggregatorFile)
#include "test_aggregator_file.moc"
