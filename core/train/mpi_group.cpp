#include "core/train/mpi_group.h"

namespace afa {

std::shared_ptr<ParallelGroup> openProcessGroup() {
    return std::make_shared<ParallelGroup>();
}

}  // namespace afa
