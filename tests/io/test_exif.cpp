#include <QtTest/QtTest>

#include "core/io/exif.h"
#include "tests/support/picture_bytes.h"

using namespace afa;

namespace {

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}
std::string commentOf(const std::string& file) {
    const auto facts = readExif(findExif(bytesOf(file)));
    const auto found = facts.texts.find("UserComment");
    return found == facts.texts.end() ? std::string("-") : found->second;
}

const std::string kUnicode("UNICODE\0", 8), kAscii("ASCII\0\0\0", 8), kNone(8, '\0'),
    kJis("JIS\0\0\0\0\0", 8);

}  // namespace

class TestExif : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void userCommentsInEveryEncoding_data() {
        QTest::addColumn<QByteArray>("comment");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const std::string& comment, const char* expected) {
            QTest::newRow(name) << QByteArray::fromStdString(comment) << QString::fromUtf8(expected);
        };
        row("UTF-16 BE", kUnicode + test::utf16(u"a café 🐶\nSteps: 3", false), "a café 🐶\nSteps: 3");
        row("UTF-16 LE", kUnicode + test::utf16(u"a café 🐶\nSteps: 3", true), "a café 🐶\nSteps: 3");
        row("UTF-16 with a mark", kUnicode + test::utf16(u"\uFEFF猫です", true), "猫です");
        row("UTF-16 of few Latin letters", kUnicode + test::utf16(u"猫, 犬", false), "猫, 犬");
        row("UTF-8 under the name of UTF-16", kUnicode + "a café", "a café");
        row("ASCII", kAscii + "a dog", "a dog");
        row("UTF-8 under the name of ASCII", kAscii + "a café", "a café");
        row("Latin-1 under the name of ASCII", kAscii + "a caf\xE9", "a café");
        row("of no name", kNone + "a dog", "a dog");
        row("padded", kAscii + "a dog" + std::string(5, '\0'), "a dog");
        row("without the eight bytes", "a dog in a hat", "a dog in a hat");
        row("JIS, its ASCII part", kJis + "a dog", "a dog");
        row("JIS beyond ASCII", kJis + "\x1B$B%F\x1B(B", "-");
        row("half a pair", kUnicode + test::utf16(u"abc", false) + "\xD8\x3D", "-");
    }
    void userCommentsInEveryEncoding() {
        QFETCH(QByteArray, comment);
        QFETCH(QString, expected);
        for (const bool little : {false, true}) {
            const auto block = test::exifBlock(comment.toStdString(), little);
            QCOMPARE(QString::fromStdString(commentOf(test::jpegWithExif(block))), expected);
        }
    }

    void theBlockIsFoundInEveryFormat() {
        const auto block = test::exifBlock(kAscii + "a dog", true, 6);
        const std::string mark("Exif\0\0", 6);
        const auto other = test::jpegSegment(0xE0, "JFIF") + "\xFF" + test::jpegSegment(0xE1, "http://x");
        for (const auto& file :
             {test::jpegWithExif(block), test::jpeg(other + test::jpegSegment(0xE1, mark + block)),
              test::webp(test::webpChunk("ICCP", "odd") + test::webpChunk("EXIF", block)),
              test::webp(test::webpChunk("EXIF", mark + block)), test::png(test::pngChunk("eXIf", block)),
              test::png("", test::pngChunk("eXIf", block)), block}) {
            QCOMPARE(readExif(findExif(bytesOf(file))).orientation, 6);
            QCOMPARE(commentOf(file), std::string("a dog"));
        }
        QVERIFY(findExif(bytesOf(test::jpeg(other))).empty());
        QVERIFY(findExif(bytesOf(std::string("GIF89a"))).empty());
        QVERIFY(findExif({}).empty());
    }

    /// Cut anywhere and with any byte changed: something or nothing is read, never beyond the end.
    void damageIsSurvived() {
        const auto block = test::exifBlock(kUnicode + test::utf16(u"a dog", false), false, 3);
        for (const auto& file : {test::jpegWithExif(block), test::webp(test::webpChunk("EXIF", block)),
                                 test::png(test::pngChunk("eXIf", block))}) {
            for (std::size_t size = 0; size < file.size(); ++size) {
                const std::vector<char> part(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
                readExif(findExif(std::as_bytes(std::span(part))));
            }
            for (std::size_t at = 0; at < file.size(); ++at)
                for (const char value : {'\0', '\x7F', '\xFF'}) {
                    auto changed = file;
                    changed[at] = value;
                    const int orientation = readExif(findExif(bytesOf(changed))).orientation;
                    QVERIFY(orientation >= 1 && orientation <= 8);
                }
        }
        const auto outside = test::exifBlock(kAscii + std::string(20, 'x'), true).substr(0, 60);
        QCOMPARE(commentOf(test::jpegWithExif(outside)), std::string("-"));
    }
};

QTEST_GUILESS_MAIN(TestExif)
#include "test_exif.moc"
