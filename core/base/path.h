#pragma once
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>

namespace afa {

/// ".png" of "A.PNG".
inline std::string lowerExtension(const std::filesystem::path& path) {
    auto extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

/// The folder a file lies in, "." for a bare name.
inline std::filesystem::path folderOf(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// One name for one file, whichever way it is spelled; the path itself where it cannot be resolved.
inline std::filesystem::path canonicalPath(const std::filesystem::path& path) {
    std::error_code ec;
    auto canonical = std::filesystem::weakly_canonical(path, ec);
    return ec ? path : canonical;
}

/// Whether `file` is `place`, or lies below it; by the file system, whichever way they are spelled.
inline bool isAtOrBelow(const std::filesystem::path& file, const std::filesystem::path& place) {
    for (auto at = canonicalPath(file); !at.empty(); at = at.parent_path()) {
        std::error_code missing;
        if (std::filesystem::equivalent(at, place, missing)) return true;
        if (at == at.parent_path()) break;
    }
    return false;
}

}  // namespace afa
