#pragma once
#include <filesystem>
#include <vector>

namespace afa {

constexpr const char* kTrainingStateHead = "state.json";  ///< in each state's folder

/// The states of the run in folder `run`, RUN/state/step-*, newest first; not opened.
std::vector<std::filesystem::path> trainingStates(const std::filesystem::path& run);

}  // namespace afa
