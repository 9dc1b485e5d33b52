#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "core/base/error.h"
#include "core/io/mapped_file.h"
#include "core/train/manifest_readers.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

std::string lowerExtension(const fs::path& path) {
    auto extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

bool isPictureName(const fs::path& path) {
    constexpr std::array<std::string_view, 5> kExtensions{".bmp", ".jpeg", ".jpg", ".png", ".webp"};
    return std::find(kExtensions.begin(), kExtensions.end(), lowerExtension(path)) != kExtensions.end();
}

/// Every file below, ascending by path; hidden ones (thumbnails, resource forks) aside.
std::vector<fs::path> filesBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    try {
        for (auto it = fs::recursive_directory_iterator(folder); it != fs::end(it); ++it) {
            const bool hidden = it->path().filename().string().starts_with('.');
            if (it->is_directory()) {
                if (hidden) it.disable_recursion_pending();
            } else if (!hidden) {
                files.push_back(it->path());
            }
        }
    } catch (const fs::filesystem_error& error) {
        throw FileError(folder.string() +
                        ": training data: cannot list the folder: " + error.code().message());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

void readCaptionFolder(const fs::path& folder, TrainingData& data) {
    std::map<fs::path, bool> captions;  // .txt -> a picture stands beside it
    std::vector<fs::path> pictures;
    for (const auto& file : filesBelow(folder)) {
        if (lowerExtension(file) == ".txt") captions.emplace(file, false);
        if (isPictureName(file)) pictures.push_back(file);
    }
    if (pictures.empty())
        throw FileError(folder.string() +
                        ": training data: expected pictures (.jpg, .png, .webp, .bmp) with same-named .txt "
                        "files, found no picture");
    for (const auto& picture : pictures) {
        auto caption = picture;
        auto found = captions.find(caption.replace_extension(".txt"));
        if (found == captions.end()) found = captions.find(caption.replace_extension(".TXT"));
        if (found == captions.end()) {
            data.problems.push_back(
                {picture.string(), "no caption: expected " + picture.stem().string() + ".txt beside it"});
            continue;
        }
        found->second = true;
        try {
            const auto file = MappedFile::open(found->first);
            addPicture({picture.parent_path()}, picture.filename().string(),
                       withoutByteOrderMark(file->text()), found->first.string(), data);
        } catch (const FileError& error) {
            data.problems.push_back({found->first.string(), error.what()});
        }
    }
    for (const auto& [caption, used] : captions)
        if (!used)
            data.problems.push_back({caption.string(),
                                     "image missing: no .jpg, .png, .webp or .bmp of this "
                                     "name beside it"});
}

}  // namespace afa
