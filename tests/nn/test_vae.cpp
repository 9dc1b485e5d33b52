#include "core/base/error.h"
#include "core/nn/vae.h"
#include "tests/nn/fixtures.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

struct Fixture {
    VaeConfig config;
    std::unique_ptr<Vae> vae;

    Fixture(const std::string& name, const std::string& configJson, torch::Dtype dtype)
        : config(parseVaeConfig(configJson, name)) {
        TensorPool pool;
        vae = std::make_unique<Vae>(config, partOf(name, config), Placement{torch::kCPU, dtype}, pool);
    }
    torch::Tensor images() const {
        return hashed("images", {2, 3, 7 * config.factor(), 5 * config.factor()});
    }
};

torch::Tensor latents() {
    return hashed("latents", {2, 4, 5, 7}, 1.7);
}

}  // namespace

class TestVae : public QObject {
    Q_OBJECT

    std::unique_ptr<Golden> golden_;
    Fixture fixture(const std::string& name, torch::Dtype dtype = torch::kFloat32) const {
        return Fixture(name, golden_->file().metadata().at(name), dtype);
    }
    static void addCases() {
        QTest::addColumn<std::string>("name");
        for (const auto* name : {"usual", "no-quant", "tiny"})
            QTest::newRow(name) << std::string(name);
    }

  private Q_SLOTS:
    void initTestCase() {
        torch::set_num_threads(1);
        golden_ = std::make_unique<Golden>("nn/vae.safetensors");
    }

    void encoderEqualsDiffusers_data() { addCases(); }
    void encoderEqualsDiffusers() {
        QFETCH(std::string, name);
        const torch::NoGradGuard noGrad;
        const auto f = fixture(name);
        const auto posterior = f.vae->encode(f.images());
        AFA_VERIFY_RELATIVE(posterior.mean, (*golden_)[name + ".mean"], kFp32, "mean");
        AFA_VERIFY_RELATIVE(posterior.logVariance, (*golden_)[name + ".logvar"], kFp32, "log-variance");
    }

    void logVarianceIsClamped() {
        // DiagonalGaussianDistribution: [-30, 20], or exp() of it would overflow.
        const torch::NoGradGuard noGrad;
        const auto f = fixture("usual");
        const auto posterior = f.vae->encode(f.images() * 1e4);
        QVERIFY(posterior.logVariance.min().item<double>() >= -30);
        QVERIFY(posterior.logVariance.max().item<double>() <= 20);
    }

    void decoderEqualsDiffusers_data() { addCases(); }
    void decoderEqualsDiffusers() {
        QFETCH(std::string, name);
        const torch::NoGradGuard noGrad;
        const auto f = fixture(name);
        AFA_VERIFY_RELATIVE(sampled(f.vae->decode(latents())), (*golden_)[name + ".decoded"], kFp32,
                            "decoded");
    }

    void tiledDecodingEqualsDiffusers() {
        const torch::NoGradGuard noGrad;
        const auto f = fixture("usual");
        const auto large = hashed("large", {1, 4, 13, 20}, 1.7);
        std::vector<std::int64_t> done;
        const TaskControl control({}, [&](const Progress& progress) { done.push_back(progress.done); });
        const auto picture = f.vae->decode(large, 8, control);
        QCOMPARE(picture.sizes(), torch::IntArrayRef({1, 3, 52, 80}));
        AFA_VERIFY_RELATIVE(sampled(picture), (*golden_)["usual.tiled"], kFp32, "tiled");
        QVERIFY(relativeDifference(f.vae->decode(large), picture) > kFp32);  // tiles see less around them
        QCOMPARE(done.size(), std::size_t{3 * 4 + 1});
        QCOMPARE(done.back(), std::int64_t{12});
    }

    void whatFitsOneTileIsNotTiled() {
        const torch::NoGradGuard noGrad;
        const auto f = fixture("usual");
        QVERIFY(torch::equal(f.vae->decode(latents(), 7), f.vae->decode(latents())));
        QVERIFY(!torch::equal(f.vae->decode(latents(), 6), f.vae->decode(latents())));
    }

    void everyPictureOfABatchIsDecodedByItself() {
        const torch::NoGradGuard noGrad;
        const auto f = fixture("usual");
        const auto both = f.vae->decode(latents());
        QVERIFY(torch::equal(both.narrow(0, 1, 1), f.vae->decode(latents().narrow(0, 1, 1))));
    }

    void bfloat16StaysNearFp32() {
        const torch::NoGradGuard noGrad;
        const auto f = fixture("usual", torch::kBFloat16);
        const auto picture = f.vae->decode(latents());
        QCOMPARE(picture.scalar_type(), torch::kFloat32);
        AFA_VERIFY_RELATIVE(sampled(picture), (*golden_)["usual.decoded"], kBf16, "decoded");
        AFA_VERIFY_RELATIVE(f.vae->encode(f.images()).mean, (*golden_)["usual.mean"], kBf16, "mean");
    }

    void oldAttentionNamesGiveTheSameVae() {
        const torch::NoGradGuard noGrad;
        const auto f = fixture("usual");
        const TempDir dir;
        const auto config = writeFile(dir / "config.json", golden_->file().metadata().at("usual"));
        const auto oldName = [](std::string name) {
            const std::pair<const char*, const char*> renamed[] = {{".to_q.", ".query."},
                                                                   {".to_k.", ".key."},
                                                                   {".to_v.", ".value."},
                                                                   {".to_out.0.", ".proj_attn."}};
            for (const auto& [present, old] : renamed)
                if (const auto at = name.find(present); at != std::string::npos)
                    name.replace(at, std::string(present).size(), old);
            return name;
        };
        std::size_t renamed = 0;
        writeHashed(
            dir / "diffusion_pytorch_model.safetensors", expectedTensors(f.config), "usual.",
            [](const std::string&) { return 1.0; },
            [&](const std::string& name) {
                renamed += oldName(name) != name;
                return oldName(name);
            });
        QCOMPARE(renamed, std::size_t{2 * 4 * 2});  // encoder and decoder, four layers, weight and bias
        const auto source = openVae(dir.path());
        QVERIFY(source.config == f.config);
        QVERIFY(compareTensors(source.part, expectedTensors(source.config)).ok());
        TensorPool pool;
        const Vae old(source.config, source.part, {}, pool);
        QVERIFY(torch::equal(old.decode(latents()), f.vae->decode(latents())));
        QVERIFY(torch::equal(old.encode(f.images()).mean, f.vae->encode(f.images()).mean));
    }

    void aStopRequestEndsDecodingBetweenTiles() {
        const torch::NoGradGuard noGrad;
        const auto f = fixture("usual");
        std::stop_source stop;
        std::int64_t last = -1;
        const TaskControl control(stop.get_token(), [&](const Progress& progress) {
            last = progress.done;
            if (progress.done == 2) stop.request_stop();
        });
        QVERIFY_THROWS_EXCEPTION(Cancelled, f.vae->decode(hashed("large", {1, 4, 13, 20}), 8, control));
        QCOMPARE(last, std::int64_t{2});
    }

    void shapesThatDoNotFitAreRefused() {
        const auto f = fixture("usual");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                f.vae->encode(torch::zeros({1, 3, 16, 18}));
                            }),
                            "[1, 3, 16, 18]");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                f.vae->encode(torch::zeros({1, 4, 16, 16}));
                            }),
                            "multiples of 4");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                f.vae->decode(torch::zeros({1, 3, 4, 4}));
                            }),
                            "[1, 3, 4, 4]");
    }
};

QTEST_GUILESS_MAIN(TestVae)
#include "test_vae.moc"
