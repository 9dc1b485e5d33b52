#pragma once
#include <charconv>
#include <string>
#include <string_view>

namespace afa {

/// The shortest text that reads back as the same number, whatever the locale: "7.5", "4".
inline std::string numberText(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

/// Without the white space (ASCII) at both ends.
inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\v\f";
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace afa
