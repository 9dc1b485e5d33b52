#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/io/aggregator_file.h"
#include "core/train/trainer.h"

namespace afa {

/// Everything a run needs to go on as if it had never stopped (formats.md "Training state"). Random numbers
/// are functions of the seed and a sample's place in the run (SampleOrder, noiseBatch), so the step is all
/// the state that they have.
struct TrainingState {
    std::int64_t step = 0;
    std::string requestJson;  ///< trainRequestJson()
    std::string dataDigest;   ///< SHA-256 over the pictures' names and texts
    int processes = 1;        ///< that trained together
    AggregatorConfig config;
    std::vector<BaseModelRef> baseModels;
    std::vector<std::string> parameterNames;  ///< of memory's tensors
    Trainer::Memory memory;
    std::vector<std::string> history;                ///< one JSON object per line, oldest first
    std::map<std::string, torch::Tensor> baselines;  ///< Validator::baselines()
};

/// Writes RUN/state/step-<step>, whole or not at all, and keeps it and the one before; later ones, which were
/// found damaged, go, and so does what a killed program left half written: the caller holds a FolderLock.
/// Throws FileError (full disk, read-only folder); what was there before is then untouched.
std::filesystem::path writeTrainingState(const std::filesystem::path& run, const TrainingState& state);

/// The newest sound state of RUN; a damaged one is passed over with a warning. nullopt where the run has no
/// state at all; throws FileError where it has some and none is sound.
std::optional<TrainingState> readTrainingState(const std::filesystem::path& run,
                                               const std::function<void(const Message&)>& warning);

/// The request (trainRequestJson()) of RUN's newest sound state, without reading tensors into memory. Throws
/// FileError where there is none.
std::string storedTrainRequest(const std::filesystem::path& run);

/// The aggregator with these weights as a native file; values in `dtype` (fp32 in states, fp16 to ship).
void writeAggregatorFile(const std::filesystem::path& target, const AggregatorConfig& config,
                         const std::vector<BaseModelRef>& baseModels, const std::string& trainingJson,
                         const std::vector<std::string>& names, const std::vector<torch::Tensor>& tensors,
                         torch::Dtype dtype);

}  // namespace afa
