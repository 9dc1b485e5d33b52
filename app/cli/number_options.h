#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "core/base/numbers.h"

namespace afa::cli {

/// A list of numbers separated by commas. One whose commas may be decimal signs is refused: it would be other
/// numbers than were meant.
inline CLI::Option* addNumbers(CLI::App& app, const std::string& name, std::vector<double>& values,
                               const std::string& help) {
    return app
        .add_option_function<std::vector<std::string>>(
            name,
            [&values, name](const std::vector<std::string>& words) {
                std::string text;
                for (const auto& word : words)
                    text += (text.empty() ? "" : " ") + word;
                if (const auto found = decimalComma(text); !found.empty())
                    throw CLI::ValidationError(name, decimalCommaMessage(found).english());
                auto numbers = parseNumbers(text);
                if (!numbers)
                    throw CLI::ValidationError(name, "\"" + text + "\"; expected numbers such as 0.25,0.75");
                values = *std::move(numbers);
            },
            help)
        ->type_name("FLOAT ...");
}

}  // namespace afa::cli
