#include "app/cli/inspect_command.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>

#include "app/cli/report.h"
#include "core/base/error.h"
#include "core/io/probe.h"

namespace afa::cli {
namespace {

void printJson(const ProbeResult& result) {
    boost::json::array parts(result.parts.begin(), result.parts.end());
    boost::json::array notes(result.notes.begin(), result.notes.end());
    std::cout << boost::json::serialize(boost::json::object{{"path", result.path.string()},
                                                            {"kind", result.kind},
                                                            {"architecture", result.architecture},
                                                            {"parts", std::move(parts)},
                                                            {"prediction", result.prediction},
                                                            {"parameters", result.parameters},
                                                            {"bytes", result.bytes},
                                                            {"precision", result.precision},
                                                            {"sha256", result.sha256},
                                                            {"short_hash", result.shortHash},
                                                            {"problem", result.problem},
                                                            {"notes", std::move(notes)}})
              << std::endl;
}

void printText(const ProbeResult& result) {
    const auto line = [](const char* name, const std::string& value) {
        if (!value.empty()) std::cout << "  " << name << ": " << value << "\n";
    };
    std::cout << result.path.string() << "\n";
    line("kind", result.kind);
    line("architecture", result.architecture);
    std::string parts;
    for (const auto& part : result.parts)
        parts += (parts.empty() ? "" : ", ") + part;
    line("parts", parts);
    line("prediction", result.prediction);
    if (result.parameters > 0) line("parameters", std::to_string(result.parameters));
    line("size", std::to_string(result.bytes) + " bytes");
    line("precision", result.precision);
    line("sha-256", result.sha256);
    line("short hash", result.shortHash);
    for (const auto& note : result.notes)
        line("note", note);
    line("problem", result.problem);
    std::cout << std::flush;
}

}  // namespace

void InspectCommand::declare(CLI::App& app) {
    app.add_option("path", paths_, "files and directories")->required();
    app.add_flag("--json", json_, "one JSON object per path on stdout");
}

int InspectCommand::run(std::stop_token stop) {
    const TaskControl control(stop);
    int status = 0;
    for (const auto& path : paths_) {
        control.checkStop();
        ProbeResult result;
        try {
            result = probe(path, true, control);
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            // The other paths are still of interest.
            reportError(error.what());
            status = 1;
            if (!json_) continue;
            result.path = path;
            result.kind = "unreadable";
            result.architecture = "unknown";
            result.problem = error.what();
        }
        if (json_)
            printJson(result);
        else
            printText(result);
    }
    return status;
}

}  // namespace afa::cli
