#pragma once
#include <CLI/CLI.hpp>
#include <charconv>
#include <string>

#include "core/engine/requests.h"

namespace afa::cli {

/// --device, --precision, --threads of every subcommand that computes.
inline void addComputeOptions(CLI::App& app, ComputeSettings& compute) {
    app.add_option("--device", compute.device, "auto | cpu | cuda[:I]")->capture_default_str();
    app.add_option("--precision", compute.precision, "auto | fp32 | bf16 | fp16")->capture_default_str();
    app.add_option("--threads", compute.threads, "CPU threads; 0 = one per physical core")
        ->capture_default_str();
}

/// An option that may repeat, with one value each time: what follows a value is not taken for another.
template <typename Values>
CLI::Option* addRepeated(CLI::App& app, const std::string& name, Values& values, const std::string& help) {
    return app.add_option(name, values, help)->take_all()->expected(1)->allow_extra_args(false);
}

/// Decimal digits of a number below 2^64: CLI11 takes a minus sign, too many digits, and octal.
inline CLI::Validator wholeSeed() {
    return CLI::Validator(
        [](std::string& text) {
            std::uint64_t seed = 0;
            const char* end = text.data() + text.size();
            const auto [stopped, error] = std::from_chars(text.data(), end, seed);
            if (error != std::errc() || stopped != end)
                return "\"" + text + "\"; expected a whole number from 0 to 2^64 - 1";
            text = std::to_string(seed);
            return std::string();
        },
        "");
}

}  // namespace afa::cli
