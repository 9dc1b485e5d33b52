#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/io/maps_file.h"

namespace afa {

struct MapsSheetSettings {
    /// Empty: the record's first and its last but one, Fig. 6's choice (1 and 24 of SD 1.x's 25); of two,
    /// both.
    std::vector<int> stages;
    std::vector<int> steps;  ///< sampler evaluations; empty: about 9 evenly spread, first and last included
    int half = 0;            ///< 0 cond, 1 uncond
    int cell = 96;           ///< pixels on the longer side of one map, at scale 1
    int scale = 1;           ///< everything so many times as large, 1 to 8
};

/// A sheet in print: with kPrintScale its labels are 8 points high at kPrintDotsPerInch.
inline constexpr int kPrintScale = 3;
inline constexpr double kPrintDotsPerInch = 300;

/// The paper's Fig. 6: for each stage a block of rows (one per model), a column per step; labels, a colour
/// legend from 0 to 1 (lighter is higher) and each model's letter and colour. Throws ConfigError for a stage,
/// step or half the record has not (names those it has) and for a sheet of more than 200 megapixels.
Image drawMapsSheet(const MapsRecord& record, const MapsSheetSettings& settings = {});
/// The same as SVG: text as text, each map a picture with one pixel per weight. `settings.scale` has no
/// effect.
std::string drawMapsSheetSvg(const MapsRecord& record, const MapsSheetSettings& settings = {});

/// By the target's extension: .svg, else PNG at 300 dpi. Throws FileError too.
void writeMapsSheet(const std::filesystem::path& target, const MapsRecord& record,
                    const MapsSheetSettings& settings);

}  // namespace afa
