#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/io/picture_file.h"
#include "core/io/picture_metadata.h"

using namespace afa;

class TestPictureFiles : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;
    std::string file(const char* name) const { return dir_.filePath(QLatin1String(name)).toStdString(); }

    static Image gradient(int width, int height) {
        Image image{width, height, {}};
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                for (const int value : {x * 7, y * 5, x + y})
                    image.rgb.push_back(static_cast<std::uint8_t>(value));
        return image;
    }

    QByteArray bytes(const std::string& path) {
        QFile in(QString::fromStdString(path));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

  private Q_SLOTS:
    void pixelsAndTextComeBack() {
        const auto image = gradient(37, 21);
        const std::map<std::string, std::string> text{{"parameters", "a dog\nSteps: 20"},
                                                      {"afa", "{\"prompt\": \"Köter 🐶\"}"}};
        writePng(file("a.png"), image, text);
        const auto read = readPng(file("a.png"));
        QCOMPARE(read.width, 37);
        QCOMPARE(read.height, 21);
        QVERIFY(read.rgb == image.rgb);
        QVERIFY(readPngText(file("a.png")) == text);
    }

    void everyTruncationIsToldAsDamage() {
        writePng(file("t.png"), gradient(16, 16),
                 std::map<std::string, std::string>{{"k", std::string(500, 'x')}});
        const auto whole = bytes(file("t.png"));
        for (int size = 0; size < whole.size(); size += 13) {
            const auto part = whole.left(size);
            const auto span =
                std::as_bytes(std::span(part.constData(), static_cast<std::size_t>(part.size())));
            QVERIFY_EXCEPTION_THROWN(readPngTextBytes(span, "t.png"), FileError);
        }
    }

    void aFlippedBitIsFoundByTheChecksum() {
        writePng(file("c.png"), gradient(16, 16), std::map<std::string, std::string>{{"k", "value"}});
        auto data = bytes(file("c.png"));
        const auto at = data.indexOf("value");
        QVERIFY(at > 0);
        data[at] = 'V';
        const auto span = std::as_bytes(std::span(data.constData(), static_cast<std::size_t>(data.size())));
        QVERIFY_EXCEPTION_THROWN(
            {
                if (readPngTextBytes(span, "c.png").contains("k")) throw Error("believed");
                throw FileError("left out");
            },
            FileError);
    }

    void otherFilesAreNoPng() {
        QVERIFY_EXCEPTION_THROWN(readPngText(file("missing.png")), FileError);
        QFile text(QString::fromStdString(file("text.png")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("<html>");
        text.close();
        QVERIFY_EXCEPTION_THROWN(readPng(file("text.png")), FileError);
    }

    void wrongSizeIsRefusedBeforeWriting() {
        QVERIFY_EXCEPTION_THROWN(writePng(file("bad.png"), Image{2, 2, {1, 2, 3}}), DataError);
        QVERIFY(!QFile::exists(QString::fromStdString(file("bad.png"))));
    }

    void a1111LineHasTheFormOtherProgramsRead() {
        const A1111Parameters parameters{
            "a dog", "blurry", {{"Steps", "20"}, {"Sampler", "DPM++ 2M"}, {"Model", "a, b: \"c\""}}};
        QCOMPARE(
            QString::fromStdString(formatA1111(parameters)),
            QString(
                "a dog\nNegative prompt: blurry\nSteps: 20, Sampler: DPM++ 2M, Model: \"a, b: \\\"c\\\"\""));
    }

    void a1111RoundTrip_data() {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("negative");
        QTest::newRow("plain") << "a dog"
                               << "";
        QTest::newRow("negative") << "a dog"
                                  << "blurry, low quality";
        QTest::newRow("many lines") << "a dog\nin a hat\n\nSteps: none"
                                    << "one\ntwo";
        QTest::newRow("no prompt") << ""
                                   << "blurry";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void a1111RoundTrip() {
        QFETCH(QString, prompt);
        QFETCH(QString, negative);
        const A1111Parameters parameters{
            prompt.toStdString(),
            negative.toStdString(),
            {{"Steps", "20"}, {"CFG scale", "7.5"}, {"Model", "x, \"y\"\nz: \\ 1"}}};
        QVERIFY(parseA1111(formatA1111(parameters)) == parameters);
    }

    void foreignTextStaysInThePrompt() {
        QCOMPARE(parseA1111("just words, with: colons").prompt, std::string("just words, with: colons"));
        const auto real = parseA1111(
            "masterpiece, 1girl\nNegative prompt: (worst quality:1.4)\nSteps: 28, Sampler: Euler a, CFG "
            "scale: 7, Seed: 5, "
            "Size: 512x768, Model hash: abc, Lora hashes: \"x: 1, y: 2\", Version: v1.6.0");
        QCOMPARE(real.negativePrompt, std::string("(worst quality:1.4)"));
        QCOMPARE(real.fields.size(), std::size_t{8});
        QCOMPARE(real.fields[6].second, std::string("x: 1, y: 2"));
    }
};

QTEST_GUILESS_MAIN(TestPictureFiles)
#include "test_picture_files.moc"
