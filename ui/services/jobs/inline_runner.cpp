#include "ui/services/jobs/inline_runner.h"

namespace afa {

InlineRunner::~InlineRunner() {
    cancelAll();
    while (!entries_.empty())
        runNext();
}

JobId InlineRunner::start(std::unique_ptr<Job> job) {
    entries_.push_back({++lastId_, std::move(job), {}});
    QMetaObject::invokeMethod(this, &InlineRunner::runNext, Qt::QueuedConnection);
    return lastId_;
}

void InlineRunner::cancel(JobId id) {
    for (auto& entry : entries_)
        if (entry.id == id) entry.stop.request_stop();
}

void InlineRunner::cancelAll() {
    for (auto& entry : entries_)
        entry.stop.request_stop();
}

void InlineRunner::runNext() {
    // A job that opens a nested event loop must not start the next one inside itself.
    if (running_ || entries_.empty()) return;
    running_ = true;
    Job* job = entries_.front().job.get();
    const TaskControl control(entries_.front().stop.get_token(),
                              [job](const Progress& progress) { job->progressed(progress); });
    const JobEnd end =
        processJob(*job, JobContext(control, [](const std::function<void()>& call) { call(); }));
    const Entry ended = std::move(entries_.front());
    entries_.pop_front();
    running_ = false;
    ended.job->ended(end);
    if (!entries_.empty()) QMetaObject::invokeMethod(this, &InlineRunner::runNext, Qt::QueuedConnection);
}

}  // namespace afa
