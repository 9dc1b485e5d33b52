#include <QtTest/QtTest>
#include <filesystem>
#include <fstream>

#include "core/engine/engine.h"
#include "core/engine/model_info.h"
#include "core/engine/training_history.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

namespace fs = std::filesystem;

fs::path demoModel(const char* name) {
    return fs::path(AFA_SOURCE_DIR "/resources/demo") / name;
}

GenerateRequest request(const fs::path& output) {
    GenerateRequest request;
    request.models = {demoModel("animals"), demoModel("food")};
    request.prompt = "a dog";
    request.steps = 3;
    request.cfg = 4;
    request.seed = 5;
    request.output = output;
    request.compute.device = "cpu";
    request.compute.precision = "fp32";
    return request;
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::recursive_directory_iterator(folder), {}));
}

#ifdef Q_OS_LINUX
bool torchIsLoaded() {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find("libtorch_cpu") != std::string::npos) return true;
    return false;
}
#endif

}  // namespace

class TestEngine : public QObject {
    Q_OBJECT

  private Q_SLOTS:
#ifdef Q_OS_LINUX
    // First, while nothing in this process has computed.
    void torchIsLoadedByTheFirstCallThatComputes() {
        const TempDir dir;
        Engine engine;
        auto wrong = request(dir.path());
        wrong.steps = 0;
        QVERIFY(!Engine::version().empty());
        QVERIFY_THROWS_EXCEPTION(RequestError, engine.generate(wrong));
        QVERIFY(!torchIsLoaded());
        const auto device = engine.device({.device = "cpu"});
        QVERIFY(torchIsLoaded());
        QVERIFY(!device.cuda && device.description.starts_with("CPU ("));
        QVERIFY(device.precision == "bf16" || device.precision == "fp32");
    }

    void waitingThreadsSpinShortlyUnlessTheUserSaysOtherwise() {
        // libgomp reads this when it is loaded, which the test above did. ctest sets OMP_WAIT_POLICY.
        if (qEnvironmentVariableIsSet("OMP_WAIT_POLICY"))
            QVERIFY(!qEnvironmentVariableIsSet("GOMP_SPINCOUNT"));
        else
            QCOMPARE(qgetenv("GOMP_SPINCOUNT"), QByteArray("1000"));
    }
#endif

    void picturesAreReportedAndOnDisk() {
        const TempDir dir;
        Engine engine;
        auto two = request(dir.path());
        two.count = 2;
        std::vector<std::uint64_t> seeds;
        GenerateEvents events;
        events.picture = [&](const GeneratedPicture& picture) {
            QVERIFY(fs::exists(picture.path));
            seeds.push_back(picture.seed);
        };
        const auto result = engine.generate(two, events);
        QCOMPARE(seeds, (std::vector<std::uint64_t>{5, 6}));
        QCOMPARE(result.pictures.size(), std::size_t{2});
        QCOMPARE(result.pictures[1].path, dir / "afa-6.png");
        QCOMPARE(result.pictures[1].width, 64);
        QCOMPARE(result.pictures[1].image.rgb.size(), std::size_t{64 * 64 * 3});
        QVERIFY(result.pictures[0].image.rgb != result.pictures[1].image.rgb);
        // Asked again, the first pictures stay.
        two.count = 1;
        QCOMPARE(engine.generate(two).pictures[0].path, dir / "afa-5-2.png");
    }

    void modelsKeptInMemoryGiveTheSamePicture() {
        const TempDir dir;
        Engine keeping({.keepModels = true}), freeing({.keepModels = false});
        const auto first = keeping.generate(request(dir.path())).pictures[0].image.rgb;
        QVERIFY(keeping.generate(request(dir.path())).pictures[0].image.rgb == first);
        QVERIFY(freeing.generate(request(dir.path())).pictures[0].image.rgb == first);
        // Another choice of models on the same engine is another picture, and back again.
        auto other = request(dir.path());
        other.models[1] = demoModel("things");
        QVERIFY(keeping.generate(other).pictures[0].image.rgb != first);
        QVERIFY(keeping.generate(request(dir.path())).pictures[0].image.rgb == first);
    }

