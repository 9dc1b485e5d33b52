#include <QtTest/QtTest>
#include <array>
#include <cstdlib>
#include <optional>

#include "core/base/error.h"
#include "core/eval/maps_sheet.h"
#include "tests/eval/records.h"

namespace afa {
namespace {

using Rgb = std::array<int, 3>;

// matplotlib's viridis at 0, 1/4, 1/2, 3/4 and 1.
constexpr Rgb kZero{68, 1, 84}, kQuarter{59, 82, 139}, kHalf{33, 145, 140}, kThreeQuarters{94, 201, 98},
    kOne{253, 231, 37};
constexpr Rgb kWhite{255, 255, 255};
constexpr int kOneLevel = 1;
constexpr int kBelowLegend = 66;  ///< the legend, which shows all colours, lies above
constexpr int kGap = 4;           ///< between two maps

struct Place {
    int x = 0, y = 0;
};

Rgb pixel(const Image& image, int x, int y) {
    const auto at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                         static_cast<std::size_t>(x));
    return {image.rgb[at], image.rgb[at + 1], image.rgb[at + 2]};
}

bool alike(const Rgb& a, const Rgb& b) {
    for (std::size_t i = 0; i < 3; ++i)
        if (std::abs(a[i] - b[i]) > kOneLevel) return false;
    return true;
}

bool isFilled(const Image& image, Place from, int width, int height, const Rgb& colour) {
    for (int y = from.y; y < from.y + height; ++y)
        for (int x = from.x; x < from.x + width; ++x)
            if (!alike(pixel(image, x, y), colour)) return false;
    return true;
}

/// Upper left corner of the first square of a colour below the legend.
std::optional<Place> findSquare(const Image& image, int side, const Rgb& colour) {
    for (int y = kBelowLegend; y + side <= image.height; ++y)
        for (int x = 0; x + side <= image.width; ++x)
            if (alike(pixel(image, x, y), colour) && isFilled(image, {x, y}, side, side, colour))
                return Place{x, y};
    return std::nullopt;
}

MapsSheetSettings settingsOf(std::vector<int> stages, std::vector<int> steps, int half = 0, int cell = 40) {
    return {std::move(stages), std::move(steps), half, cell};
}

/// What drawing fails with.
QString failure(const MapsRecord& record, const MapsSheetSettings& settings) {
    try {
        drawMapsSheet(record, settings);
    } catch (const ConfigError& error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("no error");
}

MapsRecord evenRecord(int models, int steps, int stages, std::int64_t height = 4, std::int64_t width = 4) {
    MapsRecord record = test::emptyRecord(models, 1, {}, stages);
    for (int step = 0; step < steps; ++step) {
        record.timesteps.push_back(999.5 - step);
        for (int stage = 1; stage <= stages; ++stage)
            record.maps.push_back(test::evenMap(record, step, stage, height, width));
    }
    return record;
}

}  // namespace

class MapsSheetTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyWeightIsASquareOfItsColour();
    void columnsAreStepsAndHalvesAreChosen();
    void absentMapsStayGrey();
    void longerSideOfAMapIsTheCell();
    void mapsLargerThanTheCellShowMeans();
    void legendRunsFromZeroToOne();
    void defaultStagesAreTheFirstAndTheLastButOne();
    void defaultStepsAreAboutNineWithBothEnds();
    void eachModelHasItsColour();
    void nothingTouchesTheEdge_data();
    void nothingTouchesTheEdge();
    void whatTheRecordHasNotIsRefusedByName();
};

void MapsSheetTest::everyWeightIsASquareOfItsColour() {
    MapsRecord record = test::emptyRecord(2, 1, {1}, 1);
    record.maps = {test::stageMap(0, 1, 2, 2, {0, .25, .5, 1, 1, .75, .5, 0})};
    const Image image = drawMapsSheet(record, settingsOf({1}, {0}));
    const auto a = findSquare(image, 20, kZero);
    QVERIFY(a);
    QVERIFY(isFilled(image, *a, 20, 20, kZero));
    QVERIFY(isFilled(image, {a->x + 20, a->y}, 20, 20, kQuarter));
    QVERIFY(isFilled(image, {a->x, a->y + 20}, 20, 20, kHalf));
    QVERIFY(isFilled(image, {a->x + 20, a->y + 20}, 20, 20, kOne));
    const Place b{a->x, a->y + 40 + kGap};  // the next model's row
    QVERIFY(isFilled(image, b, 20, 20, kOne));
    QVERIFY(isFilled(image, {b.x + 20, b.y}, 20, 20, kThreeQuarters));
    QVERIFY(isFilled(image, {b.x, b.y + 20}, 20, 20, kHalf));
    QVERIFY(isFilled(image, {b.x + 20, b.y + 20}, 20, 20, kZero));
}

