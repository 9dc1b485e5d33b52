#include <QtTest/QtTest>
#include <set>

#include "core/base/error.h"
#include "core/io/picture_file.h"
#include "core/train/picture_crop.h"
#include "core/train/picture_resize.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

std::string dataFile(const std::string& name) {
    return std::string(AFA_TEST_DATA "/train/") + name;
}

Image grey(int width, int height, const std::vector<int>& values) {
    Image image{width, height, {}};
    for (const int value : values)
        image.rgb.insert(image.rgb.end(), 3, static_cast<std::uint8_t>(value));
    return image;
}

std::vector<int> values(const Image& image) {
    std::vector<int> found;
    for (std::size_t i = 0; i < image.rgb.size(); i += 3)
        found.push_back(image.rgb[i]);
    return found;
}

Image resizeWhole(const Image& image, int width, int height) {
    return resizeBilinear(image, {width, height, 0, 0, width, height});
}

Image cut(const Image& image, int left, int top, int width, int height) {
    Image part{width, height, {}};
    for (int y = top; y < top + height; ++y)
        for (int x = left; x < left + width; ++x)
            for (int c = 0; c < 3; ++c)
                part.rgb.push_back(image.rgb[static_cast<std::size_t>((y * image.width + x) * 3 + c)]);
    return part;
}

/// Every pixel says where it stands.
Image coordinates(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : {x, y, 0})
                image.rgb.push_back(static_cast<std::uint8_t>(value));
    return image;
}

std::pair<int, int> cornerOf(const Image& crop) {
    return {crop.rgb[0], crop.rgb[1]};
}

}  // namespace

class PictureCropTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void enlargingTwoPixelsInterpolatesBetweenTheirCentres();
    void shrinkingWidensTheFilter();
    void resizingEqualsPillowBitByBit_data();
    void resizingEqualsPillowBitByBit();
    void theOrderOfThePassesMovesNothingByMoreThanALevel();
    void aWindowIsAPartOfTheWhole();
    void windowsOutsideAreRefused();
    void theMiddleIsRoundedAsTorchvisionDoes_data();
    void theMiddleIsRoundedAsTorchvisionDoes();
    void theShortSideBecomesTheSize();
    void randomCropsReachEveryPlace();
    void cropsDependOnSeedNameAndEpochAlone();
};

void PictureCropTest::enlargingTwoPixelsInterpolatesBetweenTheirCentres() {
    // Output centres lie at -0.25, 0.25, 0.75, 1.25 input pixels: weights 1|0, 3/4|1/4, 1/4|3/4, 0|1.
    QCOMPARE(values(resizeWhole(grey(2, 2, {0, 200, 100, 100}), 4, 2)),
             (std::vector<int>{0, 50, 150, 200, 100, 100, 100, 100}));
}

void PictureCropTest::shrinkingWidensTheFilter() {
    // 4 -> 2: support 2, weights of the first output 3/4, 3/4, 1/4 of sum 7/4. A filter that is not widened
    // (OpenCV's INTER_LINEAR) takes the mean of the first two alone: 70.
    QCOMPARE(values(resizeWhole(grey(4, 1, {140, 0, 210, 70}), 2, 1)), (std::vector<int>{90, 120}));
}

void PictureCropTest::resizingEqualsPillowBitByBit_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const auto& [width, height] : {std::pair{37, 23}, {12, 8}, {19, 12}, {51, 32}, {3, 2}, {20, 23}})
        QTest::addRow("%dx%d", width, height) << width << height;
}

void PictureCropTest::resizingEqualsPillowBitByBit() {
    QFETCH(const int, width);
    QFETCH(const int, height);
    const auto expected =
        readPng(dataFile("resized_" + std::to_string(width) + "x" + std::to_string(height) + ".png"));
    QVERIFY(resizeWhole(readPng(dataFile("source.png")), width, height).rgb == expected.rgb);
}

void PictureCropTest::theOrderOfThePassesMovesNothingByMoreThanALevel() {
    // This one Pillow 13 resizes rows first, rounding in between like the other order.
    const auto expected = readPng(dataFile("resized_40x9.png"));
    const auto found = resizeWhole(readPng(dataFile("source.png")), 40, 9);
    for (std::size_t i = 0; i < expected.rgb.size(); ++i)
        QVERIFY(std::abs(found.rgb[i] - expected.rgb[i]) <= 1);
}

