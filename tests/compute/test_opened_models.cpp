#include <QtTest/QtTest>
#include <limits>

#include "core/base/error.h"
#include "core/compute/opened_models.h"
#include "tests/compute/random_models.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

const Placement kFp32{torch::kCPU, torch::kFloat32};

/// Paths "/nowhere/<i>" of models in a cache.
struct Models {
    ModelCache cache;
    std::vector<std::filesystem::path> paths;

    explicit Models(const std::vector<ModelShape>& shapes, bool keepsModels = true) : cache(keepsModels) {
        cache.begin(kFp32, {}, {});
        for (std::size_t i = 0; i < shapes.size(); ++i)
            paths.push_back(addRandomModel(cache, std::to_string(i), i + 1, shapes[i]));
    }
    OpenedModels open(ModelChoice choice = {}) {
        choice.models = paths;
        return {choice, kFp32, cache, {}};
    }
};

ModelShape shapeOf(std::int64_t crossAttention) {
    ModelShape shape;
    shape.unet.crossAttentionDim = shape.text.hiddenSize = crossAttention;
    return shape;
}

}  // namespace

class TestOpenedModels : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }

    void sizesAreOnTheGrid() {
        // Three levels halve twice; the VAE's factor is 2.
        const ModelShape shape;
        const SizeGrid grid(shape.unet, shape.vae);
        QCOMPARE(grid.step, std::int64_t{8});
        QCOMPARE(grid.own, std::int64_t{16});
        QCOMPARE(grid.side("--width", 0), std::int64_t{16});
        QCOMPARE(grid.side("--width", 24), std::int64_t{24});
        for (const std::int64_t wrong : {4, 12, 25})
            AFA_VERIFY_CONTAINS(
                messageOf<RequestError>([&] { (void)grid.side("--height", wrong); }),
                "--height is " + std::to_string(wrong) + "; these models take multiples of 8");
        const SizeGrid sd15{UNetConfig{}, VaeConfig{}};
        QCOMPARE(sd15.step, std::int64_t{64});
        QCOMPARE(sd15.own, std::int64_t{512});
    }

    void theHostsVaeAndTokenizerServeAll() {
        Models m(std::vector<ModelShape>(2));
        const auto models = m.open({.models = {}, .host = 1, .vae = {}});
        QCOMPARE(models.count(), std::size_t{2});
        QCOMPARE(models.hostPath(), m.paths[1]);
        QCOMPARE(models.vaePath(), m.paths[1]);
        QCOMPARE(models.vae(), m.cache.vae(m.paths[1]));
        QCOMPARE(models.tokenizer(), m.cache.tokenizer(m.paths[1]));
        QCOMPARE(models.names(), (std::vector<std::string>{"0", "1"}));
        QCOMPARE(models.latentShape(3, 32, 16), (std::vector<std::int64_t>{3, 4, 8, 16}));
    }

    void anotherVaeTakesTheHostsPlace() {
        Models m(std::vector<ModelShape>(2));
        const auto models = m.open({.models = {}, .host = 1, .vae = m.paths[0]});
        QCOMPARE(models.hostPath(), m.paths[1]);
        QCOMPARE(models.vae(), m.cache.vae(m.paths[0]));
        QCOMPARE(models.encoders().vae, m.cache.vae(m.paths[0]));
    }

    void predictionsThatAreNotFiniteNameTheirModel() {
        Models m(std::vector<ModelShape>(2));
        const auto models = m.open();
        models.requireFinite(1, {0.0F, -3e38F});
        for (const float wrong :
             {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            const auto message = messageOf<DataError>([&] { models.requireFinite(1, {0.0F, wrong}); });
            AFA_VERIFY_CONTAINS(message, m.paths[1].string() + ": ");
            AFA_VERIFY_CONTAINS(message, "fp32 is too narrow");
        }
        AFA_VERIFY_CONTAINS(tooNarrow(torch::kBFloat16), "the precision bf16 is too narrow");
    }

    void modelsOfAnotherArchitectureAreRefused() {
        Models m(std::vector<ModelShape>{shapeOf(24), shapeOf(32)});
        const auto message = messageOf<ConfigError>([&] { m.open(); });
        AFA_VERIFY_CONTAINS(message, "24");
        AFA_VERIFY_CONTAINS(message, "32");
    }

    /// The others only lend their names, or a VAE.
    void aModelThatRunsAloneMayStandBesideAnother() {
        Models m(std::vector<ModelShape>{shapeOf(24), shapeOf(32)});
        const auto models = m.open({.models = {}, .host = 0, .vae = {}, .alone = 1});
        QCOMPARE(models.unetConfig().crossAttentionDim, std::int64_t{32});
        QCOMPARE(models.hostPath(), m.paths[0]);
    }

    void aVaeWithOtherLatentsIsRefused() {
        ModelShape wide;
        wide.vae.latentChannels = 8;
        Models m(std::vector<ModelShape>{{}, wide});
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { m.open({.models = {}, .host = 1, .vae = {}}); }),
                            "makes latents of 8 channels, the U-Net takes 4");
    }

    void openingBeginsTheCachesRequest() {
        Models m(std::vector<ModelShape>(3));
        m.paths.pop_back();
        m.open();
        QVERIFY(m.cache.contains("/nowhere/0") && m.cache.contains("/nowhere/1"));
        QVERIFY(!m.cache.contains("/nowhere/2"));
    }

    void aMergedModelIsAllThereIs() {
        Models m(std::vector<ModelShape>(2));
        const OpenedModels merged(m.paths[1], {}, kFp32, m.cache);
        QCOMPARE(merged.count(), std::size_t{1});
        QCOMPARE(merged.hostPath(), m.paths[1]);
        QCOMPARE(merged.vaePath(), m.paths[1]);
        QCOMPARE(OpenedModels(m.paths[1], m.paths[0], kFp32, m.cache).vaePath(), m.paths[0]);
        QVERIFY(m.cache.contains(m.paths[0]));  // the cache's request began before
    }

    /// Encoders are told apart by their weights and by what does not show in weights.
    void encodersAreKnownByWeightsAndConfig() {
        ModelShape scaled;
        scaled.vae.scalingFactor = 0.5;
        Models m(std::vector<ModelShape>{{}, scaled});
        auto encoders = m.open().encoders();
        QCOMPARE(encoders.text.size(), std::size_t{2});
        QVERIFY(encoders.textFingerprints[0] != encoders.textFingerprints[1]);
        const auto plain = encoders.vaeFingerprint;
        m.cache.put("/nowhere/0", randomCheckpoint("0", 1, scaled));
        QVERIFY(m.open().encoders().vaeFingerprint != plain);
        m.cache.put("/nowhere/0", randomCheckpoint("0", 1));
        QCOMPARE(m.open().encoders().vaeFingerprint, plain);
    }

    void aModelRunsAloneAndItsUNetIsGivenBack() {
        for (const bool keeps : {true, false}) {
            Models m(std::vector<ModelShape>(2), keeps);
            const auto models = m.open();
            const torch::NoGradGuard noGrad;
            torch::Tensor first, second;
            std::weak_ptr<const UNet> unet;
            const auto x = torch::ones({1, 4, 8, 8}), t = torch::full({1}, 500.0);
            for (std::size_t model = 0; model < 2; ++model)
                models.runAlone(model, {}, [&](Denoiser& denoiser, const OpenedModels::BindText& bindText) {
                    bindText(torch::ones({1, 77, 24}));
                    (model == 0 ? first : second) = denoiser.predict(x, t);
                    unet = models.unet(model);
                });
            QVERIFY(first.isfinite().all().item<bool>());
            QVERIFY(!torch::equal(first, second));
            QCOMPARE(unet.expired(), !keeps);
        }
    }

    void aCutPromptIsTold() {
        const auto tokenizer = ClipTokenizer::builtIn();
        QVERIFY(cutPromptWarning(tokenizer->encode("a dog"), "prompt").empty());
        std::string text = "dog";
        for (int i = 1; i < 80; ++i)
            text += " dog";
        QCOMPARE(cutPromptWarning(tokenizer->encode(text), "negative prompt"),
                 std::string("the negative prompt has 80 tokens, 75 fit; not used: \"dog dog dog dog dog\""));
    }
};

QTEST_GUILESS_MAIN(TestOpenedModels)
#include "test_opened_models.moc"
