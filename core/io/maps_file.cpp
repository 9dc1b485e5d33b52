#include "core/io/maps_file.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <cstring>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/io/half.h"
#include "core/io/json_fields.h"
#include "core/io/safetensors.h"

namespace afa {
namespace {

namespace json = boost::json;

constexpr int kMaxModels = 64;
constexpr int kMaxStages = 512;      // as for an aggregator
constexpr int kMaxTimesteps = 2000;  // the training schedule has 1,000; PNDM looks at some twice
// Every weight carries half's rounding, at most 2^-12 below 1; of N models at most N of them add up.
constexpr float kHalfRounding = 0x1p-11F;

std::string mapName(int step, int stage) {
    return "step." + std::to_string(step) + ".stage." + std::to_string(stage);
}

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

/// "step.3.stage.24" -> {3, 24}; only the one spelling that mapName() writes.
std::optional<std::pair<int, int>> parseMapName(std::string_view name) {
    constexpr std::string_view step = "step.", stage = ".stage.";
    const auto middle = name.find(stage);
    if (!name.starts_with(step) || middle == std::string_view::npos) return std::nullopt;
    const auto first = wholeNumber(name.substr(step.size(), middle - step.size()));
    const auto second = wholeNumber(name.substr(middle + stage.size()));
    if (!first || !second || mapName(*first, *second) != name) return std::nullopt;
    return std::pair{*first, *second};
}

[[noreturn]] void damaged(const std::filesystem::path& path, const Message& what) {
    throw FileError(Message::of("%1: damaged maps file: %2", path, what));
}

void checkWeights(const std::filesystem::path& path, const StageMap& map, int halves, int models) {
    const std::size_t area = static_cast<std::size_t>(map.height * map.width);
    const float slack = kHalfRounding * static_cast<float>(models);
    for (int half = 0; half < halves; ++half)
        for (std::size_t position = 0; position < area; ++position) {
            float sum = 0;
            for (int model = 0; model < models; ++model) {
                const float weight =
                    widenHalf(map.fp16[static_cast<std::size_t>(half * models + model) * area + position]);
                if (!(weight >= 0.0F && weight <= 1.0F))
                    damaged(path, Message::of("%1: expected weights from 0 to 1, found %2",
                                              mapName(map.step, map.stage), std::to_string(weight)));
                sum += weight;
            }
            if (std::abs(sum - 1.0F) > slack)
                damaged(path, Message::of("%1: expected weights that sum to 1 over the models, found %2",
                                          mapName(map.step, map.stage), std::to_string(sum)));
        }
}

std::string metadataText(const TensorFile& file, const std::string& key) {
    const auto found = file.metadata().find(key);
    if (found == file.metadata().end())
        throw FileError(
            Message::of("%1: not a maps file: expected the metadata %2, found none", file.path(), key));
    return found->second;
}

std::vector<StageInfo> readStages(const JsonFields& fields) {
    std::vector<StageInfo> stages;
    for (const auto& value : fields.array("stages")) {
        if (!value.is_object()) fields.fail("stages", Message::of("a list of objects"));
        const JsonFields stage(value.get_object(), Message::of("%1: stages", fields.where()));
        stages.push_back({static_cast<int>(stage.integer("stage", std::nullopt, 1, kMaxStages)),
                          stage.text("name", std::nullopt), stage.text("mbw", std::nullopt),
                          stage.integer("channels", std::nullopt, 1, 1 << 20)});
    }
    for (std::size_t i = 0; i < stages.size(); ++i)
        if (stages[i].stage != static_cast<int>(i) + 1)
            fields.fail("stages", Message::of("all stages from 1, ascending"));
    return stages;
}

}  // namespace

const StageMap* MapsRecord::find(int step, int stage) const {
    const auto key = std::pair{step, stage};
    const auto found =
        std::lower_bound(maps.begin(), maps.end(), key, [](const StageMap& map, const auto& wanted) {
            return std::pair{map.step, map.stage} < wanted;
        });
    if (found == maps.end() || std::pair{found->step, found->stage} != key) return nullptr;
    return &*found;
}

float MapsRecord::value(const StageMap& map, int half, int model, std::int64_t y, std::int64_t x) const {
    const std::int64_t plane = static_cast<std::int64_t>(half) * models() + model;
    return widenHalf(map.fp16[static_cast<std::size_t>((plane * map.height + y) * map.width + x)]);
}

void writeMaps(const std::filesystem::path& target, const MapsRecord& record) {
    json::array stages;
    for (const auto& stage : record.stages)
        stages.push_back(json::object{{"stage", stage.stage},
                                      {"name", stage.name},
                                      {"mbw", stage.mbwKey},
                                      {"channels", stage.channels}});
    const json::object description{
        {"halves", record.halves},
        {"models", json::array(record.modelNames.begin(), record.modelNames.end())},
        {"timesteps", json::array(record.timesteps.begin(), record.timesteps.end())},
        {"stages", std::move(stages)}};
    std::vector<TensorInfo> tensors;
    for (const auto& map : record.maps) {
        tensors.push_back({mapName(map.step, map.stage),
                           DType::F16,
                           {record.halves, record.models(), map.height, map.width}});
        if (static_cast<std::int64_t>(map.fp16.size()) != tensors.back().numel())
            throw DataError(Message::of("%1: %2: expected %3 weights, found %4", target, tensors.back().name,
                                        tensors.back().numel(), map.fp16.size()));
    }
    SafetensorsWriter writer(target, std::move(tensors),
                             {{"afa.format", "maps"},
                              {"afa.version", "1"},
                              {"afa.maps", json::serialize(description)},
                              {"afa.request", record.requestJson}});
    for (const auto& map : record.maps)
        writer.write(std::as_bytes(std::span(map.fp16)));
    writer.finish();
}

MapsRecord readMaps(const std::filesystem::path& path) {
    const auto file = openSafetensors(path);
    if (const std::string format = metadataText(*file, "afa.format"); format != "maps")
        throw FileError(
            Message::of("%1: not a maps file: expected afa.format \"maps\", found \"%2\"", path, format));
    if (const std::string version = metadataText(*file, "afa.version"); version != "1")
        throw FileError(Message::of(
            "%1: expected version 1 of the maps format, found %2; a newer program wrote this file", path,
            version));
    const JsonFields fields(metadataText(*file, "afa.maps"), path.string() + ": afa.maps");

    MapsRecord record;
    record.halves = static_cast<int>(fields.integer("halves", std::nullopt, 1, 2));
    record.modelNames = fields.texts("models", std::nullopt);
    if (record.modelNames.empty() || std::ssize(record.modelNames) > kMaxModels)
        fields.fail("models", Message::of("1 to %1 names", kMaxModels));
    record.timesteps = fields.numbers("timesteps");
    if (std::ssize(record.timesteps) > kMaxTimesteps)
        fields.fail("timesteps", Message::of("at most %1 of them", kMaxTimesteps));
    record.stages = readStages(fields);
    if (const auto request = file->metadata().find("afa.request"); request != file->metadata().end())
        record.requestJson = request->second;

    for (std::size_t i = 0; i < file->tensors().size(); ++i) {
        const TensorInfo& info = file->tensors()[i];
        const auto name = parseMapName(info.name);
        if (!name)
            damaged(path, Message::of("expected tensors named step.<s>.stage.<j>, found %1", info.name));
        const auto [step, stage] = *name;
        if (step >= std::ssize(record.timesteps) || stage < 1 || stage > std::ssize(record.stages))
            damaged(path, Message::of("%1: expected steps below %2 and stages from 1 to %3", info.name,
                                      record.timesteps.size(), record.stages.size()));
        if (info.dtype != DType::F16 || info.shape.size() != 4 || info.shape[0] != record.halves ||
            info.shape[1] != record.models() || info.shape[2] < 1 || info.shape[3] < 1)
            damaged(path,
                    Message::of("%1: expected F16 [%2, %3, h, w], found %4 %5", info.name, record.halves,
                                record.models(), dtypeName(info.dtype), shapeText(info.shape)));
        StageMap map{step, stage, info.shape[2], info.shape[3], {}};
        map.fp16.resize(static_cast<std::size_t>(info.numel()));
        std::memcpy(map.fp16.data(), file->view(i).bytes.data(), map.fp16.size() * sizeof(std::uint16_t));
        checkWeights(path, map, record.halves, record.models());
        record.maps.push_back(std::move(map));
        file->release(i);
    }
    std::sort(record.maps.begin(), record.maps.end(), [](const StageMap& a, const StageMap& b) {
        return std::pair{a.step, a.stage} < std::pair{b.step, b.stage};
    });
    return record;
}

}  // namespace afa
