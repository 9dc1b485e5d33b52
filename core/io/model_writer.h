#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "core/base/task.h"
#include "core/io/checkpoint.h"

namespace afa {

struct ModelWriteOptions {
    std::map<std::string, std::string> metadata;  ///< into every safetensors file, beside the format's own
    /// Single file: CLIP's position_ids, int64 [1, positions] = 0, 1, .., which original checkpoints hold.
    bool positionIds = false;
    std::string phase = "convert";  ///< of the progress that is told
    /// Directory: writes CLIP's own tokenizer into a folder, for a model that has none with it
    /// (core/text/clip_tokenizer.h); without it such a directory has no tokenizer, and diffusers reads no
    /// text.
    std::function<void(const std::filesystem::path& folder)> writeBuiltInTokenizer;
};

// Both stream tensor by tensor; the output appears only when complete. They throw ConfigError where the model
// lacks tensors of its architecture, and FileError.

/// One safetensors file under LDM's names. A tokenizer that is not CLIP's own goes into its metadata.
void writeSingleFile(const Checkpoint& model, const std::filesystem::path& output,
                     const ModelWriteOptions& options, const TaskControl& control = {});
/// A diffusers directory: new, or empty.
void writeDiffusersDirectory(const Checkpoint& model, const std::filesystem::path& output,
                             const ModelWriteOptions& options, const TaskControl& control = {});

}  // namespace afa
