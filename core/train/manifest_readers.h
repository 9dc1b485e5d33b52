#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/train/training_data.h"

namespace boost::json {
class array;
class object;
}  // namespace boost::json

// One reader for each kind of training data; readTrainingData() chooses.
namespace afa {

/// A manifest's text as UTF-8, and where it came from.
struct ManifestText {
    std::filesystem::path path;
    std::string_view text;

    std::string name() const { return path.filename().string(); }
};

/// A list of any kind. Throws FileError where it is none.
void readManifest(const std::filesystem::path& path, TrainingData& data);
/// Pictures whose caption stands in a metadata list of the folder, or in a .txt beside them.
void readCaptionFolder(const std::filesystem::path& folder, TrainingData& data);
void readJsonLines(const ManifestText& manifest, TrainingData& data);
/// The same objects as elements of one list.
void readJsonRows(const ManifestText& manifest, const boost::json::array& rows, TrainingData& data);
/// Separated by commas, semicolons or tabs. False where the first row does not name the columns.
bool readCsv(const ManifestText& manifest, TrainingData& data);
void readCoco(const ManifestText& manifest, const boost::json::object& document, TrainingData& data);

/// Adds an entry whose picture is looked for in `folders`, in their order; a problem where the picture is
/// missing or the caption, white space at its ends aside, is empty, no UTF-8 or holds control characters. A
/// path with backslashes that is not there is looked for with slashes.
void addPicture(const std::vector<std::filesystem::path>& folders, std::string_view image,
                std::string_view caption, const std::string& origin, TrainingData& data);

/// The columns and keys of lists, the more particular ones first.
inline constexpr std::array<std::string_view, 6> kImageNames{"image",    "file_name",  "filename",
                                                             "img_path", "image_path", "file"};
inline constexpr std::array<std::string_view, 3> kCaptionNames{"text", "caption", "prompt"};

std::filesystem::path pathFromUtf8(std::string_view text);

}  // namespace afa
