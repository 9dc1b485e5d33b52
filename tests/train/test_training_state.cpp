#include <QtTest/QtTest>
#include <fstream>

#include "core/base/error.h"
#include "core/engine/train_request.h"
#include "core/io/leftovers.h"
#include "core/train/training_state.h"
#include "tests/ensemble/fixtures.h"

using namespace afa;
using namespace afa::test;

namespace {

namespace fs = std::filesystem;

/// A state of a small aggregator; `step` also marks its values.
TrainingState sample(std::int64_t step) {
    TrainingState state;
    state.step = step;
    TrainRequest request;
    request.models = {"a", "b"};
    request.batch = 3;
    state.requestJson = trainRequestJson(request);
    state.dataDigest = "digest";
    state.processes = 2;
    const Ensemble ensemble("two");
    const auto aggregator = ensemble.aggregator("paper", "last-block");
    state.config = aggregator->config();
    state.baseModels = {{"a", std::string(64, 'a'), "a.safetensors"},
                        {"b", std::string(64, 'b'), "b.safetensors"}};
    state.memory.optimiserSteps = step - 1;
    state.memory.skipped = 1;
    for (const auto& [name, tensor] : aggregator->parameters()) {
        const auto mark = static_cast<double>(step);
        state.parameterNames.push_back(name);
        state.memory.parameters.push_back(tensor + mark);
        state.memory.average.push_back(tensor + mark + 0.25);
        state.memory.firstMoments.push_back(tensor * mark);
        state.memory.secondMoments.push_back(tensor.square() * mark);
    }
    state.history = {"{\"step\":1}", "{\"step\":2}"};
    state.baselines["single:0"] = torch::arange(4, torch::kFloat64) / 3;
    return state;
}

bool same(const std::vector<torch::Tensor>& a, const std::vector<torch::Tensor>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const torch::Tensor& x, const torch::Tensor& y) { return torch::equal(x, y); });
}

void damage(const fs::path& file, std::uintmax_t at) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(at));
    const char byte = static_cast<char>(stream.get() ^ 1);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(byte);
}

}  // namespace

