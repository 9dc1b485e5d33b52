#include "app/cli/screen_command.h"

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

void printTable(const ScreenResult& result) {
    std::cout << fmt::format("{} pictures, squared error of the predicted noise:\n", result.pictures);
    for (std::size_t i = 0; i < result.models.size(); ++i) {
        const auto& model = result.models[i];
        std::cout << fmt::format("  {} {:<24} {:.6f}   best at {:5.1f}% of the positions{}\n", i, model.name,
                                 model.error, model.winShare * 100,
                                 static_cast<int>(i) == result.best ? "   best single model" : "");
    }
    std::cout << fmt::format("    {:<24} {:.6f}\n", "plain mean", result.meanError)
              << fmt::format("    {:<24} {:.6f}   the winner of other noise at every position\n", "routed",
                             result.routedError);
    std::cout << "Timestep, error of the best single model, routing gain:\n";
    for (const auto& row : result.timesteps)
        std::cout << fmt::format("  {:>4}  {:.6f}  {:6.2f}%\n", row.timestep, row.bestError, row.gain * 100);
    std::cout << "Weight cosine:\n";
    for (const auto& pair : result.pairs)
        std::cout << fmt::format("  {} {}  {:.6f}{}\n", pair.a, pair.b, pair.cosine,
                                 pair.same ? "  the same model" : "");
    std::cout << "Recommendation: " << result.recommendation.english() << std::endl;
}

void printJson(const ScreenResult& result) {
    json::array models, pairs, timesteps;
    for (const auto& model : result.models)
        models.push_back({{"name", model.name}, {"error", model.error}, {"win_share", model.winShare}});
    for (const auto& pair : result.pairs)
        pairs.push_back({{"a", pair.a}, {"b", pair.b}, {"cosine", pair.cosine}, {"same", pair.same}});
    for (const auto& row : result.timesteps)
        timesteps.push_back({{"timestep", row.timestep},
                             {"pictures", row.pictures},
                             {"best_error", row.bestError},
                             {"gain", row.gain}});
    std::cout << json::serialize(json::object{{"pictures", result.pictures},
                                              {"models", std::move(models)},
                                              {"best", result.best},
                                              {"mean_error", result.meanError},
                                              {"routed_error", result.routedError},
                                              {"gain", result.gain},
                                              {"interval_95", {result.low, result.high}},
                                              {"timesteps", std::move(timesteps)},
                                              {"weight_cosines", std::move(pairs)},
                                              {"worth_training", result.worthTraining},
                                              {"recommendation", result.recommendation.english()}})
              << std::endl;
}

}  // namespace

void ScreenCommand::declare(CLI::App& app) {
    auto& r = request_;
    addRepeated(app, "--model", r.models, "candidate base checkpoint (repeat)")->required();
    addRepeated(app, "--data", r.data, "captioned pictures: manifest or folder (repeat)")->required();
    app.add_option("--samples", r.samples, "pictures, drawn from the data")->capture_default_str();
    app.add_option("--noise-samples", r.noiseSamples, "noise samples per picture, 2 or more")
        ->capture_default_str();
    app.add_option("--timesteps", r.timesteps, "timesteps, spread evenly; a picture is measured at one")
        ->capture_default_str();
    app.add_option("--size", r.size, "pixels, square (default: the models' own)");
    app.add_option("--host", r.host, "index of the model whose VAE and tokenizer serve all")
        ->capture_default_str();
    app.add_option("--max-bad", r.maxBad, "share of unusable pictures that is passed over")
        ->capture_default_str();
    app.add_option("--seed", r.seed, "of everything random")->transform(wholeSeed())->capture_default_str();
    addComputeOptions(app, r.compute);
    app.add_flag("--json", json_, "one JSON object on stdout");
}

int ScreenCommand::run(std::stop_token stop) {
    ProgressBar bar;
    EvaluationEvents events;
    events.warning = [&](const Message& message) {
        bar.clear();
        logWarning(message.english());
    };
    Engine engine({.keepModels = false});
    const auto result = engine.screen(
        request_, events, TaskControl(stop, [&](const Progress& progress) { bar.show(progress); }));
    bar.clear();
    if (json_)
        printJson(result);
    else
        printTable(result);
    return 0;
}

}  // namespace afa::cli
