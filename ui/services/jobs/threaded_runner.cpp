#include "ui/services/jobs/threaded_runner.h"

#include <algorithm>
#include <exception>

#include "core/base/log.h"
#include "ui/services/messages/core_messages.h"

namespace afa {

ThreadedRunner::ThreadedRunner(QObject* parent) : JobRunner(parent), thread_([this] { work(); }) {}

ThreadedRunner::~ThreadedRunner() {
    cancelAll();
    {
        const std::lock_guard lock(mutex_);
        leaving_ = true;
    }
    wake_.notify_one();
    thread_.join();
    drain();
}

JobId ThreadedRunner::start(std::unique_ptr<Job> job) {
    auto entry = std::make_shared<Entry>();
    entry->id = ++lastId_;
    entry->job = std::move(job);
    ++unended_;
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(entry));
    }
    wake_.notify_one();
    return lastId_;
}

void ThreadedRunner::cancel(JobId id) {
    EntryPtr dropped;
    {
        const std::lock_guard lock(mutex_);
        if (running_ && running_->id == id) running_->stop.request_stop();
        const auto it = std::find_if(waiting_.begin(), waiting_.end(),
                                     [&](const EntryPtr& entry) { return entry->id == id; });
        if (it != waiting_.end()) {
            dropped = *it;
            waiting_.erase(it);
        }
    }
    if (dropped) postEnd(std::move(dropped), {JobEnd::Outcome::Cancelled, {}});
}

void ThreadedRunner::cancelAll() {
    std::deque<EntryPtr> dropped;
    {
        const std::lock_guard lock(mutex_);
        if (running_) running_->stop.request_stop();
        dropped.swap(waiting_);
    }
    for (auto& entry : dropped)
        postEnd(std::move(entry), {JobEnd::Outcome::Cancelled, {}});
}

void ThreadedRunner::work() {
    for (;;) {
        EntryPtr entry;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return leaving_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            running_ = waiting_.front();
            waiting_.pop_front();
            entry = running_;
        }
        auto* job = entry->job.get();
        const TaskControl control(entry->stop.get_token(), [this, job](const Progress& progress) {
            post([job, progress] { job->progressed(progress); });
        });
        const JobEnd end = processJob(
            *job, JobContext(control, [this](std::function<void()> call) { post(std::move(call)); }));
        {
            const std::lock_guard lock(mutex_);
            running_.reset();
        }
        postEnd(std::move(entry),
                end);  // gives up this thread's hold, so that the job dies on the GUI thread
    }
}

void ThreadedRunner::post(std::function<void()> call) {
    bool first = false;
    {
        const std::lock_guard lock(mutex_);
        first = outbox_.empty();
        outbox_.push_back(std::move(call));
    }
    if (first) QMetaObject::invokeMethod(this, &ThreadedRunner::drain, Qt::QueuedConnection);
}

void ThreadedRunner::postEnd(EntryPtr entry, const JobEnd& end) {
    post([this, entry = std::move(entry), end] {
        --unended_;
        entry->job->ended(end);
    });
}

void ThreadedRunner::drain() {
    // One call at a time: a call may open a nested event loop (a message box), which drains on.
    for (;;) {
        std::function<void()> call;
        {
            const std::lock_guard lock(mutex_);
            if (outbox_.empty()) return;
            call = std::move(outbox_.front());
            outbox_.pop_front();
            if (!outbox_.empty())
                QMetaObject::invokeMethod(this, &ThreadedRunner::drain, Qt::QueuedConnection);
        }
        try {
            call();
        } catch (const std::exception& error) {  // must not pass through Qt's event loop
            logWarning(error.what());
            Q_EMIT failed(inWindowLanguage(error));
        }
    }
}

}  // namespace afa
