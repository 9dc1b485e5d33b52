#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/engine/stored_training.h"
#include "tests/support/files.h"

namespace afa {

class TestTrainingStates : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;

    std::filesystem::path run(const char* name) const { return dir_.filePath(name).toStdString(); }
    static void write(const std::filesystem::path& run, const char* state, const std::string& head) {
        const auto folder = run / "state" / state;
        std::filesystem::create_directories(folder);
        test::writeFile(folder / kTrainingStateHead, head);
    }
    static std::string head(int step, int batch) {
        return R"({"format": "training-state", "version": 1, "step": )" + std::to_string(step) +
               R"(, "request": {"batch": )" + std::to_string(batch) + "}}";
    }

  private Q_SLOTS:
    void theNewestStateCounts() {
        const auto folder = run("two");
        write(folder, "step-0000000009", head(9, 3));
        write(folder, "step-0000000010", head(10, 5));
        std::filesystem::create_directories(folder / "state" / ".step-0000000011");  // half written
        QCOMPARE(trainingStates(folder).size(), 2U);
        const auto stored = readStoredTraining(folder);
        QVERIFY(stored);
        QCOMPARE(stored->step, 10);
        QCOMPARE(stored->request.batch, 5);
        QCOMPARE(stored->request.output, folder);
    }

    void aDamagedOneIsPassedOver() {
        const auto folder = run("damaged");
        write(folder, "step-0000000001", head(1, 7));
        write(folder, "step-0000000002", head(2, 7).substr(0, 40));
        write(folder, "step-0000000003", R"({"format": "picture"})");
        QCOMPARE(readStoredTraining(folder)->step, 1);
    }

    void noneIsNoErrorButOnlyDamagedOnesAre() {
        std::filesystem::create_directories(run("empty"));
        QVERIFY(!readStoredTraining(run("empty")));
        QVERIFY(!readStoredTraining(run("nowhere")));
        for (const std::string& damaged : {std::string(), std::string("[]"), head(-1, 1),
                                           std::string(R"({"format": "training-state", "step": 1})")}) {
            const auto folder = run("only");
            write(folder, "step-0000000001", damaged);
            QVERIFY_EXCEPTION_THROWN(readStoredTraining(folder), FileError);
        }
    }
};

}  // namespace afa

QTEST_GUILESS_MAIN(afa::TestTrainingStates)
#include "test_training_states.moc"
