#include "core/io/training_states.h"

#include <algorithm>
#include <functional>

namespace afa {

namespace fs = std::filesystem;

std::vector<fs::path> trainingStates(const fs::path& run) {
    std::vector<fs::path> found;
    std::error_code ec;
    for (const auto& entry : fs::directory_iterator(run / "state", ec))
        if (entry.path().filename().string().starts_with("step-")) found.push_back(entry.path());
    std::sort(found.begin(), found.end(), std::greater<>());  // the numbers are zero-padded
    return found;
}

}  // namespace afa
