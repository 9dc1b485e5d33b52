#pragma once
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <utility>

#include "core/base/error.h"

namespace afa {

struct Progress {
    std::string phase;       ///< what is going on, e.g. "load", "denoise", "decode"
    std::int64_t done = 0;   ///< units finished
    std::int64_t total = 0;  ///< units in all; 0 = unknown
};

/// What long work asks its caller: "shall I stop?" and "here is how far I am". Copyable, cheap.
/// Long work calls checkStop() at every sampler step, U-Net stage, tensor loaded and training step.
class TaskControl {
  public:
    TaskControl() = default;
    explicit TaskControl(std::stop_token stop, std::function<void(const Progress&)> report = {})
        : stop_(std::move(stop)), report_(std::move(report)) {}

    bool stopRequested() const { return stop_.stop_requested(); }
    /// Throws Cancelled when a stop was requested.
    void checkStop() const {
        if (stopRequested()) throw Cancelled();
    }
    void report(const Progress& progress) const {
        if (report_) report_(progress);
    }

  private:
    std::stop_token stop_;
    std::function<void(const Progress&)> report_;
};

}  // namespace afa
