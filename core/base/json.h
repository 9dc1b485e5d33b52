#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/base/message.h"

// Boost.JSON itself is included where a document is taken apart (<boost/json.hpp>), not here.
namespace boost::json {
class value;
}

namespace afa {

inline constexpr int kJsonMaxDepth = 64;  ///< deeper nesting is refused: nothing this program reads needs it

/// Parses a JSON document (strict, UTF-8, no duplicate keys). `where` opens the message.
/// Throws FileError "where: not valid JSON: ..." .
boost::json::value parseJson(std::string_view text, const Message& where);
boost::json::value parseJson(std::string_view text, const std::string& where);

/// JSON knows neither NaN nor infinity; null stands for both.
boost::json::value numberOrNull(double number);
boost::json::value numbersOrNull(std::span<const double> numbers);

/// Indented by two spaces, keys in their order, with a trailing newline.
std::string formatJson(const boost::json::value& value);

}  // namespace afa
