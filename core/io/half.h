#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/io/tensor_file.h"

namespace afa {

/// IEEE 754 binary32 -> binary16, round to nearest even, without branches so that loops over it vectorise.
constexpr std::uint16_t roundToHalf(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    // Rebias the exponent by 127 - 15 and round the 13 bits that fall off; a carry runs into the exponent.
    const std::uint32_t normal = (magnitude - (112U << 23) + 0xFFFU + ((magnitude >> 13) & 1U)) >> 13;
    // The spacing of floats at 0.5 is 2^-24, that of half's subnormals: the addition rounds.
    const std::uint32_t subnormal =
        std::bit_cast<std::uint32_t>(std::bit_cast<float>(magnitude) + 0.5F) - 0x3F000000U;
    constexpr std::uint32_t kSmallestNormal = 0x38800000U, kPastLargest = 0x47800000U,
                            kInfinity = 0x7F800000U;
    std::uint32_t half = magnitude < kSmallestNormal ? subnormal : normal;
    half = magnitude >= kPastLargest ? 0x7C00U : half;
    half = magnitude > kInfinity ? 0x7E00U : half;
    return static_cast<std::uint16_t>(half | ((bits >> 16) & 0x8000U));
}

constexpr float widenHalf(std::uint16_t half) {
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000U) << 16;
    const std::uint32_t magnitude = static_cast<std::uint32_t>(half & 0x7FFFU) << 13;
    if (magnitude >= 0x7C00U << 13)  // infinity, NaN
        return std::bit_cast<float>(sign | magnitude | 0x7F800000U);
    // Rebias the exponent by 127 - 15. A subnormal half takes an exponent whose difference gives its value:
    // no float on the way is subnormal, since torch may have told the processor to take those as zero.
    const float normal = std::bit_cast<float>(magnitude + (112U << 23));
    const float subnormal = std::bit_cast<float>(magnitude + (113U << 23)) - 0x1p-14F;
    const float value = magnitude < (1U << 23) ? subnormal : normal;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(value) | sign);
}

constexpr float widenBfloat16(std::uint16_t bits) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

/// binary32 -> bfloat16, round to nearest even.
constexpr std::uint16_t roundToBfloat16(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t rounded = (bits + 0x7FFFU + ((bits >> 16) & 1U)) >> 16;
    constexpr std::uint32_t kInfinity = 0x7F800000U;
    return static_cast<std::uint16_t>((bits & 0x7FFFFFFFU) > kInfinity ? 0x7FC0U : rounded);
}

/// The values in row-major order without gaps, in their own type: the view's own bytes where they lie so,
/// else gathered into `buffer`.
std::span<const std::byte> rowMajorBytes(const TensorView& view, std::vector<std::byte>& buffer);

}  // namespace afa
