#pragma once
#include "app/cli/command.h"
#include "core/engine/requests.h"

namespace afa::cli {

class GenerateCommand : public Command {
  public:
    void declare(CLI::App& app) override;
    int run(std::stop_token stop) override;

  private:
    int compare(std::stop_token stop);

    GenerateRequest request_;
    std::vector<std::string> compared_;
    std::vector<std::string> prompts_;
    bool noMetadata_ = false;
    bool json_ = false;
};

}  // namespace afa::cli
