#include "core/text/clip_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace afa {
namespace {

constexpr std::array<std::u32string_view, 7> kContractions{U"'s", U"'t",  U"'re", U"'ve",
                                                           U"'m", U"'ll", U"'d"};
constexpr std::array<std::u32string_view, 2> kMarkers{U"<|startoftext|>", U"<|endoftext|>"};

bool startsWith(std::span<const TextUnit> text, std::u32string_view what) {
    return text.size() >= what.size() &&
           std::equal(what.begin(), what.end(), text.begin(),
                      [](char32_t code, const TextUnit& unit) { return code == unit.code; });
}

template <std::size_t N>
std::size_t matchOneOf(std::span<const TextUnit> text, const std::array<std::u32string_view, N>& choices) {
    for (const std::u32string_view choice : choices)
        if (startsWith(text, choice)) return choice.size();
    return 0;
}

/// Length of the run of the first unit's class; numbers stand alone.
std::size_t matchRun(std::span<const TextUnit> text) {
    const CharClass first = charClass(text.front().code);
    if (first == CharClass::Number) return 1;
    const auto end = std::find_if(text.begin() + 1, text.end(),
                                  [&](const TextUnit& unit) { return charClass(unit.code) != first; });
    return static_cast<std::size_t>(end - text.begin());
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> splitClipWords(std::span<const TextUnit> text) {
    std::vector<std::pair<std::size_t, std::size_t>> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto rest = text.subspan(at);
        if (charClass(rest.front().code) == CharClass::Space) {
            ++at;
            continue;
        }
        if (const std::size_t marker = matchOneOf(rest, kMarkers)) {
            for (const std::size_t end = at + marker; at < end;) {
                const std::size_t length = matchRun(text.subspan(at, end - at));
                words.emplace_back(at, at + length);
                at += length;
            }
            continue;
        }
        std::size_t length = matchOneOf(rest, kContractions);
        if (length == 0) length = matchRun(rest);
        words.emplace_back(at, at + length);
        at += length;
    }
    return words;
}

}  // namespace afa
