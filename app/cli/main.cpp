#include <CLI/CLI.hpp>
#include <csignal>
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
#include "app/cli/train_command.h"
#include "core/engine/engine.h"

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
    bool known = argc < 2 || argv[1][0] == '-';
    for (const auto& entry : entries) {
        names += (names.empty() ? "" : ", ") + entry.app->get_name();
        if (argc < 2 || entry.app->get_name() != argv[1]) continue;
        known = true;
        hint = "afa " + entry.app->get_name() + " --help";
    }
    if (!known) {
        reportError("\"" + std::string(argv[1]) + "\" is no command; expected " + names);
        return kUsage;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return app.exit(error);  // --help, --version
        reportError(std::string(error.what()) + " (see " + hint + ")");
        return kUsage;
    }

#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);  // a full quota is an error to report, like a full disk
#endif
    const InterruptWatcher interrupts;
    try {
        for (const auto& entry : entries)
            if (entry.app->parsed()) return entry.command->run(interrupts.token());
        return kUsage;
    } catch (const Cancelled&) {
        std::cerr << "afa: cancelled" << std::endl;
        return kCancelled;
    } catch (const RequestError& error) {
        reportError(error.what());
        return kUsage;
    } catch (const std::bad_alloc&) {
        reportError("out of memory; use a smaller picture, fewer models or --precision bf16");
        return kFailed;
    } catch (const std::filesystem::filesystem_error& error) {
        reportError(error.path1().string() + ": " + error.code().message());
        return kFailed;
    } catch (const std::exception& error) {
        reportError(error.what());
        return kFailed;
    }
}

}  // namespace
}  // namespace afa::cli

int main(int argc, char** argv) {
    afa::leaveProcess(afa::cli::run(argc, argv));
}