class TestTrainingState : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path run_;
    std::vector<std::string> warnings_;
    std::optional<TrainingState> read() {
        warnings_.clear();
        return readTrainingState(run_, [this](const Message& text) { warnings_.push_back(text.english()); });
    }

  private Q_SLOTS:
    void init() {
        run_ = fs::path(folder_.path().toStdString()) / QTest::currentTestFunction();
        fs::create_directories(run_);
    }

    void everythingComesBackAsItWas() {
        const auto written = sample(7);
        writeTrainingState(run_, written);
        const auto found = read();
        QVERIFY(found.has_value());
        QCOMPARE(found->step, 7);
        QCOMPARE(found->dataDigest, written.dataDigest);
        QCOMPARE(found->processes, 2);
        QVERIFY(found->config == written.config);
        QVERIFY(found->baseModels == written.baseModels);
        QCOMPARE(found->parameterNames, written.parameterNames);
        QCOMPARE(found->memory.optimiserSteps, 6);
        QCOMPARE(found->memory.skipped, 1);
        QVERIFY(same(found->memory.parameters, written.memory.parameters));
        QVERIFY(same(found->memory.average, written.memory.average));
        QVERIFY(same(found->memory.firstMoments, written.memory.firstMoments));
        QVERIFY(same(found->memory.secondMoments, written.memory.secondMoments));
        QCOMPARE(found->history, written.history);
        QVERIFY(torch::equal(found->baselines.at("single:0"), written.baselines.at("single:0")));
        const auto request = parseTrainRequest(found->requestJson, "test");
        QCOMPARE(request.batch, 3);
        QCOMPARE(request.models, (std::vector<fs::path>{"a", "b"}));
        QVERIFY(warnings_.empty());
    }

    void aRunWithoutStateHasNone() {
        QVERIFY(!read().has_value());
        QVERIFY_EXCEPTION_THROWN(storedTrainRequest(run_), FileError);
    }

    void theTwoNewestAreKept() {
        for (const int step : {5, 100, 20})
            writeTrainingState(run_, sample(step));
        writeTrainingState(run_, sample(1000));
        QCOMPARE(read()->step, 1000);
        QCOMPARE(std::distance(fs::directory_iterator(run_ / "state"), fs::directory_iterator()), 2);
    }

    void damagedLaterOnesDoNotPushOutASoundOne() {
        writeTrainingState(run_, sample(2000));
        writeTrainingState(run_, sample(3000));
        damage(run_ / "state" / "step-0000003000" / "optimiser.safetensors", 2000);
        QCOMPARE(read()->step, 2000);
        writeTrainingState(run_, sample(2500));
        damage(run_ / "state" / "step-0000002500" / "optimiser.safetensors", 2000);
        QCOMPARE(read()->step, 2000);
        // Of a program that was killed.
        fs::create_directories(run_ / "state" / (".afa-" + hostTag() + "-1-9000.tmp"));
        writeTrainingState(run_, sample(2100));
        QCOMPARE(read()->step, 2100);
        QVERIFY(warnings_.empty());
        QCOMPARE(std::distance(fs::directory_iterator(run_ / "state"), fs::directory_iterator()), 2);
    }

    void aStateOfAnotherStepThanItsFolderIsNotSound() {
        writeTrainingState(run_, sample(7));
        writeTrainingState(run_, sample(9));
        fs::rename(run_ / "state" / "step-0000000009", run_ / "state" / "step-0000000010");
        QCOMPARE(read()->step, 7);
        QCOMPARE(warnings_.size(), 1U);
    }

    void aDamagedNewestFallsBackToTheOther_data() {
        QTest::addColumn<QString>("file");
        for (const auto* name : {"aggregator.safetensors", "average.safetensors", "optimiser.safetensors",
                                 "validation.safetensors", "history.jsonl", "state.json"})
            QTest::newRow(name) << QString(name);
    }
    void aDamagedNewestFallsBackToTheOther() {
        QFETCH(QString, file);
        run_ /= file.toStdString();
        writeTrainingState(run_, sample(1));
        const auto newest = writeTrainingState(run_, sample(2));
        // The last value of the file: no header would notice.
        damage(newest / file.toStdString(),
               file == "state.json" ? 0 : fs::file_size(newest / file.toStdString()) - 2);
        QCOMPARE(read()->step, 1);
        QCOMPARE(warnings_.size(), std::size_t{1});
        QVERIFY(QString::fromStdString(warnings_.front()).contains(file));
    }

    void aMissingFileFallsBackToTheOther() {
        writeTrainingState(run_, sample(1));
        const auto newest = writeTrainingState(run_, sample(2));
        fs::remove(newest / "optimiser.safetensors");
        QCOMPARE(read()->step, 1);
    }

    void noSoundStateIsAnErrorThatSaysSo() {
        damage(writeTrainingState(run_, sample(1)) / "aggregator.safetensors", 3000);
        QVERIFY_EXCEPTION_THROWN(read(), FileError);
    }

    void filesOutsideAStateAreNotTouchedWhateverItSays() {
        const auto newest = writeTrainingState(run_, sample(1));
        std::ifstream in(newest / "state.json");
        std::string text((std::istreambuf_iterator<char>(in)), {});
        const auto at = text.find("history.jsonl");
        QVERIFY(at != std::string::npos);
        text.replace(at, 13, "../../../etc/");
        std::ofstream(newest / "state.json") << text;
        QVERIFY_EXCEPTION_THROWN(read(), FileError);
        QVERIFY(QString::fromStdString(warnings_.front()).contains("is not a file of a training state"));
    }

    void leftoversOfAKilledWriterAreNoStates() {
        writeTrainingState(run_, sample(1));
        fs::create_directories(run_ / "state" / (".afa-" + hostTag() + "-1-2.tmp"));
        QCOMPARE(read()->step, 1);
    }

    void aStateOfTheSameStepIsWrittenAnewOnlyWhenItIsDamaged() {
        const auto first = writeTrainingState(run_, sample(3));
        const auto time = fs::last_write_time(first / "state.json");
        writeTrainingState(run_, sample(3));
        QVERIFY(fs::last_write_time(first / "state.json") == time);
        damage(first / "optimiser.safetensors", 2000);
        writeTrainingState(run_, sample(3));
        QCOMPARE(read()->step, 3);
        QVERIFY(warnings_.empty());
    }
};

QTEST_APPLESS_MAIN(TestTrainingState)
#include "test_training_state.moc"
