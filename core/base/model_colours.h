#pragma once
#include <array>
#include <cstdint>

namespace afa {

struct Rgb {
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Rgb&) const = default;
};

/// One colour for each model of an ensemble, the same on every sheet, plot and list: Okabe & Ito's palette
/// for colour-blind readers (jfly.uni-koeln.de/color), those first that show on white and on black; grey in
/// place of its black.
inline constexpr std::array<Rgb, 8> kModelColours{Rgb{0, 114, 178},   Rgb{213, 94, 0},   Rgb{0, 158, 115},
                                                  Rgb{204, 121, 167}, Rgb{86, 180, 233}, Rgb{230, 159, 0},
                                                  Rgb{240, 228, 66},  Rgb{140, 140, 140}};

}  // namespace afa
