#include "core/engine/memory.h"

#include <fstream>
#include <string>

namespace afa {
namespace {

/// A line "KEY:  N kB" of a file below /proc, in bytes.
std::uint64_t kilobyteLine(const char* file, const std::string& key) {
    std::ifstream in(file);
    for (std::string word; in >> word;) {
        if (word != key) continue;
        std::uint64_t kilobytes = 0;
        in >> kilobytes;
        return kilobytes * 1024;
    }
    return 0;
}

}  // namespace

MemoryFigures memoryFigures() {
    return {kilobyteLine("/proc/self/status", "VmRSS:"), kilobyteLine("/proc/meminfo", "MemAvailable:")};
}

}  // namespace afa
