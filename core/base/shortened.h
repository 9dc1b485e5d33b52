#pragma once
#include <cstddef>
#include <string>

namespace afa {

/// A person's text inside a message: its middle left out where it is longer than `most` bytes, never within a
/// letter of several bytes (UTF-8).
inline std::string shortened(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    const auto inLetter = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    auto head = most * 2 / 3, tail = text.size() - most / 3;
    while (head > 0 && inLetter(head))
        --head;
    while (tail < text.size() && inLetter(tail))
        ++tail;
    return text.substr(0, head) + " [..] " + text.substr(tail);
}

/// A value that was given, as messages repeat it: in quotes, and not at full length.
inline std::string quoted(const std::string& text) {
    constexpr std::size_t kMost = 80;
    return "\"" + shortened(text, kMost) + "\"";
}

}  // namespace afa
