#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include "tests/cli/afa_process.h"

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace afa::test;

/// What scripts rely on whatever the subcommand: statuses, one line per error, nothing left behind (cli.md).
class TestCommandLine : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const char* name) const { return dir_.filePath(QLatin1String(name)); }

  private Q_SLOTS:
    void wrongUsageIsStatusTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        const QString model = demoModel("animals");
        const QStringList one{"generate", "--model", model, "--prompt", "a dog"};
        QTest::newRow("no subcommand") << QStringList{};
        QTest::newRow("unknown subcommand") << QStringList{"paint"};
        QTest::newRow("no model") << QStringList{"generate", "--prompt", "a dog"};
        QTest::newRow("unknown option") << one + QStringList{"--nonsense"};
        QTest::newRow("steps no number") << one + QStringList{"--steps", "many"};
        QTest::newRow("steps zero") << one + QStringList{"--steps", "0"};
        QTest::newRow("unknown sampler") << one + QStringList{"--sampler", "magic"};
        QTest::newRow("karras for ddim") << one + QStringList{"--karras"};
        QTest::newRow("eta for euler") << one + QStringList{"--sampler", "euler", "--eta", "0.5"};
        QTest::newRow("unknown mode") << one + QStringList{"--mode", "mix"};
        QTest::newRow("mode single out of range") << one + QStringList{"--mode", "single:1"};
        QTest::newRow("afa without aggregator") << one + QStringList{"--mode", "afa"};
        QTest::newRow("host out of range") << one + QStringList{"--host", "1"};
        QTest::newRow("width off the grid") << one + QStringList{"--width", "65"};
        QTest::newRow("maps with count")
            << one + QStringList{"--aggregator", demoAggregator(), "--count", "2", "--maps", "m.safetensors"};
        QTest::newRow("trace with count") << one + QStringList{"--count", "2", "--trace", "t.safetensors"};
        QTest::newRow("png with count") << one + QStringList{"--count", "2", "--output", "x.png"};
        QTest::newRow("precision") << one + QStringList{"--precision", "int8"};
        QTest::newRow("seed negative") << one + QStringList{"--seed", "-1"};
        QTest::newRow("seed past 64 bits") << one + QStringList{"--seed", "18446744073709551616"};
        QTest::newRow("seed no number") << one + QStringList{"--seed", "7x"};
        QTest::newRow("a second path after one --model")
            << QStringList{"generate", "--model", model, demoModel("food"), "--prompt", "a dog"};
        QTest::newRow("width zero") << one + QStringList{"--width", "0"};
        QTest::newRow("steps twice") << one + QStringList{"--steps", "5", "--steps", "6"};
        QTest::newRow("option without value") << one + QStringList{"--steps"};
        QTest::newRow("sheet with count")
            << one + QStringList{"--aggregator", demoAggregator(), "--count", "2", "--sheet", "s.png"};
        QTest::newRow("inspect nothing") << QStringList{"inspect"};
        QTest::newRow("maps stage zero")
            << QStringList{"maps", "m.safetensors", "--sheet", "s.png", "--stages", "0"};
        QTest::newRow("maps step negative")
            << QStringList{"maps", "m.safetensors", "--sheet", "s.png", "--steps", "-1"};
        QTest::newRow("convert without output") << QStringList{"convert", model, "--to", "single-file"};
        QTest::newRow("benchmark shape") << QStringList{"benchmark", "--shape", "sdxl"};
        QTest::newRow("benchmark size zero") << QStringList{"benchmark", "--shape", "demo", "--size", "0"};
        QTest::newRow("benchmark size off the grid")
            << QStringList{"benchmark", "--shape", "demo", "--size", "65"};
        QTest::newRow("benchmark of models and of a shape")
            << QStringList{"benchmark", "--model", model, "--shape", "demo"};
        QTest::newRow("another kind of picture") << one + QStringList{"--output", file("x.jpg")};
        QTest::newRow("another kind of sheet")
            << one + QStringList{"--aggregator", demoAggregator(), "--sheet", file("s.jpg")};
        QTest::newRow("magic mode without magic") << one + QStringList{"--magic-mode", "2"};
        QTest::newRow("a single file that would be taken for a pickle")
            << QStringList{"convert", model, "--to", "single-file", "--output", file("x.ckpt")};
        QTest::newRow("convert target") << QStringList{"convert", model, "--to", "onnx", "--output", "x"};
    }
    void wrongUsageIsStatusTwo() {
        QFETCH(QStringList, arguments);
        const auto run = runAfa(arguments);
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.startsWith("afa: error: ") && run.err.count('\n') == 1, run.err.constData());
        QVERIFY(run.out.isEmpty());
    }

    void anUnknownCommandIsNamedWithThoseThereAre() {
        const auto run = runAfa({"paint", "--help"});
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.contains("\"paint\"") && run.err.contains("generate"), run.err.constData());
        QVERIFY(runAfa({"maps", "--nonsense"}).err.contains("afa maps --help"));
    }

    void whatIsReadIsNeverWritten_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("victim");
        const QString single = file("one.safetensors"), maps = file("maps.safetensors");
        const QString within = file("model/unet/diffusion_pytorch_model.safetensors");
        if (!QFileInfo::exists(single)) {
            const auto convert = [&](const QString& from, const char* to, const QString& target) {
                return runAfa({"convert", from, "--to", to, "--output", target}).status == 0;
            };
            QVERIFY(convert(demoModel("animals"), "single-file", single));
            QVERIFY(convert(single, "diffusers", file("model")));
            QCOMPARE(runAfa(threeExperts() + QStringList{"--aggregator", demoAggregator(), "--prompt", "x",
                                                         "--steps", "1", "--maps", maps, "--output",
                                                         file("p.png")})
                         .status,
                     0);
        }
        QFile::copy(file("p.png"), file("capability.png"));
        const QStringList draw{"generate", "--prompt", "x", "--steps", "1"};
        QTest::newRow("trace") << draw + QStringList{"--model", single, "--trace", single} << single;
        QTest::newRow("within a folder")
            << draw + QStringList{"--model", file("model"), "--trace",
                                  file("model/../model/unet/") + QFileInfo(within).fileName()}
            << within;
        QTest::newRow("maps") << QStringList{"maps", maps, "--csv", file("./maps.safetensors")} << maps;
        QTest::newRow("merge") << QStringList{"merge",           "--model",  single, "--model",
                                              demoModel("food"), "--output", single}
                               << single;
        const QString recipe = file("recipe.json");
        if (!QFileInfo::exists(recipe))
            QCOMPARE(runAfa({"merge", "--model", single, "--model", demoModel("food"), "--output",
                             file("merged.safetensors"), "--save-recipe", recipe})
                         .status,
                     0);
        QTest::newRow("merge by a recipe")
            << QStringList{"merge", "--recipe", recipe, "--output", single} << single;
        QTest::newRow("a recipe over a model")
            << QStringList{"merge",         "--recipe", recipe, "--output", file("m.safetensors"),
                           "--save-recipe", single}
            << single;
        QTest::newRow("capability over its picture")
            << QStringList{"capability", "--model", single,     "--image", file("capability.png"),
                           "--prompt",   "x",       "--output", file(".")}
            << file("capability.png");
        QTest::newRow("convert") << QStringList{"convert", single, "--to", "single-file", "--output", single}
                                 << single;
    }
    void whatIsReadIsNeverWritten() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, victim);
        const auto content = [&] {
            QFile at(victim);
            return at.open(QIODevice::ReadOnly) ? at.readAll() : QByteArray();
        };
        const auto before = content();
        QVERIFY(!before.isEmpty());
        const auto run = runAfa(arguments);
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.contains("would replace a file of"), run.err.constData());
        QCOMPARE(content(), before);
    }

    void failuresAreStatusOneWithOneLine_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing model")
            << QStringList{"generate", "--model", "/no/such/model", "--prompt", "x"} << "/no/such/model";
        QTest::newRow("model is no model")
            << QStringList{"generate", "--model", QStringLiteral(AFA_SOURCE_DIR "/README.md"), "--prompt",
                           "x"}
            << "README.md";
        QTest::newRow("aggregator is a model")
            << QStringList{"generate", "--model",      demoModel("animals"), "--prompt",
                           "x",        "--aggregator", demoModel("animals")}
            << "animals";
        QTest::newRow("missing maps") << QStringList{"maps", "/no/such/maps"} << "/no/such/maps";
        QTest::newRow("missing source")
            << QStringList{"convert", "/no/such", "--to", "diffusers", "--output", "/tmp/x"} << "/no/such";
        QTest::newRow("unwritable folder")
            << QStringList{"generate", "--model",  demoModel("animals"), "--prompt",
                           "x",        "--output", "/proc/nowhere"}
            << "/proc/nowhere";
    }
    void failuresAreStatusOneWithOneLine() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const auto run = runAfa(arguments);
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(
            run.err.startsWith("afa: error: ") && run.err.count('\n') == 1 && run.err.contains(says.toUtf8()),
            run.err.constData());
    }

    void cudaWithoutADriverIsAPlainMessage() {
        if (QFileInfo::exists("/dev/nvidia0")) QSKIP("this machine has an NVIDIA GPU");
        const auto run = runAfa({"generate", "--model", demoModel("animals"), "--prompt", "x", "--device",
                                 "cuda", "--output", file("gpu.png")});
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("CUDA") || run.err.contains("cuda"), run.err.constData());
        QVERIFY(!QFileInfo::exists(file("gpu.png")));
    }

