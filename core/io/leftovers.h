#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "core/io/system_file.h"

// What is written lies beside its target under a hidden name until it is whole. A program that is killed
// leaves it there; the next one that writes into the folder removes it.
namespace afa {

/// A file to write under a hidden name of its own in `folder`, held until it is closed. Its name does not
/// depend on the target's, which may be as long as names can be. kNoFile with `error` where none can be made.
FileHandle createTemporary(const std::filesystem::path& folder, std::filesystem::path& path,
                           std::error_code& error);
/// The same with a folder; false with `error` where none can be made. `held`: to be closed, may be kNoFile.
bool createTemporaryFolder(const std::filesystem::path& folder, std::filesystem::path& path, FileHandle& held,
                           std::error_code& error);

/// Which machine this is, in 8 characters.
const std::string& hostTag();

/// How the names of temporary files and folders begin; they end with ".tmp".
inline constexpr std::string_view kTemporaryPrefix = ".afa-";
/// The name of a claim (core/io/free_name.h); it says in its content which machine made it.
inline constexpr std::string_view kClaimPrefix = ".afa-claim-";

/// Removes a temporary file or folder, or a claim, that nobody works on any more: its process has given it
/// free, and was one of this machine. Locks of another machine may not reach this one, so what one of those
/// has written goes when it was not touched for a day. Anything of another name stays. True where it is gone.
bool removeLeftover(const std::filesystem::path& path);
/// All of a folder, not of those in it. Never fails.
void removeLeftovers(const std::filesystem::path& folder);
/// The same when this process writes into the folder for the first time.
void removeLeftoversOnce(const std::filesystem::path& folder);

}  // namespace afa
