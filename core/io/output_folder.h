#pragma once
#include <filesystem>

namespace afa {

/// A folder that a result is to be written to: made where it is missing, so that a typo shows before hours of
/// work. Empty = the current one. Throws FileError.
void requireFolder(const std::filesystem::path& folder);
/// The folder of a file that is to be written. Throws FileError.
void requireFolderOf(const std::filesystem::path& file);

}  // namespace afa
