#include "app/cli/train_command.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <cmath>
#include <iostream>
#include <type_traits>

#include "app/cli/field_options.h"
#include "app/cli/progress_bar.h"
#include "core/base/json.h"
#include "core/base/log.h"
#include "core/engine/engine.h"
#include "core/engine/training_history.h"

namespace afa::cli {

namespace json = boost::json;

namespace {

json::object stepObject(const TrainStep& step) {
    return {{"step", step.step},       {"total", step.total},
            {"epoch", step.epoch},     {"loss", numberOrNull(step.loss)},
            {"lr", step.learningRate}, {"gradient_norm", numberOrNull(step.gradientNorm)},
            {"seconds", step.seconds}};
}

json::object validationObject(const ValidationReport& report) {
    json::object methods;
    for (const auto& method : report.methods)
        methods[method.name] = methodJson(method);
    return {{"step", report.step},
            {"pictures", report.pictures},
            {"methods", std::move(methods)},
            {"routing", routingJson(report.routing)},
            {"verdict", report.verdict()}};
}

void printRouting(const ValidationReport& report) {
    for (const auto& stage : report.routing) {
        std::string weights;
        for (const auto weight : stage.meanWeight)
            weights += fmt::format(" {:.3f}", weight);
        std::cout << fmt::format("  stage {:2}  weights{}  entropy {:.3f}  variation {:.3f}\n", stage.stage,
                                 weights, stage.entropy, stage.variation);
    }
}

void print(const json::object& object) {
    std::cout << json::serialize(object) << std::endl;
}

}  // namespace

void TrainCommand::declare(CLI::App& app) {
    app_ = &app;
    addFields(app, request_);
    addComputeOptions(app, request_.compute);
    app.get_option("--steps")->excludes(app.get_option("--epochs"));
    app.add_option("--output", request_.output, "folder of the run: states, history, samples, the aggregator")
        ->required();
    app.add_flag("--resume", resume_,
                 "go on with the run in --output; only options that differ need be given");
    app.add_flag("--json", json_, "one JSON object per step, validation, sample and state on stdout");
}

int TrainCommand::run(std::stop_token stop) {
    Engine engine({.keepModels = false});
    if (resume_) {
        // The stored request, with what the command line says put over it.
        const auto given = request_;
        request_ = engine.trainingRequest(given.output);
        if (app_->count("--device") > 0) request_.compute.device = given.compute.device;
        if (app_->count("--precision") > 0) request_.compute.precision = given.compute.precision;
        if (app_->count("--threads") > 0) request_.compute.threads = given.compute.threads;
        forEachField(given, [&](const Field& field, const auto& member) {
            using Member = std::remove_cvref_t<decltype(member)>;
            if (app_->count(std::string("--") + field.name) == 0) return;
            forEachField(request_, [&](const Field& other, auto& target) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(target)>, Member>)
                    if (other.name == field.name) target = member;
            });
        });
        if (app_->count("--epochs") > 0) request_.steps = 0;  // of the two, --steps would win
    }

    ProgressBar bar;
    double smoothed = 0;
    TrainEvents events;
    events.note = [&](const Message& line) {
        bar.clear();
        if (!json_) std::cerr << line.english() << std::endl;
    };
    events.warning = [&](const Message& message) {
        bar.clear();
        logWarning(message.english());
    };
    events.step = [&](const TrainStep& step) {
        if (std::isfinite(step.loss))
            smoothed = smoothed == 0 ? step.loss : 0.98 * smoothed + 0.02 * step.loss;
        if (json_) print(stepObject(step));
    };
    events.validation = [&](const ValidationReport& report) {
        bar.clear();
        if (json_) return print({{"validation", validationObject(report)}});
        std::cout << "step " << report.step;
        if (smoothed > 0) std::cout << fmt::format(" (loss {:.4f})", smoothed);
        std::cout << ": " << report.verdict() << std::endl;
    };
    events.sample = [&](const std::filesystem::path& path) {
        bar.clear();
        if (json_) return print({{"sample", path.string()}});
        std::cout << "sample: " << path.string() << std::endl;
    };
    events.saved = [&](const std::filesystem::path& path) {
        bar.clear();
        if (json_) return print({{"saved", path.string()}});
        std::cout << "saved: " << path.string() << std::endl;
    };
    const TaskControl control(stop, [&](const Progress& progress) { bar.show(progress); });
    const auto result =
        resume_ ? engine.resumeTraining(request_, events, control) : engine.train(request_, events, control);
    bar.clear();
    if (result.aggregator.empty()) return 0;  // not the process that leads
    if (json_) {
        print({{"aggregator", result.aggregator.string()},
               {"steps", result.steps},
               {"seconds_per_step", result.secondsPerStep},
               {"overhead", result.overhead},
               {"bad_pictures", result.badPictures},
               {"peak_bytes", result.peakBytes},
               {"validation", validationObject(result.validation)}});
        return 0;
    }
    printRouting(result.validation);
    std::cout << fmt::format(
        "{} steps, {:.3f} s each, {:.1f}% of it outside the networks; peak memory {:.2f} GB\n", result.steps,
        result.secondsPerStep, 100 * result.overhead, static_cast<double>(result.peakBytes) / 1e9);
    std::cout << result.aggregator.string() << "\n" << result.validation.verdict() << std::endl;
    return 0;
}

}  // namespace afa::cli
