#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/engine/merge_search_request.h"
#include "core/merge/block_search.h"

namespace afa {

/// What a search has done, as it lies on disk (search.json): enough to go on where it stopped.
struct MergeSearchState {
    MergeSearchRequest request;
    std::vector<std::string> fingerprints;  ///< of the models' U-Nets
    std::vector<BlockSearchTrial> trials;
};

std::filesystem::path mergeSearchStatePath(const std::filesystem::path& folder);
void writeMergeSearchState(const std::filesystem::path& folder, const MergeSearchState& state);
/// Throws FileError where there is none, or none that is sound.
MergeSearchState readMergeSearchState(const std::filesystem::path& folder);

}  // namespace afa
