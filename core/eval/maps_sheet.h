#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/io/maps_file.h"

namespace afa {

struct MapsSheetSettings {
    std::vector<int> stages{1, 24};  ///< empty: the record's first and last but one; those absent are an error
    std::vector<int> steps;          ///< sampler evaluations; empty: about 9 evenly spread, first and last included
    int half = 0;                    ///< 0 cond, 1 uncond
    int cell = 96;                   ///< pixels on the longer side of one map
};

/// The paper's Fig. 6: for each stage a block of rows (one per model), a column per step; labels, a colour legend from
/// 0 to 1 and each model's letter and colour. Throws ConfigError for a stage or step the record has not (names those it
/// has).
Image drawMapsSheet(const MapsRecord& record, const MapsSheetSettings& settings = {});

}  // namespace afa
