#include <QtTest/QtTest>
#include <boost/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/compute/training_folder.h"
#include "core/compute/training_inputs.h"
#include "core/compute/training_setup.h"
#include "tests/compute/random_models.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

namespace fs = std::filesystem;

const Placement kFp32{torch::kCPU, torch::kFloat32};

/// Of several processes one that does not lead.
struct Follower : ParallelGroup {
    int rank() const override { return 1; }
    int size() const override { return 2; }
};

struct Told {
    std::vector<std::string> warnings, notes;
    std::vector<fs::path> saved;
    TrainEvents events;
    Told() {
        events.warning = [this](const std::string& text) { warnings.push_back(text); };
        events.note = [this](const std::string& text) { notes.push_back(text); };
        events.saved = [this](const fs::path& path) { saved.push_back(path); };
    }
};

/// An empty folder for a run, the request of it, and what is told.
struct Place {
    const TempDir folder;
    TrainRequest request;
    Told told;
    TrainingReporter reporter;
    explicit Place(bool leading = true) : reporter(told.events, leading) { request.output = folder.path(); }
};

/// `count` pictures that nobody opens, named by number.
TrainingData listed(int count) {
    TrainingData data;
    for (int i = 0; i < count; ++i)
        data.pictures.push_back({fs::path(std::to_string(i) + ".png"), "text " + std::to_string(i), ""});
    return data;
}

std::set<fs::path> imagesOf(const TrainingData& data) {
    std::set<fs::path> images;
    for (const auto& picture : data.pictures)
        images.insert(picture.image);
    return images;
}

/// A state as a run would have it after `step` steps.
TrainingState someState(std::int64_t step) {
    TrainingState state;
    state.step = step;
    state.dataDigest = "digest";
    state.baseModels = {{"a", std::string(64, 'a'), "a"}, {"b", std::string(64, 'b'), "b"}};
    state.config = AggregatorConfig::forModels(AggregatorConfig::Layout::Paper, 2, ModelShape().unet);
    state.config.hiddenSize = 16;
    state.config.numHeads = 2;
    const Aggregator aggregator(state.config, 1);
    for (const auto& [name, tensor] : aggregator.parameters()) {
        state.parameterNames.push_back(name);
        for (auto* tensors :
             {&state.memory.parameters, &state.memory.firstMoments, &state.memory.secondMoments})
            tensors->push_back(tensor.detach().clone());
    }
    state.memory.optimiserSteps = step;
    return state;
}

}  // namespace

