#include <cmath>

#include "core/base/error.h"
#include "core/diffusion/guidance.h"
#include "core/diffusion/sampler.h"
#include "tests/support/golden.h"

using namespace afa;
using afa::test::Golden;

namespace {

// Same formulas in fp32 with coefficients rounded in another order; the states are of order 10, and up to 150
// steps add up.
constexpr double kTrajectoryTolerance = 2e-4;
constexpr double kExact = 0.0;

/// The denoiser of make_samplers.py.
class AnalyticDenoiser : public Denoiser {
  public:
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override {
        const auto t = timesteps.view({-1, 1, 1, 1});
        return torch::tanh(0.7 * x + 0.3 * torch::sin(0.01 * t)) + 0.1 * torch::cos(0.003 * t);
    }
};

/// Gives back fixed halves and remembers what it was asked.
class HalvesDenoiser : public Denoiser {
  public:
    torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override {
        batches.push_back(x.size(0));
        if (timesteps.size(0) != x.size(0)) throw Error("batch of timesteps and latents differ");
        if (x.size(0) == 1) return torch::full_like(x, 3.0);
        return torch::cat({torch::full_like(x.slice(0, 0, 1), 3.0), torch::full_like(x.slice(0, 1, 2), 1.0)});
    }
    std::vector<std::int64_t> batches;
};

std::vector<double> timestepsOf(const std::string& name, int steps) {
    return makeSampler({name, steps, false, 0.0}, NoiseSchedule::stableDiffusion1())->timesteps();
}

}  // namespace

