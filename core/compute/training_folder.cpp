#include "core/compute/training_folder.h"

#include <fmt/format.h>
#include <boost/json.hpp>
#include <ctime>

#include "core/base/json.h"
#include "core/compute/outputs.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

std::string today() {
    const std::time_t now = std::time(nullptr);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", std::gmtime(&now));
    return text;
}

TrainRequest withoutFolders(TrainRequest request) {
    for (auto* paths : {&request.models, &request.data})
        for (auto& path : *paths)
            path = lastName(path);
    request.vae = lastName(request.vae);
    request.validation = lastName(request.validation);
    request.cache = lastName(request.cache);
    return request;
}

}  // namespace

TrainingFolder::TrainingFolder(const TrainRequest& request, bool resume, const ParallelGroup& group,
                               TrainingReporter& reporter)
    : request_(request), reporter_(reporter), leads_(group.leads()) {
    const auto& folder = request_.output;
    if (leads_) {
        if (!resume) requireFolder(folder);
        lock_.emplace(folder);
    }
    state_ = readTrainingState(folder, [&](const Message& text) { reporter_.warn(text); });
    if (state_ && !resume)
        throw RequestError(
            Message::of("%1: holds a training run already; go on with %2, or name another folder", folder,
                        Option{"resume"}));
    if (!state_ && resume)
        throw FileError(
            Message::of("%1: expected the state of a training run to resume, found none; check the path, or "
                        "start the run without %2",
                        folder, Option{"resume"}));
    std::error_code ec;
    if (!state_ && fs::exists(folder / "aggregator.safetensors", ec))
        throw RequestError(
            Message::of("%1: holds a finished aggregator already; name another folder", folder));
    if (state_ && state_->processes != group.size())
        reporter_.warn(
            Message::of("the run was trained by %1 processes and goes on with %2: its steps hold another "
                        "number of pictures now",
                        state_->processes, group.size()));
}

fs::path TrainingFolder::samples() const {
    return request_.output / "samples";
}

void TrainingFolder::openLog() {
    if (leads_)
        log_ = std::make_unique<TrainingLog>(request_.output / "history.jsonl",
                                             state_ ? state_->history : std::vector<std::string>{},
                                             [this](const Message& text) { reporter_.warn(text); });
}

void TrainingFolder::log(const TrainStep& step) {
    if (log_) log_->step(step);
}

void TrainingFolder::log(const ValidationReport& report) {
    if (log_) log_->validation(report);
}

bool TrainingFolder::save(TrainingState state) {
    if (!leads_) return true;
    state.requestJson = trainRequestJson(request_);
    state.history = log_->lines();
    try {
        reporter_.saved(writeTrainingState(request_.output, state));
        return true;
    } catch (const FileError& error) {
        reporter_.warn(Message::of("the training state could not be saved: %1", messageOf(error)));
        return false;
    }
}

fs::path TrainingFolder::writeAggregator(const Aggregator& shipped,
                                         const std::vector<BaseModelRef>& baseModels,
                                         const std::string& trainingJson) {
    std::vector<std::string> names;
    std::vector<torch::Tensor> tensors;
    for (const auto& [name, tensor] : shipped.parameters()) {
        names.push_back(name);
        tensors.push_back(tensor);
    }
    const auto file = request_.output / "aggregator.safetensors";
    writeAggregatorFile(file, shipped.config(), baseModels, trainingJson, names, tensors, torch::kFloat16);
    reporter_.saved(file);
    return file;
}

std::string trainingDescription(const TrainRequest& request, std::int64_t pictures, std::int64_t steps,
                                std::int64_t picturesPerStep, const ValidationReport& validation) {
    const json::object training{
        {"data", std::to_string(pictures) + " captioned pictures"},
        {"steps", steps},
        {"optimiser", fmt::format("AdamW, lr {}{}, batch {}{}{}", request.lr,
                                  request.lrSchedule == "cosine" ? " cosine" : "", picturesPerStep,
                                  request.ema > 0 ? fmt::format(", EMA {}", request.ema) : "",
                                  request.clip > 0 ? fmt::format(", clip {}", request.clip) : "")},
        {"date", today()},
        {"validation_loss", numberOrNull(validation.methods.front().error)},
        {"verdict", validation.verdict()},
        {"request", parseJson(trainRequestJson(withoutFolders(request)), "request")}};
    return json::serialize(training);
}

}  // namespace afa
