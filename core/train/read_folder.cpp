#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/base/path.h"
#include "core/io/file_errors.h"
#include "core/io/mapped_file.h"
#include "core/io/plain_text.h"
#include "core/train/manifest_readers.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

bool isPictureName(const fs::path& path) {
    constexpr std::array<std::string_view, 7> kExtensions{".bmp", ".jpeg", ".jpg", ".png",
                                                          ".tif", ".tiff", ".webp"};
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
            throw FileError(
                Message::of("%1: training data: cannot list the folder: %2", folder, reasonOf(ec)));
        problems.push_back({here.string(), Message::of("cannot list the folder: %1", reasonOf(ec))});
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// How Hugging Face lays out a folder of pictures: the captions stand in a list beside them.
bool isMetadataList(const fs::path& path) {
    return path.filename() == "metadata.jsonl" || path.filename() == "metadata.csv";
}

bool isList(const fs::path& path) {
    constexpr std::array<std::string_view, 4> kExtensions{".csv", ".json", ".jsonl", ".tsv"};
    return std::find(kExtensions.begin(), kExtensions.end(), lowerExtension(path)) != kExtensions.end();
}

/// What lies in a folder, by its use.
struct FolderContent {
    std::map<fs::path, bool> captions;  ///< .txt -> a picture stands beside it
    std::vector<fs::path> pictures, metadata, lists;
};

FolderContent contentOf(const fs::path& folder, std::vector<DataProblem>& problems) {
    FolderContent content;
    for (const auto& file : filesBelow(folder, problems)) {
        if (lowerExtension(file) == ".txt") content.captions.emplace(file, false);
        if (isPictureName(file)) content.pictures.push_back(file);
        if (isMetadataList(file))
            content.metadata.push_back(file);
        else if (isList(file))
            content.lists.push_back(file);
    }
    return content;
}

/// The .txt of a picture; nullptr where there is none.
const fs::path* captionFileOf(const fs::path& picture, std::map<fs::path, bool>& captions) {
    auto caption = picture;
    auto found = captions.find(caption.replace_extension(".txt"));
    if (found == captions.end()) found = captions.find(caption.replace_extension(".TXT"));
    if (found == captions.end()) return nullptr;
    found->second = true;
    return &found->first;
}

void addCaptioned(const fs::path& picture, const fs::path& caption, TrainingData& data) {
    try {
        const auto file = MappedFile::open(caption);
        addPicture({picture.parent_path()}, picture.filename().string(), plainText(file->text()),
                   caption.string(), data);
    } catch (const Error& error) {
        data.problems.push_back({caption.string(), error.message()});
    }
}

/// Pictures that a list names, read from `lists` into `data`.
std::set<fs::path> readLists(const std::vector<fs::path>& lists, TrainingData& data) {
    const auto before = data.pictures.size();
    for (const auto& list : lists)
        try {
            readManifest(list, data);
        } catch (const FileError& error) {
            data.problems.push_back({list.string(), error.message()});
        }
    std::set<fs::path> named;
    for (auto i = before; i < data.pictures.size(); ++i)
        named.insert(canonicalPath(data.pictures[i].image));
    return named;
}

}  // namespace

void readCaptionFolder(const fs::path& folder, TrainingData& data) {
    auto content = contentOf(folder, data.problems);
    if (content.pictures.empty())
        throw FileError(
            Message::of("%1: training data: expected pictures (.jpg, .png, .webp, .bmp, .tif) with "
                        "same-named .txt files or a metadata.jsonl, found no picture",
                        folder));
    const auto named = readLists(content.metadata, data);
    // A list that this folder is not read by may hold what is missed.
    const auto elsewhere =
        !content.metadata.empty() ? Message::of(" or a row in %1", content.metadata.front())
        : content.lists.empty()
            ? Message()
            : Message::of("; name the list as the data instead: %1", content.lists.front());
    for (const auto& picture : content.pictures) {
        if (const auto* caption = captionFileOf(picture, content.captions);
            named.contains(canonicalPath(picture)))
            continue;
        else if (caption)
            addCaptioned(picture, *caption, data);
        else
            data.problems.push_back({picture.string(), Message::of("no caption: expected %1.txt beside it%2",
                                                                   picture.stem(), elsewhere)});
    }
    for (const auto& [caption, used] : content.captions)
        if (!used)
            data.problems.push_back(
                {caption.string(),
                 Message::of("image missing: no .jpg, .png, .webp, .bmp or .tif of this name beside it")});
}

}  // namespace afa
