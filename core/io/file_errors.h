#pragma once
#include <filesystem>
#include <string>
#include <system_error>

#include "core/base/error.h"

namespace afa {

/// The system's reason, in this program's words where the system's own do not tell what to do.
Message reasonOf(const std::error_code& error);

/// What the standard library found wrong with a path that exists, or may, as this program tells it.
FileError cannotRead(const std::filesystem::filesystem_error& error);
/// The same where it is not known what was to be done with the path.
FileError cannotUse(const std::filesystem::filesystem_error& error);

/// What is found where something was expected and is not: `nothing`, or why the path leads nowhere.
Message foundInstead(const std::filesystem::path& path, const Message& nothing);

/// "; "~" was not expanded .." for a path that begins with "~", as it does where a shell met it in quotes,
/// and that is not there; else empty. To stand at the end of a message that the path is missing.
Message unexpandedHome(const std::filesystem::path& path);
/// What can be told of the name of a file or folder to be written before it is: throws FileError where it is
/// too long, its links lead in a circle, or it lies below a "~" that no shell has expanded: a folder named
/// "~" is nothing that anybody wants to be made.
void requireUsableName(const std::filesystem::path& path);

}  // namespace afa