void PictureCropTest::aWindowIsAPartOfTheWhole() {
    const auto source = readPng(dataFile("source.png"));
    for (const auto& [width, height] : {std::pair{19, 12}, {51, 32}}) {
        const auto part = resizeBilinear(source, {width, height, 4, 3, 9, 7});
        QVERIFY(part.rgb == cut(resizeWhole(source, width, height), 4, 3, 9, 7).rgb);
    }
}

void PictureCropTest::windowsOutsideAreRefused() {
    const auto source = grey(2, 2, {1, 2, 3, 4});
    QVERIFY_THROWS_EXCEPTION(ConfigError, resizeBilinear(source, {4, 4, 2, 0, 3, 4}));
    QVERIFY_THROWS_EXCEPTION(ConfigError, resizeBilinear(source, {4, 4, 0, -1, 4, 4}));
    QVERIFY_THROWS_EXCEPTION(ConfigError, resizeBilinear(source, {4, 4, 0, 0, 0, 4}));
    QVERIFY_THROWS_EXCEPTION(ConfigError, resizeBilinear(Image{}, {4, 4, 0, 0, 4, 4}));
}

void PictureCropTest::theMiddleIsRoundedAsTorchvisionDoes_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("left");
    // int(round((width - 8) / 2.0)) in Python, which rounds halves to the even number.
    QTest::newRow("nothing cut") << 8 << 0;
    QTest::newRow("half") << 9 << 0;
    QTest::newRow("one") << 10 << 1;
    QTest::newRow("one and a half") << 11 << 2;
    QTest::newRow("two and a half") << 13 << 2;
    QTest::newRow("three and a half") << 15 << 4;
}

void PictureCropTest::theMiddleIsRoundedAsTorchvisionDoes() {
    QFETCH(const int, width);
    QFETCH(const int, left);
    QCOMPARE(cornerOf(cropPicture(coordinates(width, 8), 8, Crop::Center, 0)), std::pair(left, 0));
    QCOMPARE(cornerOf(cropPicture(coordinates(8, width), 8, Crop::Center, 0)), std::pair(0, left));
}

void PictureCropTest::theShortSideBecomesTheSize() {
    // 37 x 23 to 8: torchvision makes it int(8 * 37 / 23) = 12 wide.
    const auto source = readPng(dataFile("source.png"));
    const auto crop = cropPicture(source, 8, Crop::Center, 0);
    QVERIFY(crop.rgb == cut(readPng(dataFile("resized_12x8.png")), 2, 0, 8, 8).rgb);
    const auto same = loadCrop(dataFile("source.png"), 8, Crop::Center, 5);
    QVERIFY(same.rgb == crop.rgb);
    QVERIFY_THROWS_EXCEPTION(DataError, loadCrop(dataFile("still.gif"), 8, Crop::Center, 5));
}

void PictureCropTest::randomCropsReachEveryPlace() {
    std::set<int> places;
    const auto wide = coordinates(12, 8);
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto [x, y] = cornerOf(cropPicture(wide, 8, Crop::Random, seed));
        QCOMPARE(y, 0);
        places.insert(x);
        QCOMPARE(cornerOf(cropPicture(wide, 8, Crop::Random, seed)), std::pair(x, y));
    }
    QCOMPARE(places, (std::set<int>{0, 1, 2, 3, 4}));
}

void PictureCropTest::cropsDependOnSeedNameAndEpochAlone() {
    QCOMPARE(cropSeed(1, "here/a.jpg", 0), cropSeed(1, "there/a.jpg", 0));
    QVERIFY(cropSeed(1, "a.jpg", 0) != cropSeed(2, "a.jpg", 0));
    QVERIFY(cropSeed(1, "a.jpg", 0) != cropSeed(1, "b.jpg", 0));
    QVERIFY(cropSeed(1, "a.jpg", 0) != cropSeed(1, "a.jpg", 1));
    QVERIFY(cropSeed(1, "a.jpg", 1) != cropSeed(2, "a.jpg", 0));
}

QTEST_APPLESS_MAIN(PictureCropTest)
#include "test_picture_crop.moc"
