#pragma once
#include "core/base/message.h"

namespace afa::cli {

/// `afa: error: ...` on stderr, always one line.
void reportError(const Message& message);

}  // namespace afa::cli