    void aStopRequestEndsTheWorkAndLeavesNoFile_data() {
        QTest::addColumn<std::string>("phase");
        QTest::addColumn<int>("done");
        QTest::newRow("before the text") << std::string("text") << 0;
        QTest::newRow("between texts") << std::string("text") << 1;
        QTest::newRow("between models") << std::string("load") << 1;
        QTest::newRow("first step") << std::string("denoise") << 0;
        QTest::newRow("last step") << std::string("denoise") << 2;
        QTest::newRow("before decoding") << std::string("decode") << 0;
    }
    void aStopRequestEndsTheWorkAndLeavesNoFile() {
        QFETCH(std::string, phase);
        QFETCH(int, done);
        const TempDir dir;
        std::stop_source stop;
        bool pictureTold = false;
        std::vector<Progress> after;
        const TaskControl control(stop.get_token(), [&](const Progress& progress) {
            if (stop.stop_requested()) after.push_back(progress);
            if (progress.phase == phase && progress.done == done) stop.request_stop();
        });
        GenerateEvents events;
        events.picture = [&](const GeneratedPicture&) { pictureTold = true; };
        Engine engine;
        QVERIFY_THROWS_EXCEPTION(Cancelled, engine.generate(request(dir.path()), events, control));
        QVERIFY2(after.empty(), after.empty() ? "" : after[0].phase.c_str());
        QVERIFY(!pictureTold);
        QCOMPARE(filesIn(dir.path()), std::size_t{0});
        // The engine is good for the next request.
        QCOMPARE(engine.generate(request(dir.path())).pictures.size(), std::size_t{1});
    }

    /// The step before it is saved, and the validation is made up for, so that the history has no gap.
    void aStopWithinAValidationSavesTheState() {
        const TempDir dir;
        TrainRequest request;
        request.models = {demoModel("animals"), demoModel("food")};
        request.data = {demoModel("scenes/manifest.jsonl")};
        request.stages = "24,25";
        request.hiddenSize = 16;
        request.heads = 1;
        request.batch = 2;
        request.samples = 16;
        request.steps = 4;
        request.validateEvery = 2;
        request.saveEvery = 0;
        request.cache = (dir / "cache").string();
        request.compute.precision = "fp32";
        request.compute.device = "cpu";
        Engine engine({.keepModels = false});
        request.output = dir / "straight";
        engine.train(request);

        request.output = dir / "stopped";
        std::stop_source stop;
        TrainEvents events;
        events.step = [&](const TrainStep& step) {
            if (step.step == 2) stop.request_stop();
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, engine.train(request, events, TaskControl(stop.get_token())));
        QVERIFY(fs::exists(dir / "stopped/state/step-0000000002"));
        QCOMPARE(readTrainingHistory(dir / "stopped/history.jsonl").validations.size(), 1U);  // of step 0
        engine.resumeTraining(engine.trainingRequest(dir / "stopped"));
        const auto straight = readTrainingHistory(dir / "straight/history.jsonl"),
                   resumed = readTrainingHistory(dir / "stopped/history.jsonl");
        QCOMPARE(resumed.validations.size(), straight.validations.size());
        for (std::size_t i = 0; i < straight.validations.size(); ++i) {
            QCOMPARE(resumed.validations[i].step, straight.validations[i].step);
            QCOMPARE(resumed.validations[i].methods.front().error,
                     straight.validations[i].methods.front().error);
        }
    }

    void errorsKeepTheirKindAcrossTheLibraryBoundary() {
        const TempDir dir;
        Engine engine;
        auto missing = request(dir.path());
        missing.models[1] = "/no/such/model";
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { engine.generate(missing); }), "/no/such/model");
        auto wide = request(dir.path());
        wide.width = 65;
        AFA_VERIFY_CONTAINS(messageOf<RequestError>([&] { engine.generate(wide); }), "multiples of 32");
        auto foreign = request(dir.path());
        foreign.models[0] = writeFile(dir / "page.safetensors", "<!DOCTYPE html><html></html>");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { engine.generate(foreign); }), "page.safetensors");
        auto several = request(dir.path());
        several.steps = 0;
        several.count = 0;
        const auto message = messageOf<RequestError>([&] { engine.generate(several); });
        AFA_VERIFY_CONTAINS(message, "--steps is 0");
        AFA_VERIFY_CONTAINS(message, "; --count is 0");
    }

    void aLinkThatLeadsNowhereDoesNotHideTheOtherModels() {
        const TempDir dir;
        fs::create_symlink("loop.safetensors", dir / "loop.safetensors");
        fs::create_directory_symlink(demoModel("food"), dir / "food");
        const auto found = findModels(dir.path());
        QCOMPARE(found, (std::vector<fs::path>{dir / "food", dir / "loop.safetensors"}));
        const auto info = inspectModel(found[1]);
        QCOMPARE(info.kind, std::string("unreadable"));
        QVERIFY(!info.problem.empty());
        QCOMPARE(inspectModel(found[0]).kind, std::string("diffusers"));
    }

    void warningsAreToldAsTheyArise() {
        const TempDir dir;
        Engine engine;
        auto longPrompt = request(dir.path());
        for (int i = 0; i < 90; ++i)
            longPrompt.prompt += " cat";
        std::vector<Message> told;
        GenerateEvents events;
        events.warning = [&](const Message& message) { told.push_back(message); };
        const auto result = engine.generate(longPrompt, events);
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(result.warnings, told);
        AFA_VERIFY_CONTAINS(told[0], "75 fit");
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
