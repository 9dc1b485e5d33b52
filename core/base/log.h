#pragma once
#include <string>

namespace afa {

/// Messages for whoever runs the program, on stderr: `afa: warning: ...`. Standard output stays for results.
void logInfo(const std::string& message);  ///< shown only when verbose
void logWarning(const std::string& message);
void setLogVerbose(bool verbose);

}  // namespace afa
