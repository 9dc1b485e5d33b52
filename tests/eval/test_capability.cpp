#include <QtTest/QtTest>
#include <array>
#include <cstring>

#include "core/base/error.h"
#include "core/eval/capability_report.h"
#include "core/eval/capability_sheet.h"
#include "core/io/safetensors.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

/// 2 x 4 positions, two timesteps: model A is right on the left half, B on the right; at 700 both are equal.
CapabilityMaps plantedHalves() {
    CapabilityMaps maps;
    maps.modelNames = {"left", "right"};
    maps.height = 2;
    maps.width = 4;
    maps.noiseSamples = 3;
    maps.prompt = "two halves";
    maps.picture = {8, 4, std::vector<std::uint8_t>(8 * 4 * 3, 200)};
    maps.timesteps = {{300, {{-1, -1, -4, -4, -1, -1, -4, -4}, {-3, -3, -2, -2, -3, -3, -2, -2}}},
                      {700, {std::vector<float>(8, -0.5F), std::vector<float>(8, -0.5F)}}};
    return maps;
}

using Rgb = std::array<int, 3>;
constexpr Rgb kColourA{0, 114, 178}, kColourB{213, 94, 0};  // Okabe & Ito's blue and vermillion

/// Left edge, top edge and size of the box around every pixel of that colour right of `from`.
struct Box {
    int left = 1 << 30, top = 1 << 30, right = -1, bottom = -1, pixels = 0;
};
Box boxOf(const Image& image, const Rgb& colour, int from, int bottom) {
    Box box;
    for (int y = 0; y < bottom; ++y)
        for (int x = from; x < image.width; ++x) {
            const auto at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                 static_cast<std::size_t>(x));
            if (image.rgb[at] != colour[0] || image.rgb[at + 1] != colour[1] ||
                image.rgb[at + 2] != colour[2])
                continue;
            box.left = std::min(box.left, x);
            box.right = std::max(box.right, x + 1);
            box.top = std::min(box.top, y);
            box.bottom = std::max(box.bottom, y + 1);
            ++box.pixels;
        }
    return box;
}

}  // namespace

class CapabilityTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theBetterModelWinsItsHalf();
    void theFileHoldsEveryMap();
    void theCsvHoldsEveryPosition();
    void theSheetShowsWhoWinsWhere();
    void whatCannotBeDrawnIsRefused();
};

void CapabilityTest::theBetterModelWinsItsHalf() {
    const auto maps = plantedHalves();
    const auto wins = capabilityWins(maps.timesteps[0]);
    QCOMPARE(wins, (std::vector<std::uint8_t>{0, 0, 1, 1, 0, 0, 1, 1}));
    QCOMPARE(winShares(wins, 2), (std::vector<double>{0.5, 0.5}));
    QCOMPARE(meanErrors(maps.timesteps[0]), (std::vector<double>{2.5, 2.5}));
    QCOMPARE(capabilityWins(maps.timesteps[1]), std::vector<std::uint8_t>(8, 0));  // of equals, the first
}

void CapabilityTest::theFileHoldsEveryMap() {
    TempDir folder;
    writeCapability(folder / "capability.safetensors", plantedHalves());
    const auto file = openSafetensors(folder / "capability.safetensors");
    QCOMPARE(file->metadata().at("afa.format"), std::string("capability"));
    QCOMPARE(file->metadata().at("afa.models"), std::string(R"(["left","right"])"));
    QCOMPARE(file->metadata().at("afa.prompt"), std::string("two halves"));
    QCOMPARE(file->metadata().at("afa.noise_samples"), std::string("3"));
    const auto maps = file->find("capability.300"), wins = file->find("wins.300");
    QVERIFY(maps && wins && file->find("capability.700") && file->find("wins.700"));
    QCOMPARE(file->tensors()[*maps].shape, (std::vector<std::int64_t>{2, 2, 4}));
    float values[16];
    std::memcpy(values, file->view(*maps).bytes.data(), sizeof values);
    QCOMPARE(values[2], -4.0F);
    QCOMPARE(values[8], -3.0F);
    QCOMPARE(std::to_integer<int>(file->view(*wins).bytes[3]), 1);
    QCOMPARE(file->tensors()[*file->find("picture")].shape, (std::vector<std::int64_t>{4, 8, 3}));
}

void CapabilityTest::theCsvHoldsEveryPosition() {
    TempDir folder;
    writeCapabilityCsv(folder / "capability.csv", plantedHalves());
    const auto lines = QString::fromStdString(readFile(folder / "capability.csv")).split('\n');
    QCOMPARE(lines.size(), 1 + 2 * 8 + 1);
    QCOMPARE(lines[0], QStringLiteral("timestep,y,x,winner,0,1"));
    QCOMPARE(lines[1], QStringLiteral("300,0,0,0,-1,-3"));
    QCOMPARE(lines[7], QStringLiteral("300,1,2,1,-4,-2"));
    QCOMPARE(lines[16], QStringLiteral("700,1,3,0,-0.5,-0.5"));
}

void CapabilityTest::theSheetShowsWhoWinsWhere() {
    auto maps = plantedHalves();
    maps.timesteps.pop_back();
    const auto sheet = drawCapabilitySheet(maps, 128);
    // The badges with the same colours stand left of the maps and lower.
    const auto b = boxOf(sheet, kColourB, 100, 220);
    const auto a = boxOf(sheet, kColourA, 100, 220);
    QCOMPARE(a.pixels, 64 * 64);  // half of a map of 128 x 64 pixels, every one of them
    QCOMPARE(b.pixels, 64 * 64);
    QCOMPARE(a.right, b.left);
    QCOMPARE(a.top, b.top);
    QCOMPARE(a.bottom - a.top, 64);
    // The smallest error is the darkest colour of viridis, the largest the lightest: A's own map, one row
    // lower.
    const Rgb darkest{68, 1, 84}, lightest{253, 231, 37};
    const auto smallest = boxOf(sheet, darkest, a.left, sheet.height);
    const auto largest = boxOf(sheet, lightest, a.left, sheet.height);
    QVERIFY(smallest.pixels >= 64 * 64 && largest.pixels >= 64 * 64);
    QCOMPARE(smallest.left, a.left);
}

void CapabilityTest::whatCannotBeDrawnIsRefused() {
    auto maps = plantedHalves();
    maps.timesteps.clear();
    AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { drawCapabilitySheet(maps); }), "no timestep");
    maps = plantedHalves();
    maps.modelNames.resize(9);
    AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { drawCapabilitySheet(maps); }), "1 to 8 models");
    maps = plantedHalves();
    AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { drawCapabilitySheet(maps, 30000); }), "megapixels");
}

QTEST_APPLESS_MAIN(CapabilityTest)
#include "test_capability.moc"
