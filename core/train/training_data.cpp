#include "core/train/training_data.h"

#include <algorithm>
#include <boost/json.hpp>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/io/mapped_file.h"
#include "core/io/utf8.h"
#include "core/train/manifest_readers.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kProblemsTold = 5;  // enough to see the pattern; the rest is counted

/// COCO is one document, on one line or many; JSON lines are an object a line. Neither may be hidden by a
/// first line that is damaged.
void readJsonKinds(const ManifestText& manifest, std::string_view content, TrainingData& data) {
    const auto parse = [&](std::string_view text) -> boost::json::value {
        try {
            return parseJson(text, manifest.name());
        } catch (const FileError&) {
            return nullptr;
        }
    };
    const auto firstLine = content.substr(0, content.find('\n'));
    auto document = parse(firstLine);
    if (document.is_null() && firstLine.size() < content.size()) document = parse(content);
    const auto* object = document.if_object();
    if (object && object->contains("images") && object->contains("annotations"))
        readCoco(manifest, *object, data);
    else
        readJsonLines(manifest, data);
}

void readManifest(const fs::path& path, TrainingData& data) {
    const auto file = MappedFile::open(path);
    const ManifestText manifest{path, withoutByteOrderMark(file->text())};
    const auto content = trimmed(manifest.text);
    if (content.empty()) throw FileError(path.string() + ": training data: the file is empty");
    if (content.front() == '{') return readJsonKinds(manifest, content, data);
    if (readCsv(manifest, data)) return;
    // JSON lines whose first one is damaged.
    if (content.find("\n{") != std::string_view::npos) return readJsonLines(manifest, data);
    throw FileError(path.string() +
                    ": training data: expected JSON lines {\"image\", \"text\"}, JourneyDB annotations, COCO "
                    "captions JSON, or CSV whose first row names the columns image and text, separated by "
                    "commas; found none of these");
}

}  // namespace

std::string_view withoutByteOrderMark(std::string_view text) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
    return text;
}

fs::path pathFromUtf8(std::string_view text) {
    return {std::u8string(text.begin(), text.end())};
}

void addPicture(const std::vector<fs::path>& folders, std::string_view image, std::string_view caption,
                const std::string& origin, TrainingData& data) {
    const auto problem = [&](const std::string& what) { data.problems.push_back({origin, what}); };
    if (!decodeUtf8(image)) return problem("the picture's path is not UTF-8 text");
    if (!decodeUtf8(caption)) return problem("the caption is not UTF-8 text; save it as UTF-8");
    if (image.empty()) return problem("no picture is named");
    if (image.find('\0') != std::string_view::npos) return problem("the picture's path holds a zero byte");
    caption = trimmed(caption);
    if (caption.empty()) return problem("empty caption");
    const auto relative = pathFromUtf8(image);
    for (const auto& folder : folders) {
        std::error_code error;  // also names longer than the system takes: not there
        auto path = folder / relative;
        if (!fs::is_regular_file(path, error)) continue;
        data.pictures.push_back({std::move(path), std::string(caption), origin});
        return;
    }
    std::error_code error;
    const bool other = fs::exists(folders.front() / relative, error);
    problem((other ? "not a regular file: " : "image missing: ") + (folders.front() / relative).string());
}

TrainingData readTrainingData(const std::vector<fs::path>& sources) {
    TrainingData data;
    for (const auto& source : sources) {
        std::error_code error;
        const auto status = fs::status(source, error);
        if (fs::is_directory(status))
            readCaptionFolder(source, data);
        else
            readManifest(source, data);  // says what is wrong with a file that is not there
    }
    return data;
}

void requireFewProblems(const std::vector<DataProblem>& problems, std::int64_t total, double maxBad) {
    const auto count = static_cast<std::int64_t>(problems.size());
    if (static_cast<double>(count) <= maxBad * static_cast<double>(total)) return;
    std::string text = "training data: " + std::to_string(count) + " of " + std::to_string(total) +
                       " entries cannot be used, more than the share of " +
                       boost::json::serialize(boost::json::value(maxBad)) + " that --max-bad allows: ";
    for (std::size_t i = 0; i < std::min(problems.size(), kProblemsTold); ++i)
        text += (i ? "; " : "") + problems[i].where + ": " + problems[i].what;
    if (problems.size() > kProblemsTold)
        text += "; and " + std::to_string(problems.size() - kProblemsTold) + " more";
    throw DataError(text);
}

}  // namespace afa
