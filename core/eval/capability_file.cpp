#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/eval/capability_report.h"
#include "core/io/json_fields.h"
#include "core/io/safetensors.h"

namespace afa {
namespace {

constexpr std::size_t kMaxModels = 64;
constexpr int kMaxTimestep = 1'000'000;

[[noreturn]] void damaged(const std::filesystem::path& path, const Message& what) {
    throw FileError(Message::of("%1: damaged capability file: %2", path, what));
}

std::string metadataText(const TensorFile& file, const std::string& key) {
    const auto found = file.metadata().find(key);
    if (found == file.metadata().end())
        throw FileError(
            Message::of("%1: not a capability file: expected the metadata %2, found none", file.path(), key));
    return found->second;
}

std::optional<int> wholeNumber(std::string_view text, int highest) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < 0 ||
        value > highest)
        return std::nullopt;
    return value;
}

void readTimestep(const std::filesystem::path& path, const TensorFile& file, std::size_t index,
                  std::int64_t timestep, CapabilityMaps& maps) {
    const TensorInfo& info = file.tensors()[index];
    const auto models = static_cast<std::int64_t>(maps.modelNames.size());
    if (info.dtype != DType::F32 || info.shape.size() != 3 || info.shape[0] != models || info.shape[1] < 1 ||
        info.shape[2] < 1)
        damaged(path, Message::of("%1: expected F32 [%2, h, w], found %3 %4", info.name, models,
                                  dtypeName(info.dtype), shapeText(info.shape)));
    if (maps.timesteps.empty()) {
        maps.height = info.shape[1];
        maps.width = info.shape[2];
    }
    if (info.shape[1] != maps.height || info.shape[2] != maps.width)
        damaged(path, Message::of("%1: expected the size of the other timesteps, %2 x %3, found %4 x %5",
                                  info.name, maps.height, maps.width, info.shape[1], info.shape[2]));
    const auto area = static_cast<std::size_t>(maps.height * maps.width);
    const auto bytes = file.view(index).bytes;
    CapabilityMaps::AtTimestep at{timestep, {}};
    for (std::size_t model = 0; model < maps.modelNames.size(); ++model) {
        std::vector<float> values(area);
        std::memcpy(values.data(), bytes.data() + model * area * sizeof(float), area * sizeof(float));
        for (const float value : values)
            if (!(std::isfinite(value) && value <= 0))
                damaged(path, Message::of("%1: expected finite values of 0 or less, found %2", info.name,
                                          std::to_string(value)));
        at.capability.push_back(std::move(values));
    }
    maps.timesteps.push_back(std::move(at));
}

Image readPicture(const std::filesystem::path& path, const TensorFile& file, std::size_t index) {
    const TensorInfo& info = file.tensors()[index];
    if (info.dtype != DType::U8 || info.shape.size() != 3 || info.shape[0] < 1 || info.shape[1] < 1 ||
        info.shape[2] != 3)
        damaged(path, Message::of("picture: expected U8 [H, W, 3], found %1 %2", dtypeName(info.dtype),
                                  shapeText(info.shape)));
    Image image{static_cast<int>(info.shape[1]), static_cast<int>(info.shape[0]), {}};
    const auto bytes = file.view(index).bytes;
    image.rgb.resize(bytes.size());
    std::memcpy(image.rgb.data(), bytes.data(), bytes.size());
    return image;
}

}  // namespace

CapabilityMaps readCapability(const std::filesystem::path& path) {
    const auto file = openSafetensors(path);
    if (const auto format = metadataText(*file, "afa.format"); format != "capability")
        throw FileError(Message::of(
            "%1: not a capability file: expected afa.format \"capability\", found \"%2\"", path, format));
    if (const auto version = metadataText(*file, "afa.version"); version != "1")
        throw FileError(Message::of(
            "%1: expected version 1 of the capability format, found %2; a newer program wrote this file",
            path, version));
    CapabilityMaps maps;
    // A JSON list; as the one field of an object, the reader that all files share checks it.
    const JsonFields fields("{\"models\":" + metadataText(*file, "afa.models") + "}",
                            path.string() + ": afa.models");
    maps.modelNames = fields.texts("models", std::nullopt);
    if (maps.modelNames.empty() || maps.modelNames.size() > kMaxModels)
        fields.fail("models", Message::of("1 to %1 names", kMaxModels));
    maps.prompt = metadataText(*file, "afa.prompt");
    const auto samples = wholeNumber(metadataText(*file, "afa.noise_samples"), kMaxTimestep);
    if (!samples) damaged(path, Message::of("afa.noise_samples: expected a whole number"));
    maps.noiseSamples = *samples;
    constexpr std::string_view kValues = "capability.";
    for (std::size_t i = 0; i < file->tensors().size(); ++i) {
        const std::string& name = file->tensors()[i].name;
        if (name == "picture") maps.picture = readPicture(path, *file, i);
        if (!name.starts_with(kValues)) continue;
        const auto timestep = wholeNumber(std::string_view(name).substr(kValues.size()), kMaxTimestep);
        if (!timestep || name != kValues.data() + std::to_string(*timestep))
            damaged(path, Message::of("expected tensors named capability.<timestep>, found %1", name));
        readTimestep(path, *file, i, *timestep, maps);
    }
    if (maps.timesteps.empty())
        damaged(path, Message::of("expected tensors named capability.<timestep>, found none"));
    std::sort(maps.timesteps.begin(), maps.timesteps.end(),
              [](const auto& a, const auto& b) { return a.timestep < b.timestep; });
    return maps;
}

}  // namespace afa
