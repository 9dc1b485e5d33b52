#include "app/cli/capability_command.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>

#include "app/cli/compute_options.h"
#include "app/cli/progress_bar.h"
#include "core/base/log.h"
#include "core/engine/engine.h"

namespace afa::cli {
namespace {

namespace json = boost::json;

void printTable(const CapabilityResult& result) {
    for (const auto& row : result.rows) {
        std::cout << fmt::format("timestep {}\n", row.timestep);
        for (std::size_t i = 0; i < result.models.size(); ++i)
            std::cout << fmt::format("  {} {:<24} squared error {:.6f}   best at {:5.1f}% of the positions\n",
                                     i, result.models[i], row.errors[i], row.shares[i] * 100);
    }
    std::cout << result.sheet.string() << "\n"
              << result.tensors.string() << "\n"
              << result.csv.string() << std::endl;
}

void printJson(const CapabilityResult& result) {
    json::array rows;
    for (const auto& row : result.rows)
        rows.push_back({{"timestep", row.timestep},
                        {"errors", json::value_from(row.errors)},
                        {"win_shares", json::value_from(row.shares)}});
    std::cout << json::serialize(json::object{{"models", json::value_from(result.models)},
                                              {"timesteps", std::move(rows)},
                                              {"sheet", result.sheet.string()},
                                              {"tensors", result.tensors.string()},
                                              {"csv", result.csv.string()}})
              << std::endl;
}

}  // namespace

void CapabilityCommand::declare(CLI::App& app) {
    auto& r = request_;
    addRepeated(app, "--model", r.models, "base checkpoint (repeat)")->required();
    app.add_option("--image", r.image, "picture; its middle square is measured")->required();
    app.add_option("--prompt", r.prompt, "what the picture shows");
    app.add_option("--timesteps", r.timesteps, "noise levels, 0 to 999, separated by commas")
        ->delimiter(',')
        ->capture_default_str();
    app.add_option("--noise-samples", r.noiseSamples, "noise samples to average over")->capture_default_str();
    app.add_option("--size", r.size, "pixels, square (default: the models' own)");
    app.add_option("--host", r.host, "index of the model whose VAE and tokenizer serve all")
        ->capture_default_str();
    app.add_option("--vae", r.vae, "VAE of another model, a VAE directory or file");
    app.add_option("--seed", r.seed, "of the noise")->transform(wholeSeed())->capture_default_str();
    app.add_option("--output", r.output, "folder for capability.png, .safetensors and .csv")
        ->capture_default_str();
    addComputeOptions(app, r.compute);
    app.add_flag("--json", json_, "one JSON object on stdout");
}

int CapabilityCommand::run(std::stop_token stop) {
    ProgressBar bar;
    EvaluationEvents events;
    events.warning = [&](const Message& message) {
        bar.clear();
        logWarning(message.english());
    };
    Engine engine({.keepModels = false});
    const auto result = engine.capability(
        request_, events, TaskControl(stop, [&](const Progress& progress) { bar.show(progress); }));
    bar.clear();
    if (json_)
        printJson(result);
    else
        printTable(result);
    return 0;
}

}  // namespace afa::cli
