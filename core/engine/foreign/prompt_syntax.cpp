#include "core/engine/foreign/prompt_syntax.h"

#include <algorithm>

namespace afa {
namespace {

constexpr std::size_t kMostTold = 8;
constexpr std::size_t kSearched = 1 << 16;   // bytes of a prompt
constexpr std::size_t kLongestGroup = 2000;  // bytes; keeps the search for the end of a group short

char closing(char open) {
    switch (open) {
        case '(':
            return ')';
        case '[':
            return ']';
        case '{':
            return '}';
        case '<':
            return '>';
        default:
            return '\0';
    }
}

/// The length of the group of brackets at the text's front, 0 where it does not end. `\(` is a letter.
std::size_t groupLength(std::string_view text) {
    const char open = text.front(), close = closing(open);
    int depth = 0;
    for (std::size_t i = 0; i < std::min(text.size(), kLongestGroup); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == open)
            ++depth;
        else if (text[i] == close && --depth == 0)
            return i + 1;
    }
    return 0;
}

/// The length of a word at the text's front that is not a word: a textual inversion, a break.
std::size_t wordLength(std::string_view text) {
    const auto end = std::min(text.find_first_of(" ,\n\t()[]"), text.size());
    const auto word = text.substr(0, end);
    constexpr std::string_view kEmbedding = "embedding:";
    return word == "BREAK" || (word.starts_with(kEmbedding) && word.size() > kEmbedding.size()) ? end : 0;
}

}  // namespace

std::vector<std::string> unknownPromptSyntax(std::string_view prompt) {
    std::vector<std::string> found;
    prompt = prompt.substr(0, kSearched);
    bool wordBegins = true;
    for (std::size_t at = 0; at < prompt.size() && found.size() < kMostTold;) {
        const auto rest = prompt.substr(at);
        std::size_t length = 0;
        if (rest.front() == '\\') {
            at += 2;
            continue;
        }
        if (closing(rest.front()) != '\0')
            length = groupLength(rest);
        else if (wordBegins)
            length = wordLength(rest);
        const bool tag = rest.front() == '<' && rest.substr(0, length).find(':') == std::string_view::npos;
        if (length > 0 && !tag) found.emplace_back(rest.substr(0, length));
        wordBegins = std::string_view(" ,\n\t").find(rest.front()) != std::string_view::npos;
        at += std::max<std::size_t>(length, 1);
    }
    return found;
}

}  // namespace afa
