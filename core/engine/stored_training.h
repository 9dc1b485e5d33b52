#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/engine/train_request.h"
#include "core/io/training_states.h"

namespace afa {

/// What the newest state of a run says about it.
struct StoredTraining {
    std::int64_t step = 0;  ///< steps done
    TrainRequest request;   ///< what was asked for; its output is the run's folder
};

/// Reads the head of the newest state that has a sound one, without torch and in no time: the tensors are not
/// looked at, as Engine::trainingRequest() does. nullopt where the run has no state. Throws FileError where
/// it has some and none can be read.
std::optional<StoredTraining> readStoredTraining(const std::filesystem::path& run);

}  // namespace afa
