#include <QtTest/QtTest>
#include <cmath>

#include "core/engine/training_history.h"
#include "tests/support/files.h"

namespace afa {

class TestTrainingHistory : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;

    TrainingHistory read(const std::string& text) const {
        const auto file = std::filesystem::path(dir_.filePath("history.jsonl").toStdString());
        test::writeFile(file, text);
        return readTrainingHistory(file);
    }

  private Q_SLOTS:
    void stepsAndValidationsComeBack() {
        const auto history = read(
            R"({"validation":{"step":0,"pictures":16,"verdict":"","seconds":1.5,"methods":[)"
            R"({"name":"afa","error":0.25,"quarters":[0.1,0.2,0.3,0.4],"above_afa":0,"interval_95":0},)"
            R"({"name":"single:0","error":0.5,"quarters":[1,2,3,4],"above_afa":0.25,"interval_95":0.01}],)"
            R"("routing":[{"stage":24,"mean_weight":[0.75,0.25],"entropy":0.8,"variation":0.1}]}})"
            "\n"
            R"({"step":1,"loss":0.5,"lr":0.0001,"gradient_norm":2,"seconds":0.25})"
            "\n"
            R"({"step":2,"loss":0.25,"lr":0.0002,"gradient_norm":1,"seconds":0.5})"
            "\n");
        QCOMPARE(history.unreadable, 0U);
        QCOMPARE(history.steps.size(), 2U);
        QCOMPARE(history.steps[1].step, 2);
        QCOMPARE(history.steps[1].loss, 0.25);
        QCOMPARE(history.steps[1].learningRate, 0.0002);
        QCOMPARE(history.steps[1].seconds, 0.5);
        QCOMPARE(history.validations.size(), 1U);
        const auto& report = history.validations[0];
        QCOMPARE(report.pictures, 16);
        QCOMPARE(report.find("single:0")->above, 0.25);
        QCOMPARE(report.find("afa")->quarters[3], 0.4);
        QCOMPARE(report.routing[0].stage, 24);
        QCOMPARE(report.routing[0].meanWeight, (std::vector<double>{0.75, 0.25}));
        QCOMPARE(report.routing[0].entropy, 0.8);
    }

    void aStepThatWasNotFiniteBelongsToTheRun() {
        const auto history = read(
            "{\"step\":1,\"loss\":1,\"gradient_norm\":2}\n"
            "{\"step\":2,\"loss\":null,\"gradient_norm\":null}\n");
        QCOMPARE(history.unreadable, 0U);
        QCOMPARE(history.steps.size(), 2U);
        QVERIFY(std::isnan(history.steps[1].loss) && std::isnan(history.steps[1].gradientNorm));

        const auto validated = read(
            R"({"validation":{"step":1,"pictures":16,"verdict":"","seconds":1.5,"methods":[)"
            R"({"name":"afa","error":null,"quarters":[0.1,null,0.3,0.4],"above_afa":null,"interval_95":0}],)"
            R"("routing":[{"stage":24,"mean_weight":[null,0.25],"entropy":null,"variation":0.1}]}})"
            "\n");
        QCOMPARE(validated.unreadable, 0U);
        const auto& report = validated.validations.at(0);
        QVERIFY(std::isnan(report.find("afa")->error) && std::isnan(report.find("afa")->quarters[1]));
        QVERIFY(std::isnan(report.routing[0].meanWeight[0]) && std::isnan(report.routing[0].entropy));
    }

    void damagedAndCutLinesArePassedOverAndCounted() {
        const auto history = read(
            "{\"step\":1,\"loss\":1}\n"
            "garbage\n"
            "[1,2]\n"
            "{\"step\":-3,\"loss\":1}\n"
            "{\"step\":2,\"loss\":\"much\"}\n"
            "{\"validation\":{\"step\":1,\"methods\":[7],\"routing\":[]}}\n"
            "{\"step\":3,\"loss\":0.5}\n"
            "{\"step\":4,\"los");
        QCOMPARE(history.steps.size(), 2U);
        QCOMPARE(history.steps[1].step, 3);
        QVERIFY(history.validations.empty());
        QCOMPARE(history.unreadable, 6U);
    }

    void aStepThatWasDoneAgainCountsOnce() {
        const auto history = read(
            "{\"step\":1,\"loss\":1}\n{\"step\":2,\"loss\":2}\n{\"step\":3,\"loss\":3}\n"
            "{\"step\":2,\"loss\":20}\n");
        QCOMPARE(history.steps.size(), 2U);
        QCOMPARE(history.steps[1].loss, 20.0);
    }

    void aRunWithoutHistoryHasNone() {
        const auto history = readTrainingHistory(dir_.filePath("nowhere.jsonl").toStdString());
        QVERIFY(history.steps.empty() && history.validations.empty());
    }
};

}  // namespace afa

QTEST_APPLESS_MAIN(afa::TestTrainingHistory)
#include "test_training_history.moc"
