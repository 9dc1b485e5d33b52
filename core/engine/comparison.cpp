#include "core/engine/comparison.h"

#include "core/io/picture_file.h"

namespace afa {

void writeComparisonSheet(const std::filesystem::path& target, const ComparisonSheet& sheet, int side) {
    writePng(target, drawComparisonSheet(sheet, side),
             {{"Description", sheet.title + (sheet.note.empty() ? "" : "\n" + sheet.note)}});
}

}  // namespace afa
