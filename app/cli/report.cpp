#include "app/cli/report.h"

#include <algorithm>
#include <iostream>

#include "core/base/shortened.h"

namespace afa::cli {

void reportError(const Message& message) {
    constexpr std::size_t kMost = 2000;  // a message with several long paths, not a pasted text
    std::string line = shortened(message.english(), kMost);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\r', ' ');
    std::cerr << "afa: error: " << line << std::endl;
}

}  // namespace afa::cli
