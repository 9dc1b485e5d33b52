#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/task.h"
#include "core/merge/merged_model.h"
#include "core/merge/recipe.h"

namespace afa {

struct MergeOutput {
    std::filesystem::path path;
    bool diffusers = false;  ///< a diffusers directory, else one safetensors file under LDM's names
    std::filesystem::path savedRecipe;  ///< the recipe for itself (writeRecipe); empty = none
    unsigned threads = 0;               ///< 0 = one per core; never more than cores
};

struct MergeReport {
    std::vector<MergeRecipe::Model> parents;  ///< with fingerprints
    std::size_t dropped = 0;                  ///< tensors of the parents that belong to no part of a model
    std::vector<Message> warnings;            ///< weights that were normalised, a model given twice, ..
};

/// Opens the recipe's models. Throws FileError, ConfigError.
MergeParents openParents(const MergeRecipe& recipe);

/// Warnings about models that are given twice: by path, or with the same U-Net where fingerprints are known.
std::vector<Message> repeatedModels(const std::vector<MergeRecipe::Model>& models);

/// Merges the recipe's models into a file or directory that holds the recipe and the parents' fingerprints in
/// its metadata (`afa.merge`). Streams tensor by tensor; the output appears only when complete, and space for
/// it is claimed first. Throws FileError, ConfigError, Cancelled.
MergeReport merge(const MergeRecipe& recipe, const MergeOutput& output, const TaskControl& control = {});

}  // namespace afa
