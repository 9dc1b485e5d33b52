// core's messages as the window tells them: every source has a German and a Chinese translation with the same
// places, settings are named by the labels of the forms, and what core really says about broken files, models
// and settings arrives translated.
#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QtTest>

#include <filesystem>

#include "core/base/error.h"
#include "core/base/language.h"
#include "core/engine/model_info.h"
#include "core/engine/requests.h"
#include "tests/ui/studio_home.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/jobs/job_runner.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/messages/language.h"

using namespace afa;

namespace {

struct Entry {
    QString translation;
    bool finished = true;
};

QMap<QString, Entry> catalogue(const QString& code) {
    QFile file(QStringLiteral(AFA_SOURCE_DIR "/translations/afa_%1.ts").arg(code));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QMap<QString, Entry> entries;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QStringLiteral("source")) source = xml.readElementText();
        if (xml.name() != QStringLiteral("translation")) continue;
        const bool finished = xml.attributes().value("type").isEmpty();
        entries[source] = {xml.readElementText(), finished};
    }
    return entries;
}

QStringList places(const QString& text) {
    QStringList found;
    for (qsizetype i = 0; i + 1 < text.size(); ++i)
        if (text[i] == '%' && text[i + 1] >= '1' && text[i + 1] <= '9') found.append(text.mid(i, 2));
    found.sort();
    return found;
}

}  // namespace

class TestCoreMessages : public QObject {
    Q_OBJECT

    test::StudioHome home_;
    QTranslator program_, qt_;