#ifdef Q_OS_LINUX
#ifdef Q_OS_LINUX
    /// OpenCV brings the system's BLAS into the program, which may be the slow reference one.
    void matrixProductsAreLibtorchsOwn() {
        if (qEnvironmentVariableIsSet("ASAN_OPTIONS")) QSKIP("AddressSanitizer fixes the order of look-up");
        qputenv("LD_DEBUG", "bindings");
        const auto run = runAfa({"benchmark", "--shape", "demo", "--models", "1", "--repeats", "1"});
        qunsetenv("LD_DEBUG");
        AFA_COMPARE_STATUS(run, 0);
        QByteArrayList products;
        for (const auto& line : run.err.split('\n'))
            if (const auto from = line.left(line.indexOf(" to "));
                from.contains("libtorch_cpu.so") && line.contains("`sgemm_'"))
                products += line;
        QVERIFY(!products.isEmpty());
        for (const auto& line : products)
            QVERIFY2(!line.contains("libblas"), line.constData());
    }
#endif

    void outOfMemoryIsOneLineAndSaysWhatToReduce() {
        const auto run =
            runAfa({"generate", "--model", demoModel("animals"), "--prompt", "a dog", "--steps", "1",
                    "--seed", "1", "--width", "8192", "--height", "8192", "--output", file("huge.png")},
                   120, [] { limitResource(RLIMIT_AS, 3ULL << 30); });
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("memory") && run.err.count('\n') == 1, run.err.constData());
        QVERIFY(!QFileInfo::exists(file("huge.png")));
    }

    void fullDiskKeepsTheOldFile() {
        const QStringList arguments{
            "generate", "--model", demoModel("animals"), "--prompt",      "a dog", "--steps", "1",
            "--seed",   "1",       "--output",           file("full.png")};
        AFA_COMPARE_STATUS(runAfa(arguments), 0);
        QFile old(file("full.png"));
        QVERIFY(old.open(QIODevice::ReadOnly));
        const QByteArray before = old.readAll();
        old.close();
        const auto run = runAfa(arguments, 120, [] { limitResource(RLIMIT_FSIZE, 512); });
        AFA_COMPARE_STATUS(run, 1);
        QVERIFY2(run.err.contains("full.png"), run.err.constData());
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), before);
        QCOMPARE(QDir(dir_.path()).entryList({"*full*"}, QDir::Files | QDir::Hidden),
                 QStringList{"full.png"});
    }
