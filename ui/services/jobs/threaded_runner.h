#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>

#include "ui/services/jobs/job_runner.h"

namespace afa {

/// Runs its jobs on one thread of its own.
class ThreadedRunner : public JobRunner {
    Q_OBJECT
  public:
    explicit ThreadedRunner(QObject* parent = nullptr);
    ~ThreadedRunner() override;

    JobId start(std::unique_ptr<Job> job) override;
    void cancel(JobId id) override;
    void cancelAll() override;
    bool idle() const override { return unended_ == 0; }

  Q_SIGNALS:
    void failed(const QString& message);  ///< who was told something by a job threw

  private:
    struct Entry {
        JobId id = 0;
        std::unique_ptr<Job> job;
        std::stop_source stop;
    };
    using EntryPtr = std::shared_ptr<Entry>;

    void work();
    void post(std::function<void()> call);  ///< from any thread
    void postEnd(EntryPtr entry, const JobEnd& end);
    void drain();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<EntryPtr> waiting_;
    EntryPtr running_;
    bool leaving_ = false;
    std::deque<std::function<void()>> outbox_;  ///< for the GUI thread, in order
    JobId lastId_ = 0;
    int unended_ = 0;  ///< GUI thread only
    std::thread thread_;
};

}  // namespace afa
