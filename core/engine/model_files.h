#pragma once
#include <filesystem>

namespace afa {

// What findModels() (model_info.h) takes for models, by their names alone.
bool isModelFile(const std::filesystem::path& file);
bool isModelDirectory(const std::filesystem::path& folder);  ///< diffusers' or the authors' layout

}  // namespace afa
