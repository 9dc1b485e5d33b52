#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace afa {

/// The `parameters` text of AUTOMATIC1111's web UI (modules/infotext_utils.py): prompt, negative prompt, and
/// a line of `Key: value` pairs, values with commas or colons in JSON quotes. Extensions add lines of their
/// own behind it (`Template: ..`); they are fields too.
struct A1111Parameters {
    std::string prompt;
    std::string negativePrompt;
    std::vector<std::pair<std::string, std::string>> fields;  ///< in order
    bool hasNegativePrompt = false;                           ///< where read: the text has such a line
};
std::string formatA1111(const A1111Parameters& parameters);
A1111Parameters parseA1111(
    const std::string& text);  ///< never throws: what cannot be parsed stays in the prompt

}  // namespace afa
