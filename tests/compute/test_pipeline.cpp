#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/compute/pipeline.h"
#include "core/train/training_state.h"
#include "tests/compute/random_models.h"
#include "tests/support/files.h"
#include "tests/support/golden.h"

using namespace afa;
using namespace afa::test;

namespace {

constexpr double kRounding = 1e-5;  // fp32 sums in another order, of predictions of order 1

/// Two random models in a cache and a request for them.
struct Setup {
    ModelCache cache;
    GenerateRequest request;
    std::vector<std::string> warnings;
    std::unique_ptr<PipelineSetup> setup;

    explicit Setup(const std::string& mode, const std::vector<ModelShape>& shapes = {{}, {}}) {
        cache.begin({torch::kCPU, torch::kFloat32}, {}, {});
        for (std::size_t i = 0; i < shapes.size(); ++i)
            request.models.push_back(addRandomModel(cache, std::to_string(i), i + 1, shapes[i]));
        request.mode = mode;
        request.prompt = "a dog";
        request.negativePrompt = "a cat";
        request.cfg = 4;
        request.steps = 4;
        request.compute = plainCompute();
    }
    Pipeline& make(Trace* trace = nullptr) {
        const torch::NoGradGuard noGrad;
        setup = std::make_unique<PipelineSetup>(
            request, cache, control, [this](const Message& text) { warnings.push_back(text.english()); });
        setup->open();
        setup->openAggregator();
        setup->encodeTexts(trace);
        setup->loadDenoiser();
        return setup->pipeline();
    }
    TaskControl control;
};

torch::Tensor predict(Pipeline& pipeline, int evaluation = 0) {
    const torch::NoGradGuard noGrad;
    const auto x = torch::sin(torch::arange(4 * 8 * 8, torch::kFloat32)).view({1, 4, 8, 8});
    pipeline.denoiser->beginEvaluation(evaluation);
    return pipeline.denoiser->predict(x, torch::full({1}, 501.0));
}

torch::Tensor predictionOf(const std::string& mode, double cfg = 4) {
    Setup setup(mode);
    setup.request.cfg = cfg;
    return predict(setup.make());
}

/// What the denoiser told while it predicted.
struct Told {
    std::vector<std::optional<std::size_t>> noise;
    std::vector<bool> unconditional;
    std::vector<int> maps;
    torch::Tensor map;

    explicit Told(Pipeline& pipeline) {
        pipeline.denoiser->observe(
            {.noise =
                 [this](std::optional<std::size_t> model, const torch::Tensor&, const torch::Tensor& uncond) {
                     noise.push_back(model);
                     unconditional.push_back(uncond.defined());
                 },
             .map =
                 [this](int stage, const torch::Tensor& weights) {
                     maps.push_back(stage);
                     map = weights;
                 }});
        predict(pipeline);
        pipeline.denoiser->observe({});
        predict(pipeline);
    }
};

/// An aggregator of fresh weights but for its last convolutions, bound to `models`.
std::filesystem::path writeAggregatorFor(const std::filesystem::path& file,
                                         const std::vector<BaseModelRef>& models,
                                         const UNetConfig& unet = ModelShape().unet, std::int64_t count = 2) {
    auto config = AggregatorConfig::forModels(AggregatorConfig::Layout::Paper, count, unet);
    config.hiddenSize = 16;
    config.numHeads = 2;
    const Aggregator aggregator(config, 7);
    const torch::NoGradGuard noGrad;
    std::vector<std::string> names;
    std::vector<torch::Tensor> tensors;
    for (const auto& [name, tensor] : aggregator.parameters()) {
        if (name.find("conv_out") != std::string::npos)
            tensor.copy_(torch::sin(torch::arange(tensor.numel(), torch::kFloat32)).view_as(tensor) * 0.3);
        names.push_back(name);
        tensors.push_back(tensor);
    }
    writeAggregatorFile(file, config, models, {}, names, tensors, torch::kFloat32);
    return file;
}

}  // namespace

