#pragma once
#include <chrono>
#include <string>

#include "core/base/task.h"

namespace afa::cli {

/// A bar with seconds per step and time left, on stderr and only where that is a terminal.
class ProgressBar {
  public:
    ProgressBar();
    ~ProgressBar();
    void show(const Progress& progress);
    void clear();

  private:
    bool terminal_;
    bool shown_ = false;
    std::string phase_;
    std::chrono::steady_clock::time_point phaseStart_;
};

}  // namespace afa::cli
