#include "core/compute/training_log.h"

#include <boost/json.hpp>
#include <fstream>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/engine/training_history.h"
#include "core/io/atomic_file.h"

namespace afa {

namespace json = boost::json;

namespace {

json::object validationObject(const ValidationReport& report) {
    json::array methods;
    for (const auto& method : report.methods) {
        json::object entry{{"name", method.name}};
        const auto figures = methodJson(method);
        entry.insert(figures.begin(), figures.end());
        methods.push_back(std::move(entry));
    }
    return {{"step", report.step},
            {"pictures", report.pictures},
            {"verdict", report.verdict()},
            {"methods", std::move(methods)},
            {"routing", routingJson(report.routing)},
            {"seconds", report.seconds}};
}

}  // namespace

TrainingLog::TrainingLog(std::filesystem::path file, std::vector<std::string> lines,
                         std::function<void(const Message&)> warning)
    : file_(std::move(file)), lines_(std::move(lines)), warning_(std::move(warning)) {
    AtomicFile fresh(file_);
    for (const auto& line : lines_)
        fresh.write(line + "\n");
    fresh.commit();
}

void TrainingLog::add(std::string line) {
    lines_.push_back(std::move(line));
    std::ofstream out(file_, std::ios::app | std::ios::binary);
    out << lines_.back() << '\n';
    out.flush();
    if (out || warned_) return;
    warned_ = true;
    warning_(
        Message::of("%1: cannot be written (full disk or read-only folder?); training goes on, and the "
                    "history is kept in memory and in the next state that can be saved",
                    file_));
}

void TrainingLog::step(const TrainStep& step) {
    add(json::serialize(json::object{{"step", step.step},
                                     {"loss", numberOrNull(step.loss)},
                                     {"lr", step.learningRate},
                                     {"gradient_norm", numberOrNull(step.gradientNorm)},
                                     {"seconds", step.seconds}}));
}

void TrainingLog::validation(const ValidationReport& report) {
    add(json::serialize(json::object{{"validation", validationObject(report)}}));
}

}  // namespace afa
