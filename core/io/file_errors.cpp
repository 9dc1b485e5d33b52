#include "core/io/file_errors.h"

#include <cstdlib>

namespace afa {
namespace {

namespace fs = std::filesystem;

/// Where "~" leads; empty where that is not known: the system has no home, or it is somebody else's.
fs::path homeOf(const std::string& first) {
#ifdef _WIN32
    const char* home = std::getenv("USERPROFILE");
#else
    const char* home = std::getenv("HOME");
#endif
    return first == "~" && home ? fs::path(home) : fs::path();
}

/// From the current folder, where the path begins with it: paths are made absolute before they are opened.
fs::path asTyped(const fs::path& path) {
    std::error_code error;
    const auto here = path.is_absolute() ? fs::current_path(error) : fs::path();
    if (error || here.empty()) return path;
    auto relative = path.lexically_relative(here);
    return relative.empty() || *relative.begin() == ".." ? path : relative;
}

}  // namespace

Message reasonOf(const std::error_code& error) {
    if (error == std::errc::filename_too_long)
        return Message::of(
            "the name is too long; systems take 255 bytes for a name and about 4000 for a path");
    if (error == std::errc::too_many_symbolic_link_levels)
        return Message::of("its links lead in a circle; name the file or folder itself");
    if (error == std::errc::no_such_file_or_directory) return Message::of("No such file or directory");
    if (error == std::errc::permission_denied) return Message::of("Permission denied");
    if (error == std::errc::not_a_directory) return Message::of("Not a directory");
    if (error == std::errc::is_a_directory) return Message::of("Is a directory");
    if (error == std::errc::read_only_file_system) return Message::of("Read-only file system");
    if (error == std::errc::io_error) return Message::of("Input/output error");
    return Message::verbatim(error.message());
}

FileError cannotRead(const fs::filesystem_error& error) {
    return FileError(Message::of("%1: cannot be read: %2", error.path1(), reasonOf(error.code())));
}

FileError cannotUse(const fs::filesystem_error& error) {
    return FileError(Message::of(
        "%1: cannot be used: %2",
        error.path1().empty() ? Message::of("a file or folder") : Message::verbatim(error.path1().string()),
        reasonOf(error.code())));
}

Message foundInstead(const fs::path& path, const Message& nothing) {
    std::error_code error;
    return fs::exists(path, error) || !error ? nothing : reasonOf(error);
}

Message unexpandedHome(const fs::path& path) {
    const auto typed = asTyped(path);
    if (typed.empty()) return {};
    const auto first = typed.begin()->string();
    const bool alone = std::next(typed.begin()) == typed.end();
    std::error_code error;
    if (!first.starts_with('~') || (alone && first != "~") || fs::exists(fs::symlink_status(first, error)))
        return {};
    auto home = homeOf(first);
    if (home.empty())
        return Message::of("; \"%1\" was not expanded by the shell: write the folder itself", first);
    for (auto part = std::next(typed.begin()); part != typed.end(); ++part)
        home /= *part;
    return Message::of("; \"~\" was not expanded, as in quotes: write %1", home);
}

void requireUsableName(const fs::path& path) {
    std::error_code error;
    const bool there = fs::exists(path, error);
    if (!there &&
        (error == std::errc::filename_too_long || error == std::errc::too_many_symbolic_link_levels))
        throw FileError(Message::of("%1: cannot write: %2", path, reasonOf(error)));
    const auto typed = asTyped(path);
    if (typed.empty() || *typed.begin() != "~") return;
    if (const auto hint = unexpandedHome(path); !hint.empty())
        throw FileError(Message::of("%1: cannot write there%2, or ./%3 if that is meant", path, hint, typed));
}

}  // namespace afa
