#pragma once
#include <functional>
#include <utility>

#include "ui/jobs/job.h"

namespace afa {

/// A job made of two functions, for small work.
class FunctionJob : public Job {
  public:
    FunctionJob(std::function<void(const JobContext&)> work, std::function<void(const JobEnd&)> end)
        : work_(std::move(work)), end_(std::move(end)) {}
    void process(const JobContext& context) override { work_(context); }
    void ended(const JobEnd& end) override { end_(end); }

  private:
    std::function<void(const JobContext&)> work_;
    std::function<void(const JobEnd&)> end_;
};

}  // namespace afa
