#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace afa::cli {

/// The name that `given` most likely was meant to be, at most a third of its letters away; "" for none.
std::string nearestName(const std::string& given, const std::vector<std::string>& names);

/// What is wrong with a command line, in words: the parser's, with the nearest option of `command` for a
/// misspelt one, a word about decimal commas, and long values cut.
std::string usageMessage(const CLI::ParseError& error, const CLI::App& command);

}  // namespace afa::cli
