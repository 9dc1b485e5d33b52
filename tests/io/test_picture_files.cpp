#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/io/picture_file.h"
#include "core/io/picture_metadata.h"
#include "core/io/picture_texts.h"
#include "tests/support/picture_bytes.h"

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
        const auto read = parseA1111(formatA1111(parameters));
        QCOMPARE(read.prompt, parameters.prompt);
        QCOMPARE(read.negativePrompt, parameters.negativePrompt);
        QVERIFY(read.fields == parameters.fields);
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

    void a1111OfOtherWriters_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("negative");
        QTest::addColumn<QStringList>("fields");  // "name=value"
        const QString line = "Steps: 7, Seed: 5, Size: 64x64";
        const QStringList told{"Steps=7", "Seed=5", "Size=64x64"};
        QTest::newRow("lines of extensions")
            << "a dog\nNegative prompt: fog\n" + line +
                   "\nTemplate: a {dog|cat},\nin a hat\nNegative Template: fog"
            << "a dog"
            << "fog" << told + QStringList{"Template=a {dog|cat},\nin a hat", "Negative Template=fog"};
        QTest::newRow("empty lines at the end") << "a dog\nNegative prompt: fog\n" + line + "\n\n\n"
                                                << "a dog"
                                                << "fog" << told;
        QTest::newRow("CR LF") << "a dog\r\nin a hat\r\nNegative prompt: fog\r\n" + line + "\r\n"
                               << "a dog\nin a hat"
                               << "fog" << told;
        QTest::newRow("CR") << "a dog\r" + line << "a dog"
                            << "" << told;
        QTest::newRow("steps in the prompt")
            << "Steps: of stone, leading up\n" + line << "Steps: of stone, leading up"
            << "" << told;
        QTest::newRow("numbered steps in the prompt") << "Steps: 3 of stone\n" + line << "Steps: 3 of stone"
                                                      << "" << told;
        QTest::newRow("steps in the negative prompt")
            << "a dog\nNegative prompt: one\nSteps: none\n" + line << "a dog"
            << "one\nSteps: none" << told;
        QTest::newRow("other fields first") << "a dog\nSeed: 5, Steps: 7, Size: 64x64"
                                            << "a dog"
                                            << "" << QStringList{"Seed=5", "Steps=7", "Size=64x64"};
        QTest::newRow("a quote in a name") << "a dog\nSteps: 7, Model: 5\" disc, Seed: 5"
                                           << "a dog"
                                           << "" << QStringList{"Steps=7", "Model=5\" disc", "Seed=5"};
        QTest::newRow("a quote at the start of a name")
            << "a dog\nSteps: 7, Model: \"disc, Seed: 5"
            << "a dog"
            << "" << QStringList{"Steps=7", "Model=\"disc", "Seed=5"};
        QTest::newRow("two lone quotes")
            << "a dog\nSteps: 7, Model: 5\" disc, VAE: 3\" disc, Seed: 5"
            << "a dog"
            << "" << QStringList{"Steps=7", "Model=5\" disc", "VAE=3\" disc", "Seed=5"};
        QTest::newRow("a quoted value") << "a dog\nSteps: 7, Model: \"a, \\\"b\\\": c\", Seed: 5"
                                        << "a dog"
                                        << "" << QStringList{"Steps=7", "Model=a, \"b\": c", "Seed=5"};
        QTest::newRow("JSON values")
            << "a dog\nSteps: 7, Civitai resources: [{\"type\":\"a]\",\"n\":1},{}], Seed: 5"
            << "a dog"
            << "" << QStringList{"Steps=7", "Civitai resources=[{\"type\":\"a]\",\"n\":1},{}]", "Seed=5"};
        QTest::newRow("a list that does not end") << "a dog\nSteps: 7, X: [1, Seed: 5"
                                                  << "a dog"
                                                  << "" << QStringList{"Steps=7", "X=[1", "Seed=5"};
        QTest::newRow("a word without a value") << "a dog\nSteps: 7, hires, Seed: 5"
                                                << "a dog"
                                                << "" << QStringList{"Steps=7", "hires=", "Seed=5"};
        QTest::newRow("no space behind the name") << "a dog\nNegative prompt:\nfog\n" + line << "a dog"
                                                  << "fog" << told;
        QTest::newRow("only fields") << line << ""
                                     << "" << told;
    }
    void a1111OfOtherWriters() {
        QFETCH(QString, text);
        QFETCH(QString, prompt);
        QFETCH(QString, negative);
        QFETCH(QStringList, fields);
        const auto read = parseA1111(text.toStdString());
        QCOMPARE(QString::fromStdString(read.prompt), prompt);
        QCOMPARE(QString::fromStdString(read.negativePrompt), negative);
        QStringList found;
        for (const auto& [name, value] : read.fields)
            found.append(QString::fromStdString(name + "=" + value));
        QCOMPARE(found, fields);
    }

    void textsOfEveryFormatAndEncoding() {
        const auto texts = [](const std::string& file) {
            return readPictureTextsBytes(std::as_bytes(std::span(file.data(), file.size())), "FILE");
        };
        using Texts = std::map<std::string, std::string>;
        QVERIFY(texts(test::png(test::pngText("k", "caf\xE9"))) == (Texts{{"k", "café"}}));       // Latin-1
        QVERIFY(texts(test::png(test::pngText("k", "café, 猫"))) == (Texts{{"k", "café, 猫"}}));  // raw UTF-8
        QVERIFY(texts(test::png("", test::pngText("k", "behind the pixels"))) ==
                (Texts{{"k", "behind the pixels"}}));
        const auto block = test::exifBlock(std::string("ASCII\0\0\0", 8) + "a dog", true);
        QVERIFY(texts(test::png(test::pngChunk("eXIf", block))) == (Texts{{"exif:UserComment", "a dog"}}));
        const std::string xmp("http://ns.adobe.com/xap/1.0/\0<x/>", 33);
        QVERIFY(texts(test::jpeg(test::jpegSegment(0xE1, std::string("Exif\0\0", 6) + block) +
                                 test::jpegSegment(0xE1, xmp) + test::jpegSegment(0xFE, "made by hand"))) ==
                (Texts{{"exif:UserComment", "a dog"},
                       {"XML:com.adobe.xmp", "<x/>"},
                       {"jpeg:Comment", "made by hand"}}));
        QVERIFY(texts(test::webp(test::webpChunk("EXIF", block) + test::webpChunk("XMP ", "<x/>"))) ==
                (Texts{{"exif:UserComment", "a dog"}, {"XML:com.adobe.xmp", "<x/>"}}));
    }

    void damagedPicturesAreToldAsSuch() {
        const auto block = test::exifBlock(std::string("ASCII\0\0\0", 8) + "a dog", true);
        for (const auto& file : {test::jpegWithExif(block), test::webp(test::webpChunk("EXIF", block))}) {
            const auto cut = file.substr(0, file.size() - 24);
            QVERIFY_EXCEPTION_THROWN(
                readPictureTextsBytes(std::as_bytes(std::span(cut.data(), cut.size())), "FILE"), FileError);
        }
        const std::string gif = "GIF89a";
        QVERIFY_EXCEPTION_THROWN(
            readPictureTextsBytes(std::as_bytes(std::span(gif.data(), gif.size())), "FILE"), FileError);
    }
};

QTEST_GUILESS_MAIN(TestPictureFiles)
#include "test_picture_files.moc"
