#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "core/train/training_data.h"

namespace boost::json {
class object;
}

// One reader for each kind of training data; readTrainingData() chooses.
namespace afa {

/// A manifest's text without its byte order mark, and where it came from.
struct ManifestText {
    std::filesystem::path path;
    std::string_view text;

    std::string name() const { return path.filename().string(); }
};

void readCaptionFolder(const std::filesystem::path& folder, TrainingData& data);
void readJsonLines(const ManifestText& manifest, TrainingData& data);
/// False where the first row does not name the columns.
bool readCsv(const ManifestText& manifest, TrainingData& data);
void readCoco(const ManifestText& manifest, const boost::json::object& document, TrainingData& data);

/// Adds an entry whose picture is looked for in `folders`, in their order; a problem where the picture is
/// missing or the caption, white space at its ends aside, is empty or no UTF-8.
void addPicture(const std::vector<std::filesystem::path>& folders, std::string_view image,
                std::string_view caption, const std::string& origin, TrainingData& data);

std::filesystem::path pathFromUtf8(std::string_view text);
std::string_view withoutByteOrderMark(std::string_view text);  ///< without UTF-8's

}  // namespace afa