/// What a training run opens and writes, without the run.
class TestTrainingPieces : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }

    // What a request comes to.
    void heldOutPicturesAreNotTrainedOn() {
        TrainRequest request;
        request.samples = 1000;
        const auto split = splitData(request, listed(100));
        QCOMPARE(split.heldOut.pictures.size(), std::size_t{16});
        QCOMPARE(split.training.pictures.size(), std::size_t{84});
        auto all = imagesOf(split.training);
        all.merge(imagesOf(split.heldOut));
        QCOMPARE(all.size(), std::size_t{100});
    }
    void aPictureWithSeveralTextsIsHeldOutWithAllOfThem() {
        auto data = listed(60);
        for (int i = 0; i < 60; ++i)
            data.pictures.push_back({data.pictures[static_cast<std::size_t>(i)].image, "another text", ""});
        TrainRequest request;
        const auto split = splitData(request, std::move(data));
        const auto heldOut = imagesOf(split.heldOut);
        QCOMPARE(split.heldOut.pictures.size(), heldOut.size());
        for (const auto& image : imagesOf(split.training))
            QVERIFY(!heldOut.contains(image));
    }
    void theSeedChoosesThePictures() {
        TrainRequest request;
        request.samples = 40;
        const auto first = splitData(request, listed(100));
        QCOMPARE(digest(splitData(request, listed(100))), digest(first));
        request.seed = 1;
        const auto second = splitData(request, listed(100));
        QVERIFY(digest(second) != digest(first));
        QVERIFY(imagesOf(second.training) != imagesOf(first.training));
        QCOMPARE(second.training.pictures.size(), std::size_t{40});
    }
    void theDigestKnowsTexts() {
        TrainRequest request;
        auto split = splitData(request, listed(100));
        const auto before = digest(split);
        split.heldOut.pictures[3].text += "!";
        QVERIFY(digest(split) != before);
    }
    void tooFewPicturesAreRefused() {
        TrainRequest request;
        QVERIFY_THROWS_EXCEPTION(DataError, splitData(request, listed(31)));
        QCOMPARE(splitData(request, listed(32)).training.pictures.size(), std::size_t{16});
    }
    void theOptimiserTakesTheRequestsFields() {
        TrainRequest request;
        request.lr = 0.5;
        request.lrSchedule = "cosine";
        request.weightDecay = 0.25;
        request.warmup = 3;
        request.clip = 2;
        request.ema = 0.75;
        request.accumulate = 4;
        const auto options = optimiserOptions(request);
        QCOMPARE(options.lr, 0.5);
        QVERIFY(options.cosine);
        QCOMPARE(options.weightDecay, 0.25);
        QCOMPARE(options.warmup, std::int64_t{3});
        QCOMPARE(options.clip, 2.0);
        QCOMPARE(options.ema, 0.75);
        QCOMPARE(options.accumulate, 4);
        request.lrSchedule = "constant";
        QVERIFY(!optimiserOptions(request).cosine);
    }
    void gradientsAreNeverInFp16() {
        QVERIFY(withTrainingPrecision({torch::kCPU, torch::kFloat16}).dtype == torch::kBFloat16);
        QVERIFY(withTrainingPrecision({torch::kCPU, torch::kFloat32}).dtype == torch::kFloat32);
    }
    void checkpointingIsOnWherePlainTrainingWouldNotFit() {
        TrainRequest request;
        constexpr auto kHuge = std::uint64_t{1} << 62;
        QVERIFY(checkpointingFor(request, kHuge, kFp32));
        request.checkpointing = "off";
        QVERIFY(!checkpointingFor(request, kHuge, kFp32));
        request.checkpointing = "on";
        QVERIFY(checkpointingFor(request, 1, kFp32));
    }

    // What is told.
    void onlyTheLeadingProcessTellsAndEveryWarningIsKept() {
        Told told;
        TrainingReporter leading(told.events, true), following(told.events, false);
        leading.warn("one");
        following.warn("two");
        leading.note("three");
        following.note("four");
        QCOMPARE(told.warnings, std::vector<std::string>{"one"});
        QCOMPARE(told.notes, std::vector<std::string>{"three"});
        QCOMPARE(following.warnings(), std::vector<std::string>{"two"});
    }

    // What is opened.
    void twoCopiesOfAModelAreRefusedUnlessAllowed() {
        for (const bool allowed : {false, true}) {
            ModelCache cache;
            cache.begin(kFp32, {}, {});
            TrainRequest request;
            request.models = {addRandomModel(cache, "a", 1), addRandomModel(cache, "b", 1)};
            request.allowSameModels = allowed;
            Told told;
            TrainingReporter reporter(told.events, true);
            const auto open = [&] { TrainingInputs(request, kFp32, cache, reporter, {}); };
            if (!allowed) {
                AFA_VERIFY_CONTAINS(messageOf<ConfigError>(open), "hold the same weights");
            } else {
                open();
                QCOMPARE(told.warnings.size(), std::size_t{1});
            }
        }
    }
    void aRunGoesOnWithItsOwnBaseModels() {
        ModelCache cache;
        cache.begin(kFp32, {}, {});
        TrainRequest request;
        request.models = {addRandomModel(cache, "a", 1), addRandomModel(cache, "b", 2)};
        Told told;
        TrainingReporter reporter(told.events, true);
        const TaskControl control{};
        TrainingInputs inputs(request, kFp32, cache, reporter, control);
        QCOMPARE(inputs.baseModels()[1].sha256, cache.fingerprint(request.models[1]));
        TrainingState state;
        state.baseModels = inputs.baseModels();
        inputs.requireBaseModelsOf(state);
        std::swap(state.baseModels[0], state.baseModels[1]);
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { inputs.requireBaseModelsOf(state); }),
                            "is not the base model");
    }
    void picturesAreEncodedForEveryModel() {
        ModelCache cache;
        cache.begin(kFp32, {}, {});
        TrainRequest request;
        request.models = {addRandomModel(cache, "a", 1), addRandomModel(cache, "b", 2)};
        request.data = {fs::path(AFA_SOURCE_DIR) / "resources/demo/scenes/manifest.jsonl"};
        request.samples = 4;
        request.cache = "off";
        Told told;
        TrainingReporter reporter(told.events, true);
        const TaskControl control{};
        TrainingInputs inputs(request, kFp32, cache, reporter, control);
        TrainingState before;
        before.dataDigest = "other";
        inputs.openData({}, &before);
        QCOMPARE(told.warnings.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(told.warnings[0], "the training data changed");
        QCOMPARE(inputs.data().size(), std::int64_t{4});
        QVERIFY(inputs.samples() == nullptr);
        const auto batch = inputs.data().batch({{0, 0}, {1, 0}});
        QCOMPARE(batch.latentMean.sizes().vec(), (std::vector<std::int64_t>{2, 4, 8, 8}));
        QCOMPARE(batch.texts.size(), std::size_t{2});
        QVERIFY(!torch::equal(batch.texts[0], batch.texts[1]));
        inputs.loadUNets();
        QCOMPARE(inputs.unets().size(), std::size_t{2});
        QCOMPARE(inputs.badPictures(), std::int64_t{0});
    }

    // What is written.
    void aNewRunTakesNoFolderOfAnother() {
        const TempDir folder;
        TrainRequest request;
        request.output = folder / "run";
        Told told;
        TrainingReporter reporter(told.events, true);
        const ParallelGroup alone{};
        const auto open = [&](bool resume) { TrainingFolder(request, resume, alone, reporter); };
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] {
                                fs::create_directories(request.output);
                                open(true);
                            }),
                            "expected the state of a training run to resume");
        {
            TrainingFolder run(request, false, alone, reporter);
            QVERIFY(run.state() == nullptr);
            QVERIFY(!fs::exists(request.output / "history.jsonl"));  // not before everything is in order
            run.openLog();
            TrainStep step;
            step.step = 1;
            step.loss = 0.5;
            run.log(step);
            QVERIFY(run.save(someState(1)));
        }
        QCOMPARE(told.saved.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(messageOf<RequestError>([&] { open(false); }), "holds a training run already");
        TrainingFolder resumed(request, true, alone, reporter);
        QCOMPARE(resumed.state()->step, std::int64_t{1});
        QCOMPARE(resumed.state()->history.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(resumed.state()->requestJson, "\"lr\"");
        // Lines that the state does not know of belong to steps that were lost.
        writeFile(request.output / "history.jsonl", "{\"step\":1}\n{\"step\":2}\n");
        resumed.openLog();
        QCOMPARE(readFile(request.output / "history.jsonl"), resumed.state()->history[0] + "\n");
    }
    void aFinishedAggregatorIsNotWrittenOver() {
        Place place;
        writeFile(place.folder / "aggregator.safetensors", "hours of work");
        AFA_VERIFY_CONTAINS(messageOf<RequestError>([&] {
                                TrainingFolder(place.request, false, ParallelGroup(), place.reporter);
                            }),
                            "holds a finished aggregator already");
        QCOMPARE(readFile(place.folder / "aggregator.safetensors"), std::string("hours of work"));
    }
    void aStateThatCannotBeWrittenIsToldAndNoReasonToStop() {
        Place place;
        TrainingFolder run(place.request, false, ParallelGroup(), place.reporter);
        run.openLog();
        writeFile(place.folder / "state", "a file where the states' folder should be");
        QVERIFY(!run.save(someState(1)));
        QVERIFY(!place.told.warnings.empty());
        AFA_VERIFY_CONTAINS(place.told.warnings.back(), "could not be saved");
    }
    void onlyTheLeadingProcessWrites() {
        Place place(false);
        TrainingFolder run(place.request, false, Follower(), place.reporter);
        run.openLog();
        run.log(TrainStep{});
        QVERIFY(run.save(someState(1)));
        QVERIFY(fs::is_empty(place.folder.path()));
    }
    void anotherNumberOfProcessesIsTold() {
        Place place;
        {
            TrainingFolder run(place.request, false, ParallelGroup(), place.reporter);
            run.openLog();
            auto state = someState(1);
            state.processes = 3;
            run.save(std::move(state));
        }
        TrainingFolder run(place.request, true, ParallelGroup(), place.reporter);
        QCOMPARE(place.told.warnings.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(place.told.warnings[0], "trained by 3 processes and goes on with 1");
    }
    void theAggregatorsFileSaysHowItWasTrainedAndNotWhere() {
        TrainRequest request;
        request.models = {"/secret/place/animals", "/secret/place/food/"};
        request.data = {"/secret/place/scenes.jsonl"};
        request.cache = "/secret/place/cache";
        request.clip = 1;
        ValidationReport report;
        report.methods = {{.name = "afa", .error = 0.25}};
        const auto text = trainingDescription(request, 84, 500, 16, report);
        QVERIFY2(text.find("secret") == std::string::npos, text.c_str());
        const auto json = parseJson(text, "test");
        QCOMPARE(std::string(json.at("data").as_string()), std::string("84 captioned pictures"));
        QCOMPARE(json.at("steps").to_number<int>(), 500);
        QCOMPARE(json.at("validation_loss").to_number<double>(), 0.25);
        AFA_VERIFY_CONTAINS(std::string(json.at("optimiser").as_string()), "batch 16, clip 1");
        QCOMPARE(std::string(json.at("request").at("model").at(1).as_string()), std::string("food"));
    }
    void whatIsShippedIsWhatTheStateHolds() {
        Place place;
        TrainingFolder run(place.request, false, ParallelGroup(), place.reporter);
        const Aggregator aggregator(someState(1).config, 1);
        const auto file = run.writeAggregator(
            aggregator, {{"a", std::string(64, 'a'), "a"}, {"b", std::string(64, 'b'), "b"}}, "{}");
        QCOMPARE(place.told.saved, std::vector<fs::path>{file});
        const auto read = AggregatorFile::open(file, 2);
        QVERIFY(read.config == aggregator.config());
        QCOMPARE(read.baseModels[1].sha256, std::string(64, 'b'));
        const Aggregator again(read);
        for (std::size_t i = 0; i < again.parameters().size(); ++i)
            QVERIFY(torch::equal(again.parameters()[i].second,
                                 aggregator.parameters()[i].second.to(torch::kFloat16).to(torch::kFloat32)));
    }
};

QTEST_GUILESS_MAIN(TestTrainingPieces)
#include "test_training_pieces.moc"