void MapsSheetTest::columnsAreStepsAndHalvesAreChosen() {
    MapsRecord record = test::emptyRecord(2, 2, {9, 5, 1}, 1);
    record.maps = {test::stageMap(0, 1, 1, 1, {0, 1, .25, .75}), test::stageMap(1, 1, 1, 1, {.5, .5, .5, .5}),
                   test::stageMap(2, 1, 1, 1, {.75, .25, 1, 0})};
    const Image cond = drawMapsSheet(record, settingsOf({1}, {0, 2}));
    const auto first = findSquare(cond, 40, kZero);
    QVERIFY(first);
    QVERIFY(isFilled(cond, {first->x + 40 + kGap, first->y}, 40, 40, kThreeQuarters));
    QVERIFY(!findSquare(cond, 40, kHalf));
    const Image uncond = drawMapsSheet(record, settingsOf({1}, {0, 2}, 1));
    QVERIFY(isFilled(uncond, *first, 40, 40, kQuarter));
    QVERIFY(isFilled(uncond, {first->x + 40 + kGap, first->y}, 40, 40, kOne));
}

void MapsSheetTest::absentMapsStayGrey() {
    MapsRecord record = test::emptyRecord(2, 1, {9, 1}, 2);
    record.maps = {test::stageMap(0, 1, 1, 1, {0, 1}), test::stageMap(1, 2, 1, 1, {0, 1})};
    const Image image = drawMapsSheet(record, settingsOf({1}, {0, 1}));
    const auto first = findSquare(image, 40, kZero);
    QVERIFY(first);
    const Rgb colour = pixel(image, first->x + 40 + kGap, first->y);
    QVERIFY(colour[0] == colour[1] && colour[1] == colour[2] && colour[0] < 255);
    QVERIFY(isFilled(image, {first->x + 40 + kGap, first->y}, 40, 40, colour));
}

void MapsSheetTest::longerSideOfAMapIsTheCell() {
    for (const bool tall : {false, true}) {
        MapsRecord record = test::emptyRecord(2, 1, {1}, 1);
        const std::vector<double> weights{1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0};
        record.maps = {test::stageMap(0, 1, tall ? 4 : 2, tall ? 2 : 4, weights)};
        const Image image = drawMapsSheet(record, settingsOf({1}, {0}, 0, 80));
        const int width = tall ? 40 : 80, height = tall ? 80 : 40;
        const auto map = findSquare(image, 40, kOne);
        QVERIFY(map);
        QVERIFY(isFilled(image, *map, width, height, kOne));
        for (const Place outside : {Place{map->x - 1, map->y}, Place{map->x + width, map->y},
                                    Place{map->x, map->y - 1}, Place{map->x, map->y + height}})
            QCOMPARE(pixel(image, outside.x, outside.y), kWhite);
    }
}

void MapsSheetTest::mapsLargerThanTheCellShowMeans() {
    MapsRecord record = test::emptyRecord(2, 1, {1}, 1);
    std::vector<double> weights;
    for (int i = 0; i < 2 * 64 * 64; ++i)
        weights.push_back((i + i / 64) % 2);  // a chequerboard of 0 and 1
    record.maps = {test::stageMap(0, 1, 64, 64, weights)};
    const Image image = drawMapsSheet(record, settingsOf({1}, {0}, 0, 32));
    QVERIFY(findSquare(image, 32, kHalf));
}

void MapsSheetTest::legendRunsFromZeroToOne() {
    const Image image = drawMapsSheet(evenRecord(2, 1, 1));
    int first = image.width, last = -1, row = -1;
    for (int y = 0; y < kBelowLegend; ++y)
        for (int x = 0; x < image.width; ++x) {
            if (alike(pixel(image, x, y), kZero)) {
                first = std::min(first, x);
                row = y;
            }
            if (alike(pixel(image, x, y), kOne)) last = std::max(last, x);
        }
    QVERIFY(row >= 0 && last > first + 100);
    for (const auto& [share, colour] : {std::pair{.25, kQuarter}, {.5, kHalf}, {.75, kThreeQuarters}}) {
        // Between the legend's levels: a step of one pixel is more than a level of colour.
        const Rgb found = pixel(image, first + static_cast<int>(std::lround(share * (last - first))), row);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(std::abs(found[i] - colour[i]) <= 3);
    }
}

void MapsSheetTest::defaultStagesAreTheFirstAndTheLastButOne() {
    const std::vector<int> steps{0};
    const auto draw = [&](const MapsRecord& record, std::vector<int> stages) {
        return drawMapsSheet(record, settingsOf(std::move(stages), steps)).rgb;
    };
    const MapsRecord full = evenRecord(2, 1, 25);
    QVERIFY(draw(full, {}) == draw(full, {1, 24}));
    QVERIFY(draw(full, {}) != draw(full, {1, 25}));
    const MapsRecord two = evenRecord(2, 1, 2), one = evenRecord(2, 1, 1);
    QVERIFY(draw(two, {}) == draw(two, {1, 2}));
    QVERIFY(draw(one, {}) == draw(one, {1}));
}

