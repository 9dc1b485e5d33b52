#include "app/cli/report.h"

#include <algorithm>
#include <iostream>

namespace afa::cli {

void reportError(const std::string& message) {
    std::string line = message;
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\r', ' ');
    std::cerr << "afa: error: " << line << std::endl;
}

}  // namespace afa::cli