    void speak(const QString& code) { applyLanguage(code, program_, qt_); }
    QString write(const QString& name, const QByteArray& content) {
        QFile file(home_.file(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }

  private Q_SLOTS:
    void cleanup() { speak("en"); }

    void everyMessageIsTranslatedWithItsPlaces_data() {
        QTest::addColumn<QString>("code");
        QTest::newRow("German") << "de";
        QTest::newRow("Chinese") << "zh_CN";
    }
    void everyMessageIsTranslatedWithItsPlaces() {
        QFETCH(QString, code);
        const auto entries = catalogue(code);
        QVERIFY(entries.size() > 800);
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            QVERIFY2(entry->finished && !entry->translation.isEmpty(), qPrintable(entry.key()));
            QVERIFY2(places(entry->translation) == places(entry.key()), qPrintable(entry.key()));
        }
        QCOMPARE(catalogue("de").keys(), catalogue("zh_CN").keys());
    }

    void settingsAreNamedByTheirLabels_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("width");
        QTest::addColumn<QString>("menus");
        QTest::newRow("English") << "en"
                                 << "“Width” is 4; expected 8 to 16384"
                                 << "device 'cuda': x; use “Compute on” cpu (menu Library)";
        QTest::newRow("German") << "de"
                                << "„Breite“ ist 4; erlaubt ist 8 bis 16384"
                                << "Gerät „cuda“: x; wählen Sie „Rechnen auf“ cpu (Menü Bibliothek)";
        QTest::newRow("Chinese") << "zh_CN"
                                 << "“宽度” 为 4；应在 8 到 16384 之间"
                                 << "设备“cuda”：x；请使用 “计算设备”cpu（菜单“模型库”）";
    }
    void settingsAreNamedByTheirLabels() {
        QFETCH(QString, code);
        QFETCH(QString, width);
        QFETCH(QString, menus);
        speak(code);
        GenerateRequest request;
        request.models = {"a"};
        request.prompt = "a";
        request.width = 4;
        const auto problems = request.validate();
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems[0].field, std::string("width"));
        QCOMPARE(problems[0].text.english(), std::string("--width is 4; expected 8 to 16384"));
        QCOMPARE(inWindowLanguage(problems[0].text), width);
        const auto told = Message::of("device '%1': %2; use %3", "cuda", "x", Option{"device", "cpu"});
        QCOMPARE(inWindowLanguage(told), menus);
    }

    void valuesAreToldAsTheFormShowsThem() {
        speak("de");
        const auto told = Message::of("%1 needs two or more models", Option{"mode", "magicfusion"});
        QCOMPARE(inWindowLanguage(told), "„Modus“ MagicFusion braucht zwei Modelle oder mehr");
        const auto average = Message::of("%1 needs two or more models", Option{"mode", "block-average"});
        QVERIFY(!inWindowLanguage(average).contains("block-average"));
        const auto none = Message::of("%1 must be a finite number", Option{"magic-t0"});
        QCOMPARE(inWindowLanguage(none), "--magic-t0 muss eine endliche Zahl sein");
    }

    void wordsOfOthersStayAsTheyAre() {
        speak("de");
        QCOMPARE(inWindowLanguage(Message::verbatim("quite another thing")), "quite another thing");
        QCOMPARE(inWindowLanguage(FileError("/a: odd")), "/a: odd");
        QCOMPARE(inWindowLanguage(std::runtime_error("odd")), "odd");
    }

    void errorsOfTheFileSystemAreTold() {
        speak("de");
        const std::filesystem::filesystem_error error("status", "/a",
                                                      std::make_error_code(std::errc::permission_denied));
        QCOMPARE(inWindowLanguage(error), "/a: nicht verwendbar: Zugriff verweigert");
    }

    void aPathMayLookLikeAPlace() {
        speak("de");
        const auto told = Message::of("%1: cannot open: %2%3", std::filesystem::path("/a %2 b/%1"),
                                      Message::of("No such file or directory"), Message());
        QCOMPARE(inWindowLanguage(told),
                 "/a %2 b/%1: lässt sich nicht öffnen: Datei oder Ordner nicht gefunden");
    }

    void whatCoreSaysArrivesTranslated() {
        speak("de");
        const auto problemOf = [](const QString& path) {
            return inWindowLanguage(inspectModel(path.toStdString()).problem);
        };
        const auto html = write("page.safetensors", "<!DOCTYPE html><html></html>");
        QCOMPARE(problemOf(html),
                 html +
                     ": keine Checkpoint-Datei: eine HTML-Seite, wie ein misslungener Download sie "
                     "hinterlässt; laden Sie die Datei noch einmal herunter");
        const auto pointer =
            write("lfs.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 42\n");
        QCOMPARE(problemOf(pointer),
                 pointer +
                     ": keine Checkpoint-Datei: ein git-LFS-Zeiger auf eine Datei von 42 Bytes, "
                     "nicht die Datei selbst; führen Sie `git lfs pull` aus, oder laden Sie die "
                     "Datei herunter");
        const auto notes = inspectModel(AFA_SOURCE_DIR "/resources/demo/aggregator.safetensors").notes;
        QVERIFY(!notes.empty());
        QCOMPARE(inWindowLanguage(notes.front()), QStringLiteral("Aufbau „paper“ für 3 Modelle, 25 Stufen"));
    }

    /// The library keeps what it found: another language may be chosen later.
    void keptMessagesAreToldInAnyLanguage() {
        auto info = inspectModel(write("page.safetensors", "<html></html>").toStdString());
        info.notes.push_back(Message::of("%1 of %2", Message::of("none"), Option{"steps", "3"}));
        const auto again = modelInfoFromJson(modelInfoJson(info), "kept");
        QVERIFY(again == info);
        speak("de");
        QCOMPARE(inWindowLanguage(again.problem), inWindowLanguage(info.problem));
        QVERIFY(inWindowLanguage(again.problem).contains("keine Checkpoint-Datei"));
        QCOMPARE(inWindowLanguage(again.notes.back()), inWindowLanguage(info.notes.back()));
        QVERIFY_EXCEPTION_THROWN(
            modelInfoFromJson(
                QString::fromStdString(modelInfoJson(info)).replace("\"steps\"", "3").toStdString(), "kept"),
            FileError);
    }

    void aFailedJobTellsItInTheWindowsLanguage() {
        speak("de");
        const QString missing = home_.file("gone");
        FunctionJob job([&](const JobContext&) { findModels(missing.toStdString()); }, [](const JobEnd&) {});
        const auto end = processJob(job, JobContext({}, [](auto) {}));
        QCOMPARE(end.outcome, JobEnd::Outcome::Failed);
        QCOMPARE(end.message,
                 missing +
                     ": kein Ordner mit Modellen (Datei oder Ordner nicht gefunden); wählen Sie einen "
                     "anderen Ordner, oder schließen Sie den Datenträger an");
    }
};

QTEST_GUILESS_MAIN(TestCoreMessages)
#include "test_core_messages.moc"
