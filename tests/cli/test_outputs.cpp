#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include "core/io/picture_file.h"
#include "core/io/safetensors.h"
#include "tests/cli/afa_process.h"

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace afa::test;

/// Where results go: several runs into one folder, folders that are missing, names that cannot be, what a
/// killed run leaves.
class TestOutputs : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    QString file(const QString& name) const { return dir_.filePath(name); }

    static QStringList draw() { return {"generate", "--steps", "1", "--threads", "1", "--json"}; }
    static QStringList two() { return {"--model", demoModel("animals"), "--model", demoModel("food")}; }
    static QStringList entries(const QString& folder) {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    /// Several runs of the program at once.
    static QList<AfaRun> together(const QList<QStringList>& all) {
        std::vector<std::unique_ptr<QProcess>> processes;
        for (const auto& arguments : all) {
            processes.push_back(std::make_unique<QProcess>());
            processes.back()->start(QStringLiteral(AFA_BINARY), arguments);
        }
        QList<AfaRun> runs;
        for (auto& process : processes) {
            process->waitForFinished(300000);
            AfaRun run;
            run.status = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
            run.out = process->readAllStandardOutput();
            run.err = process->readAllStandardError();
            runs.append(run);
        }
        return runs;
    }

    /// What the lines of the runs tell under `key`.
    static QStringList told(const QList<AfaRun>& runs, const char* key) {
        QStringList values;
        for (const auto& run : runs)
            for (const auto& line : run.out.split('\n'))
                if (const auto object = QJsonDocument::fromJson(line).object();
                    object.contains(QLatin1String(key)))
                    values.append(object[QLatin1String(key)].toString());
        return values;
    }

    static void verifyAllTheir(const QStringList& files) {
        auto distinct = files;
        QCOMPARE(distinct.removeDuplicates(), 0);
        for (const auto& path : files)
            QVERIFY2(QFileInfo(path).size() > 0, qPrintable(path));
    }

  private Q_SLOTS:
    void picturesOfEqualSeedsAllStay() {
        const QString folder = file("pictures");
        QList<QStringList> all;
        for (const char* prompt : {"a dog", "a fox", "a pig"})
            all.append(draw() + QStringList{"--model", demoModel("animals"), "--prompt", prompt, "--seed",
                                            "100", "--count", "10", "--output", folder});
        const auto runs = together(all);
        for (const auto& run : runs)
            AFA_COMPARE_STATUS(run, 0);
        verifyAllTheir(told(runs, "image"));
        QCOMPARE(entries(folder).size(), 30);
        for (int i = 0; i < runs.size(); ++i)
            for (const auto& path : told({runs[i]}, "image"))
                QVERIFY2(QString::fromStdString(afa::readPngText(path.toStdString()).at("parameters"))
                             .startsWith(all[i][all[i].indexOf("--prompt") + 1]),
                         qPrintable(path));
    }

    void keptMapsStayWithTheirPicture() {
        const QString folder = file("maps");
        const QStringList common =
            draw() + threeExperts().mid(1) +
            QStringList{"--aggregator", demoAggregator(), "--seed", "3", "--count", "3", "--output", folder};
        QList<QStringList> all;
        for (const char* prompt : {"a dog", "a fox"})
            all.append(common + QStringList{"--keep-maps", "--prompt", prompt});
        all.append(common + QStringList{"--prompt", "a pig"});  // its pictures have none
        const auto runs = together(all);
        for (const auto& run : runs)
            AFA_COMPARE_STATUS(run, 0);
        QCOMPARE(entries(folder).size(), 2 * 6 + 3);
        for (int i = 0; i < runs.size(); ++i)
            for (const auto& path : told({runs[i]}, "image")) {
                auto maps = path;
                maps.replace(".png", ".maps.safetensors");
                QCOMPARE(QFileInfo::exists(maps), i < 2);
                if (i == 2) continue;
                const auto record = afa::openSafetensors(maps.toStdString());
                QString facts;
                for (const auto& [key, value] : record->metadata())
                    facts += QString::fromStdString(value);
                QVERIFY(facts.contains(all[i].last()));
            }
    }

    void sheetsOfComparisonsAndMeasurementsAllStay() {
        const QString folder = file("several");
        const QStringList compare =
            draw() + two() +
            QStringList{"--compare", "single,block-average", "--seed", "1", "--output", folder};
        AFA_COMPARE_STATUS(runAfa({"generate", "--model", demoModel("animals"), "--steps", "1", "--seed", "1",
                                   "--output", file("p.png")}),
                           0);
        const QStringList capability =
            QStringList{"capability", "--image", file("p.png"), "--timesteps", "500", "--noise-samples", "1",
                        "--threads",  "1",       "--json",      "--output",    folder} +
            two();
        const auto runs = together({compare, compare, capability, capability});
        for (const auto& run : runs)
            AFA_COMPARE_STATUS(run, 0);
        const auto sheets = told(runs, "sheet"), timings = told(runs, "timings");
        QCOMPARE(sheets.size(), 4);
        verifyAllTheir(sheets + timings + told(runs, "tensors") + told(runs, "csv"));
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(QFileInfo(sheets[i]).completeBaseName(), QFileInfo(timings[i]).completeBaseName());
            QFile file(timings[i]);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto facts = QJsonDocument::fromJson(file.readAll()).object();
            QCOMPARE(facts["sheet"].toString(), QFileInfo(sheets[i]).fileName());
        }
        QStringList pictures;
        for (const auto& run : {runs[0], runs[1]})
            for (const auto& line : run.out.split('\n'))
                for (const auto& picture : QJsonDocument::fromJson(line).object()["pictures"].toArray())
                    pictures.append(picture.toObject()["image"].toString());
        QCOMPARE(pictures.size(), 6);
        verifyAllTheir(pictures);
        QCOMPARE(entries(folder).size(), 6 + 2 * 2 + 2 * 3);
    }

    void oneNameWrittenByTwoIsOneWholeFile() {
        const QString merged = file("one.safetensors"), native = file("native.safetensors");
        QList<QStringList> all;
        for (const char* weights : {"0,1", "1,0", "0.5,0.5"})
            all.append(QStringList{"merge", "--weights", weights, "--output", merged} + two());
        for (int i = 0; i < 2; ++i)
            all.append({"convert", demoAggregator(), "--to", "native", "--output", native});
        for (const auto& run : together(all))
            AFA_COMPARE_STATUS(run, 0);
        AFA_COMPARE_STATUS(runAfa({"inspect", merged, native}), 0);
        QCOMPARE(QDir(dir_.path()).entryList({".*"}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{});
    }

    void oneDirectoryIsWrittenByOne() {
        const QStringList convert{"convert",   demoModel("animals"), "--to",
                                  "diffusers", "--output",           file("whole")};
        const auto runs = together({convert, convert, convert});
        int done = 0;
        for (const auto& run : runs) {
            done += run.status == 0;
            QVERIFY2(run.status == 0 || (run.status == 1 && run.err.contains("choose another name")),
                     run.err.constData());
        }
        QCOMPARE(done, 1);
        AFA_COMPARE_STATUS(runAfa({"inspect", file("whole")}), 0);
    }

#ifdef Q_OS_UNIX
    void whatAKilledRunLeavesGoesWithTheNext() {
        const QString folder = file("killed");
        QProcess process;
        process.start(QStringLiteral(AFA_BINARY),
                      QStringList{"merge", "--search", "--data", demoModel("scenes/manifest.jsonl"),
                                  "--samples", "4", "--threads", "1", "--output", folder} +
                          two());
        QVERIFY(process.waitForReadyRead(120000));
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        // As if it had been killed while it wrote: by a program that is certainly gone.
        const QString other = file("temporary");
        QProcess writer;
        writer.start(QStringLiteral(AFA_BINARY),
                     QStringList{"merge", "--output", other + "/m.safetensors"} + two());
        while (writer.state() != QProcess::NotRunning && entries(other).filter(".tmp").isEmpty())
            writer.waitForFinished(1);
        const bool caught = writer.state() != QProcess::NotRunning;
        writer.kill();
        writer.waitForFinished();
        const auto left = entries(other).filter(".tmp");
        if (!caught || left.isEmpty()) QSKIP("the merge was done before it could be killed");
        AFA_COMPARE_STATUS(runAfa(QStringList{"merge", "--output", other + "/n.safetensors"} + two()), 0);
        QCOMPARE(entries(other), QStringList{"n.safetensors"});
    }
#endif

    void foldersThatAreMissingAreMade_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("made");
        const QString maps = file("m.safetensors");
        if (!QFileInfo::exists(maps))
            AFA_COMPARE_STATUS(runAfa(threeExperts() + QStringList{"--aggregator", demoAggregator(),
                                                                   "--steps", "1", "--seed", "1", "--maps",
                                                                   maps, "--output", file("p.png")}),
                               0);
        const auto add = [&](const char* name, const QStringList& arguments, const QStringList& made) {
            QTest::newRow(name) << arguments << made;
        };
        const auto at = [&](const char* name) { return file(QStringLiteral("new/folder/") + name); };
        const QStringList one = draw() + QStringList{"--model", demoModel("animals"), "--seed", "1"};
        add("generate", one + QStringList{"--output", at("")}, {"afa-1.png"});
        add("generate to a file", one + QStringList{"--output", at("x.png")}, {"x.png"});
        add("generate --trace", one + QStringList{"--output", file("p.png"), "--trace", at("t.safetensors")},
            {"t.safetensors"});
        add("compare", draw() + two() + QStringList{"--compare", "single", "--output", at("c.png")},
            {"c.json", "c.png"});
        add("merge", QStringList{"merge", "--output", at("m.safetensors")} + two(), {"m.safetensors"});
        add("merge to a directory",
            QStringList{"merge", "--to", "diffusers", "--output", at("model")} + two(), {"model"});
        add("merge --save-recipe",
            QStringList{"merge", "--output", file("x.safetensors"), "--save-recipe", at("r.json")} + two(),
            {"r.json"});
        add("convert to a single file",
            {"convert", demoModel("animals"), "--to", "single-file", "--output", at("s.safetensors")},
            {"s.safetensors"});
        add("convert to a directory",
            {"convert", demoModel("animals"), "--to", "diffusers", "--output", at("d")}, {"d"});
        add("convert an aggregator",
            {"convert", demoAggregator(), "--to", "native", "--output", at("a.safetensors")},
            {"a.safetensors"});
        add("maps --sheet", {"maps", maps, "--sheet", at("s.svg")}, {"s.svg"});
        add("maps --csv and --recipe", {"maps", maps, "--csv", at("m.csv"), "--recipe", at("r.json")},
            {"m.csv", "r.json"});
        add("capability",
            QStringList{"capability", "--image", file("p.png"), "--timesteps", "500", "--noise-samples", "1",
                        "--output", at("")} +
                two(),
            {"capability.csv", "capability.png", "capability.safetensors"});
    }
    void foldersThatAreMissingAreMade() {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, made);
        QDir(file("new")).removeRecursively();
        AFA_COMPARE_STATUS(runAfa(arguments), 0);
        QCOMPARE(entries(file("new/folder")), made);
    }

    void aSourceThatCannotBeReadMakesNoFolder() {
        QDir(file("new")).removeRecursively();
        for (const auto& arguments :
             {QStringList{"merge", "--model", "/no/such", "--model", demoModel("food"), "--output",
                          file("new/m.safetensors")},
              QStringList{"convert", "/no/such", "--to", "diffusers", "--output", file("new/d")},
              QStringList{"maps", "/no/such", "--csv", file("new/m.csv")}})
            AFA_COMPARE_STATUS(runAfa(arguments), 1);
        QVERIFY(!QFileInfo::exists(file("new")));
    }

    /// Names that cannot be opened, as input and as output of each subcommand.
    void namesThatCannotBe_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QFile::link("loop", file("loop"));
        QFile::link("loop.png", file("loop.png"));
        QFile::link("loop.safetensors", file("loop.safetensors"));
        QString path = dir_.path();
        while (path.size() < 5000)
            path += "/" + QString(200, 'p');
        const QString name = file(QString(300, 'n'));
        const QList<std::tuple<const char*, QString, QString>> bad{
            {"a long name", name, "the name is too long"},
            {"a long path", path, "the name is too long"},
            {"a loop", file("loop"), "its links lead in a circle"},
            {"a loop's name", file("loop/inner"), "its links lead in a circle"},
            {"~", "~/nowhere/x", "\"~\" was not expanded, as in quotes: write /home/of/user/nowhere/x"},
        };
        const QStringList one{"--model", demoModel("animals")};
        for (const auto& [what, value, says] : bad) {
            const auto add = [&, what = what, says = says](const char* command,
                                                           const QStringList& arguments) {
                QTest::newRow(
                    qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(command), QLatin1String(what))))
                    << arguments << says;
            };
            const QString model = demoModel("animals"), food = demoModel("food"),
                          data = demoModel("scenes/manifest.jsonl");
            add("inspect", {"inspect", value});
            add("generate --model", draw() + QStringList{"--model", value, "--output", file("x.png")});
            add("generate --aggregator",
                draw() + two() + QStringList{"--aggregator", value, "--output", file("x.png")});
            add("generate --vae", draw() + one + QStringList{"--vae", value, "--output", file("x.png")});
            add("generate --latents",
                draw() + one + QStringList{"--latents", value, "--output", file("x.png")});
            add("generate --merge",
                draw() + two() + QStringList{"--merge", value, "--output", file("x.png")});
            add("generate --output", draw() + one + QStringList{"--output", value});
            add("generate --output file", draw() + one + QStringList{"--output", value + ".png"});
            add("generate --trace",
                draw() + one + QStringList{"--output", file("x.png"), "--trace", value + ".safetensors"});
            add("compare --output", draw() + two() + QStringList{"--compare", "single", "--output", value});
            add("merge --model",
                {"merge", "--model", model, "--model", value, "--output", file("x.safetensors")});
            add("merge --recipe",
                QStringList{"merge", "--recipe", value, "--output", file("x.safetensors")} + two());
            add("merge --output", QStringList{"merge", "--output", value + ".safetensors"} + two());
            add("merge --to diffusers", QStringList{"merge", "--to", "diffusers", "--output", value} + two());
            add("merge --search --output",
                QStringList{"merge", "--search", "--data", data, "--output", value} + two());
            add("convert", {"convert", value, "--to", "single-file", "--output", file("x.safetensors")});
            add("convert --output",
                {"convert", model, "--to", "single-file", "--output", value + ".safetensors"});
            add("maps", {"maps", value});
            add("capability --image",
                QStringList{"capability", "--image", value, "--output", file("c")} + two());
            add("screen --data", QStringList{"screen", "--data", value} + two());
            add("train --resume", {"train", "--resume", "--output", value});
            if (value.size() > 4000 || value.endsWith("inner")) continue;  // each reads models first
            add("train --data", QStringList{"train", "--data", value, "--output", file("t")} + two());
            add("train --output", QStringList{"train", "--data", data, "--output", value} + two());
            add("train --cache",
                QStringList{"train", "--data", data, "--output", file("t"), "--cache", value} + two());
        }
    }
    void namesThatCannotBe() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        qputenv("HOME", "/home/of/user");
        const auto run = runAfa(arguments);
        AFA_COMPARE_STATUS(run, 1);
        // A training tells first which models it reads.
        QVERIFY2(run.err.count("afa: error: ") == 1 &&
                     run.err.trimmed().split('\n').last().startsWith("afa: error"),
                 run.err.constData());
        QVERIFY2(!run.err.contains("filesystem error"), run.err.constData());
        QVERIFY2(run.err.contains(says.toUtf8()), run.err.constData());
        QVERIFY(!QFileInfo::exists("~"));
    }
};

QTEST_GUILESS_MAIN(TestOutputs)
#include "test_outputs.moc"
