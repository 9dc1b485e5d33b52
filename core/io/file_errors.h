#pragma once
#include <filesystem>

#include "core/base/error.h"

namespace afa {

/// What the standard library found wrong with a path that exists, or may, as this program tells it.
inline FileError cannotRead(const std::filesystem::filesystem_error& error) {
    return FileError(error.path1().string() + ": cannot be read: " + error.code().message());
}

}  // namespace afa
