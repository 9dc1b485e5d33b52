#pragma once
#include <string>

#include "core/engine/requests.h"

namespace afa {

/// Throws RequestError with all of a request's problems in one line.
template <typename Request>
void requireValid(const Request& request) {
    std::string text;
    for (const auto& problem : request.validate())
        text += (text.empty() ? "" : "; ") + problem;
    if (!text.empty()) throw RequestError(text);
}

}  // namespace afa
