#pragma once
#include <string>
#include <vector>

#include "core/base/image.h"

namespace afa {

/// Pictures to be looked at side by side, with what they share said once (the paper's Fig. 5 and 7).
struct ComparisonSheet {
    struct Cell {
        Image picture;        ///< no pixels: an empty place
        std::string caption;  ///< below it; "" = none
    };
    struct Row {
        std::string caption;  ///< left of its pictures; "" = none
        std::vector<Cell> cells;
    };
    std::string title;                 ///< what all pictures share, such as the prompt
    std::string note;                  ///< below it, smaller: settings, seed, model names
    std::vector<std::string> columns;  ///< captions above; empty = none
    std::vector<Row> rows;             ///< may differ in length

    int columnCount() const;  ///< of the longest row or the captions
};

/// `side`: pixels on the longer side of a picture; 0 = the largest picture's own, at least 192. Small
/// pictures are magnified, larger ones shrunk, all keep their proportions. Throws ConfigError for a sheet
/// without pictures, a side outside 16 .. 4096, and more than 200 megapixels.
Image drawComparisonSheet(const ComparisonSheet& sheet, int side = 0);

}  // namespace afa
