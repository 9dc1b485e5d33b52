#include "app/cli/merge_search.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fstream>
#include <iostream>

#include "app/cli/compute_options.h"
#include "app/cli/progress_bar.h"
#include "core/base/log.h"
#include "core/engine/engine.h"
#include "core/engine/output_names.h"

namespace afa::cli {
namespace {

namespace bj = boost::json;

/// One prompt a line; blank lines are passed over.
std::vector<std::string> readPrompts(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<std::string> prompts;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.find_first_not_of(" \t") != std::string::npos) prompts.push_back(line);
    }
    if (!file.eof())
        throw FileError(Message::of("%1: expected a text file of prompts, found none to read%2", path,
                                    unexpandedHome(path)));
    if (prompts.empty()) throw FileError(Message::of("%1: expected a prompt in each line, found none", path));
    return prompts;
}

bj::object trialObject(const MergeSearchTrial& trial) {
    return {{"trial", trial.trial},
            {"at_most", trial.atMost},
            {"score", trial.score},
            {"base", trial.baseShare},
            {"blocks", bj::value_from(trial.blockShares)},
            {"best_score", trial.bestScore},
            {"best_trial", trial.bestTrial}};
}

}  // namespace

void MergeSearchOptions::declare(CLI::App& app) {
    auto& r = request_;
    auto* search =
        app.add_flag("--search", search_,
                     "look for the block weights of two models that score best (autoMBW); --output "
                     "is a folder")
            ->group("Search");
    for (const char* name : {"--method", "--weights", "--block-weights", "--base-weight", "--recipe",
                             "--type", "--to", "--save-recipe"})
        app.get_option(name)->excludes(search);
    auto* resume = app.add_flag("--resume", r.resume, "go on with the search in --output")
                       ->needs(search)
                       ->group("Search");
    for (const char* name : {"--model", "--vae"})
        app.get_option(name)->excludes(resume);
    const auto own = [&](CLI::Option* option) {
        option->needs(search)->excludes(resume)->group("Search");
        return option;
    };
    own(addRepeated(app, "--data", r.data,
                    "score by the error on captioned pictures: manifest or folder (repeat)"));
    own(app.add_option("--samples", r.samples, "pictures of the data"))->capture_default_str();
    own(app.add_option("--noise-samples", r.noiseSamples, "noise samples per picture"))
        ->capture_default_str();
    own(app.add_option("--timesteps", r.timesteps, "timesteps, spread evenly; a picture is measured at one"))
        ->capture_default_str();
    own(app.add_option("--max-bad", r.maxBad, "share of unusable pictures that is passed over"))
        ->capture_default_str();
    own(app.add_option("--scorer-command", r.scorerCommand,
                       "score pictures by a command: it gets two more arguments, prompt and PNG file, and "
                       "prints a number, the higher the better"));
    own(app.add_option("--scorer-timeout", r.scorerTimeout, "seconds the command may take for a picture"))
        ->capture_default_str();
    own(addRepeated(app, "--prompt", r.prompts, "what to draw (repeat)"));
    own(app.add_option("--prompts", promptsFile_, "text file with a prompt in each line"));
    own(app.add_option("--negative-prompt", r.negativePrompt, "what to steer away from"));
    own(app.add_option("--seed", r.seed, "of everything random"))
        ->transform(wholeSeed())
        ->capture_default_str();
    own(app.add_option("--seeds", r.seeds, "pictures per prompt, with seeds seed, seed + 1, .."))
        ->capture_default_str();
    own(app.add_option("--width", r.width, "pixels (default: the models' own)"))->check(CLI::PositiveNumber);
    own(app.add_option("--height", r.height, "pixels (default: the models' own)"))
        ->check(CLI::PositiveNumber);
    own(app.add_option("--steps", r.steps, "sampler steps"))->capture_default_str();
    own(app.add_option("--cfg", r.cfg, "guidance scale"))->capture_default_str();
    own(app.add_option("--sampler", r.sampler, "ddim | pndm | dpmpp-2m | euler | euler-a"))
        ->capture_default_str();
    own(app.add_option("--line", r.line, "linear | binary-mid: how one share is searched"))
        ->capture_default_str();
    auto* pairs = own(app.add_flag("--pairs", pairs_, "IN blocks together with their OUT blocks (default)"));
    own(app.add_flag("--single", single_, "every block for itself"))->excludes(pairs);
    own(app.add_option("--passes", r.passes, "combined by their mean"))->capture_default_str();
    own(app.add_option("--start", r.start, "share of everything at first: 0, 0.1, .. 1"))
        ->capture_default_str();
    app.add_option("--device", r.compute.device, "auto | cpu | cuda[:I]")
        ->capture_default_str()
        ->needs(search)
        ->group("Search");
    app.add_option("--precision", r.compute.precision, "auto | fp32 | bf16 | fp16")
        ->capture_default_str()
        ->needs(search)
        ->group("Search");
}

int MergeSearchOptions::run(const MergeSearchRequest& shared, bool json, std::stop_token stop) {
    auto request = request_;
    request.models = shared.models;
    if (!shared.vae.empty()) request.vae = shared.vae;
    request.output = shared.output;
    request.compute.threads = shared.compute.threads;
    request.pairs = !single_;
    if (!promptsFile_.empty())
        for (auto& prompt : readPrompts(promptsFile_))
            request.prompts.push_back(std::move(prompt));

    ProgressBar bar;
    std::string running;
    MergeSearchEvents events;
    events.warning = [&](const Message& message) {
        bar.clear();
        logWarning(message.english());
    };
    events.trial = [&](const MergeSearchTrial& trial) {
        bar.clear();
        running = fmt::format("trial {} of at most {}: ", trial.trial + 1, trial.atMost);
        if (json)
            std::cout << bj::serialize(trialObject(trial)) << std::endl;
        else
            std::cout << fmt::format("trial {} of at most {}  score {:.6g}  best {:.6g} (trial {})",
                                     trial.trial, trial.atMost, trial.score, trial.bestScore, trial.bestTrial)
                      << std::endl;
    };
    Engine engine({.keepModels = true});
    const auto result =
        engine.searchMerge(request, events, TaskControl(std::move(stop), [&](const Progress& progress) {
                               bar.show({running + progress.phase, progress.done, progress.total});
                           }));
    bar.clear();
    if (json) {
        bj::object object{{"recipe", result.recipe.string()}, {"mean_recipe", result.meanRecipe.string()},
                          {"scores", result.scores.string()}, {"trials", result.trials.size()},
                          {"best", trialObject(result.best)}, {"mean", trialObject(result.mean)},
                          {"seconds", result.seconds}};
        if (!result.picture.empty()) object["picture"] = result.picture.string();
        std::cout << bj::serialize(object) << std::endl;
        return 0;
    }
    std::cout << fmt::format("{} trials; best score {:.6g} (trial {}), mean of the passes {:.6g}\n",
                             result.trials.size(), result.best.score, result.best.trial, result.mean.score)
              << result.recipe.string() << std::endl;
    return 0;
}

}  // namespace afa::cli
