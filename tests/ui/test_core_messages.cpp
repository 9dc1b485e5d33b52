// core's English messages in the window's language: every pattern stands in core's sources, every pattern
// finds its own translation, and what core really says about broken files and models arrives translated.
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/engine/model_info.h"
#include "core/engine/requests.h"
#include "tests/ui/studio_home.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/jobs/job_runner.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/messages/language.h"

using namespace afa;

namespace {

struct Text {
    QString source, translation;
};

QList<Text> catalogue(const QString& code) {
    QFile file(QStringLiteral(AFA_SOURCE_DIR "/translations/afa-studio_%1.ts").arg(code));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QStringLiteral("name")) context = xml.readElementText();
        if (context != "afa::CoreMessages") continue;
        if (xml.name() == QStringLiteral("source")) texts.append({xml.readElementText(), {}});
        if (xml.name() == QStringLiteral("translation")) texts.last().translation = xml.readElementText();
    }
    return texts;
}

/// The string literals of a source file, neighbours joined as the compiler joins them; one per line.
QString literalsOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression joined(R"re((?:"((?:[^"\\\n]|\\.)*)"\s*)+)re"),
        one(R"re("((?:[^"\\\n]|\\.)*)")re");
    QString found;
    for (auto it = joined.globalMatch(source); it.hasNext();) {
        for (auto part = one.globalMatch(it.next().captured()); part.hasNext();)
            found += part.next().captured(1);
        found += '\n';
    }
    return found.replace("\\\"", "\"");
}

QString numbered(const QString& text) {  // "%1: made for %2" -> "/a/1: made for 2"
    QString filled = text;
    for (int i = 1; i < 10; ++i)
        filled.replace(QStringLiteral("%%1").arg(i), i == 1 ? QStringLiteral("/a/1") : QString::number(i));
    return filled;
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

    void everyPatternStandsInCore() {
        QStringList files;
        for (QDirIterator it(AFA_SOURCE_DIR "/core", {"*.cpp", "*.h"}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();)
            files.append(literalsOf(it.next()));
        QVERIFY(files.size() > 100);
        static const QStringList ofTheWindow{"It did not work", "A file is missing or cannot be used",
                                             "The settings or the models do not fit together",
                                             "The content cannot be used"};
        static const QRegularExpression placeholder("%[1-9]"), edges("^[ :;,\"']+|[ :;,.\"']+$");
        int checked = 0;
        for (const auto& text : catalogue("de")) {
            QStringList pieces;
            for (auto piece : text.source.split(placeholder))
                if (!piece.remove(edges).isEmpty()) pieces.append(piece);
            QVERIFY2(!pieces.isEmpty(), qPrintable(text.source));
            if (ofTheWindow.contains(pieces.first())) continue;
            const auto& system = std::generic_category();
            bool known = false;
            for (const int reason : {ENOENT, EACCES, ENOTDIR, EISDIR, EROFS, EIO})
                known = known || QString::fromStdString(system.message(reason)) == text.source;
            for (const auto& file : files)
                known = known || std::all_of(pieces.begin(), pieces.end(),
                                             [&](const auto& piece) { return file.contains(piece); });
            QVERIFY2(known, qPrintable("core does not say: " + text.source));
            ++checked;
        }
        QVERIFY(checked > 70);
    }

    void everyPatternFindsItsTranslation_data() {
        QTest::addColumn<QString>("code");
        QTest::newRow("German") << "de";
        QTest::newRow("Chinese") << "zh_CN";
    }
    void everyPatternFindsItsTranslation() {
        QFETCH(QString, code);
        speak(code);
        for (const auto& text : catalogue(code)) {
            if (text.source.endsWith(". %1")) continue;  // leads in what no pattern fits
            // The options that are menus here are named as such in both.
            QCOMPARE(inWindowLanguage(numbered(text.source)), inWindowLanguage(numbered(text.translation)));
        }
    }

    void optionsThatAreMenusHereAreNamedAsSuch() {
        const QString told = "it ran out of memory; use fewer models or --precision bf16, or --device cpu";
        speak("en");
        QCOMPARE(
            inWindowLanguage(told),
            "it ran out of memory; use fewer models or “Precision” bf16 (menu Library), or “Compute on” cpu "
            "(menu Library)");
        QCOMPARE(inWindowLanguage(QString("--precision fp16: gradients vanish in it")),
                 "“Precision” fp16 (menu Library): gradients vanish in it");
        QCOMPARE(inWindowLanguage(QString("--device is \"x\"")), "--device is \"x\"");
        speak("de");
        QVERIFY(inWindowLanguage(told).contains("„Präzision“ bf16 (Menü Bibliothek)"));
        QVERIFY(!inWindowLanguage(told).contains("--"));
    }

    void englishStaysAsItIs() {
        speak("en");
        QCOMPARE(inWindowLanguage(QStringLiteral("/a: empty caption")), QStringLiteral("/a: empty caption"));
        QCOMPARE(inWindowLanguage(FileError("/a: odd")), QStringLiteral("/a: odd"));
    }

    void whatNoPatternFitsKeepsItsWords() {
        speak("de");
        QCOMPARE(inWindowLanguage(QStringLiteral("quite another thing")),
                 QStringLiteral("quite another thing"));
        QCOMPARE(inWindowLanguage(FileError("/a: odd")),
                 QStringLiteral("Eine Datei fehlt oder ist nicht brauchbar. /a: odd"));
        QCOMPARE(inWindowLanguage(ConfigError("odd")),
                 QStringLiteral("Die Einstellungen oder die Modelle passen nicht zusammen. odd"));
        QCOMPARE(inWindowLanguage(DataError("odd")), QStringLiteral("Der Inhalt ist nicht brauchbar. odd"));
        QCOMPARE(inWindowLanguage(Error("odd")), QStringLiteral("Das ging nicht. odd"));
    }

    void aPathMayLookLikeAPlaceholder() {
        speak("de");
        QCOMPARE(inWindowLanguage(QStringLiteral("/a %2 b/%1: cannot open: No such file or directory")),
                 QStringLiteral("/a %2 b/%1: lässt sich nicht öffnen: Datei oder Ordner nicht gefunden"));
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
        GenerateRequest request;
        request.models = {"a"};
        request.prompt = "a";
        request.width = 4;
        const auto problems = request.validate();
        QCOMPARE(problems.size(), 1U);
        QVERIFY2(inWindowLanguage(problems.front()).startsWith("--width ist 4; erlaubt ist 8 bis "),
                 qPrintable(inWindowLanguage(problems.front())));
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
