#include "core/train/process_group.h"

#include <boost/dll/runtime_symbol_info.hpp>
#include <boost/dll/shared_library.hpp>
#include <cstdlib>

#include "core/base/error.h"

namespace afa {
namespace {

/// How many processes the launcher says it started: Open MPI, MPICH and Intel MPI (PMI), Slurm's srun.
int launchedProcesses() {
    for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"})
        if (const char* value = std::getenv(name)) return std::atoi(value);
    // Slurm sets its task count in batch scripts as well; only srun gives a process a place among them.
    const char* tasks = std::getenv("SLURM_STEP_NUM_TASKS");
    return tasks && std::getenv("SLURM_PROCID") ? std::atoi(tasks) : 1;
}

}  // namespace

std::shared_ptr<ParallelGroup> openProcessGroup() {
    const int count = launchedProcesses();
    if (count <= 1) return std::make_shared<ParallelGroup>();
    const auto folder = boost::dll::this_line_location().parent_path();
    // Never closed: MPI does not survive being unloaded and opened again.
    static boost::dll::shared_library library;
    try {
        if (!library.is_loaded())
            library.load(folder / "afa_mpi", boost::dll::load_mode::append_decorations |
                                                 boost::dll::load_mode::rtld_now |
                                                 boost::dll::load_mode::rtld_global);
    } catch (const std::exception& error) {
        throw ConfigError(
            Message::of("%1 processes were started together, but this build cannot train in several: %2; "
                        "build it with MPI (AFA_MPI), or start one process",
                        count, messageOf(error)));
    }
    return std::shared_ptr<ParallelGroup>(library.get<CreateParallelGroup>("afaCreateMpiGroup")());
}

}  // namespace afa
