#pragma once
#include <string>

namespace afa::cli {

/// `afa: error: ...` on stderr, always one line.
void reportError(const std::string& message);

}  // namespace afa::cli
