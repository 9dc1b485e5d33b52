// Captions and lists as people's programs leave them: other encodings, separators, names and layouts.
#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/io/plain_text.h"
#include "core/train/training_data.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;
namespace fs = std::filesystem;

namespace {

std::string utf16(const std::u16string& text, bool bigEndian, bool mark) {
    std::string bytes;
    for (const char16_t unit : (mark ? u"\uFEFF" : u"") + text) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

TrainingData captioned(const std::string& caption) {
    TempDir folder;
    writeFile(folder / "a.png", "picture");
    writeFile(folder / "a.txt", caption);
    return readTrainingData({folder.path()});
}

/// A list beside the pictures a.png, sub/b.png.
TrainingData listed(const std::string& content, const std::string& name = "list") {
    TempDir folder;
    fs::create_directories(folder / "sub");
    writeFile(folder / "a.png", "picture");
    writeFile(folder / "sub/b.png", "picture");
    return readTrainingData({writeFile(folder / name, content)});
}

QString texts(const TrainingData& data) {
    QStringList all;
    for (const auto& picture : data.pictures)
        all.append(QString::fromStdString(picture.image.filename().string() + "=" + picture.text));
    for (const auto& problem : data.problems)
        all.append("!" + QString::fromStdString(problem.what.english()));
    return all.join('|');
}

}  // namespace

class TestTrainingTexts : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void captionsOfOtherEncodingsAreRead_data() {
        QTest::addColumn<QByteArray>("bytes");
        const std::u16string words = u"ein B\u00E4r, d\u00FCnn";
        for (const bool big : {false, true})
            QTest::addRow("UTF-16%s", big ? "BE" : "LE")
                << QByteArray::fromStdString(utf16(words, big, true));
        QTest::newRow("UTF-8") << QByteArray("ein B\u00E4r, d\u00FCnn");
        QTest::newRow("UTF-8 with mark") << QByteArray(
            "\xEF\xBB\xBF"
            "ein B\u00E4r, d\u00FCnn\r\n");
        QTest::newRow("two marks") << QByteArray(
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "ein B\u00E4r, d\u00FCnn");
    }
    void captionsOfOtherEncodingsAreRead() {
        QFETCH(QByteArray, bytes);
        QCOMPARE(texts(captioned(bytes.toStdString())), QString("a.png=ein B\u00E4r, d\u00FCnn"));
    }
    void otherScriptsAndPairsOfUnitsAreRead() {
        const std::u16string words = u"\u732B \U0001F408";
        QCOMPARE(plainText(utf16(words, false, true)), std::string("\u732B \U0001F408"));
        QCOMPARE(plainText(utf16(words, true, true)), std::string("\u732B \U0001F408"));
    }
    void captionsThatAreNoTextAreRefusedByName_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("Windows-1252") << QByteArray("caf\xE9") << "UTF-8";
        for (const bool big : {false, true})
            for (const auto* words : {u"a dog", u"\u732B \u72D7"})
                QTest::addRow("UTF-16%s without mark, %s", big ? "BE" : "LE",
                              words[0] == u'a' ? "Latin" : "Chinese")
                    << QByteArray::fromStdString(utf16(words, big, false)) << "UTF-16 without its mark";
        QTest::newRow("a zero byte within") << QByteArray("a dog\0 and more", 15) << "zero byte at byte 5";
        QTest::newRow("a zero byte at the end") << QByteArray("a dog\0", 6) << "zero byte";
        QTest::newRow("two bytes, one zero") << QByteArray("a\0", 2) << "zero byte";
        QTest::newRow("UTF-32") << QByteArray("\xFF\xFE\0\0a\0\0\0", 8) << "UTF-32";
        QTest::newRow("half a letter") << QByteArray(
                                              "\xFF\xFE"
                                              "a\0b",
                                              5)
                                       << "ends within a letter";
        QTest::newRow("half a pair") << QByteArray(
                                            "\xFF\xFE\x3D\xD8"
                                            "a\0",
                                            6)
                                     << "half a letter";
        QTest::newRow("bell") << QByteArray("a \x07 dog") << "U+0007";
        QTest::newRow("escape") << QByteArray("\x1B[31ma dog") << "U+001B";
        QTest::newRow("delete") << QByteArray("dog\x7F") << "U+007F";
        QTest::newRow("C1 control") << QByteArray("dog\xC2\x93") << "U+0093";
    }
    void captionsThatAreNoTextAreRefusedByName() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const auto data = captioned(bytes.toStdString());
        QVERIFY(data.pictures.empty());
        QCOMPARE(data.problems.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(data.problems[0].what, reason.toStdString());
        AFA_VERIFY_CONTAINS(data.problems[0].where, "a.txt");
    }
    void tabsAndLineEndsStayInACaption() {
        QCOMPARE(texts(captioned("a dog,\n\ta cat\x85")),
                 QString("!the caption is not UTF-8 text; save it as UTF-8"));
        QCOMPARE(texts(captioned("a dog,\n\ta cat\n")), QString("a.png=a dog,\n\ta cat"));
    }

    void listsOfOtherShapesAreRead_data() {
        QTest::addColumn<QByteArray>("bytes");
        const std::string rows =
            "{\"image\": \"a.png\", \"text\": \"one\"}\n{\"image\": \"sub/b.png\", \"text\": \"two\"}\n";
        const std::u16string wide(rows.begin(), rows.end());
        QTest::newRow("JSON lines") << QByteArray::fromStdString(rows);
        QTest::newRow("UTF-16LE with mark") << QByteArray::fromStdString(utf16(wide, false, true));
        QTest::newRow("UTF-16BE with mark") << QByteArray::fromStdString(utf16(wide, true, true));
        QTest::newRow("a JSON list") << QByteArray(
            "[{\"image\": \"a.png\", \"text\": \"one\"},\n "
            "{\"image\": \"sub/b.png\", \"text\": \"two\"}]");
        QTest::newRow("backslashes") << QByteArray(
            "{\"image\": \"a.png\", \"text\": \"one\"}\n{\"image\": \"sub\\\\b.png\", \"text\": \"two\"}");
        QTest::newRow("other keys") << QByteArray(
            "{\"file_name\": \"a.png\", \"caption\": \"one\"}\n{\"filename\": \"sub/b.png\", \"prompt\": "
            "\"two\"}");
        QTest::newRow("CSV") << QByteArray("image,text\na.png,one\nsub/b.png,two\n");
        QTest::newRow("semicolons") << QByteArray("image;text\r\na.png;one\r\nsub\\b.png;two\r\n");
        QTest::newRow("tabs") << QByteArray("file_name\tcaption\na.png\tone\nsub/b.png\ttwo\n");
        QTest::newRow("CSV in UTF-16")
            << QByteArray::fromStdString(utf16(u"image;text\na.png;one\nsub/b.png;two\n", false, true));
    }
    void listsOfOtherShapesAreRead() {
        QFETCH(QByteArray, bytes);
        QCOMPARE(texts(listed(bytes.toStdString())), QString("a.png=one|b.png=two"));
    }
    void aCommaInACaptionIsNoSeparatorOfASemicolonList() {
        QCOMPARE(texts(listed("image;text\na.png;\"one; two, three\"\n")), QString("a.png=one; two, three"));
    }
    void rowsOfAJsonListAreToldByTheirIndex() {
        const auto data = listed(
            "[{\"image\": \"a.png\", \"text\": \"one\"}, 5, {\"image\": \"no\\\\no.png\", \"text\": \"x\"}]");
        QCOMPARE(data.pictures.size(), std::size_t{1});
        QCOMPARE(data.problems.size(), std::size_t{2});
        QCOMPARE(data.problems[0].where, std::string("list[1]"));
        AFA_VERIFY_CONTAINS(data.problems[1].what, "backslash");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([] { listed("[{\"image\": \"a.png\""); }), "JSON list");
    }
    void aListOfZeroBytesIsNamed() {
        AFA_VERIFY_CONTAINS(messageOf<FileError>([] { listed(std::string("image,text\na\0.png,x", 20)); }),
                            "zero byte at byte 12");
    }

    void aMetadataListInTheFolderHasTheCaptions_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("metadata.jsonl")
            << "metadata.jsonl" << QByteArray("{\"file_name\": \"a.png\", \"text\": \"listed\"}\n");
        QTest::newRow("metadata.csv") << "metadata.csv" << QByteArray("file_name,caption\na.png,listed\n");
    }
    void aMetadataListInTheFolderHasTheCaptions() {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        TempDir folder;
        for (const char* picture : {"a.png", "b.png", "c.png"})
            writeFile(folder / picture, "picture");
        writeFile(folder / "a.txt", "beside");
        writeFile(folder / "b.txt", "beside");
        writeFile(folder / name.toStdString(), content.toStdString());
        const auto data = readTrainingData({folder.path()});
        QCOMPARE(texts(data).section('|', 0, 1), QString("a.png=listed|b.png=beside"));
        QCOMPARE(data.problems.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(data.problems[0].what, "a row in");
        AFA_VERIFY_CONTAINS(data.problems[0].what, name.toStdString());
    }
    void anotherListInTheFolderIsNamedAsTheCause() {
        TempDir folder;
        writeFile(folder / "a.png", "picture");
        writeFile(folder / "captions.jsonl", "{\"image\": \"a.png\", \"text\": \"x\"}\n");
        const auto data = readTrainingData({folder.path()});
        QVERIFY(data.pictures.empty());
        AFA_VERIFY_CONTAINS(data.problems[0].what, "name the list as the data instead");
        AFA_VERIFY_CONTAINS(data.problems[0].what, "captions.jsonl");
    }
    void aDamagedMetadataListIsAProblemOfItsOwn() {
        TempDir folder;
        writeFile(folder / "a.png", "picture");
        writeFile(folder / "a.txt", "beside");
        writeFile(folder / "metadata.csv", "no columns of ours\n");
        const auto data = readTrainingData({folder.path()});
        QCOMPARE(data.pictures.size(), std::size_t{1});
        QCOMPARE(data.problems.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(data.problems[0].where, "metadata.csv");
    }
};

QTEST_APPLESS_MAIN(TestTrainingTexts)
#include "test_training_texts.moc"
