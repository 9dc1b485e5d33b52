#include <boost/json.hpp>
#include <map>
#include <optional>

#include "core/base/error.h"
#include "core/train/manifest_readers.h"

namespace afa {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

const json::value* member(const json::value& item, std::string_view key) {
    return item.is_object() ? item.get_object().if_contains(key) : nullptr;
}

std::optional<std::int64_t> integer(const json::value& item, std::string_view key) {
    const auto* value = member(item, key);
    return value && value->is_int64() ? std::optional(value->get_int64()) : std::nullopt;
}

const json::string* text(const json::value& item, std::string_view key) {
    const auto* value = member(item, key);
    return value ? value->if_string() : nullptr;
}

const json::array& list(const ManifestText& manifest, const json::object& document, std::string_view key) {
    if (const auto* array = document.at(key).if_array()) return *array;
    throw FileError(
        Message::of("%1: training data: COCO captions: expected a list \"%2\"", manifest.path, key));
}

/// COCO is unpacked as annotations/captions_train2017.json beside train2017/.
std::vector<fs::path> pictureFolders(const fs::path& file) {
    constexpr std::string_view kPrefix = "captions_";
    const auto beside = file.parent_path();
    auto split = file.stem().string();
    if (split.starts_with(kPrefix)) split.erase(0, kPrefix.size());
    return {beside, beside / split, beside / ".." / split};
}

}  // namespace

void readCoco(const ManifestText& manifest, const json::object& document, TrainingData& data) {
    const auto problem = [&](const std::string& kind, std::size_t index, const Message& what) {
        data.problems.push_back({manifest.name() + ":" + kind + "[" + std::to_string(index) + "]", what});
    };
    std::map<std::int64_t, std::string_view> names;
    const auto& images = list(manifest, document, "images");
    for (std::size_t i = 0; i < images.size(); ++i) {
        const auto id = integer(images[i], "id");
        const auto* name = text(images[i], "file_name");
        if (!id || !name)
            problem("images", i, Message::of("expected an integer \"id\" and a \"file_name\""));
        else if (!names.emplace(*id, *name).second)
            problem("images", i, Message::of("the id %1 was given before", *id));
    }
    const auto folders = pictureFolders(manifest.path);
    const auto& annotations = list(manifest, document, "annotations");
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        const auto id = integer(annotations[i], "image_id");
        const auto* caption = text(annotations[i], "caption");
        if (!id || !caption) {
            problem("annotations", i, Message::of("expected an integer \"image_id\" and a \"caption\""));
            continue;
        }
        const auto image = names.find(*id);
        if (image == names.end())
            problem("annotations", i, Message::of("no image has the id %1", *id));
        else
            addPicture(folders, image->second, *caption,
                       manifest.name() + ":annotations[" + std::to_string(i) + "]", data);
    }
}

}  // namespace afa
