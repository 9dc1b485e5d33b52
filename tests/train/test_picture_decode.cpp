#include <QtTest/QtTest>

#include <array>

#include "core/base/error.h"
#include "core/io/picture_file.h"
#include "core/train/picture_decode.h"
#include "tests/support/files.h"
#include "tests/support/picture_bytes.h"

using namespace afa;
using namespace afa::test;

namespace {

// Two builds of libjpeg and libwebp may round colour conversion and upsampling differently.
constexpr int kLossyTolerance = 2;
// Alpha and 16-bit values are rounded once, to the nearest or down.
constexpr int kRoundingTolerance = 1;

std::string dataFile(const std::string& name) {
    return std::string(AFA_TEST_DATA "/train/") + name;
}

int largestDifference(const Image& a, const Image& b) {
    if (a.width != b.width || a.height != b.height) return 255;
    int largest = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i)
        largest = std::max(largest, std::abs(a.rgb[i] - b.rgb[i]));
    return largest;
}

std::string decodeError(const std::filesystem::path& file) {
    return messageOf<DataError>([&] { decodePicture(file); });
}

}  // namespace

class PictureDecodeTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyKindIsDecodedAsPillowDoes_data();
    void everyKindIsDecodedAsPillowDoes();
    void orientationIsAppliedWhateverTheFormat_data();
    void orientationIsAppliedWhateverTheFormat();
    void headersTellTheSizeWithoutDecoding();
    void otherKindsAreRefusedByName();
    void cutFilesAreRefused_data();
    void cutFilesAreRefused();
    void claimedSizesAreNotAllocated();
    void damagedBytesNeverCrash();
};

void PictureDecodeTest::everyKindIsDecodedAsPillowDoes_data() {
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("tolerance");
    for (const char* name : {"progressive.jpg", "grey.jpg", "cmyk.jpg", "orientation_3.jpg",
                             "orientation_6.jpg", "orientation_8.jpg", "lossy.webp"})
        QTest::newRow(name) << QString(name).section('.', 0, 0) + ".expected.png" << kLossyTolerance;
    QTest::newRow("rgb.jpg") << "rgb.jpg.expected.png" << kLossyTolerance;
    QTest::newRow("rgb.bmp") << "rgb.bmp.expected.png" << 0;
    QTest::newRow("animated.png") << "animated.expected.png" << 0;
    for (const char* name : {"rgba.png", "grey_alpha.png", "deep.png", "palette.png", "lossless.webp",
                             "still.tif", "turned.tif", "deep_tiff.tif", "palette_tiff.tif"})
        QTest::newRow(name) << QString(name).section('.', 0, 0) + ".expected.png" << kRoundingTolerance;
}

void PictureDecodeTest::everyKindIsDecodedAsPillowDoes() {
    QFETCH(const QString, expected);
    QFETCH(const int, tolerance);
    const auto picture = decodePicture(dataFile(QTest::currentDataTag()));
    const auto authority = readPng(dataFile(expected.toStdString()));
    QCOMPARE(picture.width, authority.width);
    QCOMPARE(picture.height, authority.height);
    const int difference = largestDifference(picture, authority);
    QVERIFY2(difference <= tolerance, qPrintable(QString("differs by %1").arg(difference)));
}

namespace {

using Pixel = std::array<std::uint8_t, 3>;

Pixel pixel(const Image& image, bool right, bool bottom) {
    const int x = right ? image.width - 1 : 0, y = bottom ? image.height - 1 : 0;
    const auto* at = image.rgb.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                         static_cast<std::size_t>(x)) *
                                            3;
    return {at[0], at[1], at[2]};
}

std::string pngWithExif(const std::string& file, const std::string& block) {
    constexpr std::size_t kAfterHeader = 8 + 12 + 13;
    return file.substr(0, kAfterHeader) + pngChunk("eXIf", block) + file.substr(kAfterHeader);
}

std::string webpWithExif(const std::string& file, const Image& picture, const std::string& block) {
    const std::string head = std::string("\x18\0\0\0", 4) +
                             number(static_cast<std::size_t>(picture.width - 1), 3, true) +
                             number(static_cast<std::size_t>(picture.height - 1), 3, true);
    const std::string body = "WEBP" + webpChunk("VP8X", head) + file.substr(12) + webpChunk("EXIF", block);
    return "RIFF" + number(body.size(), 4, true) + body;
}

