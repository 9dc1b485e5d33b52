#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace afa {

/// A code point of a normalised text and where in the original it came from.
struct TextUnit {
    char32_t code = 0;
    std::size_t origin = 0;  ///< byte offset of its first original byte
};

/// What transformers' CLIPTokenizer does to a text before it splits it: NFC; each run of whitespace becomes
/// one space; lower case letter by letter. Bytes that are not UTF-8 become U+FFFD first, one for each maximal
/// subpart. `base` is added to every origin.
std::vector<TextUnit> normalizeForClip(std::string_view utf8, std::size_t base = 0);

/// The classes of CLIP's regular expression: \s, \p{L}, \p{N} and what is none of them.
enum class CharClass : std::uint8_t { Other, Space, Letter, Number };
CharClass charClass(char32_t code);

}  // namespace afa
