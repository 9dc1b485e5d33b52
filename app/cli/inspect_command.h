#pragma once
#include <filesystem>
#include <vector>

#include "app/cli/command.h"

namespace afa::cli {

class InspectCommand : public Command {
  public:
    void declare(CLI::App& app) override;
    int run(std::stop_token stop) override;

  private:
    std::vector<std::filesystem::path> paths_;
    bool json_ = false, check_ = false;
};

}  // namespace afa::cli
