#pragma once
#include <filesystem>
#include <string>

namespace afa {

/// A small text file (a JSON config, a recipe). Throws FileError: missing, unreadable, larger than 64 MiB.
std::string readTextFile(const std::filesystem::path& path);

}  // namespace afa
