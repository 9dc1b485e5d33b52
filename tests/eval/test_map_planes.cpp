// What maps come to and how they are coloured, against hand-made cases.
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <cmath>

#include "core/base/error.h"
#include "core/eval/capability_report.h"
#include "core/eval/map_colours.h"
#include "core/eval/map_planes.h"
#include "core/eval/maps_sheet.h"
#include "core/io/picture_file.h"
#include "tests/eval/records.h"

using namespace afa;

namespace {

/// Two models, both halves, 1 x 2 positions: A .75 .25 with prompt, .5 1 without.
MapsRecord twoByOne() {
    auto record = test::emptyRecord(2, 2, {900, 100}, 3);
    record.maps.push_back(test::stageMap(0, 2, 1, 2, {0.75, 0.25, 0.25, 0.75, 0.5, 1, 0.5, 0}));
    return record;
}

}  // namespace

class MapPlanesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void planesHoldWhatIsRecorded() {
        const auto record = twoByOne();
        const StageMap& map = record.maps[0];
        QCOMPARE(weightPlane(record, map, MapsHalf::Cond, 0).values, (std::vector<float>{0.75F, 0.25F}));
        QCOMPARE(weightPlane(record, map, MapsHalf::Uncond, 1).values, (std::vector<float>{0.5F, 0}));
        QCOMPARE(weightPlane(record, map, MapsHalf::Both, 0).values, (std::vector<float>{0.625F, 0.625F}));
        QCOMPARE(dominantPlane(record, map, MapsHalf::Cond).values, (std::vector<float>{0, 1}));
        QCOMPARE(dominantPlane(record, map, MapsHalf::Uncond).values, (std::vector<float>{0, 0}));  // a tie
        const auto entropy = entropyPlane(record, map, MapsHalf::Uncond);
        QVERIFY(std::abs(entropy.values[0] - 1) < 1e-6F);
        QCOMPARE(entropy.values[1], 0.0F);
        auto one = record;
        one.halves = 1;
        one.maps = {test::stageMap(0, 2, 1, 2, {0.75, 0.25, 0.25, 0.75})};
        QCOMPARE(weightPlane(one, one.maps[0], MapsHalf::Both, 0).values, (std::vector<float>{0.75F, 0.25F}));
    }

    void figuresAreMeanSpreadAndEntropy() {
        const auto record = twoByOne();
        const auto figures = mapFigures(record, record.maps[0], 0);
        QCOMPARE(figures.mean, (std::vector<double>{0.5, 0.5}));
        QCOMPARE(figures.spread, (std::vector<double>{0.25, 0.25}));
        const double each = -(0.75 * std::log(0.75) + 0.25 * std::log(0.25)) / std::log(2.0);
        QVERIFY(std::abs(figures.entropy - each) < 1e-12);
        const MapsOverview overview(record);
        QVERIFY(!overview.find(1, 2, MapsHalf::Cond));
        QVERIFY(!overview.find(0, 1, MapsHalf::Cond));
        QVERIFY(!overview.find(-1, 9, MapsHalf::Cond));
        QCOMPARE(overview.find(0, 2, MapsHalf::Both)->mean[0], 0.625);
        QCOMPARE(overview.meanOverSteps(2, MapsHalf::Uncond, 0), 0.75);
        QVERIFY(std::isnan(overview.meanOverSteps(1, MapsHalf::Cond, 0)));
    }

    void aRegionIsThePositionsItTouches() {
        auto record = test::emptyRecord(2, 1, {500}, 1);
        record.maps.push_back(test::stageMap(0, 1, 2, 2, {0, 0.25, 0.5, 1, 1, 0.75, 0.5, 0}));
        const StageMap& map = record.maps[0];
        QCOMPARE(regionMeans(record, map, MapsHalf::Cond, {0.9, 0.1, 0.9, 0.1})[0], 0.25);  // a point
        QCOMPARE(regionMeans(record, map, MapsHalf::Cond, {0, 0.6, 1, 0.9})[0], 0.75);      // the lower row
        QCOMPARE(regionMeans(record, map, MapsHalf::Cond, {})[1], 0.5625);
        QCOMPARE(regionMeans(record, map, MapsHalf::Cond, {2, -1, 3, -1})[0], 0.25);  // outside: the nearest
    }

    void differencesAreSecondMinusFirstAtTheFirstsSize() {
        const MapPlane a{1, 2, {0.25F, 0.5F}}, b{1, 2, {0.75F, 0.25F}};
        QCOMPARE(differencePlane(a, b).values, (std::vector<float>{0.5F, -0.25F}));
        const MapPlane large{2, 4, {1, 1, 0, 0, 1, 1, 0, 0}};
        QCOMPARE(differencePlane(a, large).values, (std::vector<float>{0.75F, -0.5F}));
    }

    void smoothingStaysWithinThePlanesOwnRange() {
        const MapPlane plane{2, 3, {0, 1, 0, 1, 0, 1}};
        const auto smooth = smoothPlane(plane, 90, 60);
        QCOMPARE(smooth.values.size(), std::size_t{90 * 60});
        const auto range = rangeOf(smooth);
        QVERIFY(range.lowest >= 0 && range.highest <= 1);
        QVERIFY(std::abs(smooth.at(15, 45) - 1) < 0.1F);  // the middle of a position
    }

    void coloursAreTheTablesPublishedWithMatplotlib_data() {
        // matplotlib 3.8: cm.get_cmap(name)([0.0, 0.5, 1.0], bytes=True)
        QTest::addColumn<int>("map");
        QTest::addColumn<double>("value");
        QTest::addColumn<QList<int>>("colour");
        const auto row = [](const char* name, ColourMap map, double value, QList<int> colour) {
            QTest::addRow("%s %g", name, value) << static_cast<int>(map) << value << colour;
        };
        row("viridis", ColourMap::Viridis, 0, {68, 1, 84});
        row("viridis", ColourMap::Viridis, 0.5, {32, 144, 140});
        row("viridis", ColourMap::Viridis, 1, {253, 231, 36});
        row("magma", ColourMap::Magma, 0, {0, 0, 3});
        row("magma", ColourMap::Magma, 0.5, {182, 54, 121});
        row("magma", ColourMap::Magma, 1, {251, 252, 191});
        row("cividis", ColourMap::Cividis, 0, {0, 34, 77});
        row("cividis", ColourMap::Cividis, 0.5, {124, 123, 120});
        row("cividis", ColourMap::Cividis, 1, {253, 231, 55});
        row("grey", ColourMap::Grey, 0.25, {64, 64, 64});
    }
    void coloursAreTheTablesPublishedWithMatplotlib() {
        QFETCH(int, map);
        QFETCH(double, value);
        QFETCH(QList<int>, colour);
        const Rgb shown = colourOf(value, static_cast<ColourMap>(map));
        // The tables were rounded to bytes by others: one level apart at most, two in cividis' first release.
        const int slack = map == static_cast<int>(ColourMap::Cividis) ? 4 : 1;
        QVERIFY2(std::abs(shown.r - colour[0]) <= slack && std::abs(shown.g - colour[1]) <= slack &&
                     std::abs(shown.b - colour[2]) <= slack,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(shown.r).arg(shown.g).arg(shown.b)));
    }

    void theDifferenceMapIsNearlyWhiteAtZeroAndEvenOnBothSides() {
        const Rgb low = colourOf(-1, ColourMap::Difference, -1, 1),
                  high = colourOf(1, ColourMap::Difference, -1, 1),
                  middle = colourOf(0, ColourMap::Difference, -1, 1);
        QVERIFY(low.b > low.r && high.r > high.b);
        QVERIFY(middle.r > 230 && std::abs(middle.r - middle.b) < 8);
        QVERIFY(colourOf(5, ColourMap::Difference, -1, 1) == high);  // past the ends: the ends
        const auto brightness = [](Rgb colour) { return 0.3 * colour.r + 0.59 * colour.g + 0.11 * colour.b; };
        for (double value = 0.2; value <= 1; value += 0.2)
            QVERIFY(std::abs(brightness(colourOf(value, ColourMap::Difference, -1, 1)) -
                             brightness(colourOf(-value, ColourMap::Difference, -1, 1))) < 40);
    }

    void imagesColourEachValue() {
        const MapPlane plane{1, 3, {0, 0.5F, 1}};
        const Image image = colourValues(plane, ColourMap::Magma);
        for (int x = 0; x < 3; ++x) {
            const Rgb wanted =
                colourOf(static_cast<double>(plane.values[static_cast<std::size_t>(x)]), ColourMap::Magma);
            QCOMPARE(image.rgb[static_cast<std::size_t>(3 * x)], wanted.r);
            QCOMPARE(image.rgb[static_cast<std::size_t>(3 * x + 2)], wanted.b);
        }
        QCOMPARE(colourModels(MapPlane{1, 1, {1}}).rgb[0], kModelColours[1].r);
        QCOMPARE(colourRamp(ColourMap::Viridis).width, 256);
    }

    void aSheetAsSvgHasItsTextsAndAPictureForEveryMap() {
        auto record = twoByOne();
        record.modelNames[0] = "a<b&c";
        const auto svg = QString::fromStdString(drawMapsSheetSvg(record));
        QVERIFY(svg.contains(">Stage 2"));
        QVERIFY(svg.contains(">a&lt;b&amp;c<"));
        QCOMPARE(svg.count("<image "), 2 + 1);  // two models, one map, and the legend; step 1 has no map
        QVERIFY(svg.endsWith("</svg>\n"));
    }

    void aSheetAtScaleThreeIsTheSameThreeTimesAsLarge() {
        const auto record = twoByOne();
        MapsSheetSettings settings;
        const Image small = drawMapsSheet(record, settings);
        settings.scale = 3;
        const Image large = drawMapsSheet(record, settings);
        QCOMPARE(large.width, 3 * small.width);
        QCOMPARE(large.height, 3 * small.height);
        settings.scale = 9;
        QVERIFY_EXCEPTION_THROWN(drawMapsSheet(record, settings), ConfigError);
    }

    void aCapabilityFileReadsBack() {
        const QTemporaryDir folder;
        const auto path = folder.filePath("c.safetensors").toStdString();
        CapabilityMaps maps;
        maps.modelNames = {"one", "two"};
        maps.height = 1;
        maps.width = 2;
        maps.noiseSamples = 4;
        maps.prompt = "a \"quoted\" prompt";
        maps.picture = Image{2, 1, {1, 2, 3, 4, 5, 6}};
        maps.timesteps = {{900, {{-1, -2}, {-3, 0}}}, {100, {{-0.5F, -0.25F}, {-0.125F, -4}}}};
        writeCapability(path, maps);
        const auto back = readCapability(path);
        QCOMPARE(back.modelNames, maps.modelNames);
        QCOMPARE(back.prompt, maps.prompt);
        QCOMPARE(back.noiseSamples, 4);
        QCOMPARE(back.picture.rgb, maps.picture.rgb);
        QCOMPARE(back.timesteps.size(), std::size_t{2});
        QCOMPARE(back.timesteps[0].timestep, 100);  // ascending
        QVERIFY(back.timesteps[1].capability == maps.timesteps[0].capability);
        maps.timesteps[0].capability[0][0] = 0.5F;  // a squared error below zero
        writeCapability(path, maps);
        QVERIFY_EXCEPTION_THROWN(readCapability(path), FileError);
        maps.timesteps.clear();
        writeCapability(path, maps);
        QVERIFY_EXCEPTION_THROWN(readCapability(path), FileError);
        QVERIFY_EXCEPTION_THROWN(readCapability(folder.filePath("none").toStdString()), FileError);
    }
};

QTEST_GUILESS_MAIN(MapPlanesTest)
#include "test_map_planes.moc"
