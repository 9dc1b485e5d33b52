#include "core/base/mode.h"

#include <algorithm>
#include <charconv>

namespace afa {
namespace {

constexpr std::size_t kMostDigits = 3;  // of a model's index

bool names(std::string_view options, std::string_view option) {
    while (!options.empty()) {
        const auto end = std::min(options.find(' '), options.size());
        if (options.substr(0, end) == option) return true;
        options.remove_prefix(std::min(end + 1, options.size()));
    }
    return false;
}

}  // namespace

std::string Mode::name() const {
    return rowOf(kind).name + (kind == Kind::Single ? std::to_string(model) : std::string());
}

bool Mode::needsAggregator() const {
    return rowOf(kind).needsAggregator;
}

bool Mode::leavesMaps() const {
    return rowOf(kind).leavesMaps;
}

bool Mode::takes(std::string_view option) const {
    return names(rowOf(kind).options, option);
}

std::optional<Mode> parseMode(std::string_view name) {
    for (const auto& row : kModes)
        if (row.kind != Mode::Kind::Single && name == row.name) return Mode{row.kind};
    const std::string_view single = rowOf(Mode::Kind::Single).name;
    if (!name.starts_with(single)) return {};
    const auto index = name.substr(single.size());
    if (index.empty() || index.size() > kMostDigits ||
        !std::all_of(index.begin(), index.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    Mode mode{Mode::Kind::Single};
    std::from_chars(index.data(), index.data() + index.size(), mode.model);
    return mode;
}

const ModeRow* modeOfOption(std::string_view option) {
    const auto* row = std::find_if(std::begin(kModes), std::end(kModes),
                                   [&](const ModeRow& mode) { return names(mode.options, option); });
    return row == std::end(kModes) ? nullptr : row;
}

Message modeChoices() {
    std::string names, last;
    for (const auto& row : kModes) {
        if (!last.empty()) names += (names.empty() ? "" : ", ") + last;
        last = row.name;
        if (row.kind == Mode::Kind::Single) last += 'I';
    }
    return Message::of("%1 or %2", names, last);
}

}  // namespace afa
