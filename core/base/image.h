#pragma once
#include <cstdint>
#include <vector>

namespace afa {

/// 8-bit RGB picture, rows top to bottom, three bytes a pixel, no padding.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;  ///< size width * height * 3
};

}  // namespace afa
