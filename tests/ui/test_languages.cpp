// Every text of the studio is translated, with the same placeholders, and windows speak the language that is
// chosen.
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QAction>
#include <QtTest/QtTest>
#include <QtWidgets/QMenuBar>

#include "tests/ui/studio_home.h"
#include "ui/services/messages/language.h"
#include "ui/services/queue/queue_model.h"
#include "ui/services/studio/studio.h"
#include "ui/window/main_window.h"

using namespace afa;

namespace {

QString sourceFile(const QString& code) {
    return QStringLiteral(AFA_SOURCE_DIR "/translations/afa-studio_%1.ts").arg(code);
}

QSet<QString> placeholders(const QString& text) {
    QSet<QString> found;
    static const QRegularExpression pattern("%(n|[0-9])");
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

}  // namespace

class TestLanguages : public QObject {
    Q_OBJECT

    test::StudioHome home_;

  private Q_SLOTS:
    void everyTextOfTheSourcesIsTranslated_data() {
        QTest::addColumn<QString>("code");
        QTest::newRow("German") << "de";
        QTest::newRow("Chinese") << "zh_CN";
        QTest::newRow("English plural forms") << "en";
    }
    void everyTextOfTheSourcesIsTranslated() {
        QFETCH(QString, code);
        QTemporaryDir dir;
        const QString copy =
            dir.filePath("copy_" + code + ".ts");  // lupdate takes the language from the file
        QVERIFY(QFile::copy(sourceFile(code), copy));
        QStringList arguments{"-silent", "-no-obsolete", "-locations", "none", "-I", AFA_SOURCE_DIR};
        if (code == "en") arguments.append("-pluralonly");
        arguments << AFA_SOURCE_DIR "/ui" << AFA_SOURCE_DIR "/app/studio"
                  << "-ts" << copy;
        QProcess lupdate;
        lupdate.start(AFA_LUPDATE, arguments);
        QVERIFY(lupdate.waitForFinished(120000));
        QCOMPARE(lupdate.exitCode(), 0);
        QFile file(copy);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        QVERIFY(text.count("<message") > 10);
        QCOMPARE(text.count("type=\"unfinished\""), 0);
    }

    void translationsHaveThePlaceholdersOfTheirSources_data() { everyTextOfTheSourcesIsTranslated_data(); }
    void translationsHaveThePlaceholdersOfTheirSources() {
        QFETCH(QString, code);
        QFile file(sourceFile(code));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        bool plural = false;
        int compared = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) continue;
            const auto name = xml.name().toString();
            if (name == "message") plural = xml.attributes().hasAttribute("numerus");
            if (name == "source") source = xml.readElementText();
            if (name != (plural ? "numerusform" : "translation")) continue;
            const auto text = xml.readElementText();
            QVERIFY2(placeholders(text) == placeholders(source), qPrintable(source + " -> " + text));
            ++compared;
        }
        QVERIFY(!xml.hasError());
        QVERIFY(compared > 10);
    }

    void windowsSpeakTheChosenLanguage_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("library");
        QTest::addColumn<QString>("settings");
        QTest::newRow("en") << "en"
                            << "Library"
                            << "1 model · Only A: a · the models' size · 25 steps";
        QTest::newRow("de") << "de"
                            << "Bibliothek"
                            << "1 Modell · Nur A: a · Größe der Modelle · 25 Schritte";
        QTest::newRow("zh_CN") << "zh_CN" << QString::fromUtf8("模型库")
                               << QString::fromUtf8("1 个模型 · 仅 A：a · 模型的尺寸 · 25 步");
    }
    void windowsSpeakTheChosenLanguage() {
        QFETCH(QString, code);
        QFETCH(QString, library);
        QFETCH(QString, settings);
        QTranslator program, qt;
        applyLanguage(code, program, qt);
        Studio studio(home_.data());
        MainWindow window(studio);
        QCOMPARE(window.findChild<QAction*>("tab0")->text(), library);
        GenerateRequest request;
        request.models = {"a"};
        request.steps = 25;
        QVERIFY2(settingsText(request).startsWith(settings), qPrintable(settingsText(request)));
        // Alt and a letter open one menu, not the next of two in turn.
        QHash<QKeySequence, QString> letters;
        for (const auto* menu : window.menuBar()->actions()) {
            const auto letter = QKeySequence::mnemonic(menu->text());
            QVERIFY2(!letter.isEmpty() && !letters.contains(letter),
                     qPrintable(menu->text() + " / " + letters.value(letter)));
            letters[letter] = menu->text();
        }
    }

    void aKeptLanguageComesBack() {
        keepLanguage("zh_CN");
        QCOMPARE(chosenLanguage(), "zh_CN");
        keepLanguage("no language");
        QVERIFY(chosenLanguage() != "no language");
    }
};

QTEST_MAIN(TestLanguages)
#include "test_languages.moc"
