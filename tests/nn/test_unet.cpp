#include "core/base/error.h"
#include "core/nn/unet.h"
#include "tests/nn/fixtures.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

const std::vector<std::string> kCases{"usual", "linear", "one-level", "tiny"};

struct Fixture {
    UNetConfig config;
    std::unique_ptr<UNet> unet;

    Fixture(const std::string& name, const std::string& configJson, torch::Dtype dtype)
        : config(parseUNetConfig(configJson, name)) {
        TensorPool pool;
        unet = std::make_unique<UNet>(config, partOf(name, config), Placement{torch::kCPU, dtype}, pool);
    }
};

torch::Tensor startNoise() {
    return hashed("x", {2, 4, 8, 12}, 1.7);  // not square
}
torch::Tensor timesteps() {
    return torch::tensor({741.0F, 23.5F});  // Karras' timesteps are fractional
}

}  // namespace

class TestUNet : public QObject {
    Q_OBJECT

    std::unique_ptr<Golden> golden_;
    Fixture fixture(const std::string& name, torch::Dtype dtype = torch::kFloat32) const {
        return Fixture(name, golden_->file().metadata().at(name), dtype);
    }
    static torch::Tensor text(const Fixture& fixture) {
        return hashed("text", {2, 5, fixture.config.crossAttentionDim});
    }
    static void addCases() {
        QTest::addColumn<std::string>("name");
        for (const auto& name : kCases)
            QTest::newRow(name.c_str()) << name;
    }

  private Q_SLOTS:
    void initTestCase() {
        torch::set_num_threads(1);
        golden_ = std::make_unique<Golden>("nn/unet.safetensors");
    }

    void everyStageEqualsDiffusers_data() { addCases(); }
    void everyStageEqualsDiffusers() {
        QFETCH(std::string, name);
        const torch::NoGradGuard noGrad;
        const auto f = fixture(name);
        const auto temb = f.unet->timeEmbedding(timesteps());
        AFA_VERIFY_RELATIVE(temb, (*golden_)[name + ".temb"], kFp32, "time embedding");
        auto y = startNoise();
        std::vector<torch::Tensor> skips;
        for (const auto& stage : f.unet->stages()) {
            torch::Tensor skip;
            if (stage.popsSkip) {
                skip = skips.back();
                skips.pop_back();
            }
            y = f.unet->runStage(stage.info.stage, y, temb, text(f), skip);
            QCOMPARE(y.size(1), stage.info.channels);
            if (stage.pushesSkip) skips.push_back(y);
            const auto key = ".stage." + std::to_string(stage.info.stage);
            AFA_VERIFY_RELATIVE(sampled(y), (*golden_)[name + key], kFp32, key);
        }
        QVERIFY(skips.empty());
        QVERIFY(!golden_->has(name + ".stage." + std::to_string(f.unet->stages().size() + 1)));
    }

    void noiseEqualsDiffusers_data() { addCases(); }
    void noiseEqualsDiffusers() {
        QFETCH(std::string, name);
        const torch::NoGradGuard noGrad;
        const auto f = fixture(name);
        AFA_VERIFY_RELATIVE(f.unet->forward(startNoise(), timesteps(), text(f)), (*golden_)[name + ".noise"],
                            kFp32, "noise");
    }

    void bfloat16StaysNearFp32_data() { addCases(); }
    void bfloat16StaysNearFp32() {
        QFETCH(std::string, name);
        const torch::NoGradGuard noGrad;
        const auto f = fixture(name, torch::kBFloat16);
        const auto noise = f.unet->forward(startNoise(), timesteps(), text(f));
        QCOMPARE(noise.scalar_type(), torch::kBFloat16);
        AFA_VERIFY_RELATIVE(noise, (*golden_)[name + ".noise"], kBf16, "noise");
    }