void MapsSheetTest::defaultStepsAreAboutNineWithBothEnds() {
    const auto draw = [](const MapsRecord& record, std::vector<int> steps) {
        return drawMapsSheet(record, settingsOf({1}, std::move(steps))).rgb;
    };
    const MapsRecord many = evenRecord(2, 50, 1), few = evenRecord(2, 3, 1);
    QVERIFY(draw(many, {}) == draw(many, {0, 6, 12, 18, 25, 31, 37, 43, 49}));
    QVERIFY(draw(few, {}) == draw(few, {0, 1, 2}));
}

void MapsSheetTest::eachModelHasItsColour() {
    // Okabe and Ito's palette, grey in place of its black.
    const std::vector<Rgb> palette{{0, 114, 178},  {213, 94, 0},  {0, 158, 115},  {204, 121, 167},
                                   {86, 180, 233}, {230, 159, 0}, {240, 228, 66}, {140, 140, 140}};
    const Image image = drawMapsSheet(evenRecord(8, 1, 1));
    int above = 0;
    for (const Rgb& colour : palette) {
        const auto badge = findSquare(image, 4, colour);
        QVERIFY(badge && badge->y > above);
        above = badge->y;
    }
}

void MapsSheetTest::nothingTouchesTheEdge_data() {
    QTest::addColumn<int>("models");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("cell");
    QTest::addColumn<int>("height");
    QTest::newRow("one of each") << 1 << 1 << 96 << 4;
    QTest::newRow("tiny cells") << 8 << 150 << 8 << 4;
    QTest::newRow("many steps") << 3 << 150 << 24 << 4;
    QTest::newRow("a flat map") << 2 << 4 << 30 << 1;
    QTest::newRow("a tall map") << 2 << 4 << 30 << 40;
}

void MapsSheetTest::nothingTouchesTheEdge() {
    QFETCH(int, models);
    QFETCH(int, steps);
    QFETCH(int, cell);
    QFETCH(int, height);
    MapsRecord record = evenRecord(models, steps, 3, height, 4);
    for (std::string& name : record.modelNames)
        name += "-with-a-name-that-is-much-longer-than-there-is-room-for";
    record.stages[1].name = std::string(400, 'm');
    MapsSheetSettings settings = settingsOf({1, 2, 3}, {}, 0, cell);
    for (int step = 0; step < steps; ++step)
        settings.steps.push_back(step);
    const Image image = drawMapsSheet(record, settings);
    QCOMPARE(image.rgb.size(),
             static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3);
    constexpr int kFree = 10;
    const auto white = [&](Place from, int width, int rows) {
        return isFilled(image, from, width, rows, kWhite);
    };
    QVERIFY(white({0, 0}, image.width, kFree) && white({0, image.height - kFree}, image.width, kFree));
    QVERIFY(white({0, 0}, kFree, image.height) && white({image.width - kFree, 0}, kFree, image.height));
}

void MapsSheetTest::whatTheRecordHasNotIsRefusedByName() {
    MapsRecord record = evenRecord(2, 5, 4);
    std::erase_if(record.maps, [](const StageMap& map) { return map.stage == 3; });
    QCOMPARE(failure(record, settingsOf({1, 3}, {})),
             QStringLiteral("the maps record has no stage 3; it has stages 1-2, 4"));
    QCOMPARE(failure(record, settingsOf({1}, {0, 7})),
             QStringLiteral("the maps record has no step 7; it has steps 0-4"));
    QVERIFY(failure(record, settingsOf({1}, {0}, 1)).contains(QStringLiteral("one half only")));
    QVERIFY(failure(record, settingsOf({1}, {0}, 0, 4)).contains(QStringLiteral("8 to 2048 pixels")));
    QVERIFY(failure(record, settingsOf({1}, std::vector<int>(200, 0), 0, 2048))
                .contains(QStringLiteral("200 megapixels")));
    QVERIFY(failure(test::emptyRecord(2, 1, {1}, 4), {}).contains(QStringLiteral("no maps to draw")));
    QVERIFY(failure(evenRecord(9, 1, 1), {}).contains(QStringLiteral("1 to 8 models")));
    record.halves = 2;
    QVERIFY(
        failure(record, settingsOf({1}, {0}, 2)).contains(QStringLiteral("0 (with prompt) and 1 (without)")));
}

}  // namespace afa

QTEST_GUILESS_MAIN(afa::MapsSheetTest)
#include "test_maps_sheet.moc"
