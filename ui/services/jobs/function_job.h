#pragma once
#include <functional>
#include <utility>

#include "ui/services/jobs/job.h"

namespace afa {

/// A job made of functions: the work on the runner's thread, what is told on the GUI thread.
class FunctionJob : public Job {
  public:
    FunctionJob(std::function<void(const JobContext&)> work, std::function<void(const JobEnd&)> end,
                std::function<void(const Progress&)> told = {})
        : work_(std::move(work)), end_(std::move(end)), told_(std::move(told)) {}
    void process(const JobContext& context) override { work_(context); }
    void progressed(const Progress& progress) override {
        if (told_) told_(progress);
    }
    void ended(const JobEnd& end) override { end_(end); }

  private:
    std::function<void(const JobContext&)> work_;
    std::function<void(const JobEnd&)> end_;
    std::function<void(const Progress&)> told_;
};

}  // namespace afa