#endif

#ifdef Q_OS_UNIX
    void controlCStopsWithoutLeavingFiles() {
        QProcess process;
        process.start(QStringLiteral(AFA_BINARY), threeExperts().mid(0) << "--prompt"
                                                                        << "a dog"
                                                                        << "--steps"
                                                                        << "999"
                                                                        << "--seed"
                                                                        << "1"
                                                                        << "--output" << file("stopped.png"));
        QVERIFY(process.waitForStarted());
        QTest::qWait(1500);
        QCOMPARE(process.state(), QProcess::Running);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(QDir(dir_.path()).entryList({"*stopped*"}, QDir::AllEntries | QDir::Hidden), QStringList{});
    }
#endif

    void inspectTellsWhatThingsAre() {
        const auto run = runAfa({"inspect", "--json", demoModel("animals"), demoAggregator()});
        AFA_COMPARE_STATUS(run, 0);
        const auto model = run.json(0), aggregator = run.json(1);
        QCOMPARE(model.value("architecture").toString(), QString("sd1"));
        QCOMPARE(model.value("problem").toString(), QString());
        QCOMPARE(model.value("short_hash").toString(), model.value("sha256").toString().left(10));
        QVERIFY(model.value("parts").toArray().contains("unet"));
        QCOMPARE(aggregator.value("kind").toString(), QString("aggregator"));
    }

    void helpNamesEverySubcommand() {
        const auto run = runAfa({"--help"});
        AFA_COMPARE_STATUS(run, 0);
        for (const char* name : {"inspect", "generate", "train", "screen", "capability", "merge", "maps",
                                 "convert", "benchmark"}) {
            QVERIFY(run.out.contains(name));
            AFA_COMPARE_STATUS(runAfa({name, "--help"}), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
