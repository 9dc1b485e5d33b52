#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/base/path.h"
#include "core/io/mapped_file.h"
#include "core/train/manifest_readers.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

bool isPictureName(const fs::path& path) {
    constexpr std::array<std::string_view, 5> kExtensions{".bmp", ".jpeg", ".jpg", ".png", ".webp"};
    return std::find(kExtensions.begin(), kExtensions.end(), lowerExtension(path)) != kExtensions.end();
}

/// Every file below, ascending by path; hidden ones (thumbnails, resource forks) aside. Links are followed,
/// each folder once. A folder that cannot be read is a problem of its own, not of the others.
std::vector<fs::path> filesBelow(const fs::path& folder, std::vector<DataProblem>& problems) {
    std::vector<fs::path> files, open{folder};
    std::set<fs::path> seen;
    while (!open.empty()) {
        const auto here = open.back();
        open.pop_back();
        std::error_code ec;
        if (!seen.insert(canonicalPath(here)).second) continue;
        fs::directory_iterator it(here, ec);
        for (; !ec && it != fs::directory_iterator(); it.increment(ec)) {
            if (it->path().filename().string().starts_with('.')) continue;
            std::error_code dangling;  // a file that is not there, then
            if (it->is_directory(dangling))
                open.push_back(it->path());
            else
                files.push_back(it->path());
        }
        if (!ec) continue;
        if (here == folder)
            throw FileError(folder.string() + ": training data: cannot list the folder: " + ec.message());
        problems.push_back({here.string(), "cannot list the folder: " + ec.message()});
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

void readCaptionFolder(const fs::path& folder, TrainingData& data) {
    std::map<fs::path, bool> captions;  // .txt -> a picture stands beside it
    std::vector<fs::path> pictures;
    for (const auto& file : filesBelow(folder, data.problems)) {
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
