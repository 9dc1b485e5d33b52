#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/io/checkpoint.h"

namespace afa {

/// What to say of a model whose files would run something when Python loads them. Nothing of it is run here.
inline std::vector<std::string> pickleWarnings(const std::filesystem::path& path, const Checkpoint& model) {
    std::vector<std::string> warnings;
    for (const auto& name : model.wouldRun())
        warnings.push_back(path.string() + ": Python would run " + name +
                           " when it loads this file; this program never does, and reads the weights only");
    return warnings;
}

}  // namespace afa
