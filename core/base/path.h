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

/// Whether `file` is `place`, or lies below it; by the file system, whichever way they are spelled.
inline bool isAtOrBelow(const std::filesystem::path& file, const std::filesystem::path& place) {
    std::error_code ec;
    const auto whole = std::filesystem::weakly_canonical(file, ec);
    for (auto at = whole; !ec && !at.empty(); at = at.parent_path()) {
        std::error_code missing;
        if (std::filesystem::equivalent(at, place, missing)) return true;
        if (at == at.parent_path()) break;
    }
    return false;
}

}  // namespace afa
