#pragma once
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/message.h"

namespace afa {

/// How models make a picture: a kind, and the model that runs where one runs alone.
struct Mode {
    enum class Kind { Afa, Single, BlockAverage, NoiseAverage, LastBlock, MagicFusion, Schedule, Merge };
    Kind kind = Kind::Afa;
    int model = 0;  ///< Single: its index

    bool operator==(const Mode&) const = default;
    std::string name() const;                   ///< "afa", "single:1", ..; parseMode() takes it back
    bool needsAggregator() const;               ///< an aggregator says how much each model counts
    bool leavesMaps() const;                    ///< how much each model counted can be recorded
    bool takes(std::string_view option) const;  ///< a field of GenerateRequest that only some modes take
};

/// What is known of a kind of mode, once for requests, comparisons, command line and window.
struct ModeRow {
    Mode::Kind kind;
    const char* name;   ///< Single's has the model's index behind it
    const char* title;  ///< on sheets; a model alone is titled by its own name
    bool needsAggregator;
    bool leavesMaps;
    std::string_view options;  ///< names of fields, a space between two
};

/// In the order of Mode::Kind, which is also that in which messages list them.
inline constexpr ModeRow kModes[]{
    {Mode::Kind::Afa, "afa", "AFA", true, true, "aggregator"},
    {Mode::Kind::Single, "single:", "single", false, false, ""},
    {Mode::Kind::BlockAverage, "block-average", "block average", false, false, ""},
    {Mode::Kind::NoiseAverage, "noise-average", "noise average", false, false, "noise-weights"},
    {Mode::Kind::LastBlock, "last-block", "last block", true, true, "aggregator"},
    {Mode::Kind::MagicFusion, "magicfusion", "MagicFusion", false, true,
     "magic-mode magic-t0 magic-k model-prompts"},
    {Mode::Kind::Schedule, "schedule", "schedule", false, false, "schedule"},
    {Mode::Kind::Merge, "merge", "merge", false, false, "merge merge-recipe"},
};

constexpr const ModeRow& rowOf(Mode::Kind kind) {
    return kModes[static_cast<std::size_t>(kind)];
}
static_assert([] {
    for (std::size_t i = 0; i < std::size(kModes); ++i)
        if (kModes[i].kind != static_cast<Mode::Kind>(i)) return false;
    return true;
}());

/// Nothing where no mode has this name.
std::optional<Mode> parseMode(std::string_view name);
/// The first mode that takes the option; nullptr where it belongs to no mode in particular.
const ModeRow* modeOfOption(std::string_view option);
/// "afa, single:I, .. or merge".
Message modeChoices();

}  // namespace afa
