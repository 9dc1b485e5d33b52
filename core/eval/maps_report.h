#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/io/maps_file.h"

namespace afa {

/// One row of `afa maps --csv`: mean weight of a model over positions; entropy over models, normalised by log N, meaned
/// over positions (the same in every model's row).
struct MapsRow {
    int step, stage, half, model;
    double mean, entropy;
};
std::vector<MapsRow> mapsRows(const MapsRecord& record);
void writeMapsCsv(const std::filesystem::path& target, const MapsRecord& record);
/// Readable lines: models, steps, stages, size; mean weight per model; most and least decided stages.
std::string mapsSummary(const MapsRecord& record);
std::string mapsSummaryJson(const MapsRecord& record);  ///< one line

}  // namespace afa
