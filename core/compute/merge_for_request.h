#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/compute/model_cache.h"
#include "core/engine/requests.h"

namespace afa {

/// The models of a request, merged by its recipe into one that is in the cache and nowhere else. It stays
/// there while requests ask for the same merge.
struct MergedForRequest {
    std::filesystem::path path;                  ///< what the cache knows it by
    std::vector<std::filesystem::path> parents;  ///< canonical
    std::string recipeJson;
    std::vector<Message> warnings;
};
/// Begins the cache's request. vae: canonical path of another VAE, empty = the merge's. Throws RequestError,
/// ConfigError, FileError.
MergedForRequest mergeForRequest(const GenerateRequest& request, const std::filesystem::path& vae,
                                 const Placement& placement, ModelCache& cache, const TaskControl& control);

}  // namespace afa
