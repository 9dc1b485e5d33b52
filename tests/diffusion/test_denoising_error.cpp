#include <QtTest/QtTest>
#include <cmath>

#include "core/base/error.h"
#include "core/diffusion/denoising_error.h"
#include "tests/support/golden.h"
#include "tests/support/hashed.h"

using namespace afa;
using namespace afa::test;

namespace {

constexpr double kRounding = 1e-5;  // fp32 over a division by sqrt(1 - alpha_bar)

/// Knows the picture, so it finds the noise exactly, and is wrong by `offset` on one half of the columns.
class HalfRight : public Denoiser {
  public:
    HalfRight(torch::Tensor x0, bool leftIsRight, double offset)
        : x0_(std::move(x0)), leftIsRight_(leftIsRight), offset_(offset) {}

    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override {
        const auto alpha = NoiseSchedule::stableDiffusion1()
                               .alphasCumprod.index_select(0, timesteps.to(torch::kInt64))
                               .view({-1, 1, 1, 1});
        auto noise = (x - alpha.sqrt() * x0_) / (1 - alpha).sqrt();
        const auto half = x.size(3) / 2;
        noise.slice(3, leftIsRight_ ? half : 0, leftIsRight_ ? 2 * half : half).add_(offset_);
        return noise;
    }

  private:
    torch::Tensor x0_;
    bool leftIsRight_;
    double offset_;
};

}  // namespace

class DenoisingErrorTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theErrorIsWhereTheModelIsWrong();
    void theMeanIsOverTheChannels();
    void valuesThatAreNotFiniteAreRefused();
};

void DenoisingErrorTest::theErrorIsWhereTheModelIsWrong() {
    const auto x0 = hashed("picture", {1, 4, 6, 8});
    const auto noise = hashed("noise", {3, 4, 6, 8}, 2);
    const auto schedule = NoiseSchedule::stableDiffusion1();
    for (const std::int64_t timestep : {100, 500, 900}) {
        for (const bool leftIsRight : {true, false}) {
            HalfRight model(x0, leftIsRight, 0.5);
            const auto error =
                squaredError(predictNoise(model, schedule, x0, noise, timestep, torch::kCPU), noise);
            auto expected = torch::zeros({3, 6, 8});
            expected.slice(2, leftIsRight ? 4 : 0, leftIsRight ? 8 : 4).fill_(0.25);
            AFA_VERIFY_CLOSE(error, expected, kRounding);
        }
    }
}

void DenoisingErrorTest::theMeanIsOverTheChannels() {
    const auto noise = torch::zeros({1, 4, 1, 1});
    const auto predicted = torch::tensor({1.0F, 2.0F, -2.0F, 0.0F}).view({1, 4, 1, 1});
    QCOMPARE(squaredError(predicted, noise).item<float>(), 2.25F);
}

void DenoisingErrorTest::valuesThatAreNotFiniteAreRefused() {
    const auto noise = torch::zeros({1, 4, 1, 1});
    QVERIFY_THROWS_EXCEPTION(DataError, squaredError(torch::full({1, 4, 1, 1}, NAN), noise));
}

QTEST_APPLESS_MAIN(DenoisingErrorTest)
#include "test_denoising_error.moc"
