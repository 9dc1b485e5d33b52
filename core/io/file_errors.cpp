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

std::string reasonOf(const std::error_code& error) {
    if (error == std::errc::filename_too_long)
        return "the name is too long; systems take 255 bytes for a name and about 4000 for a path";
    if (error == std::errc::too_many_symbolic_link_levels)
        return "its links lead in a circle; name the file or folder itself";
    return error.message();
}

FileError cannotRead(const fs::filesystem_error& error) {
    return FileError(error.path1().string() + ": cannot be read: " + reasonOf(error.code()));
}

FileError cannotUse(const fs::filesystem_error& error) {
    return FileError((error.path1().empty() ? std::string("a file or folder") : error.path1().string()) +
                     ": cannot be used: " + reasonOf(error.code()));
}

std::string foundInstead(const fs::path& path, const std::string& nothing) {
    std::error_code error;
    return fs::exists(path, error) || !error ? nothing : reasonOf(error);
}

std::string unexpandedHome(const fs::path& path) {
    const auto typed = asTyped(path);
    if (typed.empty()) return {};
    const auto first = typed.begin()->string();
    const bool alone = std::next(typed.begin()) == typed.end();
    std::error_code error;
    if (!first.starts_with('~') || (alone && first != "~") || fs::exists(fs::symlink_status(first, error)))
        return {};
    auto home = homeOf(first);
    if (home.empty()) return "; \"" + first + "\" was not expanded by the shell: write the folder itself";
    for (auto part = std::next(typed.begin()); part != typed.end(); ++part)
        home /= *part;
    return "; \"~\" was not expanded, as in quotes: write " + home.string();
}

void requireUsableName(const fs::path& path) {
    std::error_code error;
    const bool there = fs::exists(path, error);
    if (!there &&
        (error == std::errc::filename_too_long || error == std::errc::too_many_symbolic_link_levels))
        throw FileError(path.string() + ": cannot write: " + reasonOf(error));
    const auto typed = asTyped(path);
    if (typed.empty() || *typed.begin() != "~") return;
    if (const auto hint = unexpandedHome(path); !hint.empty())
        throw FileError(path.string() + ": cannot write there" + hint + ", or ./" + typed.string() +
                        " if that is meant");
}

}  // namespace afa
