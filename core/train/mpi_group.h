#pragma once
#include <memory>

#include "core/train/parallel_group.h"

namespace afa {

/// The processes that were started together with this one by mpirun, srun or the like; a group of one where
/// it was started alone. Opens the MPI part of the program (libafa_mpi) at run time, so that a program
/// without MPI, or started alone, never loads it. Throws ConfigError where several processes were started and
/// this build has no MPI.
std::shared_ptr<ParallelGroup> openProcessGroup();

}  // namespace afa
