#include "core/train/training_data.h"

#include <algorithm>
#include <boost/json.hpp>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/io/mapped_file.h"
#include "core/io/plain_text.h"
#include "core/io/utf8.h"
#include "core/train/manifest_readers.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kProblemsTold = 5;  // enough to see the pattern; the rest is counted

boost::json::value parsed(std::string_view text, const ManifestText& manifest) {
    try {
        return parseJson(text, manifest.name());
    } catch (const FileError&) {
        return nullptr;
    }
}

/// COCO is one document, on one line or many; JSON lines are an object a line. Neither may be hidden by a
/// first line that is damaged.
void readJsonKinds(const ManifestText& manifest, std::string_view content, TrainingData& data) {
    const auto firstLine = content.substr(0, content.find('\n'));
    auto document = parsed(firstLine, manifest);
    if (document.is_null() && firstLine.size() < content.size()) document = parsed(content, manifest);
    const auto* object = document.if_object();
    if (object && object->contains("images") && object->contains("annotations"))
        readCoco(manifest, *object, data);
    else
        readJsonLines(manifest, data);
}

/// A JSON list of the objects that JSON lines hold, or JSON lines whose first is a list by mistake.
void readJsonList(const ManifestText& manifest, std::string_view content, TrainingData& data) {
    boost::json::value document;
    try {
        document = parseJson(content, Message::of("%1: training data: a JSON list", manifest.path));
    } catch (const FileError&) {
        if (content.find("\n{") == std::string_view::npos) throw;
        return readJsonLines(manifest, data);
    }
    readJsonRows(manifest, document.as_array(), data);
}

/// A list made on Windows, where `\` parts folders; here it is a letter like others.
std::string withSlashes(std::string_view path) {
    std::string slashed(path);
    std::replace(slashed.begin(), slashed.end(), '\\', '/');
    return slashed;
}

}  // namespace

void readManifest(const fs::path& path, TrainingData& data) {
    const auto file = MappedFile::open(path);
    std::string text;
    try {
        text = plainText(file->text());
    } catch (const DataError& error) {
        throw FileError(Message::of("%1: training data: %2", path, messageOf(error)));
    }
    const ManifestText manifest{path, text};
    const auto content = trimmed(manifest.text);
    if (content.empty()) throw FileError(Message::of("%1: training data: the file is empty", path));
    if (content.front() == '{') return readJsonKinds(manifest, content, data);
    if (content.front() == '[') return readJsonList(manifest, content, data);
    if (readCsv(manifest, data)) return;
    // JSON lines whose first one is damaged.
    if (content.find("\n{") != std::string_view::npos) return readJsonLines(manifest, data);
    throw FileError(
        Message::of("%1: training data: expected JSON lines {\"image\", \"text\"}, a JSON list of them, "
                    "JourneyDB annotations, COCO captions JSON, or CSV whose first row names the columns "
                    "image and text, separated by commas, semicolons or tabs; found none of these",
                    path));
}

fs::path pathFromUtf8(std::string_view text) {
    return {std::u8string(text.begin(), text.end())};
}

void addPicture(const std::vector<fs::path>& folders, std::string_view image, std::string_view caption,
                const std::string& origin, TrainingData& data) {
    const auto problem = [&](const Message& what) { data.problems.push_back({origin, what}); };
    if (!decodeUtf8(image)) return problem(Message::of("the picture's path is not UTF-8 text"));
    if (!decodeUtf8(caption)) return problem(Message::of("the caption is not UTF-8 text; save it as UTF-8"));
    if (image.empty()) return problem(Message::of("no picture is named"));
    if (image.find('\0') != std::string_view::npos)
        return problem(Message::of("the picture's path holds a zero byte"));
    if (const auto control = controlCharacter(caption))
        return problem(Message::of("the caption holds the control character %1; remove it", *control));
    caption = trimmed(caption);
    if (caption.empty()) return problem(Message::of("empty caption"));
    const bool windows = image.find('\\') != std::string_view::npos;
    for (const auto& name : {std::string(image), withSlashes(image)}) {
        const auto relative = pathFromUtf8(name);
        for (const auto& folder : folders) {
            std::error_code error;  // also names longer than the system takes: not there
            auto path = folder / relative;
            if (!fs::is_regular_file(path, error)) continue;
            data.pictures.push_back({std::move(path), std::string(caption), origin});
            return;
        }
        if (!windows) break;
    }
    std::error_code error;
    const auto missing = folders.front() / pathFromUtf8(image);

    if (fs::exists(missing, error))
        problem(Message::of("not a regular file: %1", missing));
    else if (windows)
        problem(Message::of("image missing: %1 (with \"/\" for each backslash neither)", missing));
    else
        problem(Message::of("image missing: %1", missing));
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
    std::vector<Message> told;
    for (std::size_t i = 0; i < std::min(problems.size(), kProblemsTold); ++i)
        told.push_back(Message::of("%1: %2", problems[i].where, problems[i].what));
    if (problems.size() > kProblemsTold)
        told.push_back(Message::of("and %1 more", problems.size() - kProblemsTold));
    throw DataError(Message::of(
        "training data: %1 of %2 entries cannot be used, more than the share of %3 that %4 allows: "
        "%5",
        count, total, maxBad, Option{"max-bad"}, Message::list(told)));
}

}  // namespace afa
