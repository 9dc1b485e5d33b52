#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <fcntl.h>
#include <unistd.h>

#include "tests/cli/afa_process.h"

using namespace afa::test;

namespace {

/// Standard output as a user may have it; each runs in the child.
void toFullDevice(int stream) {
    const int full = ::open("/dev/full", O_WRONLY);
    ::dup2(full, stream);
}

void toPipeWithoutReader(int stream) {
    int ends[2];
    if (::pipe(ends) != 0) return;
    ::close(ends[0]);
    ::dup2(ends[1], stream);
    ::close(ends[1]);
}

void toNothing(int stream) {
    ::close(stream);
}

}  // namespace

/// Results that do not arrive are a failure, whatever the subcommand; notes that do not arrive are none.
class TestStandardOutput : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const QString& name) const { return dir_.filePath(name); }
    QStringList hidden() const { return QDir(dir_.path()).entryList({".*"}, QDir::Files | QDir::Hidden); }

    /// One small run of every subcommand, with where its output goes where it has one.
    QList<std::pair<const char*, QStringList>> commands() const {
        const QString animals = demoModel("animals"), food = demoModel("food");
        const QStringList models{"--model", animals, "--model", food};
        const QStringList data{"--data", demoModel("scenes/manifest.jsonl")};
        const QStringList measured{"--noise-samples", "2", "--timesteps", "500", "--threads", "1"};
        return {
            {"inspect", {"inspect", animals}},
            {"inspect json", {"inspect", "--json", animals}},
            {"generate",
             {"generate", "--model", animals, "--steps", "1", "--seed", "1", "--output", file("pictures")}},
            {"compare", QStringList{"generate", "--compare", "single", "--steps", "1", "--seed", "1",
                                    "--output", file("compared")} +
                            models},
            {"train", QStringList{"train",
                                  "--output",
                                  file("run"),
                                  "--steps",
                                  "1",
                                  "--stages",
                                  "25",
                                  "--cache",
                                  "off",
                                  "--samples",
                                  "16",
                                  "--hidden-size",
                                  "16",
                                  "--heads",
                                  "1",
                                  "--threads",
                                  "1",
                                  "--batch",
                                  "2",
                                  "--json",
                                  "--validate-every",
                                  "0",
                                  "--sample-every",
                                  "0"} +
                          models + data},
            {"screen", QStringList{"screen", "--samples", "2"} + models + data +
                           QStringList{"--noise-samples", "2", "--threads", "1", "--timesteps", "2"}},
            {"capability", QStringList{"capability", "--image", file("p.png"), "--output", file("measured")} +
                               models + measured},
            {"maps", {"maps", file("maps.safetensors")}},
            {"maps json", {"maps", "--json", file("maps.safetensors")}},
            {"merge", QStringList{"merge", "--output", file("merged.safetensors")} + models},
            {"presets", {"merge", "--list-presets"}},
            {"search",
             QStringList{"merge", "--search", "--output", file("search"), "--samples", "2", "--noise-samples",
                         "2", "--timesteps", "2", "--passes", "1", "--threads", "1", "--line", "binary-mid"} +
                 models + data},
            {"convert", {"convert", animals, "--to", "single-file", "--output", file("one.safetensors")}},
            {"benchmark", {"benchmark", "--shape", "demo", "--models", "1", "--repeats", "1"}},
            {"version", {"--version"}},
        };
    }

    void cleanUp() const {
        for (const char* name : {"pictures", "compared", "run", "measured", "search"})
            QDir(file(name)).removeRecursively();
    }

  private Q_SLOTS:
    void initTestCase() {
        AFA_COMPARE_STATUS(runAfa(threeExperts() +
                                  QStringList{"--aggregator", demoAggregator(), "--steps", "1", "--seed", "1",
                                              "--maps", file("maps.safetensors"), "--output", file("p.png")}),
                           0);
    }
    void cleanup() { cleanUp(); }

    void resultsThatDoNotArriveAreAFailure_data() {
        QTest::addColumn<QStringList>("arguments");
        for (const auto& [name, arguments] : commands())
            QTest::newRow(name) << arguments;
        for (const char* name : {"inspect", "generate", "train", "screen", "capability", "merge", "maps",
                                 "convert", "benchmark"})
            QTest::newRow(qPrintable(QStringLiteral("%1 --help").arg(QLatin1String(name))))
                << QStringList{name, "--help"};
        QTest::newRow("--help") << QStringList{"--help"};
    }
    void resultsThatDoNotArriveAreAFailure() {
        QFETCH(QStringList, arguments);
        // The arguments are sound; what is written does not depend on who reads the output.
        for (const auto& spoil : {toFullDevice, toPipeWithoutReader, toNothing}) {
            cleanUp();
            const auto run = runAfa(arguments, 300, [&] { spoil(STDOUT_FILENO); });
            AFA_COMPARE_STATUS(run, 1);
            QVERIFY2(run.err.contains("afa: error: standard output could not be written"),
                     run.err.constData());
            QVERIFY(run.out.isEmpty());
            const bool instant = arguments.contains("--help") || arguments.first() == "inspect" ||
                                 arguments.first() == "maps" || arguments.first().startsWith("--");
            if (!instant) break;  // all write by the same stream
        }
    }

    void theWorkStaysWhereTheReaderLeaves() {
        const auto run = runAfa({"generate", "--model", demoModel("animals"), "--steps", "1", "--seed", "5",
                                 "--count", "3", "--json", "--output", file("pictures")},
                                120, [] { toPipeWithoutReader(STDOUT_FILENO); });
        AFA_COMPARE_STATUS(run, 1);
        QCOMPARE(QDir(file("pictures")).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{"afa-5.png", "afa-6.png", "afa-7.png"}));
    }

    void resultsNeverGoIntoAFile() {
        // Files that are opened take the numbers of streams that are closed.
        const auto run = runAfa({"merge", "--model", demoModel("animals"), "--model", demoModel("food"),
                                 "--output", file("merged.safetensors")},
                                120, [] {
                                    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
                                        ::close(stream);
                                });
        QCOMPARE(run.status, 1);
        AFA_COMPARE_STATUS(runAfa({"inspect", file("merged.safetensors")}), 0);
        QFile merged(file("merged.safetensors"));
        QVERIFY(merged.open(QIODevice::ReadOnly));
        QVERIFY(!merged.readAll().contains(file("merged").toUtf8()));
    }

    void errorsKeepTheirOwnStatus() {
        for (const auto& [arguments, status] :
             {std::pair{QStringList{"paint"}, 2}, std::pair{QStringList{"maps", "/no/such"}, 1}}) {
            const auto run = runAfa(arguments, 120, [] { toFullDevice(STDOUT_FILENO); });
            AFA_COMPARE_STATUS(run, status);
            QCOMPARE(run.err.count('\n'), 1);
        }
    }

    void notesThatDoNotArriveAreNoFailure() {
        // Warned of: the prompt is too long.
        const QString prompt = QStringLiteral("a dog and a cat, ").repeated(40);
        for (const auto& spoil : {toFullDevice, toPipeWithoutReader, toNothing}) {
            const auto run = runAfa({"generate", "--model", demoModel("animals"), "--steps", "1", "--seed",
                                     "1", "--json", "--prompt", prompt, "--output", file("noted.png")},
                                    120, [&] { spoil(STDERR_FILENO); });
            QCOMPARE(run.status, 0);
            QCOMPARE(run.json()["image"].toString(), file("noted.png"));
        }
        QCOMPARE(hidden(), QStringList{});
    }
};

QTEST_GUILESS_MAIN(TestStandardOutput)
#include "test_standard_output.moc"
