#pragma once
#include <cstdint>

namespace afa {

/// Main memory in bytes; 0 where the system does not tell.
struct MemoryFigures {
    std::uint64_t process = 0;    ///< resident memory of this program
    std::uint64_t available = 0;  ///< that programs can still get without swapping
};
MemoryFigures memoryFigures();

}  // namespace afa
