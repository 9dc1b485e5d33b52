#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "core/eval/maps_sheet.h"

namespace afa::cli {

class MapsCommand : public Command {
  public:
    void declare(CLI::App& app) override;
    int run(std::stop_token stop) override;

  private:
    int scale_ = kPrintScale;
    std::filesystem::path file_, sheet_, csv_, recipe_;
    std::vector<int> stages_, steps_;
    std::string half_ = "cond";
    bool json_ = false;
};

}  // namespace afa::cli
