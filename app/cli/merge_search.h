#pragma once
#include <filesystem>
#include <stop_token>

#include "core/engine/merge_search_request.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace afa::cli {

/// The part of `afa merge` that searches block weights (--search).
class MergeSearchOptions {
  public:
    /// After the options of a merge have been declared: those that do not go with a search are told here.
    void declare(CLI::App& app);
    bool wanted() const { return search_; }
    /// What search and merge share is in `shared`: models, vae, output, threads.
    int run(const MergeSearchRequest& shared, bool json, std::stop_token stop);

  private:
    MergeSearchRequest request_;
    std::filesystem::path promptsFile_;
    bool search_ = false;
    bool single_ = false;
    bool pairs_ = false;
};

}  // namespace afa::cli
