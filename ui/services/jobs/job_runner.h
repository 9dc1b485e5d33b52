#pragma once
#include <QtCore/QObject>
#include <memory>

#include "ui/services/jobs/job.h"

namespace afa {

using JobId = quint64;

/// Runs jobs one after the other, first in, first out. All functions are called on the GUI thread. Destroying
/// a runner cancels what is left, waits for the job in hand and tells every end before it returns.
class JobRunner : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;

    /// Never tells anything before it returns.
    virtual JobId start(std::unique_ptr<Job> job) = 0;
    /// Asks a waiting or running job to stop; nothing happens for one that has ended. Returns at once.
    virtual void cancel(JobId id) = 0;
    virtual void cancelAll() = 0;
    /// No job waits, runs or has an end still to be told.
    virtual bool idle() const = 0;
};

/// Runs process() and turns what it throws into an end; on the runner's thread.
JobEnd processJob(Job& job, const JobContext& context);

}  // namespace afa
