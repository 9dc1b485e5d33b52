#pragma once
#include <filesystem>

#include "core/eval/comparison_sheet.h"

namespace afa {

/// Draws the sheet and writes it as a PNG, atomically. Throws ConfigError as drawComparisonSheet() does,
/// FileError.
void writeComparisonSheet(const std::filesystem::path& target, const ComparisonSheet& sheet, int side = 0);

}  // namespace afa
