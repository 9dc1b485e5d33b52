#pragma once
#include <QtCore/QString>
#include <functional>
#include <utility>

#include "core/base/task.h"

namespace afa {

/// How a job ended. Cancelling is an outcome, not an error.
struct JobEnd {
    enum class Outcome { Done, Cancelled, Failed };
    Outcome outcome = Outcome::Done;
    QString message;  ///< Failed: what happened, in words
};

/// What a job's process() may use while it runs.
class JobContext {
  public:
    using Post = std::function<void(std::function<void()>)>;
    JobContext(TaskControl control, Post post) : control_(std::move(control)), post_(std::move(post)) {}

    /// Asked for "stop?", told about progress; the latter reaches Job::progressed.
    const TaskControl& control() const { return control_; }
    /// Runs `call` on the GUI thread: after everything told before, and before the job's end.
    void tell(std::function<void()> call) const { post_(std::move(call)); }

  private:
    TaskControl control_;
    Post post_;
};

/// A piece of long work. process() runs where its runner runs it and touches no widget; the other functions
/// are called on the GUI thread, where the job is destroyed as well.
class Job {
  public:
    Job() = default;
    virtual ~Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    /// Throws to fail; Cancelled to end as cancelled. Not called for a job cancelled before its turn.
    virtual void process(const JobContext& context) = 0;
    /// In the order of the reports; never after ended().
    virtual void progressed(const Progress&) {}
    /// Exactly once, whatever happens, also when the runner is destroyed.
    virtual void ended(const JobEnd& end) = 0;
};

}  // namespace afa