/// TIFF 6.0, sections 2 to 6: one strip of uncompressed RGB.
std::string tiff(const Image& picture, bool little, int orientation) {
    const auto entry = [&](std::size_t tag, std::size_t value) {
        return number(tag, 2, little) + number(4, 2, little) + number(1, 4, little) +
               number(value, 4, little);
    };
    const auto shortEntry = [&](std::size_t tag, std::size_t value) {
        return number(tag, 2, little) + number(3, 2, little) + number(1, 4, little) +
               number(value, 2, little) + std::string(2, '\0');
    };
    constexpr std::size_t kEntries = 10, kBits = 8 + 2 + kEntries * 12 + 4, kPixels = kBits + 6;
    const auto width = static_cast<std::size_t>(picture.width);
    const auto height = static_cast<std::size_t>(picture.height);
    return (little ? "II" : "MM") + number(42, 2, little) + number(8, 4, little) +
           number(kEntries, 2, little) + entry(256, width) + entry(257, height) +  //
           number(258, 2, little) + number(3, 2, little) + number(3, 4, little) + number(kBits, 4, little) +
           shortEntry(259, 1) + shortEntry(262, 2) + entry(273, kPixels) +
           shortEntry(274, static_cast<std::size_t>(orientation)) + shortEntry(277, 3) + entry(278, height) +
           entry(279, picture.rgb.size()) + number(0, 4, little) + number(8, 2, little) +
           number(8, 2, little) + number(8, 2, little) + std::string(picture.rgb.begin(), picture.rgb.end());
}

}  // namespace

void PictureDecodeTest::orientationIsAppliedWhateverTheFormat_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<int>("start");  // where the first row's begin and end are seen: 1 = right, 2 = bottom
    QTest::addColumn<int>("end");
    // EXIF 2.3, table of Orientation: "the 0th row is at the visual .., the 0th column at the visual ..".
    constexpr int kCorners[8][2] = {{0, 1}, {1, 0}, {3, 2}, {2, 3}, {0, 2}, {1, 3}, {3, 1}, {2, 0}};
    for (int i = 0; i < 8; ++i)
        QTest::addRow("%d", i + 1) << i + 1 << kCorners[i][0] << kCorners[i][1];
    QTest::newRow("0 is none") << 0 << 0 << 1;
    QTest::newRow("9 is none") << 9 << 0 << 1;
}

void PictureDecodeTest::orientationIsAppliedWhateverTheFormat() {
    QFETCH(int, orientation);
    QFETCH(int, start);
    QFETCH(int, end);
    TempDir folder;
    for (const std::string name : {"rgba.png", "lossless.webp", "still.tif"}) {
        const auto file = readFile(dataFile(name));
        const auto stored = decodePicture(dataFile(name));
        const auto first = pixel(stored, false, false), last = pixel(stored, true, false);
        QVERIFY(first != last && stored.width != stored.height);
        for (const bool little : {true, false}) {
            const auto block = exifBlock("", little, orientation);
            const auto turned = decodePicture(
                writeFile(folder / name, name.ends_with(".png")    ? pngWithExif(file, block)
                                         : name.ends_with(".webp") ? webpWithExif(file, stored, block)
                                                                   : tiff(stored, little, orientation)));
            const bool exchanged = orientation >= 5 && orientation <= 8;
            QCOMPARE(turned.width, exchanged ? stored.height : stored.width);
            QCOMPARE(turned.height, exchanged ? stored.width : stored.height);
            QVERIFY(pixel(turned, start & 1, start & 2) == first);
            QVERIFY(pixel(turned, end & 1, end & 2) == last);
        }
    }
}

void PictureDecodeTest::headersTellTheSizeWithoutDecoding() {
    const auto header = [](const std::string& name) {
        return readPictureHeader(toBytes(readFile(dataFile(name))), name);
    };
    for (const std::string name : {"rgb.jpg", "progressive.jpg", "rgb.bmp", "lossy.webp", "palette.png",
                                   "orientation_6.jpg", "turned.tif"}) {
        QCOMPARE(header(name).width, std::int64_t{24});
        QCOMPARE(header(name).height, std::int64_t{16});
    }
    QCOMPARE(header("lossless.webp").width, std::int64_t{14});
    QCOMPARE(header("lossless.webp").height, std::int64_t{10});
}

