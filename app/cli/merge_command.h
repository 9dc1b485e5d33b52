#pragma once
#include "app/cli/command.h"
#include "app/cli/merge_search.h"
#include "core/engine/merge_request.h"

namespace afa::cli {

class MergeCommand : public Command {
  public:
    void declare(CLI::App& app) override;
    int run(std::stop_token stop) override;

  private:
    MergeRequest request_;
    MergeSearchOptions search_;
    std::string target_ = "single-file";
    bool listPresets_ = false;
    bool json_ = false;
};

}  // namespace afa::cli
