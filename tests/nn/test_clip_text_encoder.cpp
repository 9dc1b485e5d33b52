#include "core/base/error.h"
#include "core/nn/clip_text_encoder.h"
#include "tests/nn/fixtures.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

/// make_nn.py's ids: [2, 77] below 100.
torch::Tensor ids() {
    return (hashed("ids", {2, 77}).abs() * 100).to(torch::kInt64).clamp(0, 99);
}

}  // namespace

class TestClipTextEncoder : public QObject {
    Q_OBJECT

    std::unique_ptr<Golden> golden_;
    ClipTextConfig config(const std::string& name) const {
        return parseClipTextConfig(golden_->file().metadata().at(name), name);
    }
    std::unique_ptr<ClipTextEncoder> encoder(const std::string& name,
                                             torch::Dtype dtype = torch::kFloat32) const {
        TensorPool pool;
        return std::make_unique<ClipTextEncoder>(config(name), partOf(name, config(name)),
                                                 Placement{torch::kCPU, dtype}, pool);
    }
    static void addCases() {
        QTest::addColumn<std::string>("name");
        for (const auto* name : {"usual", "gelu", "tiny"})
            QTest::newRow(name) << std::string(name);
    }

  private Q_SLOTS:
    void initTestCase() {
        torch::set_num_threads(1);
        golden_ = std::make_unique<Golden>("nn/text.safetensors");
    }

    void statesEqualTransformers_data() { addCases(); }
    void statesEqualTransformers() {
        QFETCH(std::string, name);
        const torch::NoGradGuard noGrad;
        const auto model = encoder(name);
        AFA_VERIFY_RELATIVE(sampled(model->forward(ids())), (*golden_)[name + ".states"], kFp32, "77 tokens");
        AFA_VERIFY_RELATIVE(model->forward(ids().narrow(1, 0, 6)), (*golden_)[name + ".short"], kFp32,
                            "6 tokens");
    }

    void bfloat16StaysNearFp32() {
        const torch::NoGradGuard noGrad;
        const auto states = encoder("usual", torch::kBFloat16)->forward(ids());
        QCOMPARE(states.scalar_type(), torch::kBFloat16);
        AFA_VERIFY_RELATIVE(sampled(states), (*golden_)["usual.states"], kBf16, "77 tokens");
    }

    void aTokenDoesNotSeeThoseAfterIt() {
        const torch::NoGradGuard noGrad;
        const auto model = encoder("usual");
        auto other = ids();
        other.narrow(1, 40, 37).fill_(7);
        const auto a = model->forward(ids()), b = model->forward(other);
        AFA_VERIFY_RELATIVE(b.narrow(1, 0, 40), a.narrow(1, 0, 40), kFp32, "before the change");
        QVERIFY(relativeDifference(b.narrow(1, 40, 37), a.narrow(1, 40, 37)) > kFp32);
    }

    void idsThatDoNotFitAreRefused() {
        const auto model = encoder("usual");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                model->forward(torch::full({1, 3}, 100));
                            }),
                            "token 100");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                model->forward(torch::full({1, 3}, -1));
                            }),
                            "ids below 100");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                model->forward(torch::zeros({1, 78}, torch::kInt64));
                            }),
                            "[1, 78]");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { model->forward(torch::zeros({3}, torch::kInt64)); }),
                            "[3]");
    }

    void otherActivationsAreRefusedByName() {
        auto other = config("usual");
        other.hiddenAct = "relu";
        TensorPool pool;
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>(
                                [&] { ClipTextEncoder(other, partOf("usual", other), Placement{}, pool); }),
                            "relu");
    }
};

QTEST_GUILESS_MAIN(TestClipTextEncoder)
#include "test_clip_text_encoder.moc"
