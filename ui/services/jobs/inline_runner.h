#pragma once
#include <deque>
#include <stop_token>

#include "ui/services/jobs/job_runner.h"

namespace afa {

/// Runs its jobs on the GUI thread, one at each turn of the event loop: the same contract without a second
/// thread, for tests of what stands on it.
class InlineRunner : public JobRunner {
    Q_OBJECT
  public:
    using JobRunner::JobRunner;
    ~InlineRunner() override;

    JobId start(std::unique_ptr<Job> job) override;
    void cancel(JobId id) override;
    void cancelAll() override;
    bool idle() const override { return entries_.empty(); }

  private:
    struct Entry {
        JobId id = 0;
        std::unique_ptr<Job> job;
        std::stop_source stop;
    };
    void runNext();

    std::deque<Entry> entries_;  ///< the first one runs
    JobId lastId_ = 0;
    bool running_ = false;
};

}  // namespace afa
