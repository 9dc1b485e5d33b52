#include "app/cli/inspect_command.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <optional>

#include "app/cli/report.h"
#include "core/base/error.h"
#include "core/io/finite.h"
#include "core/io/probe.h"

namespace afa::cli {
namespace {

boost::json::object toJson(const ValueCheck& check) {
    boost::json::array bad;
    for (const auto& tensor : check.notFinite)
        bad.push_back(boost::json::object{{"file", tensor.file.string()},
                                          {"tensor", tensor.name},
                                          {"values", tensor.values},
                                          {"nan", tensor.found.nan},
                                          {"infinite", tensor.found.infinite}});
    return boost::json::object{
        {"tensors", check.tensors}, {"values", check.values}, {"not_finite", std::move(bad)}};
}

/// `check`: what reading all values found; null where that was not asked for.
void printJson(const ProbeResult& result, const ValueCheck* check) {
    boost::json::array parts(result.parts.begin(), result.parts.end());
    boost::json::array notes;
    for (const auto& note : result.notes)
        notes.emplace_back(note.english());
    boost::json::object object{{"path", result.path.string()},
                               {"kind", result.kind},
                               {"architecture", result.architecture},
                               {"parts", std::move(parts)},
                               {"prediction", result.prediction},
                               {"parameters", result.parameters},
                               {"bytes", result.bytes},
                               {"precision", result.precision},
                               {"sha256", result.sha256},
                               {"short_hash", result.shortHash},
                               {"problem", result.problem.english()},
                               {"notes", std::move(notes)}};
    if (check) object["check"] = toJson(*check);
    std::cout << boost::json::serialize(object) << std::endl;
}

void printText(const ProbeResult& result, const ValueCheck* check) {
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
        line("note", note.english());
    line("problem", result.problem.english());
    if (check)
        line("checked",
             std::to_string(check->values) + " values in " + std::to_string(check->tensors) + " tensors");
    for (const auto& tensor : check ? check->notFinite : std::vector<ValueCheck::Tensor>())
        line("not finite", tensor.file.filename().string() + ": " + tensor.name + ": " +
                               std::to_string(tensor.found.nan) + " NaN and " +
                               std::to_string(tensor.found.infinite) + " infinite of " +
                               std::to_string(tensor.values) + " values");
    std::cout << std::flush;
}

}  // namespace

void InspectCommand::declare(CLI::App& app) {
    app.add_option("path", paths_, "files and directories")->required();
    app.add_flag("--check", check_,
                 "read every value and tell those that are NaN or infinite (exit status 1)");
    app.add_flag("--json", json_, "one JSON object per path on stdout");
}

int InspectCommand::run(std::stop_token stop) {
    const TaskControl control(stop);
    int status = 0;
    for (const auto& path : paths_) {
        control.checkStop();
        ProbeResult result;
        std::optional<ValueCheck> check;
        try {
            result = probe(path, true, control);
            if (check_) check = checkValues(result.files, control);
            if (const auto bad = check ? check->problem() : Message(); !bad.empty()) {
                reportError(Message::of("%1: %2; get it anew, or use another", path, bad));
                status = 1;
                result.problem = result.problem.empty() ? bad : Message::list({result.problem, bad});
            }
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            // The other paths are still of interest.
            reportError(messageOf(error));
            status = 1;
            if (!json_) continue;
            result.path = path;
            result.kind = "unreadable";
            result.architecture = "unknown";
            result.problem = messageOf(error);
        }
        if (json_)
            printJson(result, check ? &*check : nullptr);
        else
            printText(result, check ? &*check : nullptr);
    }
    return status;
}

}  // namespace afa::cli
