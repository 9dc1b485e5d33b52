#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace afa {

/// The content of a text file as UTF-8 without byte order marks. Read are UTF-8 and UTF-16 with a
/// mark. Throws DataError without the file's name: zero bytes, as UTF-16 without a mark has them; damaged
/// UTF-16. What else is no UTF-8 comes
/// back as it is, for the reader of its lines to name the line.
std::string plainText(std::string_view bytes);

/// The first character of a UTF-8 text that no caption or prompt can mean, as "U+0007": controls other than
/// tabs and line ends. None: nullopt.
std::optional<std::string> controlCharacter(std::string_view text);

}  // namespace afa
