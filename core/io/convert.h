#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/task.h"
#include "core/io/model_writer.h"

namespace afa {

/// Target forms of `afa convert`. native / authors take an aggregator, single-file / diffusers a base model.
enum class ConvertTarget { Native, Authors, SingleFile, Diffusers };

/// Streams tensor by tensor; the output appears only when complete. Throws FileError, ConfigError. `options`
/// are for base models. Returns what to warn of.
std::vector<Message> convert(const std::filesystem::path& source, ConvertTarget target,
                             const std::filesystem::path& output, const ModelWriteOptions& options = {},
                             const TaskControl& control = {});

}  // namespace afa
