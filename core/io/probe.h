#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/base/task.h"

namespace afa {

/// What a file or directory is, from names, shapes and types only (plus its bytes for the hash).
struct ProbeResult {
    std::filesystem::path path;
    std::string kind;  ///< "safetensors", "pickle", "diffusers", "aggregator", "aggregator-authors", "maps",
                       ///< "vae", "lora", ..
    std::string
        architecture;  ///< "sd1", "sd2", "sdxl", "sd1-inpainting", "unknown"; an aggregator's in words
    std::vector<std::string> parts;  ///< "unet", "vae", "text_encoder", "tokenizer", "scheduler"
    std::string prediction;          ///< "epsilon", "v_prediction" or "" when not known
    std::int64_t parameters = 0;
    std::uint64_t bytes = 0;     ///< size on disk
    std::string precision;       ///< "fp16", "fp32", "bf16", "mixed"
    std::string sha256;          ///< of the file; of a directory: of its weight files (see probe.cpp)
    std::string shortHash;       ///< first 10 digits of sha256, as other tools write into pictures
    Message problem;             ///< why it cannot be used as what it is, or is no model; empty when it can
    std::vector<Message> notes;  ///< skipped EMA tensors, opaque pickle leftovers, ..
    std::vector<std::filesystem::path> files;  ///< that hold its tensors
};

/// Throws FileError only for what is damaged, missing or no model file at all (HTML page, git-LFS pointer,
/// truncated); a sound file that is no usable model is a result with `problem` set. Looks for a stop while it
/// hashes.
ProbeResult probe(const std::filesystem::path& path, bool withHash = true, const TaskControl& control = {});

}  // namespace afa
