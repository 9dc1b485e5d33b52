#include "app/cli/generate_command.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>

#include "app/cli/compute_options.h"
#include "app/cli/number_options.h"
#include "app/cli/progress_bar.h"
#include "core/base/log.h"
#include "core/engine/engine.h"

namespace afa::cli {
void GenerateCommand::declare(CLI::App& app) {
    auto& r = request_;
    addRepeated(app, "--model", r.models, "base checkpoint (repeat; the order matters)");
    app.add_option("--aggregator", r.aggregator, "SABW aggregator: native file or the authors' directory");
    app.add_flag("--allow-other-models", r.allowOtherModels,
                 "accept base models the aggregator was not trained with");
    app.add_option("--host", r.host, "index of the model whose VAE and tokenizer serve all")
        ->capture_default_str();
    app.add_option("--vae", r.vae, "VAE of another model, a VAE directory or file");
    app.add_option("--mode", r.mode,
                   "afa | single:I | block-average | noise-average | last-block | magicfusion | schedule | "
                   "merge (default: merge with a recipe, afa with an aggregator, block-average with several "
                   "models, single:0 with one)");
    app.add_option(
           "--compare", compared_,
           "modes side by side on one labelled sheet, from the same start noise: single (every model), "
           "merge, noise-average, block-average, last-block, magicfusion, schedule, afa")
        ->delimiter(',');
    addNumbers(app, "--noise-weights", r.noiseWeights, "noise-average: weights of the models");
    app.add_option("--schedule", r.schedule, "schedule: MODEL:FIRST-LAST,.. by step, such as 0:0-11,1:12-24");
    app.add_option("--merge", r.merge,
                   "merge the models by this recipe in memory (see afa merge; default models: the recipe's)");
    app.add_option("--magic-mode", r.magicMode, "magicfusion: 1 blends where t <= t0, 2 where t > t0")
        ->capture_default_str();
    app.add_option("--magic-t0", r.magicT0, "magicfusion: timestep t0")->capture_default_str();
    addNumbers(app, "--magic-k", r.magicK, "magicfusion: sharpness, one or one per model (default 1)");
    addRepeated(app, "--prompt", prompts_,
                "what to draw (default: nothing in particular; magicfusion: may repeat, one per model)");
    app.add_option("--negative-prompt", r.negativePrompt, "what to steer away from");
    app.add_option("--width", r.width, "pixels (default: the model's own)")->check(CLI::PositiveNumber);
    app.add_option("--height", r.height, "pixels (default: the model's own)")->check(CLI::PositiveNumber);
    app.add_option("--steps", r.steps, "sampler steps")->capture_default_str();
    app.add_option("--cfg", r.cfg, "guidance scale; 1 = without guidance")->capture_default_str();
    app.add_option("--sampler", r.sampler, "ddim | pndm | dpmpp-2m | euler | euler-a")->capture_default_str();
    app.add_flag("--karras", r.karras, "Karras noise levels (dpmpp-2m, euler)");
    app.add_option("--eta", r.eta, "DDIM's share of fresh noise, 0 to 1")->capture_default_str();
    app.add_option("--seed", r.seed, "first picture's seed (default: random, printed)")
        ->transform(wholeSeed());
    app.add_option("--count", r.count, "pictures, with seeds seed, seed + 1, ..")->capture_default_str();
    addComputeOptions(app, r.compute);
    app.add_option("--output", r.output,
                   "folder, or a file name ending in .png with one picture (--compare: of the sheet)")
        ->capture_default_str();
    app.add_flag("--no-metadata", noMetadata_, "leave the request out of the picture");
    app.add_flag("--json", json_, "one JSON object per picture on stdout");
    app.add_option("--maps", r.maps, "write the aggregation maps (.safetensors)");
    app.add_flag("--keep-maps", r.keepMaps,
                 "write each picture's maps beside it, as NAME.maps.safetensors (modes that leave maps)");
    app.add_option("--sheet", r.sheet, "write the maps as a sheet (.png, .svg)");
    app.add_option("--latents", r.latents, "start noise: tensor `latents` [count, 4, h, w] (.safetensors)");
    app.add_option("--trace", r.trace, "write everything computed (.safetensors)");
}

int GenerateCommand::run(std::stop_token stop) {
    request_.metadata = !noMetadata_;
    if (!prompts_.empty()) request_.prompt = prompts_.front();
    if (prompts_.size() > 1) request_.modelPrompts = prompts_;
    if (!compared_.empty()) return compare(stop);

    ProgressBar bar;
    GenerateEvents events;
    events.warning = [&](const std::string& message) {
        bar.clear();
        logWarning(message);
    };
    events.picture = [&](const GeneratedPicture& picture) {
        bar.clear();
        if (json_) {
            std::cout << boost::json::serialize(boost::json::object{{"image", picture.path.string()},
                                                                    {"seed", picture.seed},
                                                                    {"width", picture.width},
                                                                    {"height", picture.height},
                                                                    {"mode", request_.resolvedMode()},
                                                                    {"seconds", picture.seconds}})
                      << std::endl;
        } else {
            std::cout << picture.path.string() << "  (seed " << picture.seed << ")" << std::endl;
        }
    };
    Engine engine({.keepModels = false});
    engine.generate(request_, events,
                    TaskControl(stop, [&](const Progress& progress) { bar.show(progress); }));
    return 0;
}

int GenerateCommand::compare(std::stop_token stop) {
    ProgressBar bar;
    CompareEvents events;
    std::string running;
    events.warning = [&](const std::string& message) {
        bar.clear();
        logWarning(message);
    };
    events.start = [&](const std::string& title, int index, int count) {
        running = title + " (" + std::to_string(index) + " of " + std::to_string(count) + "): ";
    };
    events.mode = [&](const ComparedMode& mode) {
        bar.clear();
        double seconds = 0;
        for (const auto& picture : mode.pictures)
            seconds += picture.seconds / static_cast<double>(mode.pictures.size());
        if (!json_) {
            std::cout << fmt::format("{:<24} {:8.2f} s a picture  (seed {}{})", mode.title, seconds,
                                     mode.pictures.front().seed, mode.pictures.size() > 1 ? " and on" : "")
                      << std::endl;
            return;
        }
        boost::json::array pictures;
        for (const auto& picture : mode.pictures) {
            boost::json::object object{{"seed", picture.seed}, {"seconds", picture.seconds}};
            if (!picture.path.empty()) object["image"] = picture.path.string();
            pictures.push_back(std::move(object));
        }
        std::cout << boost::json::serialize(boost::json::object{{"mode", mode.mode},
                                                                {"title", mode.title},
                                                                {"seconds", seconds},
                                                                {"load_seconds", mode.loadSeconds},
                                                                {"pictures", std::move(pictures)}})
                  << std::endl;
    };
    Engine engine({.keepModels = true});
    const auto result =
        engine.compare({.common = request_, .modes = compared_}, events,
                       TaskControl(std::move(stop), [&](const Progress& progress) {
                           bar.show({running + progress.phase, progress.done, progress.total});
                       }));
    bar.clear();
    if (json_)
        std::cout << boost::json::serialize(boost::json::object{{"sheet", result.sheet.string()},
                                                                {"timings", result.timings.string()}})
                  << std::endl;
    else
        std::cout << result.sheet.string() << "\n" << result.timings.string() << std::endl;
    return 0;
}

}  // namespace afa::cli
