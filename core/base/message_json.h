#pragma once
#include <string>

#include "core/base/message.h"

namespace boost::json {
class value;
}

namespace afa {

// Messages in files that a surface reads again: the source and what stands in its places, so that they can be
// told in another language later.

boost::json::value messageJson(const Message& message);
/// A text alone is its own words. Throws FileError "WHERE: ..".
Message messageFromJson(const boost::json::value& value, const std::string& where);

}  // namespace afa
