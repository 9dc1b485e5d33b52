#pragma once
#include "app/cli/command.h"
#include "core/engine/requests.h"

namespace afa::cli {

class BenchmarkCommand : public Command {
  public:
    void declare(CLI::App& app) override;
    int run(std::stop_token stop) override;

  private:
    BenchmarkRequest request_;
    bool json_ = false;
};

}  // namespace afa::cli
