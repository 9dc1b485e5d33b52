#include <cmath>
#include <numeric>

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

std::unique_ptr<Sampler> samplerOf(const SamplerSettings& settings) {
    return makeSampler(settings, NoiseSchedule::stableDiffusion1());
}
std::vector<double> timestepsOf(const std::string& name, int steps) {
    return samplerOf({name, steps, false, 0.0})->timesteps();
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
        const auto last = sampler->sample(denoiser, sampler->pureNoise(noise), source,
                                          [&](int index, double, const torch::Tensor& state) {
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

    void aStartAtALaterStepIsTheSchedulesEnd_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("karras");
        QTest::addColumn<double>("eta");
        QTest::newRow("ddim") << "ddim" << false << 0.0;
        QTest::newRow("ddim, eta") << "ddim" << false << 0.7;
        QTest::newRow("euler") << "euler" << false << 0.0;
        QTest::newRow("euler, karras") << "euler" << true << 0.0;
        QTest::newRow("euler-a") << "euler-a" << false << 0.0;
    }
    /// A one-step method that starts from the state which the full run has at that step ends where it does.
    void aStartAtALaterStepIsTheSchedulesEnd() {
        QFETCH(QString, name);
        QFETCH(bool, karras);
        QFETCH(double, eta);
        constexpr int kSteps = 8;
        const SamplerSettings settings{name.toStdString(), kSteps, karras, eta};
        const auto full = samplerOf(settings);
        const bool draws = eta > 0 || name == "euler-a";
        for (int first = 0; first < kSteps; ++first) {
            AnalyticDenoiser denoiser;
            NoiseSource source(9), rest(9);
            torch::Tensor state;
            const auto noise = source.draw({1, 4, 5, 6});
            rest.draw({1, 4, 5, 6});
            const auto end = full->sample(denoiser, full->pureNoise(noise), source,
                                          [&](int index, double, const torch::Tensor& at) {
                                              if (index == first) state = at.clone();
                                          });
            for (int i = 0; draws && i < first; ++i)
                rest.draw({1, 4, 5, 6});
            auto later = settings;
            later.firstStep = first;
            const auto sampler = samplerOf(later);
            QCOMPARE(sampler->timesteps(),
                     (std::vector<double>(full->timesteps().begin() + first, full->timesteps().end())));
            QVERIFY(torch::equal(sampler->sample(denoiser, state, rest), end));
        }
    }

    void laterStartsEqualDiffusersImageToImage_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("karras");
        QTest::addColumn<double>("eta");
        QTest::addColumn<int>("first");
        for (const int first : {3, 7}) {
            const auto row = [&](const char* name, bool karras, double eta) {
                QTest::newRow(qPrintable(QString("%1%2.from%3%4")
                                             .arg(name, karras ? ".karras" : "")
                                             .arg(first)
                                             .arg(eta > 0 ? ".eta" : "")))
                    << QString(name) << karras << eta << first;
            };
            row("ddim", false, 0.0);
            row("ddim", false, 0.7);
            row("dpmpp-2m", false, 0.0);
            row("dpmpp-2m", true, 0.0);
            row("euler", false, 0.0);
            row("euler", true, 0.0);
            row("euler-a", false, 0.0);
        }
    }
    void laterStartsEqualDiffusersImageToImage() {
        QFETCH(QString, name);
        QFETCH(bool, karras);
        QFETCH(double, eta);
        QFETCH(int, first);
        const Golden golden("diffusion/samplers.safetensors");
        const auto expected = golden[QTest::currentDataTag()];
        const auto sampler = samplerOf({name.toStdString(), 8, karras, eta, first});
        NoiseSource source(1234);
        const auto latents = source.draw({1, 4, 5, 6}), noise = source.draw({1, 4, 5, 6});
        std::vector<torch::Tensor> states;
        AnalyticDenoiser denoiser;
        sampler->sample(denoiser, sampler->noised(latents, noise), source,
                        [&](int, double, const torch::Tensor& state) { states.push_back(state); });
        AFA_VERIFY_CLOSE(torch::cat(states), expected, kTrajectoryTolerance);
    }

    /// DPM-Solver++ by its formulas: at the first evaluation it has no history, so its step is of order 1;
    /// the next one is of order 2, and the last one of order 1 again.
    void aMultistepMethodStartsLaterWithoutHistory() {
        const SamplerSettings full{"dpmpp-2m", 6, false, 0.0};
        auto later = full;
        later.firstStep = 3;
        const auto sampler = samplerOf(later);
        QCOMPARE(sampler->timesteps().size(), std::size_t{3});
        AnalyticDenoiser denoiser;
        NoiseSource source(9);
        const auto start = source.draw({1, 4, 5, 6});
        std::vector<torch::Tensor> states;
        sampler->sample(denoiser, start, source,
                        [&](int, double, const torch::Tensor& at) { states.push_back(at); });

        const auto table = NoiseSchedule::stableDiffusion1().alphasCumprod.to(torch::kFloat64);
        struct Level {
            double alpha, sigma, lambda;
        };
        const auto level = [&](std::size_t i) -> Level {
            if (i == 3) return {1.0, 0.0, std::numeric_limits<double>::infinity()};
            const auto ab = table[static_cast<std::int64_t>(sampler->timesteps()[i])].item<double>();
            return {std::sqrt(ab), std::sqrt(1 - ab), std::log(std::sqrt(ab) / std::sqrt(1 - ab))};
        };
        torch::Tensor x = start.to(torch::kFloat64), before;
        for (std::size_t i = 0; i < 3; ++i) {
            const auto [alpha, sigma, lambda] = level(i);
            const auto to = level(i + 1);
            const auto t = torch::full({1}, sampler->timesteps()[i]);
            const auto x0 = (x - sigma * denoiser.predict(x, t)) / alpha;
            auto mixed = x0;
            if (i == 1) {
                const double r = (lambda - level(0).lambda) / (to.lambda - lambda);
                mixed = (1 + 1 / (2 * r)) * x0 - 1 / (2 * r) * before;
            }
            x = to.sigma / sigma * x - to.alpha * std::expm1(-(to.lambda - lambda)) * mixed;
            before = x0;
            AFA_VERIFY_CLOSE(states.at(i + 1), x, kTrajectoryTolerance);
        }
    }

    /// PNDM warms up anew: its second timestep is evaluated twice again, and the first step taken again with
    /// the mean of both predictions.
    void pndmWarmsUpAnewWhereverItStarts() {
        const SamplerSettings settings{"pndm", 10, false, 0.0, 6};
        const auto sampler = samplerOf(settings);
        QCOMPARE(sampler->timesteps(), (std::vector<double>{301, 201, 201, 101, 1}));
        AnalyticDenoiser denoiser;
        NoiseSource source(9);
        const auto start = source.draw({1, 4, 5, 6});
        std::vector<torch::Tensor> states;
        sampler->sample(denoiser, start, source,
                        [&](int, double, const torch::Tensor& at) { states.push_back(at); });
        const auto table = NoiseSchedule::stableDiffusion1().alphasCumprod.to(torch::kFloat64);
        const auto step = [&](const torch::Tensor& x, std::int64_t from, std::int64_t to,
                              const torch::Tensor& noise) {
            const double a = table[from].item<double>(), b = table[to].item<double>();
            const auto x0 = (x - std::sqrt(1 - a) * noise) / std::sqrt(a);
            return std::sqrt(b) * x0 + std::sqrt(1 - b) * noise;
        };
        const auto predict = [&](const torch::Tensor& x, double t) {
            return denoiser.predict(x, torch::full({1}, t));
        };
        const auto x = start.to(torch::kFloat64);
        const auto first = predict(x, 301), provisional = step(x, 301, 201, first);
        AFA_VERIFY_CLOSE(states.at(1), provisional, kTrajectoryTolerance);
        const auto again = step(x, 301, 201, (first + predict(provisional, 201)) / 2);
        AFA_VERIFY_CLOSE(states.at(2), again, kTrajectoryTolerance);
        const auto second = step(again, 201, 101, (3 * predict(again, 201) - first) / 2);
        AFA_VERIFY_CLOSE(states.at(3), second, kTrajectoryTolerance);
    }

    /// What the denoiser is told: the evaluations in order, from 0, wherever the sampler starts.
    void theDenoiserIsToldWhichEvaluationComes() {
        struct Counting : AnalyticDenoiser {
            void beginEvaluation(int evaluation) override { told.push_back(evaluation); }
            torch::Tensor predict(const torch::Tensor& x, const torch::Tensor& timesteps) override {
                predicted.push_back(told.empty() ? -1 : told.back());
                return AnalyticDenoiser::predict(x, timesteps);
            }
            std::vector<int> told, predicted;
        };
        for (const char* name : {"ddim", "pndm", "dpmpp-2m", "euler", "euler-a"}) {
            const auto sampler = samplerOf({name, 5, false, 0.0, 2});
            const auto denoiser = std::make_shared<Counting>();
            Guidance guidance(denoiser, 1.0);
            NoiseSource source(1);
            sampler->sample(guidance, source.draw({1, 4, 2, 2}), source);
            std::vector<int> all(sampler->timesteps().size());
            std::iota(all.begin(), all.end(), 0);
            QCOMPARE(denoiser->told, all);
            QCOMPARE(denoiser->predicted, all);
        }
    }

    /// x0 and noise at the level that the first evaluation's timestep has in training; Euler's state is that
    /// over sqrt(ab).
    void latentsAreNoisedToTheFirstEvaluationsLevel() {
        NoiseSource source(4);
        const auto x0 = source.draw({1, 4, 3, 3}), noise = source.draw({1, 4, 3, 3});
        const auto schedule = NoiseSchedule::stableDiffusion1();
        for (const char* name : {"ddim", "pndm", "dpmpp-2m", "euler", "euler-a"})
            for (const int first : {0, 3, 9}) {
                const auto sampler = samplerOf({name, 10, false, 0.0, first});
                const auto t = static_cast<std::int64_t>(sampler->timesteps().front());
                auto expected = schedule.addNoise(x0, noise, torch::tensor({t}));
                if (QLatin1String(name).startsWith(QLatin1String("euler")))
                    expected = expected / schedule.alphasCumprod[t].sqrt();
                AFA_VERIFY_CLOSE(sampler->noised(x0, noise), expected, 1e-4);
            }
        // Of noise alone: as it is, but for Euler, whose state is scaled by its first noise level.
        const auto sigma = ((1 - schedule.alphasCumprod[301]) / schedule.alphasCumprod[301]).sqrt();
        AFA_VERIFY_CLOSE(samplerOf({"ddim", 10, false, 0.0, 6})->pureNoise(noise), noise, kExact);
        AFA_VERIFY_CLOSE(samplerOf({"euler", 10, false, 0.0, 6})->pureNoise(noise),
                         noise * (sigma * sigma + 1).sqrt(), 1e-4);
    }

    void aFirstStepOutsideTheStepsIsRefused() {
        QVERIFY_EXCEPTION_THROWN(samplerOf({"ddim", 10, false, 0.0, 10}), ConfigError);
        QVERIFY_EXCEPTION_THROWN(samplerOf({"ddim", 10, false, 0.0, -1}), ConfigError);
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
        const auto inner = std::make_shared<HalvesDenoiser>();
        std::vector<double> seen;
        Guidance guidance(inner, scale);
        guidance.observe({.noise =
                              [&](auto model, const torch::Tensor& cond, const torch::Tensor& uncond) {
                                  QVERIFY(!model);
                                  seen = {cond[0][0][0][0].item<double>(), uncond[0][0][0][0].item<double>()};
                              },
                          .map = {}});
        const auto noise = guidance.predict(torch::zeros({1, 4, 2, 2}), torch::full({1}, 500.0));
        AFA_VERIFY_CLOSE(noise, torch::full({1, 4, 2, 2}, 1.0 + scale * (3.0 - 1.0)), 1e-6);
        QCOMPARE(inner->batches, std::vector<std::int64_t>{2});
        QCOMPARE(seen, (std::vector<double>{3.0, 1.0}));
    }

    void scaleOneRunsTheConditionalHalfAlone() {
        const auto inner = std::make_shared<HalvesDenoiser>();
        bool uncondSeen = true;
        Guidance guidance(inner, 1.0);
        guidance.observe({.noise = [&](auto, const torch::Tensor&,
                                       const torch::Tensor& uncond) { uncondSeen = uncond.defined(); },
                          .map = {}});
        AFA_VERIFY_CLOSE(guidance.predict(torch::zeros({1, 4, 2, 2}), torch::full({1}, 500.0)),
                         torch::full({1, 4, 2, 2}, 3.0), kExact);
        QCOMPARE(inner->batches, std::vector<std::int64_t>{1});
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
