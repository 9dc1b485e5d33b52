#include "core/train/picture_resize.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/error.h"

namespace afa {
namespace {

constexpr int kPrecisionBits = 32 - 8 - 2;  // of the filter's fixed-point weights, as Pillow has them

/// What one output pixel is summed from.
struct Taps {
    std::int64_t first = 0;  ///< input pixel of the first weight
    std::vector<std::int32_t> weights;
};

std::int64_t roundHalfUp(double value) {
    return static_cast<std::int64_t>(std::floor(value + 0.5));
}

/// precompute_coeffs() and normalize_coeffs_8bpc() with the triangle filter (support 1), for the output
/// pixels [begin, begin + count) of an axis resized from `in` to `out`.
std::vector<Taps> filterTaps(std::int64_t in, std::int64_t out, std::int64_t begin, int count) {
    const double scale = static_cast<double>(in) / static_cast<double>(out);
    const double support = std::max(scale, 1.0);
    const double inverse = 1.0 / support;
    std::vector<Taps> taps(static_cast<std::size_t>(count));
    std::vector<double> weights;
    for (int i = 0; i < count; ++i) {
        const double center = (static_cast<double>(begin + i) + 0.5) * scale;
        const auto first = std::max<std::int64_t>(roundHalfUp(center - support), 0);
        const auto last = std::min(roundHalfUp(center + support), in);
        weights.clear();
        double sum = 0;
        for (auto x = first; x < last; ++x) {
            const double distance = std::abs((static_cast<double>(x) - center + 0.5) * inverse);
            weights.push_back(distance < 1.0 ? 1.0 - distance : 0.0);
            sum += weights.back();
        }
        auto& tap = taps[static_cast<std::size_t>(i)];
        tap.first = first;
        for (const double weight : weights)
            tap.weights.push_back(static_cast<std::int32_t>(
                roundHalfUp((sum != 0.0 ? weight / sum : weight) * (1 << kPrecisionBits))));
    }
    return taps;
}

std::uint8_t toByte(std::int32_t sum) {
    return static_cast<std::uint8_t>(std::clamp(sum >> kPrecisionBits, 0, 255));
}

/// One output pixel from input pixels that lie `stride` bytes apart, the first weight's at `pixel`.
void resample(const std::vector<std::int32_t>& weights, const std::uint8_t* pixel, std::int64_t stride,
              std::uint8_t* out) {
    std::int32_t sums[3];
    std::fill(std::begin(sums), std::end(sums), 1 << (kPrecisionBits - 1));
    for (const auto weight : weights) {
        for (int c = 0; c < 3; ++c)
            sums[c] += pixel[c] * weight;
        pixel += stride;
    }
    for (int c = 0; c < 3; ++c)
        out[c] = toByte(sums[c]);
}

}  // namespace

Image resizeBilinear(const Image& image, const ResizedWindow& window) {
    if (image.width <= 0 || image.height <= 0 || window.width <= 0 || window.height <= 0 || window.left < 0 ||
        window.top < 0 || window.left + window.width > window.fullWidth ||
        window.top + window.height > window.fullHeight)
        throw ConfigError(Message::of("resizing: the window %1 x %2 at %3, %4 does not lie in %5 x %6",
                                      window.width, window.height, window.left, window.top, window.fullWidth,
                                      window.fullHeight));
    const auto columns = filterTaps(image.width, window.fullWidth, window.left, window.width);
    const auto rows = filterTaps(image.height, window.fullHeight, window.top, window.height);

    // Pillow's order: columns first, and only the input rows that the second pass reads. It skips an axis
    // that keeps its size; here the filter is then one weight of 1, which changes nothing either.
    const auto firstRow = rows.front().first;
    const auto lastRow = rows.back().first + static_cast<std::int64_t>(rows.back().weights.size());
    const std::int64_t stride = static_cast<std::int64_t>(window.width) * 3;
    std::vector<std::uint8_t> narrowed(static_cast<std::size_t>((lastRow - firstRow) * stride));
    for (auto y = firstRow; y < lastRow; ++y) {
        const auto* line = image.rgb.data() + y * image.width * std::int64_t{3};
        auto* out = narrowed.data() + (y - firstRow) * stride;
        for (const auto& tap : columns) {
            resample(tap.weights, line + tap.first * 3, 3, out);
            out += 3;
        }
    }

    Image result;
    result.width = window.width;
    result.height = window.height;
    result.rgb.resize(static_cast<std::size_t>(window.height) * static_cast<std::size_t>(stride));
    auto* out = result.rgb.data();
    for (const auto& tap : rows)
        for (std::int64_t x = 0; x < stride; x += 3, out += 3)
            resample(tap.weights, narrowed.data() + (tap.first - firstRow) * stride + x, stride, out);
    return result;
}

}  // namespace afa
