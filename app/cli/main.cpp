#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <new>
#include <vector>

#include "app/cli/benchmark_command.h"
#include "app/cli/capability_command.h"
#include "app/cli/convert_command.h"
#include "app/cli/generate_command.h"
#include "app/cli/inspect_command.h"
#include "app/cli/interrupt.h"
#include "app/cli/maps_command.h"
#include "app/cli/merge_command.h"
#include "app/cli/report.h"
#include "app/cli/screen_command.h"
#include "app/cli/standard_streams.h"
#include "app/cli/train_command.h"
#include "app/cli/usage.h"
#include "core/base/shortened.h"
#include "core/engine/engine.h"
#include "core/engine/output_names.h"

namespace afa::cli {
namespace {

enum ExitStatus { kDone = 0, kFailed = 1, kUsage = 2, kCancelled = 130 };

struct Entry {
    CLI::App* app;
    std::unique_ptr<Command> command;
};

int run(int argc, char** argv) {
    CLI::App app("Joins Stable Diffusion 1.x models by Adaptive Feature Aggregation.", "afa");
    app.set_version_flag("--version", "afa " + Engine::version());
    app.require_subcommand(1);

    std::vector<Entry> entries;
    const auto add = [&](const char* name, const char* description, std::unique_ptr<Command> command) {
        auto* sub = app.add_subcommand(name, description);
        command->declare(*sub);
        entries.push_back({sub, std::move(command)});
    };
    add("inspect", "say what a file or directory is, without loading it", std::make_unique<InspectCommand>());
    add("generate", "make pictures from one model or an ensemble", std::make_unique<GenerateCommand>());
    add("train", "train an aggregator over base models, or resume its training",
        std::make_unique<TrainCommand>());
    add("screen", "tell whether base models are worth joining, before training",
        std::make_unique<ScreenCommand>());
    add("capability", "show which model denoises which part of a picture best",
        std::make_unique<CapabilityCommand>());
    add("maps", "show which model contributed where", std::make_unique<MapsCommand>());
    add("merge", "merge models into one checkpoint", std::make_unique<MergeCommand>());
    add("convert", "change the file layout of an aggregator or a base model",
        std::make_unique<ConvertCommand>());
    add("benchmark", "time the parts of a picture on this machine", std::make_unique<BenchmarkCommand>());

    std::string names, hint = "afa --help";
    std::vector<std::string> all;
    const CLI::App* chosen = &app;
    for (const auto& entry : entries) {
        all.push_back(entry.app->get_name());
        names += (names.empty() ? "" : ", ") + all.back();
        if (argc < 2 || all.back() != argv[1]) continue;
        chosen = entry.app;
        hint = "afa " + all.back() + " --help";
    }
    if (chosen == &app && argc >= 2 && argv[1][0] != '-') {
        const auto nearest = nearestName(argv[1], all);
        reportError(nearest.empty() ? Message::of("%1 is no command; expected %2", quoted(argv[1]), names)
                                    : Message::of("%1 is no command; did you mean %2?; expected %3",
                                                  quoted(argv[1]), nearest, names));
        return kUsage;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return app.exit(error);  // --help, --version
        reportError(Message::of("%1 (see %2)", usageMessage(error, *chosen), hint));
        return kUsage;
    }

    const InterruptWatcher interrupts;
    try {
        for (const auto& entry : entries)
            if (entry.app->parsed()) return entry.command->run(interrupts.token());
        return kUsage;
    } catch (const Cancelled&) {
        std::cerr << "afa: cancelled" << std::endl;
        return kCancelled;
    } catch (const RequestError& error) {
        reportError(messageOf(error));
        return kUsage;
    } catch (const std::bad_alloc&) {
        reportError(Message::of("out of memory; use a smaller picture, fewer models or %1",
                                Option{"precision", "bf16"}));
        return kFailed;
    } catch (const std::filesystem::filesystem_error& error) {
        reportError(cannotUse(error).message());
        return kFailed;
    } catch (const std::exception& error) {
        reportError(messageOf(error));
        return kFailed;
    }
}

/// Results that did not arrive are a failure, although what was written to files stays.
int runAndDeliver(int argc, char** argv) {
    prepareStandardStreams();
    const int status = run(argc, argv);
    if (standardOutputArrived() || status != kDone) return status;
    reportError(
        Message::of("standard output could not be written: its disk is full, or who reads it has closed it; "
                    "what was written to files is whole"));
    return kFailed;
}

}  // namespace
}  // namespace afa::cli

int main(int argc, char** argv) {
    afa::leaveProcess(afa::cli::runAndDeliver(argc, argv));
}
