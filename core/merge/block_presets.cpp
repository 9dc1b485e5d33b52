#include "core/merge/block_presets.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/merge/recipe_error.h"

namespace afa {
namespace {

constexpr std::string_view kReverse = "REVERSE_";
constexpr std::size_t kBlocks = 25;  // of Stable Diffusion 1.x, for which the presets below were named

/// Share of block i of n.
struct Preset {
    const char* name;
    bool anyCount;  ///< defined for other numbers of blocks than 25
    double (*share)(std::size_t i, std::size_t n);
};

/// 1, 11/12, .., 1/12 | 0 | 1/12, .., 1 for 25 blocks.
double gradient(std::size_t i, std::size_t n) {
    const std::size_t middleBlock = n / 2;
    const auto middle = static_cast<double>(middleBlock);
    return std::abs(middle - static_cast<double>(i)) / middle;
}

/// 0 to 1 along the blocks.
double along(std::size_t i, std::size_t n) {
    return static_cast<double>(i) / static_cast<double>(n - 1);
}

template <std::size_t Ends>
double wrap(std::size_t i, std::size_t n) {
    return i < Ends || i + Ends >= n ? 1.0 : 0.0;
}

template <std::size_t Last>
double out(std::size_t i, std::size_t n) {
    return i + Last >= n ? 1.0 : 0.0;
}

double ring(std::size_t i, std::size_t n) {
    const std::size_t fromEnd = std::min(i, n - 1 - i);
    if (fromEnd == 5 || fromEnd == 9) return 0.5;
    return fromEnd > 5 && fromEnd < 9 ? 1.0 : 0.0;
}

template <int Percent>
double flat(std::size_t, std::size_t) {
    return Percent / 100.0;
}

constexpr Preset kPresets[] = {
    {"GRAD_V", true, gradient},
    {"GRAD_A", true, [](std::size_t i, std::size_t n) { return 1.0 - gradient(i, n); }},
    {"FLAT_25", true, flat<25>},
    {"FLAT_50", true, flat<50>},
    {"FLAT_75", true, flat<75>},
    {"WRAP08", false, wrap<4>},
    {"WRAP12", false, wrap<6>},
    {"WRAP14", false, wrap<7>},
    {"WRAP16", false, wrap<8>},
    // Stages 6 to 19, counted from 1.
    {"MID12_50", false, [](std::size_t i, std::size_t) { return i >= 5 && i <= 18 ? 0.5 : 0.0; }},
    {"OUT07", false, out<7>},
    {"OUT12", false, out<12>},
    {"RING08_SOFT", false, ring},
    {"SMOOTHSTEP", true,
     [](std::size_t i, std::size_t n) {
         const double x = along(i, n);
         return 3 * x * x - 2 * x * x * x;
     }},
    {"COSINE", true,
     [](std::size_t i, std::size_t n) { return (1 + std::cos(std::numbers::pi * along(i, n))) / 2; }},
    {"ALL_A", true, flat<0>},
    {"ALL_B", true, flat<100>},
};

const Preset* find(std::string_view name) {
    const auto* found = std::find_if(std::begin(kPresets), std::end(kPresets),
                                     [&](const Preset& preset) { return name == preset.name; });
    return found == std::end(kPresets) ? nullptr : found;
}

std::string_view withoutReverse(std::string_view name) {
    return name.starts_with(kReverse) ? name.substr(kReverse.size()) : name;
}

}  // namespace

std::vector<std::string> blockPresetNames() {
    std::vector<std::string> names;
    for (const std::string_view prefix : {std::string_view(), kReverse})
        for (const auto& preset : kPresets)
            names.push_back(std::string(prefix) + preset.name);
    return names;
}

bool isBlockPreset(std::string_view name) {
    return find(withoutReverse(name)) != nullptr;
}

std::vector<double> blockPreset(std::string_view name, std::size_t blocks) {
    const Preset* preset = find(withoutReverse(name));
    if (!preset) {
        std::string known;
        for (const auto& each : kPresets)
            known += (known.empty() ? "" : ", ") + std::string(each.name);
        throw RecipeError(Message::of(
            "block weight preset \"%1\": expected one of %2, or REVERSE_ before one", name, known));
    }
    if (blocks < 3 || (!preset->anyCount && blocks != kBlocks))
        throw RecipeError(
            Message::of("block weight preset %1 names certain ones of %2 blocks, these models have %3; give "
                        "the weights as numbers",
                        name, kBlocks, blocks));
    std::vector<double> weights;
    for (std::size_t i = 0; i < blocks; ++i)
        weights.push_back(preset->share(i, blocks));
    if (name.starts_with(kReverse)) std::reverse(weights.begin(), weights.end());
    return weights;
}

}  // namespace afa
