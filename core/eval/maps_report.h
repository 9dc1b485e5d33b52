#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/io/maps_file.h"

namespace afa {

/// One row of `afa maps --csv`: mean weight of a model over positions; entropy over models, normalised by log
/// N, averaged over positions (the same in every model's row).
struct MapsRow {
    int step, stage, half, model;
    double mean, entropy;
};
std::vector<MapsRow> mapsRows(const MapsRecord& record);

/// step,stage,half,model,mean,entropy: models by their number from 0, numbers with as many digits as read
/// back equal.
void writeMapsCsv(const std::filesystem::path& target, const MapsRecord& record);

/// Readable lines: models, steps, stages, size; mean weight per model; most and least decided stages.
std::string mapsSummary(const MapsRecord& record);
std::string mapsSummaryJson(const MapsRecord& record);  ///< one line

/// Block weights for merging: each stage's weights averaged over steps, halves and positions, scaled to a sum
/// of 1.
///   {"format": "afa.block-weights", "version": 1, "models": [names],
///    "stages": [{"stage": 1, "mbw": "IN00", "name": "conv_in", "weights": [one per model]}, ..]}
/// Stages without maps are absent. Throws ConfigError for a record without maps.
std::string mapsRecipe(const MapsRecord& record);
void writeMapsRecipe(const std::filesystem::path& target, const MapsRecord& record);

}  // namespace afa
