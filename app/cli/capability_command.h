#pragma once
#include "app/cli/command.h"
#include "core/engine/evaluation_requests.h"

namespace afa::cli {

class CapabilityCommand : public Command {
  public:
    void declare(CLI::App& app) override;
    int run(std::stop_token stop) override;

  private:
    CapabilityRequest request_;
    bool json_ = false;
};

}  // namespace afa::cli
