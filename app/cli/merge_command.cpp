#include "app/cli/merge_command.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>

#include "app/cli/compute_options.h"
#include "app/cli/number_options.h"
#include "app/cli/progress_bar.h"
#include "core/base/log.h"
#include "core/engine/engine.h"

namespace afa::cli {
namespace {

namespace json = boost::json;

void printResult(const MergeRequest& request, const MergeResult& result) {
    json::array parents;
    for (const auto& parent : result.parents)
        parents.push_back({{"file", parent.file.string()}, {"name", parent.name}, {"sha256", parent.sha256}});
    std::cout << json::serialize(json::object{{"output", request.output.string()},
                                              {"parents", std::move(parents)},
                                              {"dropped", result.dropped},
                                              {"seconds", result.seconds}})
              << std::endl;
}

}  // namespace

void MergeCommand::declare(CLI::App& app) {
    auto& r = request_;
    addRepeated(app, "--model", r.models, "base checkpoint (repeat; the order is that of the weights)");
    app.add_option("--method", r.method, "weighted | add-difference | mbw (default: mbw with block weights)");
    addNumbers(app, "--weights", r.weights,
               "weighted: one per model (default: equal); add-difference: the amount");
    app.add_option("--block-weights", r.blockWeights,
                   "mbw: a preset, or the second model's share of every block: 25 numbers (26: base first)");
    addNumbers(app, "--base-weight", r.baseWeight,
               "mbw: the second model's share of text encoder and VAE (default 0)");
    app.add_option("--recipe", r.recipe,
                   "recipe (.json), maps' block weights, or a text of 25 or 26 numbers");
    app.add_option("--vae", r.vae, "merged | model:I | path of a model or VAE (default: merged)");
    app.add_option("--type", r.type, "same | fp16 | bf16 | fp32 | fp64 (default: the first model's)");
    app.add_option("--to", target_, "single-file | diffusers")
        ->check(CLI::IsMember({"single-file", "diffusers"}))
        ->capture_default_str();
    app.add_option("--output", r.output, "file (or, with --to diffusers, directory) to write");
    app.add_option("--save-recipe", r.savedRecipe, "write the recipe: .json, or .txt for a line of numbers");
    app.add_option("--threads", r.threads, "CPU threads; 0 = one per core")->capture_default_str();
    app.add_flag("--list-presets", listPresets_, "print the names of the block weight presets and stop");
    app.add_flag("--json", json_, "one JSON object on stdout (--search: one per trial, and the result)");
    search_.declare(app);
}

int MergeCommand::run(std::stop_token stop) {
    if (listPresets_) {
        for (const auto& name : mergePresets())
            std::cout << name << "\n";
        return 0;
    }
    if (search_.wanted()) {
        MergeSearchRequest shared;
        shared.models = request_.models;
        shared.vae = request_.vae;
        shared.output = request_.output;
        shared.compute.threads = request_.threads;
        return search_.run(shared, json_, stop);
    }
    request_.diffusers = target_ == "diffusers";
    ProgressBar bar;
    Engine engine;
    const auto result =
        engine.merge(request_, TaskControl(stop, [&](const Progress& progress) { bar.show(progress); }));
    bar.clear();
    for (const auto& warning : result.warnings)
        logWarning(warning.english());
    if (json_)
        printResult(request_, result);
    else
        std::cout << request_.output.string() << std::endl;
    return 0;
}

}  // namespace afa::cli