/// One denoiser for every mode, joined and guided; what it tells, and what a request may not ask.
class TestPipeline : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }

    void oneModelRunsAlone() {
        Setup setup("single:1");
        auto& pipeline = setup.make();
        QCOMPARE(pipeline.used, std::vector<std::size_t>{1});
        QCOMPARE(pipeline.models->count(), std::size_t{2});
        QVERIFY(!torch::equal(predict(pipeline), predictionOf("single:0")));
        QCOMPARE(pipeline.halves, 2);
    }

    void guidanceIsAroundWhateverRuns() {
        for (const auto* mode : {"single:0", "block-average", "noise-average", "merge"}) {
            const auto one = predictionOf(mode, 1), two = predictionOf(mode, 2),
                       three = predictionOf(mode, 3);
            // eps(s) is linear in s.
            AFA_VERIFY_CLOSE(three - two, two - one, kRounding);
            QVERIFY(!torch::equal(one, two));
        }
    }

    void aNoiseAverageIsTheMeanOfTheSingles() {
        const auto a = predictionOf("single:0"), b = predictionOf("single:1");
        AFA_VERIFY_CLOSE(predictionOf("noise-average"), (a + b) / 2, kRounding);
        Setup weighted("noise-average");
        weighted.request.noiseWeights = {3, 1};
        AFA_VERIFY_CLOSE(predict(weighted.make()), 0.75 * a + 0.25 * b, kRounding);
        QCOMPARE(weighted.warnings.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(weighted.warnings[0], "do not sum to 1");
    }

    void aScheduleRunsItsModelAtEachEvaluation() {
        Setup setup("schedule");
        setup.request.schedule = "1:0-0,0:1-3";
        auto& pipeline = setup.make();
        const auto a = predictionOf("single:0"), b = predictionOf("single:1");
        AFA_VERIFY_CLOSE(predict(pipeline, 0), b, 0.0);
        AFA_VERIFY_CLOSE(predict(pipeline, 1), a, 0.0);
        AFA_VERIFY_CLOSE(predict(pipeline, 3), a, 0.0);
        QCOMPARE(pipeline.halves, 2);
    }

    /// The sampler counts for it: PNDM evaluates once more.
    void aScheduleIsForTheSamplersEvaluations() {
        Setup setup("schedule");
        setup.request.sampler = "pndm";
        setup.request.schedule = "0:0-3";
        QVERIFY_THROWS_EXCEPTION(RequestError, setup.make());
        setup.request.schedule = "0:0-4";
        QCOMPARE(setup.make().sampler->timesteps().size(), std::size_t{5});
    }

    void magicFusionTakesEachPositionFromOneModel() {
        Setup setup("magicfusion");
        setup.request.magicT0 = 999;
        auto& pipeline = setup.make();
        const auto fused = predict(pipeline), a = predictionOf("single:0"), b = predictionOf("single:1");
        const auto fromA = fused.isclose(a, 1e-4, kRounding).all(1),
                   fromB = fused.isclose(b, 1e-4, kRounding).all(1);
        QVERIFY(fromA.logical_or(fromB).all().item<bool>());
        Told told(pipeline);
        QCOMPARE(told.noise, (std::vector<std::optional<std::size_t>>{0, 1}));
        QCOMPARE(told.maps, std::vector<int>{pipeline.stages.back().info.stage});
        QVERIFY(torch::equal(told.map.select(1, 0).to(torch::kBool), fromA));
        // Its mask is of both halves, and it takes both at scale 1 too.
        QCOMPARE(pipeline.halves, 1);
        Setup plain("magicfusion");
        plain.request.cfg = 1;
        Told unguided(plain.make());
        QCOMPARE(unguided.unconditional, (std::vector<bool>{true, true}));
    }

    void theNoiseBeforeGuidanceIsToldOnce() {
        for (const auto* mode : {"single:0", "noise-average", "schedule"})
            for (const double cfg : {1.0, 4.0}) {
                Setup setup(mode);
                setup.request.cfg = cfg;
                if (setup.request.mode == "schedule") setup.request.schedule = "0:0-3";
                Told told(setup.make());
                QCOMPARE(told.noise, (std::vector<std::optional<std::size_t>>{std::nullopt}));
                QCOMPARE(told.unconditional, std::vector<bool>{cfg != 1.0});
                QVERIFY(told.maps.empty());
            }
    }

    void anAggregatorsModelsRunInItsOrder() {
        const TempDir folder;
        Setup given("afa");
        std::vector<BaseModelRef> refs;
        for (const auto& path : given.request.models)
            refs.push_back({path.filename().string(), given.cache.fingerprint(path), "x"});
        given.request.aggregator = writeAggregatorFor(folder / "a.safetensors", refs);
        auto& pipeline = given.make();
        const auto expected = predict(pipeline);
        QVERIFY(given.warnings.empty());
        QCOMPARE(pipeline.place, (std::vector<std::size_t>{0, 1}));
        Told told(pipeline);
        QCOMPARE(told.maps.size(), pipeline.stages.size());

        Setup swapped("afa");
        std::swap(swapped.request.models[0], swapped.request.models[1]);
        swapped.request.aggregator = given.request.aggregator;
        auto& other = swapped.make();
        AFA_VERIFY_CLOSE(predict(other), expected, 0.0);
        QCOMPARE(other.place, (std::vector<std::size_t>{1, 0}));
        QCOMPARE(swapped.warnings.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(swapped.warnings[0], "in another order");
    }

    void anAggregatorOfOtherModelsIsRefused() {
        const TempDir folder;
        Setup setup("afa");
        setup.request.aggregator = writeAggregatorFor(folder / "three.safetensors", {}, ModelShape().unet, 3);
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { setup.make(); }), "made for 3 base models, found 2");
        setup.request.aggregator =
            writeAggregatorFor(folder / "other.safetensors",
                               {{"x", std::string(64, 'a'), "x"}, {"y", std::string(64, 'b'), "y"}});
        QVERIFY_THROWS_EXCEPTION(ConfigError, setup.make());
        setup.request.allowOtherModels = true;
        setup.make();
        QCOMPARE(setup.warnings.size(), std::size_t{2});
        AFA_VERIFY_CONTAINS(setup.warnings[0], "was not trained with this model");
    }

    void everyModelReadsTheTextWithItsOwnEncoder() {
        for (const double cfg : {1.0, 4.0}) {
            Setup setup("noise-average");
            setup.request.cfg = cfg;
            Trace trace;
            auto& pipeline = setup.make(&trace);
            const TempDir folder;
            trace.write(folder / "trace.safetensors");
            const auto file = openSafetensors(folder / "trace.safetensors");
            const auto text = [&](const char* name) {
                const auto index = file->find(name);
                return index ? toTensor(file->view(*index), torch::kFloat32) : torch::Tensor();
            };
            const torch::NoGradGuard noGrad;
            for (const std::size_t model : {0, 1}) {
                const auto key = "text." + std::to_string(model);
                const auto encoded = [&](const char* prompt) {
                    const auto ids = pipeline.models->tokenizer()->encode(prompt).ids;
                    return pipeline.models->textEncoder(model)->forward(torch::tensor(ids).view({1, 77}));
                };
                AFA_VERIFY_CLOSE(text((key + ".cond").c_str()), encoded("a dog"), kRounding);
                if (cfg != 1.0)
                    AFA_VERIFY_CLOSE(text((key + ".uncond").c_str()), encoded("a cat"), kRounding);
                else
                    QVERIFY(!text((key + ".uncond").c_str()).defined());
            }
            QCOMPARE(setup.warnings.empty(), cfg != 1.0);  // the negative prompt has no part
        }
    }

    void textEncodersThatDoNotFitAreRefused() {
        ModelShape narrow, fewWords;
        narrow.text.hiddenSize = 32;
        fewWords.text.vocabSize = 1000;
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                Setup("single:1", {{}, narrow}).make();
                            }),
                            "is 32 wide, its U-Net takes 24");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                Setup("block-average", {{}, fewWords}).make();
                            }),
                            "knows 1000 tokens");
    }

    void sizesThatTheModelsDoNotTakeAreRefused() {
        Setup setup("block-average");
        setup.request.height = 20;
        AFA_VERIFY_CONTAINS(messageOf<RequestError>([&] { setup.make(); }), "--height is 20");
        setup.request.height = 24;
        auto& pipeline = setup.make();
        QCOMPARE(pipeline.width, std::int64_t{16});
        QCOMPARE(pipeline.latentShape(2), (std::vector<std::int64_t>{2, 4, 12, 8}));
    }

    void aMergeIsOneModel() {
        Setup setup("merge");
        auto& pipeline = setup.make();
        QCOMPARE(pipeline.models->count(), std::size_t{1});
        QCOMPARE(pipeline.merged->parents, setup.request.models);
        QVERIFY(!pipeline.merged->recipeJson.empty());
        QVERIFY(!torch::equal(predict(pipeline), predictionOf("single:0")));
    }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "test_pipeline.moc"
