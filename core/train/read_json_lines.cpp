#include <boost/json.hpp>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/train/manifest_readers.h"

namespace afa {
namespace {

namespace json = boost::json;

/// nullptr where absent or not a string.
const json::string* text(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value ? value->if_string() : nullptr;
}

/// JourneyDB: Task2 holds what a language model made of the prompt, a caption without Midjourney's flags.
/// Part of the set has none.
const json::string* journeyText(const json::object& object) {
    if (const auto* task = object.if_contains("Task2"); task && task->is_object())
        if (const auto* caption = text(task->get_object(), "Caption"); caption && !trimmed(*caption).empty())
            return caption;
    return text(object, "prompt");
}

Message keys(const json::object& object) {
    std::string all;
    for (const auto& member : object)
        all += (all.empty() ? "" : ", ") + std::string(member.key());
    return all.empty() ? Message::of("none") : Message::verbatim(all);
}

template <typename Names>
const json::string* firstText(const json::object& object, const Names& names) {
    for (const auto name : names)
        if (const auto* found = text(object, name)) return found;
    return nullptr;
}

void addRow(const json::value& value, const std::string& origin, const std::filesystem::path& folder,
            TrainingData& data) {
    const auto problem = [&](const Message& what) { data.problems.push_back({origin, what}); };
    const auto* object = value.if_object();
    if (!object) return problem(Message::of("expected a JSON object"));
    if (const auto* image = text(*object, "img_path")) {
        const auto* caption = journeyText(*object);
        if (!caption)
            return problem(
                Message::of("expected a \"prompt\" beside \"img_path\", found: %1", keys(*object)));
        return addPicture({folder, folder / "imgs"}, *image, *caption, origin, data);
    }
    const auto* image = firstText(*object, kImageNames);
    const auto* caption = firstText(*object, kCaptionNames);
    if (!image || !caption)
        return problem(
            Message::of("expected {\"image\": path, \"text\": caption}, found: %1", keys(*object)));
    addPicture({folder}, *image, *caption, origin, data);
}

void addLine(std::string_view line, const std::string& origin, const std::filesystem::path& folder,
             TrainingData& data) {
    json::value value;
    try {
        value = parseJson(line, Message::of("line"));
    } catch (const FileError& error) {
        data.problems.push_back({origin, error.message()});
        return;
    }
    addRow(value, origin, folder, data);
}

}  // namespace

void readJsonLines(const ManifestText& manifest, TrainingData& data) {
    std::int64_t number = 0;
    for (auto rest = manifest.text; !rest.empty();) {
        const auto end = rest.find('\n');
        const auto line = trimmed(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        ++number;
        if (!line.empty())
            addLine(line, manifest.name() + ":" + std::to_string(number), manifest.path.parent_path(), data);
    }
}

void readJsonRows(const ManifestText& manifest, const json::array& rows, TrainingData& data) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        addRow(rows[i], manifest.name() + "[" + std::to_string(i) + "]", manifest.path.parent_path(), data);
}

}  // namespace afa
