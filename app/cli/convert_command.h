#pragma once
#include <filesystem>
#include <string>

#include "app/cli/command.h"

namespace afa::cli {

class ConvertCommand : public Command {
  public:
    void declare(CLI::App& app) override;
    int run(std::stop_token stop) override;

  private:
    std::filesystem::path source_, output_;
    std::string target_;
    bool json_ = false;
};

}  // namespace afa::cli
