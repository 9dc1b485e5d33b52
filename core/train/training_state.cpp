#include "core/train/training_state.h"

#include <fmt/format.h>
#include <algorithm>
#include <boost/json.hpp>
#include <fstream>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/io/atomic_file.h"
#include "core/io/file_errors.h"
#include "core/io/json_fields.h"
#include "core/io/leftovers.h"
#include "core/io/mapped_file.h"
#include "core/io/safetensors.h"
#include "core/io/staged_directory.h"
#include "core/io/training_states.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t kGenerations = 2;
constexpr const char* kParameters = "aggregator.safetensors";
constexpr const char* kAverage = "average.safetensors";
constexpr const char* kOptimiser = "optimiser.safetensors";
constexpr const char* kBaselines = "validation.safetensors";
constexpr const char* kHistory = "history.jsonl";
constexpr const char* kFiles[] = {kParameters, kAverage, kOptimiser, kBaselines, kHistory};

fs::path statesOf(const fs::path& run) {
    return run / "state";
}

std::string generationName(std::int64_t step) {
    return fmt::format("step-{:010}", step);
}

std::string hashOf(const fs::path& path) {
    const auto file = MappedFile::open(path);
    Sha256 sha;
    sha.update(file->bytes());
    return sha.finishHex();
}

void writeTensors(const fs::path& target, const std::vector<std::pair<std::string, torch::Tensor>>& tensors) {
    std::vector<TensorInfo> infos;
    for (const auto& [name, tensor] : tensors)
        infos.push_back({name, fromTorch(tensor.scalar_type()), tensor.sizes().vec()});
    SafetensorsWriter writer(target, infos);
    for (const auto& [name, tensor] : tensors)
        writer.write(toBytes(tensor));
    writer.finish();
}

torch::Tensor readTensor(const TensorFile& file, const std::string& name, torch::Dtype dtype) {
    const auto index = file.find(name);
    if (!index) throw FileError(Message::of("%1: expected a tensor %2, found none", file.path(), name));
    return toTensor(file.view(*index), dtype);
}

std::vector<torch::Tensor> readAggregatorTensors(const fs::path& path,
                                                 const std::vector<std::string>& names) {
    const auto file = openSafetensors(path);
    std::vector<torch::Tensor> tensors;
    for (const auto& name : names)
        tensors.push_back(readTensor(*file, name, torch::kFloat32));
    return tensors;
}

std::vector<std::string> readLines(const fs::path& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

JsonFields readHead(const fs::path& folder) {
    const auto path = folder / kTrainingStateHead;
    JsonFields head(MappedFile::open(path)->text(), path.string());
    if (head.text("format", "") != "training-state") head.fail("format", Message::of("\"training-state\""));
    if (head.integer("version", {}, 1, 1'000'000) != 1)
        head.fail("version", Message::of("1 (the state was written by a newer program)"));
    return head;
}

/// Throws FileError where a file is missing or its bytes are not the ones that were written.
void verifyFiles(const fs::path& folder, const JsonFields& head) {
    const auto files = head.member("files");
    for (const auto& [name, value] : files.object()) {
        const std::string key(name);
        if (std::find(std::begin(kFiles), std::end(kFiles), key) == std::end(kFiles))
            throw FileError(
                Message::of("%1: files: \"%2\" is not a file of a training state", head.where(), key));
        if (hashOf(folder / key) != files.text(key, {}))
            throw FileError(
                Message::of("%1: its content is not what was written (SHA-256 differs)", (folder / key)));
    }
}

TrainingState readGeneration(const fs::path& folder) {
    const auto head = readHead(folder);
    verifyFiles(folder, head);
    TrainingState state;
    state.step = head.integer("step", {}, 0, INT64_MAX);
    if (folder.filename() != generationName(state.step))
        head.fail("step", Message::of("that of its folder, %1", folder.filename()));
    state.requestJson = json::serialize(head.member("request").object());
    state.dataDigest = head.text("data_sha256", {});
    state.processes = static_cast<int>(head.integer("processes", 1, 1, 1'000'000));
    const auto aggregator = AggregatorFile::open(folder / kParameters);
    state.config = aggregator.config;
    state.baseModels = aggregator.baseModels;
    for (const auto& info : aggregator.tensors())
        state.parameterNames.push_back(info.name);
    auto& memory = state.memory;
    memory.optimiserSteps = head.integer("optimiser_steps", {}, 0, INT64_MAX);
    memory.skipped = head.integer("skipped_steps", {}, 0, INT64_MAX);
    memory.parameters = readAggregatorTensors(folder / kParameters, state.parameterNames);
    if (fs::exists(folder / kAverage))
        memory.average = readAggregatorTensors(folder / kAverage, state.parameterNames);
    const auto optimiser = openSafetensors(folder / kOptimiser);
    for (const auto& name : state.parameterNames) {
        memory.firstMoments.push_back(readTensor(*optimiser, "first." + name, torch::kFloat32));
        memory.secondMoments.push_back(readTensor(*optimiser, "second." + name, torch::kFloat32));
    }
    const auto baselines = openSafetensors(folder / kBaselines);
    for (const auto& info : baselines->tensors())
        state.baselines[info.name] = readTensor(*baselines, info.name, torch::kFloat64);
    state.history = readLines(folder / kHistory);
    return state;
}

}  // namespace

