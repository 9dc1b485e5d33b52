#pragma once
#include "app/cli/command.h"
#include "core/engine/train_request.h"

namespace afa::cli {

class TrainCommand : public Command {
  public:
    void declare(CLI::App& app) override;
    int run(std::stop_token stop) override;

  private:
    CLI::App* app_ = nullptr;
    TrainRequest request_;
    bool resume_ = false, json_ = false;
};

}  // namespace afa::cli
