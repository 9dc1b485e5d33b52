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

[[noreturn]] void damaged(const std::filesystem::path& path, const std::string& what) {
    throw FileError(path.string() + ": damaged capability file: " + what);
}

std::string metadataText(const TensorFile& file, const std::string& key) {
    const auto found = file.metadata().find(key);
    if (found == file.metadata().end())
        throw FileError(file.path().string() + ": not a capability file: expected the metadata " + key +
                        ", found none");
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
        damaged(path, info.name + ": expected F32 [" + std::to_string(models) + ", h, w], found " +
                          std::string(dtypeName(info.dtype)) + " " + shapeText(info.shape));
    if (maps.timesteps.empty()) {
        maps.height = info.shape[1];
        maps.width = info.shape[2];
    }
    if (info.shape[1] != maps.height || info.shape[2] != maps.width)
        damaged(path, info.name + ": expected the size of the other timesteps, " +
                          std::to_string(maps.height) + " x " + std::to_string(maps.width) + ", found " +
                          std::to_string(info.shape[1]) + " x " + std::to_string(info.shape[2]));
    const auto area = static_cast<std::size_t>(maps.height * maps.width);
    const auto bytes = file.view(index).bytes;
    CapabilityMaps::AtTimestep at{timestep, {}};
    for (std::size_t model = 0; model < maps.modelNames.size(); ++model) {
        std::vector<float> values(area);
        std::memcpy(values.data(), bytes.data() + model * area * sizeof(float), area * sizeof(float));
        for (const float value : values)
            if (!(std::isfinite(value) && value <= 0))
                damaged(path,
                        info.name + ": expected finite values of 0 or less, found " + std::to_string(value));
        at.capability.push_back(std::move(values));
    }
    maps.timesteps.push_back(std::move(at));
}

Image readPicture(const std::filesystem::path& path, const TensorFile& file, std::size_t index) {
    const TensorInfo& info = file.tensors()[index];
    if (info.dtype != DType::U8 || info.shape.size() != 3 || info.shape[0] < 1 || info.shape[1] < 1 ||
        info.shape[2] != 3)
        damaged(path, "picture: expected U8 [H, W, 3], found " + std::string(dtypeName(info.dtype)) + " " +
                          shapeText(info.shape));
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
        throw FileError(path.string() +
                        ": not a capability file: expected afa.format \"capability\", found \"" + format +
                        "\"");
    if (const auto version = metadataText(*file, "afa.version"); version != "1")
        throw FileError(path.string() + ": expected version 1 of the capability format, found " + version +
                        "; a newer program wrote this file");
    CapabilityMaps maps;
    // A JSON list; as the one field of an object, the reader that all files share checks it.
    const JsonFields fields("{\"models\":" + metadataText(*file, "afa.models") + "}",
                            path.string() + ": afa.models");
    maps.modelNames = fields.texts("models", std::nullopt);
    if (maps.modelNames.empty() || maps.modelNames.size() > kMaxModels)
        fields.fail("models", "1 to " + std::to_string(kMaxModels) + " names");
    maps.prompt = metadataText(*file, "afa.prompt");
    const auto samples = wholeNumber(metadataText(*file, "afa.noise_samples"), kMaxTimestep);
    if (!samples) damaged(path, "afa.noise_samples: expected a whole number");
    maps.noiseSamples = *samples;
    constexpr std::string_view kValues = "capability.";
    for (std::size_t i = 0; i < file->tensors().size(); ++i) {
        const std::string& name = file->tensors()[i].name;
        if (name == "picture") maps.picture = readPicture(path, *file, i);
        if (!name.starts_with(kValues)) continue;
        const auto timestep = wholeNumber(std::string_view(name).substr(kValues.size()), kMaxTimestep);
        if (!timestep || name != kValues.data() + std::to_string(*timestep))
            damaged(path, "expected tensors named capability.<timestep>, found " + name);
        readTimestep(path, *file, i, *timestep, maps);
    }
    if (maps.timesteps.empty()) damaged(path, "expected tensors named capability.<timestep>, found none");
    std::sort(maps.timesteps.begin(), maps.timesteps.end(),
              [](const auto& a, const auto& b) { return a.timestep < b.timestep; });
    return maps;
}

}  // namespace afa
