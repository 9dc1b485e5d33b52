// What is drawn where, seen in the pixels: pictures of one colour each on a white sheet.
#include <QtTest/QtTest>
#include <array>
#include <map>

#include "core/base/error.h"
#include "core/eval/comparison_sheet.h"

namespace afa {
namespace {

using Rgb = std::array<int, 3>;
constexpr Rgb kRed{255, 0, 0}, kGreen{0, 255, 0}, kBlue{0, 0, 255};
constexpr int kSide = 32;

Image plain(const Rgb& colour, int width = 8, int height = 8) {
    Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i)
        for (const int value : colour)
            image.rgb.push_back(static_cast<std::uint8_t>(value));
    return image;
}

Rgb pixel(const Image& image, int x, int y) {
    const auto at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                         static_cast<std::size_t>(x));
    return {image.rgb[at], image.rgb[at + 1], image.rgb[at + 2]};
}

struct Box {
    int left = 1 << 20, top = 1 << 20, right = -1, bottom = -1;
    int width() const { return right - left + 1; }
    int height() const { return bottom - top + 1; }
};

/// Where a colour stands; the test's pictures alone have pure colours.
Box boxOf(const Image& image, const Rgb& colour) {
    Box box;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            if (pixel(image, x, y) == colour)
                box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x),
                       std::max(box.bottom, y)};
    return box;
}

/// Rows of a band that hold anything but white.
bool hasInk(const Image& image, int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            if (pixel(image, x, y) != Rgb{255, 255, 255}) return true;
    return false;
}

QString failure(const ComparisonSheet& sheet, int side) {
    try {
        drawComparisonSheet(sheet, side);
    } catch (const ConfigError& error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("no error");
}

}  // namespace

class TestComparisonSheet : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rowsAndColumnsStandInLine() {
        ComparisonSheet sheet;
        sheet.rows = {{"", {{plain(kRed), ""}, {plain(kGreen), ""}}}, {"", {{plain(kBlue), ""}}}};
        const Image image = drawComparisonSheet(sheet, kSide);
        const auto red = boxOf(image, kRed), green = boxOf(image, kGreen), blue = boxOf(image, kBlue);
        for (const auto& box : {red, green, blue}) {
            QCOMPARE(box.width(), kSide);
            QCOMPARE(box.height(), kSide);
        }
        QCOMPARE(red.top, green.top);
        QVERIFY(green.left > red.right);
        QCOMPARE(blue.left, red.left);
        QVERIFY(blue.top > red.bottom);
        QCOMPARE(red.left, image.width - 1 - green.right);  // the same margin on both sides
        QCOMPARE(red.top, image.height - 1 - blue.bottom);
    }

    void picturesKeepTheirProportionsAndStandInTheMiddleOfTheirPlace() {
        ComparisonSheet sheet;
        sheet.rows = {{"", {{plain(kRed, 8, 8), ""}, {plain(kGreen, 16, 8), ""}}},
                      {"", {{plain(kBlue, 4, 8), ""}}}};
        const Image image = drawComparisonSheet(sheet, kSide);
        const auto red = boxOf(image, kRed), green = boxOf(image, kGreen), blue = boxOf(image, kBlue);
        QCOMPARE(green.width(), kSide);
        QCOMPARE(green.height(), kSide / 2);
        QCOMPARE(green.top - red.top, kSide / 4);
        QCOMPARE(blue.width(), kSide / 2);
        QCOMPARE(blue.left - red.left, kSide / 4);
    }

    void captionsHaveRoomOfTheirOwn() {
        ComparisonSheet bare;
        bare.rows = {{"", {{plain(kRed), ""}, {plain(kGreen), ""}}}};
        const Image without = drawComparisonSheet(bare, kSide);
        auto sheet = bare;
        sheet.title = "a cat";
        sheet.note = "seed 7";
        sheet.columns = {"A", "B"};
        sheet.rows[0].caption = "50";
        sheet.rows[0].cells[1].caption = "x";
        const Image image = drawComparisonSheet(sheet, kSide);
        const auto before = boxOf(without, kRed), red = boxOf(image, kRed), green = boxOf(image, kGreen);
        QVERIFY(red.top > before.top && red.left > before.left);
        QVERIFY(hasInk(image, 0, 0, image.width, red.top));                               // title, columns
        QVERIFY(hasInk(image, 0, red.top, red.left, red.bottom));                         // row
        QVERIFY(hasInk(image, green.left, green.bottom + 1, green.right, image.height));  // cell
        QVERIFY(!hasInk(image, red.left, red.bottom + 1, red.right, image.height));       // none given
        QVERIFY(!hasInk(without, 0, 0, without.width, before.top));
    }

    void longTextsAreCutInsteadOfWideningTheSheet() {
        ComparisonSheet sheet;
        sheet.rows = {{"", {{plain(kRed), ""}}}};
        const int width = drawComparisonSheet(sheet, 100).width;
        sheet.title = std::string(500, 'w');
        sheet.rows[0].cells[0].caption = std::string(500, 'w');
        const Image image = drawComparisonSheet(sheet, 100);
        QCOMPARE(image.width, width);
        QVERIFY(!hasInk(image, 0, 0, 20, image.height));  // nothing reaches into the margin
        QVERIFY(!hasInk(image, image.width - 20, 0, image.width, image.height));
    }

    void withoutASideSmallPicturesAreMagnifiedAndLargeOnesKept() {
        ComparisonSheet sheet;
        sheet.rows = {{"", {{plain(kRed, 64, 64), ""}}}};
        QCOMPARE(boxOf(drawComparisonSheet(sheet), kRed).width(), 192);
        sheet.rows[0].cells.push_back({plain(kGreen, 300, 200), ""});
        const Image image = drawComparisonSheet(sheet);
        QCOMPARE(boxOf(image, kGreen).width(), 300);
        QCOMPARE(boxOf(image, kRed).width(), 300);
    }

    void anEmptyPlaceStaysWhite() {
        ComparisonSheet sheet;
        sheet.rows = {{"", {{plain(kRed), ""}, {{}, ""}}}, {"", {{plain(kGreen), ""}, {plain(kBlue), ""}}}};
        const Image image = drawComparisonSheet(sheet, kSide);
        const auto red = boxOf(image, kRed), blue = boxOf(image, kBlue);
        QVERIFY(!hasInk(image, blue.left, red.top, blue.right, red.bottom));
    }

    void whatCannotBeDrawnIsToldInWords() {
        ComparisonSheet sheet;
        QVERIFY(failure(sheet, 0).contains("no picture"));
        sheet.rows = {{"", {{{}, "only a caption"}}}};
        QVERIFY(failure(sheet, 0).contains("no picture"));
        sheet.rows = {{"", {{plain(kRed), ""}}}};
        QVERIFY(failure(sheet, 5).contains("16 to 4096"));
        sheet.rows[0].cells.assign(200, {plain(kRed), ""});
        QVERIFY(failure(sheet, 4096).contains("200 megapixels"));
    }
};

}  // namespace afa

QTEST_APPLESS_MAIN(afa::TestComparisonSheet)
#include "test_comparison_sheet.moc"
