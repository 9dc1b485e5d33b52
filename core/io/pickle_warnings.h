#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/io/checkpoint.h"

namespace afa {

/// What to say of a model whose files would run something when Python loads them. Nothing of it is run here.
inline std::vector<Message> pickleWarnings(const std::filesystem::path& path, const Checkpoint& model) {
    std::vector<Message> warnings;
    for (const auto& name : model.wouldRun())
        warnings.push_back(
            Message::of("%1: Python would run %2 when it loads this file; this program never does, and reads "
                        "the weights only",
                        path, name));
    return warnings;
}

}  // namespace afa
