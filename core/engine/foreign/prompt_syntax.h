#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace afa {

/// The parts of a prompt that other programs do not take as words and this one does: `(word:1.2)`,
/// `((word))`,
/// `[word]`, `{word}`, `<lora:name:0.8>`, `embedding:name`, BREAK. At most a few, in their order.
std::vector<std::string> unknownPromptSyntax(std::string_view prompt);

}  // namespace afa
