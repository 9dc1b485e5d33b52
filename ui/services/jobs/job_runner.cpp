#include "ui/services/jobs/job_runner.h"

#include <new>

#include "core/base/error.h"
#include "ui/services/messages/core_messages.h"

namespace afa {

JobEnd processJob(Job& job, const JobContext& context) {
    try {
        context.control().checkStop();
        job.process(context);
        return {JobEnd::Outcome::Done, {}};
    } catch (const Cancelled&) {
        return {JobEnd::Outcome::Cancelled, {}};
    } catch (const OutOfMemory& error) {
        return {JobEnd::Outcome::Failed,
                JobRunner::tr("%1. Everything was freed; choose a smaller size or fewer models.")
                    .arg(inWindowLanguage(error))};
    } catch (const std::bad_alloc&) {
        return {JobEnd::Outcome::Failed,
                JobRunner::tr("There was not enough memory. Choose a smaller size or fewer models.")};
    } catch (const std::exception& error) {
        return {JobEnd::Outcome::Failed, inWindowLanguage(error)};
    } catch (...) {
        return {JobEnd::Outcome::Failed, JobRunner::tr("The work stopped for an unknown reason.")};
    }
}

}  // namespace afa
