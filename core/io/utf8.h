#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace afa {

/// The code points of a UTF-8 text; nullopt where it is not valid (overlong, surrogates, past U+10FFFF).
std::optional<std::u32string> decodeUtf8(std::string_view text);
void appendUtf8(std::string& out, char32_t code);  ///< a valid code point
std::string utf8FromLatin1(std::string_view text);
/// The text itself where it is valid, else taken as Latin-1 (file names may be of any bytes).
std::string toUtf8(std::string text);

}  // namespace afa