    void frozenWeightsPassGradientsToTheInputs_data() { addCases(); }
    void frozenWeightsPassGradientsToTheInputs() {
        QFETCH(std::string, name);
        const auto f = fixture(name);
        const auto x = startNoise().requires_grad_(), context = text(f).requires_grad_();
        const auto noise = f.unet->forward(x, timesteps(), context);
        (noise * hashed("direction", noise.sizes())).sum().backward();
        AFA_VERIFY_RELATIVE(x.grad(), (*golden_)[name + ".x.gradient"], kFp32, "gradient of x");
        AFA_VERIFY_RELATIVE(context.grad(), (*golden_)[name + ".text.gradient"], kFp32,
                            "gradient of the text");
    }

    void bfloat16GradientsStayNearFp32() {
        const auto f = fixture("usual", torch::kBFloat16);
        const auto x = startNoise().requires_grad_();
        const auto noise = f.unet->forward(x, timesteps(), text(f)).to(torch::kFloat32);
        (noise * hashed("direction", noise.sizes())).sum().backward();
        AFA_VERIFY_RELATIVE(x.grad(), (*golden_)["usual.x.gradient"], kBf16, "gradient of x");
    }

    void aPassWithGradientsGivesTheSameBits_data() {
        QTest::addColumn<torch::Dtype>("dtype");
        QTest::newRow("fp32") << torch::kFloat32;
        QTest::newRow("bf16") << torch::kBFloat16;
    }
    void aPassWithGradientsGivesTheSameBits() {
        // Checkpointed training runs a stage without gradients first and with them later.
        QFETCH(torch::Dtype, dtype);
        const auto f = fixture("usual", dtype);
        const auto with = f.unet->forward(startNoise().requires_grad_(), timesteps(), text(f));
        const torch::NoGradGuard noGrad;
        QVERIFY(torch::equal(with.detach(), f.unet->forward(startNoise(), timesteps(), text(f))));
    }

    void numAttentionHeadsWinsOverTheMisnomer() {
        auto json = golden_->file().metadata().at("linear");
        const std::string misnomer = "\"attention_head_dim\": [2, 16]",
                          null = "\"num_attention_heads\": null";
        QVERIFY(json.find(misnomer) != std::string::npos && json.find(null) != std::string::npos);
        json.replace(json.find(misnomer), misnomer.size(), "\"attention_head_dim\": 1");
        json.replace(json.find(null), null.size(), "\"num_attention_heads\": [2, 16]");
        const torch::NoGradGuard noGrad;
        const Fixture f("linear", json, torch::kFloat32);
        AFA_VERIFY_RELATIVE(f.unet->forward(startNoise(), timesteps(), text(f)), (*golden_)["linear.noise"],
                            kFp32, "noise");
    }

    void shapesThatDoNotFitAreRefusedWithBothShapes() {
        const torch::NoGradGuard noGrad;
        const auto f = fixture("usual");
        const auto temb = f.unet->timeEmbedding(timesteps());
        const auto says = [&](int stage, const torch::Tensor& x, const torch::Tensor& t,
                              const torch::Tensor& words, const torch::Tensor& skip) {
            return messageOf<ConfigError>([&] { f.unet->runStage(stage, x, t, words, skip); });
        };
        const auto x = startNoise(), words = text(f);
        AFA_VERIFY_CONTAINS(says(1, x.narrow(1, 0, 3), temb, words, {}), "[2, 3, 8, 12]");
        AFA_VERIFY_CONTAINS(says(1, x, temb.narrow(0, 0, 1), words, {}), "[1, 128]");
        AFA_VERIFY_CONTAINS(says(1, x, temb, words.narrow(2, 0, 8), {}), "[2, 5, 8]");
        AFA_VERIFY_CONTAINS(says(1, x, temb, words, x), "skip");
        const int last = static_cast<int>(f.unet->stages().size());
        const auto feature = torch::zeros({2, 32, 8, 12});
        AFA_VERIFY_CONTAINS(says(last, feature, temb, words, {}), "skip");
        AFA_VERIFY_CONTAINS(says(last, feature, temb, words, feature.narrow(3, 0, 4)), "[2, 32, 8, 4]");
    }
};

QTEST_GUILESS_MAIN(TestUNet)
#include "test_unet.moc"
