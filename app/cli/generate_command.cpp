#include "app/cli/generate_command.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>

#include "app/cli/field_options.h"
#include "app/cli/progress_bar.h"
#include "core/base/log.h"
#include "core/engine/engine.h"
#include "core/engine/request_fields.h"

namespace afa::cli {
void GenerateCommand::declare(CLI::App& app) {
    addFields(app, request_);
    addComputeOptions(app, request_.compute);
    addRepeated(app, "--prompt", prompts_,
                "what to draw (default: nothing in particular; magicfusion: may repeat, one per model)");
    app.add_option(
           "--compare", compared_,
           "modes side by side on one labelled sheet, from the same start noise: single (every model), "
           "merge, noise-average, block-average, last-block, magicfusion, schedule, afa")
        ->delimiter(',');
    app.add_flag("--no-metadata", noMetadata_, "leave the request out of the picture");
    app.add_flag("--json", json_, "one JSON object per picture on stdout");
}

int GenerateCommand::run(std::stop_token stop) {
    request_.metadata = !noMetadata_;
    if (!prompts_.empty()) request_.prompt = prompts_.front();
    if (prompts_.size() > 1) request_.modelPrompts = prompts_;
    if (!compared_.empty()) return compare(stop);

    ProgressBar bar;
    GenerateEvents events;
    events.warning = [&](const Message& message) {
        bar.clear();
        logWarning(message.english());
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
    events.warning = [&](const Message& message) {
        bar.clear();
        logWarning(message.english());
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