void writeAggregatorFile(const fs::path& target, const AggregatorConfig& config,
                         const std::vector<BaseModelRef>& baseModels, const std::string& trainingJson,
                         const std::vector<std::string>& names, const std::vector<torch::Tensor>& tensors,
                         torch::Dtype dtype) {
    std::vector<TensorInfo> infos;
    for (std::size_t i = 0; i < names.size(); ++i)
        infos.push_back({names[i], fromTorch(dtype), tensors[i].sizes().vec()});
    writeAggregator(target, config, baseModels, trainingJson, infos,
                    [&](std::size_t i) { return toBytes(tensors[i].detach().to(dtype)); });
}

fs::path writeTrainingState(const fs::path& run, const TrainingState& state) {
    const auto target = statesOf(run) / generationName(state.step);
    std::error_code ec;
    if (fs::exists(target, ec)) {
        // Of the same step: kept while it is sound, since it holds the same.
        try {
            verifyFiles(target, readHead(target));
            return target;
        } catch (const Error&) {
            fs::remove_all(target, ec);
        }
    }
    removeLeftovers(statesOf(run));  // large ones, of a run that was killed
    StagedDirectory staged(target);
    const auto& folder = staged.path();
    const auto& memory = state.memory;
    writeAggregatorFile(folder / kParameters, state.config, state.baseModels, "", state.parameterNames,
                        memory.parameters, torch::kFloat32);
    if (!memory.average.empty())
        writeAggregatorFile(folder / kAverage, state.config, state.baseModels, "", state.parameterNames,
                            memory.average, torch::kFloat32);
    std::vector<std::pair<std::string, torch::Tensor>> moments;
    for (std::size_t i = 0; i < state.parameterNames.size(); ++i) {
        moments.emplace_back("first." + state.parameterNames[i], memory.firstMoments[i]);
        moments.emplace_back("second." + state.parameterNames[i], memory.secondMoments[i]);
    }
    writeTensors(folder / kOptimiser, moments);
    writeTensors(folder / kBaselines, {state.baselines.begin(), state.baselines.end()});
    AtomicFile history(folder / kHistory);
    for (const auto& line : state.history)
        history.write(line + "\n");
    history.commit();

    json::object files;
    for (const char* name : kFiles)
        if (fs::exists(folder / name)) files.emplace(name, hashOf(folder / name));
    const json::object head{{"format", "training-state"},
                            {"version", 1},
                            {"step", state.step},
                            {"optimiser_steps", memory.optimiserSteps},
                            {"skipped_steps", memory.skipped},
                            {"processes", state.processes},
                            {"data_sha256", state.dataDigest},
                            {"request", parseJson(state.requestJson, "request")},
                            {"files", std::move(files)}};
    AtomicFile file(folder / kTrainingStateHead);
    file.write(formatJson(head));
    file.commit();
    staged.commit();

    std::size_t kept = 0;
    for (const auto& generation : trainingStates(run)) {
        // A later step was found damaged when the run was gone on with: it must not push out a sound one.
        const bool later = generation.filename() > target.filename();
        if (later || ++kept > kGenerations) fs::remove_all(generation, ec);
    }
    return target;
}

std::optional<TrainingState> readTrainingState(const fs::path& run,
                                               const std::function<void(const Message&)>& warning) {
    std::vector<Message> problems;
    for (const auto& folder : trainingStates(run)) {
        try {
            return readGeneration(folder);
        } catch (const Error& error) {
            problems.push_back(error.message());
            warning(Message::of("a damaged training state is passed over: %1", error.message()));
        }
    }
    if (problems.empty()) return std::nullopt;
    throw FileError(Message::of("%1: no training state there is sound (%2); start anew in another folder",
                                run, Message::list(problems)));
}

std::string storedTrainRequest(const fs::path& run) {
    for (const auto& folder : trainingStates(run)) {
        try {
            const auto head = readHead(folder);
            verifyFiles(folder, head);
            return json::serialize(head.member("request").object());
        } catch (const Error&) {  // told when the state itself is read
        }
    }
    throw FileError(Message::of(
        "%1: expected the state of a training run, found %2; check the path, or start the run without %3%4",
        run, foundInstead(run, Message::of("none that is sound")), Option{"resume"}, unexpandedHome(run)));
}

}  // namespace afa
