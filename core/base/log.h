#pragma once
#include <string>

namespace afa {

/// For whoever runs the program, on stderr: `afa: warning: ...`. Standard output stays for results.
void logWarning(const std::string& message);

}  // namespace afa