class TestSamplers : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void scheduleEqualsDiffusers() {
        const Golden golden("diffusion/samplers.safetensors");
        AFA_VERIFY_CLOSE(NoiseSchedule::stableDiffusion1().alphasCumprod, golden["alphas_cumprod"], 1e-7);
        AFA_VERIFY_CLOSE(
            NoiseSchedule::stableDiffusion1().addNoise(golden["add_noise.x0"], golden["add_noise.noise"],
                                                       golden["add_noise.timesteps"]),
            golden["add_noise.result"], 1e-6);
    }

    void trajectoriesEqualDiffusers_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("karras");
        QTest::addColumn<double>("eta");
        QTest::addColumn<int>("steps");
        for (const int steps : {1, 2, 3, 5, 20, 150}) {
            const auto row = [&](const char* name, bool karras, double eta) {
                const auto title = QString("%1%2.%3%4")
                                       .arg(name, karras ? ".karras" : "")
                                       .arg(steps)
                                       .arg(eta > 0 ? ".eta" : "");
                QTest::newRow(qPrintable(title)) << QString(name) << karras << eta << steps;
            };
            row("ddim", false, 0.0);
            row("ddim", false, 0.7);
            row("pndm", false, 0.0);
            row("dpmpp-2m", false, 0.0);
            row("dpmpp-2m", true, 0.0);
            row("euler", false, 0.0);
            row("euler", true, 0.0);
            row("euler-a", false, 0.0);
        }
    }
    void trajectoriesEqualDiffusers() {
        QFETCH(QString, name);
        QFETCH(bool, karras);
        QFETCH(double, eta);
        QFETCH(int, steps);
        const Golden golden("diffusion/samplers.safetensors");
        const std::string key = QTest::currentDataTag();
        const auto sampler =
            makeSampler({name.toStdString(), steps, karras, eta}, NoiseSchedule::stableDiffusion1());

        const auto timesteps = torch::tensor(sampler->timesteps(), torch::kFloat64).to(torch::kFloat32);
        // Karras timesteps are interpolated between logarithms: fp32 rounding of a value up to 999.
        AFA_VERIFY_CLOSE(timesteps, golden[key + ".timesteps"], karras && name == "euler" ? 2e-3 : kExact);

        NoiseSource source(1234);
        const auto noise = source.draw({1, 4, 5, 6});
        std::vector<torch::Tensor> states;
        AnalyticDenoiser denoiser;
        const auto last =
            sampler->sample(denoiser, noise, source, [&](int index, double, const torch::Tensor& state) {
                QCOMPARE(index, static_cast<int>(states.size()));
                states.push_back(state);
            });
        QCOMPARE(states.size(), sampler->timesteps().size() + 1);
        AFA_VERIFY_CLOSE(states.back(), last, kExact);
        const auto index = golden[key + ".index"];
        const auto expected = golden[key + ".states"];
        for (std::int64_t i = 0; i < index.size(0); ++i)
            AFA_VERIFY_CLOSE(states.at(static_cast<std::size_t>(index[i].item<std::int64_t>())),
                             expected.slice(0, i, i + 1), kTrajectoryTolerance);
    }

    void timestepsAreThoseOfTheMethod() {
        const auto head = [](std::vector<double> all, std::size_t n) {
            all.resize(n);
            return all;
        };
        using Values = std::vector<double>;
        for (const char* name : {"ddim", "euler", "euler-a"}) {
            QCOMPARE(head(timestepsOf(name, 50), 3), (Values{981, 961, 941}));
            QCOMPARE(timestepsOf(name, 50).back(), 1.0);
            QCOMPARE(timestepsOf(name, 10), (Values{901, 801, 701, 601, 501, 401, 301, 201, 101, 1}));
        }
        QCOMPARE(head(timestepsOf("pndm", 50), 4), (Values{981, 961, 961, 941}));
        QCOMPARE(timestepsOf("pndm", 50).size(), std::size_t{51});
        QCOMPARE(head(timestepsOf("dpmpp-2m", 50), 3), (Values{951, 932, 913}));
        QCOMPARE(timestepsOf("dpmpp-2m", 50).back(), 20.0);
        QCOMPARE(timestepsOf("dpmpp-2m", 10).front(), 901.0);
        QCOMPARE(timestepsOf("dpmpp-2m", 10).back(), 91.0);
    }

    void stepsOutsideTheScheduleAreRefused() {
        for (const char* name : {"ddim", "pndm", "dpmpp-2m", "euler", "euler-a"}) {
            QVERIFY_EXCEPTION_THROWN(timestepsOf(name, 0), ConfigError);
            QVERIFY_EXCEPTION_THROWN(timestepsOf(name, 1000), ConfigError);
            for (const double t : timestepsOf(name, 500))
                QVERIFY(t >= 0 && t <= 999);
        }
        QCOMPARE(timestepsOf("ddim", 999).front(), 999.0);
    }

    void optionsWhereNotDefinedAreRefused() {
        const auto schedule = NoiseSchedule::stableDiffusion1();
        QVERIFY_EXCEPTION_THROWN(makeSampler({"ddim", 10, true, 0.0}, schedule), ConfigError);
        QVERIFY_EXCEPTION_THROWN(makeSampler({"pndm", 10, true, 0.0}, schedule), ConfigError);
        QVERIFY_EXCEPTION_THROWN(makeSampler({"euler-a", 10, true, 0.0}, schedule), ConfigError);
        QVERIFY_EXCEPTION_THROWN(makeSampler({"euler", 10, false, 0.5}, schedule), ConfigError);
        QVERIFY_EXCEPTION_THROWN(makeSampler({"heun", 10, false, 0.0}, schedule), ConfigError);
    }

    void noiseEqualsTorchGenerator() {
        const Golden golden("diffusion/samplers.safetensors");
        const std::vector<std::pair<std::string, std::vector<std::int64_t>>> shapes{
            {"1x4x8x8", {1, 4, 8, 8}}, {"1x4x64x64", {1, 4, 64, 64}}, {"1x1x3x5", {1, 1, 3, 5}}, {"7", {7}}};
        for (const auto& [name, shape] : shapes)
            for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{42},
                                             (std::uint64_t{1} << 32) + 5, (std::uint64_t{1} << 63) + 11}) {
                NoiseSource source(seed);
                const auto first = source.draw(shape);
                const auto drawn = torch::stack({first, source.draw(shape)}).flatten();
                const auto stride = std::max<std::int64_t>(1, drawn.numel() / 64);
                AFA_VERIFY_CLOSE(drawn.slice(0, 0, drawn.numel(), stride),
                                 golden["noise." + name + "." + std::to_string(seed)], 1e-6);
            }
    }

    void sourcesAreIndependentOfEachOtherAndOfTorchsOwn() {
        torch::manual_seed(5);
        const auto before = torch::randn({3});
        torch::manual_seed(5);
        NoiseSource a(9);
        a.draw({100});
        AFA_VERIFY_CLOSE(torch::randn({3}), before, kExact);
        NoiseSource b(9), c(9);
        const auto x = b.draw({8});
        c.draw({1});
        AFA_VERIFY_CLOSE(NoiseSource(9).draw({8}), x, kExact);
    }

    void guidanceFollowsEquation13_data() {
        QTest::addColumn<double>("scale");
        for (const double scale : {7.5, 2.0, 0.5, 0.0, -1.0})
            QTest::newRow(qPrintable(QString::number(scale))) << scale;
    }
    void guidanceFollowsEquation13() {
        QFETCH(double, scale);
        HalvesDenoiser inner;
        std::vector<double> seen;
        Guidance guidance(inner, scale, [&](const torch::Tensor& cond, const torch::Tensor& uncond) {
            seen = {cond[0][0][0][0].item<double>(), uncond[0][0][0][0].item<double>()};
        });
        const auto noise = guidance.predict(torch::zeros({1, 4, 2, 2}), torch::full({1}, 500.0));
        AFA_VERIFY_CLOSE(noise, torch::full({1, 4, 2, 2}, 1.0 + scale * (3.0 - 1.0)), 1e-6);
        QCOMPARE(inner.batches, std::vector<std::int64_t>{2});
        QCOMPARE(seen, (std::vector<double>{3.0, 1.0}));
    }

    void scaleOneRunsTheConditionalHalfAlone() {
        HalvesDenoiser inner;
        bool uncondSeen = true;
        Guidance guidance(inner, 1.0, [&](const torch::Tensor&, const torch::Tensor& uncond) {
            uncondSeen = uncond.defined();
        });
        AFA_VERIFY_CLOSE(guidance.predict(torch::zeros({1, 4, 2, 2}), torch::full({1}, 500.0)),
                         torch::full({1, 4, 2, 2}, 3.0), kExact);
        QCOMPARE(inner.batches, std::vector<std::int64_t>{1});
        QVERIFY(!uncondSeen);
    }

    void aStopRequestEndsTheLoopBeforeTheNextEvaluation() {
        std::stop_source stop;
        const auto sampler = makeSampler({"ddim", 10, false, 0.0}, NoiseSchedule::stableDiffusion1());
        AnalyticDenoiser denoiser;
        NoiseSource source(1);
        int evaluations = 0;
        QVERIFY_EXCEPTION_THROWN(sampler->sample(
                                     denoiser, source.draw({1, 4, 2, 2}), source,
                                     [&](int, double, const torch::Tensor&) {
                                         if (++evaluations == 3) stop.request_stop();
                                     },
                                     TaskControl(stop.get_token())),
                                 Cancelled);
        QCOMPARE(evaluations, 3);
    }
};

QTEST_GUILESS_MAIN(TestSamplers)
#include "test_samplers.moc"
