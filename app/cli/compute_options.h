#pragma once
#include <CLI/CLI.hpp>

#include "core/engine/requests.h"

namespace afa::cli {

/// --device, --precision, --threads of every subcommand that computes.
inline void addComputeOptions(CLI::App& app, ComputeSettings& compute) {
    app.add_option("--device", compute.device, "auto | cpu | cuda[:I]")->capture_default_str();
    app.add_option("--precision", compute.precision, "auto | fp32 | bf16 | fp16")->capture_default_str();
    app.add_option("--threads", compute.threads, "CPU threads; 0 = one per physical core")
        ->capture_default_str();
}

}  // namespace afa::cli