void PictureDecodeTest::otherKindsAreRefusedByName() {
    AFA_VERIFY_CONTAINS(decodeError(dataFile("still.gif")), "found a GIF");
    AFA_VERIFY_CONTAINS(decodeError(dataFile("transparent.tif")), "a TIFF with transparency");
    AFA_VERIFY_CONTAINS(decodeError(dataFile("animated.webp")), "animated WebP");
    TempDir folder;
    AFA_VERIFY_CONTAINS(decodeError(writeFile(folder / "a.jpg", "<!DOCTYPE html>")), "found an HTML page");
    AFA_VERIFY_CONTAINS(
        decodeError(writeFile(folder / "a.jpg", "version https://git-lfs.github.com/spec/v1")),
        "git-LFS pointer");
    AFA_VERIFY_CONTAINS(decodeError(writeFile(folder / "a.tif", std::string("MM\0+\0\x08", 6))), "a BigTIFF");
    AFA_VERIFY_CONTAINS(decodeError(writeFile(folder / "a.jpg", "")), "empty file");
    AFA_VERIFY_CONTAINS(decodeError(folder / "gone.jpg"), "gone.jpg");
    AFA_VERIFY_CONTAINS(decodeError(folder.path()), folder.path().string());
}

void PictureDecodeTest::cutFilesAreRefused_data() {
    QTest::addColumn<bool>("unused");
    for (const char* name :
         {"rgb.jpg", "progressive.jpg", "rgba.png", "lossy.webp", "lossless.webp", "rgb.bmp", "turned.tif"})
        QTest::newRow(name) << true;
}

void PictureDecodeTest::cutFilesAreRefused() {
    TempDir folder;
    const auto whole = readFile(dataFile(QTest::currentDataTag()));
    for (const double share : {0.02, 0.3, 0.6, 0.9}) {
        const auto size = static_cast<std::size_t>(static_cast<double>(whole.size()) * share);
        const auto file = writeFile(folder / "cut", whole.substr(0, size));
        QVERIFY2(!decodeError(file).empty(), qPrintable(QString("%1 of the file").arg(share)));
    }
}

void PictureDecodeTest::claimedSizesAreNotAllocated() {
    TempDir folder;
    auto png = readFile(dataFile("rgba.png"));
    png.replace(16, 8, std::string("\x00\x01\x00\x00\x00\x01\x00\x00", 8));  // 65536 x 65536
    AFA_VERIFY_CONTAINS(decodeError(writeFile(folder / "a.png", png)), "65536 x 65536");
    auto jpeg = readFile(dataFile("rgb.jpg"));
    const auto frame = jpeg.find("\xFF\xC0");
    jpeg.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
    AFA_VERIFY_CONTAINS(decodeError(writeFile(folder / "a.jpg", jpeg)), "65535 x 65535");
    jpeg.replace(frame + 5, 4, std::string(4, '\0'));
    AFA_VERIFY_CONTAINS(decodeError(writeFile(folder / "a.jpg", jpeg)), "0 x 0");
    auto bmp = readFile(dataFile("rgb.bmp"));
    bmp.replace(18, 8, std::string("\xFF\xFF\xFF\x7F\x00\x00\x00\x80", 8));
    AFA_VERIFY_CONTAINS(decodeError(writeFile(folder / "a.bmp", bmp)), "2147483647 x 2147483648");
    auto large = tiff({24, 16, std::vector<std::uint8_t>(24 * 16 * 3)}, true, 1);
    large.replace(18, 4, "\xFF\xFF\xFF\xFF");
    AFA_VERIFY_CONTAINS(decodeError(writeFile(folder / "a.tif", large)), "4294967295 x 16");
}

void PictureDecodeTest::damagedBytesNeverCrash() {
    TempDir folder;
    for (const std::string name : {"rgb.jpg", "cmyk.jpg", "orientation_6.jpg", "lossy.webp", "lossless.webp",
                                   "rgba.png", "palette.png", "rgb.bmp", "still.tif", "turned.tif"}) {
        const auto whole = readFile(dataFile(name));
        for (std::size_t at = 0; at < whole.size(); at += 23) {
            auto damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
            const auto file = writeFile(folder / "damaged", damaged);
            try {
                const auto picture = decodePicture(file);  // flipped pixels are no damage that can be seen
                QCOMPARE(picture.rgb.size(), static_cast<std::size_t>(picture.width) *
                                                 static_cast<std::size_t>(picture.height) * 3);
            } catch (const DataError&) {
            }
        }
    }
}

QTEST_APPLESS_MAIN(PictureDecodeTest)
#include "test_picture_decode.moc"
