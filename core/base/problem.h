#pragma once
#include <string>
#include <utility>

#include "core/base/message.h"

namespace afa {

/// What is wrong with a request.
struct Problem {
    std::string field;  ///< the option's name without "--"; empty where it is none's in particular
    Message text;

    /// Of the first option that the text names.
    Problem(Message what) : field(what.about()), text(std::move(what)) {}
    Problem(std::string of, Message what) : field(std::move(of)), text(std::move(what)) {}
    bool operator==(const Problem&) const = default;
};

}  // namespace afa
