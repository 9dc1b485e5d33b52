#include "core/io/aggregator_file.h"

#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <map>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/io/atomic_file.h"
#include "core/io/finite.h"
#include "core/io/half.h"
#include "core/io/json_fields.h"
#include "core/io/safetensors.h"
#include "core/io/staged_directory.h"
#include "core/io/text_file.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

// Bounds on what a config may claim before its tensors are compared.
constexpr std::int64_t kMaxStages = 512;
constexpr std::int64_t kMaxWidth = 1 << 16;
constexpr std::int64_t kReleaseGroups = 32;

const char* layoutName(AggregatorConfig::Layout layout) {
    return layout == AggregatorConfig::Layout::Paper ? "paper" : "release";
}

std::string configJson(const AggregatorConfig& config) {
    return json::serialize(
        json::object{{"layout", layoutName(config.layout)},
                     {"num_models", config.numModels},
                     {"hidden_size", config.hiddenSize},
                     {"num_heads", config.numHeads},
                     {"num_layers", config.numLayers},
                     {"stages", json::array(config.stages.begin(), config.stages.end())},
                     {"spatial", config.spatial},
                     {"timestep", config.timestep},
                     {"text", config.text},
                     {"channels", json::array(config.channels.begin(), config.channels.end())},
                     {"cross_attention_dim", config.crossAttentionDim},
                     {"temb_width", config.tembWidth},
                     {"time_width", config.timeWidth},
                     {"time_hidden", config.timeHidden}});
}

AggregatorConfig parseConfig(const std::string& text, const std::string& where) {
    const JsonFields fields(text, where);
    const auto width = [&](const char* key) { return fields.integer(key, std::nullopt, 1, kMaxWidth); };
    AggregatorConfig config;
    const std::string layout = fields.text("layout", std::nullopt);
    if (layout != "paper" && layout != "release")
        fields.fail("layout", Message::of("\"paper\" or \"release\""));
    config.layout = layout == "paper" ? AggregatorConfig::Layout::Paper : AggregatorConfig::Layout::Release;
    config.numModels = fields.integer("num_models", std::nullopt, 1, kMaxModels);
    config.hiddenSize = width("hidden_size");
    config.numHeads = width("num_heads");
    config.numLayers = fields.integer("num_layers", std::nullopt, 1, kMaxAggregatorLayers);
    for (const std::int64_t stage : fields.integers("stages", std::nullopt, 1, kMaxStages))
        config.stages.push_back(static_cast<int>(stage));
    config.spatial = fields.boolean("spatial", std::nullopt);
    config.timestep = fields.boolean("timestep", std::nullopt);
    config.text = fields.boolean("text", std::nullopt);
    config.channels = fields.integers("channels", std::nullopt, 1, kMaxWidth);
    config.crossAttentionDim = width("cross_attention_dim");
    config.tembWidth = width("temb_width");
    config.timeWidth = width("time_width");
    config.timeHidden = width("time_hidden");
    requireSound(config, Message::verbatim(where));
    return config;
}

std::string baseModelsJson(const std::vector<BaseModelRef>& models) {
    json::array list;
    for (const auto& model : models)
        list.push_back(json::object{{"name", model.name}, {"sha256", model.sha256}, {"file", model.file}});
    return json::serialize(list);
}

std::vector<BaseModelRef> parseBaseModels(const std::string& text, const std::string& where) {
    const JsonFields fields(json::object{{"models", parseJson(text, where)}}, where);
    std::vector<BaseModelRef> models;
    for (const auto& value : fields.array("models")) {
        if (!value.is_object()) fields.fail("models", Message::of("a list of objects"));
        const JsonFields model(value.get_object(), where);
        models.push_back(
            {model.text("name", std::nullopt), model.text("sha256", std::nullopt), model.text("file", "")});
    }
    return models;
}

std::string metadataOr(const TensorFile& file, const char* key, const std::string& fallback) {
    const auto found = file.metadata().find(key);
    return found == file.metadata().end() ? fallback : found->second;
}

std::string stagePrefix(int stage) {
    return "stages." + std::to_string(stage) + ".";
}

std::vector<std::byte> copyOf(const AggregatorFile& file, std::size_t index) {
    std::vector<std::byte> buffer;
    const auto bytes = rowMajorBytes(file.view(index), buffer);
    return buffer.empty() ? std::vector<std::byte>(bytes.begin(), bytes.end()) : std::move(buffer);
}

}  // namespace

/// Reads the two layouts into the native form.
class AggregatorReader {
  public:
    static AggregatorFile native(const std::shared_ptr<const TensorFile>& file) {
        const std::string where = file->path().string();
        if (!isNativeAggregator(*file))
            throw FileError(Message::of(
                "%1: not an aggregator: expected the metadata afa.format \"aggregator\", found %2", where,
                metadataOr(*file, "afa.format", "none")));
        if (const std::string version = metadataOr(*file, "afa.version", "none"); version != "1")
            throw FileError(Message::of(
                "%1: expected version 1 of the aggregator format, found %2; a newer program wrote this file",
                where, version));
        AggregatorFile result;
        result.config = parseConfig(metadataOr(*file, "afa.config", ""), where + ": afa.config");
        result.baseModels =
            parseBaseModels(metadataOr(*file, "afa.base_models", "[]"), where + ": afa.base_models");
        if (!result.baseModels.empty() && std::ssize(result.baseModels) != result.config.numModels)
            throw ConfigError(Message::of("%1: afa.base_models: expected %2 models, found %3", where,
                                          result.config.numModels, result.baseModels.size()));
        result.trainingJson = metadataOr(*file, "afa.training", "");
        requireRead(*file);
        Sorted sorted;
        for (std::size_t i = 0; i < file->tensors().size(); ++i)
            sorted.emplace(file->tensors()[i].name,
                           std::pair{file->tensors()[i], PartReader::Source{file, i}});
        finish(result, sorted, where);
        return result;
    }

    static AggregatorFile authors(const fs::path& directory) {
        const std::string where = (directory / "model_config.json").string();
        const JsonFields model(readTextFile(where), where);
        AggregatorFile result;
        AggregatorConfig& config = result.config;
        config.layout = AggregatorConfig::Layout::Release;
        config.numModels = model.integer("num_models", std::nullopt, 1, kMaxModels);
        const auto count = static_cast<int>(model.integer("num_aggregators", std::nullopt, 1, kMaxStages));
        Sorted sorted;
        for (int i = 0; i < count; ++i) {
            const fs::path folder = directory / ("aggregator_" + std::to_string(i));
            readStage(folder, i, config);
            const std::shared_ptr<const TensorFile> file = openTensorFile(folder / "aggregator.safetensors");
            requireRead(*file);
            for (std::size_t k = 0; k < file->tensors().size(); ++k) {
                TensorInfo info = file->tensors()[k];
                info.name.insert(0, stagePrefix(i + 1));
                sorted.emplace(info.name, std::pair{info, PartReader::Source{file, k}});
            }
        }
        requireSound(config, Message::verbatim(directory.string()));
        finish(result, sorted, directory.string());
        return result;
    }

  private:
    using Sorted = std::map<std::string, std::pair<TensorInfo, PartReader::Source>>;

    static void requireRead(const TensorFile& file) {
        if (file.unread().empty()) return;
        const auto& tensor = file.unread().front();
        throw FileError(Message::of("%1: tensor \"%2\" %3", file.path(), tensor.name, tensor.why));
    }

    /// aggregator_<i>/config.json; every stage must tell the same of what the stages share.
    static void readStage(const fs::path& folder, int i, AggregatorConfig& config) {
        const std::string where = (folder / "config.json").string();
        const JsonFields fields(readTextFile(where), where);
        AggregatorConfig stage = config;
        stage.numModels = fields.integer("num_experts", std::nullopt, 1, kMaxModels);
        stage.hiddenSize = fields.integer("hidden_size", std::nullopt, 1, kMaxWidth);
        stage.numHeads = fields.integer("num_attn_heads", std::nullopt, 1, kMaxWidth);
        stage.numLayers = fields.integer("num_layers", std::nullopt, 1, kMaxAggregatorLayers);
        // diffusers leaves the module out where its width is null.
        stage.text = fields.find("cross_attn_dim") != nullptr;
        stage.timestep = fields.find("temb_channels") != nullptr;
        if (stage.text)
            stage.crossAttentionDim = fields.integer("cross_attn_dim", std::nullopt, 1, kMaxWidth);
        if (stage.timestep) stage.tembWidth = fields.integer("temb_channels", std::nullopt, 1, kMaxWidth);
        if (stage.numModels != config.numModels)
            throw ConfigError(Message::of("%1: num_experts: expected the %2 of model_config.json, found %3",
                                          where, config.numModels, stage.numModels));
        if (i > 0 && !(stage == config))
            throw ConfigError(
                Message::of("%1: expected the sizes of aggregator_0/config.json, found others", where));
        config = stage;
        config.stages.push_back(i + 1);
        config.channels.push_back(fields.integer("in_channels", std::nullopt, 1, kMaxWidth));
    }

    static void finish(AggregatorFile& result, const Sorted& sorted, const std::string& where) {
        std::vector<TensorInfo> infos;
        std::vector<PartReader::Source> sources;
        for (const auto& [name, tensor] : sorted) {
            infos.push_back(tensor.first);
            sources.push_back(tensor.second);
        }
        result.tensors_ =
            PartReader(Message::of("%1 (aggregator)", where), std::move(infos), std::move(sources));
        const LoadReport report = compareTensors(result.tensors_, expectedTensors(result.config));
        if (!report.ok())
            throw ConfigError(Message::of("%1: the aggregator's tensors and its config disagree: %2", where,
                                          report.text()));
    }
};

void AggregatorFile::requireFinite() const {
    afa::requireFinite(tensors_);
}

bool isNativeAggregator(const TensorFile& file) {
    return metadataOr(file, "afa.format", "") == "aggregator";
}

bool isAuthorsAggregator(const fs::path& directory) {
    return fs::is_directory(directory / "aggregator_0") && fs::exists(directory / "model_config.json");
}

AggregatorFile AggregatorFile::open(const fs::path& path) {
    std::error_code ec;  // what cannot be read is told by the next that tries
    if (!fs::is_directory(path, ec)) return AggregatorReader::native(openTensorFile(path));
    if (isAuthorsAggregator(path)) return AggregatorReader::authors(path);
    throw FileError(
        Message::of("%1: not an aggregator: expected a .safetensors file, or a directory with "
                    "model_config.json and aggregator_0, found neither in this directory",
                    path));
}

AggregatorFile AggregatorFile::open(const fs::path& path, std::size_t models) {
    auto file = open(path);
    if (file.config.numModels != static_cast<std::int64_t>(models))
        throw ConfigError(
            Message::of("%1: made for %2 base models, found %3; give as many %4 as the aggregator joins",
                        path, file.config.numModels, models, Option{"model"}));
    return file;
}

void requireSound(const AggregatorConfig& config, const Message& where) {
    const auto require = [&](bool sound, const Message& what) {
        if (!sound) throw ConfigError(Message::of("%1: %2", where, what));
    };
    const auto within = [&](const Message& name, std::int64_t value, std::int64_t most) {
        require(value >= 1 && value <= most,
                Message::of("expected %1 from 1 to %2, found %3", name, most, value));
    };
    within(Message::of("base models"), config.numModels, kMaxModels);
    within(Message::of("a hidden size"), config.hiddenSize, kMaxAggregatorWidth);
    within(Message::of("heads"), config.numHeads, kMaxAggregatorHeads);
    within(Message::of("layers"), config.numLayers, kMaxAggregatorLayers);
    within(Message::of("a text width"), config.crossAttentionDim, kMaxWidth);
    within(Message::of("a time embedding width"), config.tembWidth, kMaxWidth);
    within(Message::of("a time width"), config.timeWidth, kMaxWidth);
    within(Message::of("a hidden time width"), config.timeHidden, kMaxWidth);
    require(config.timeWidth % 2 == 0,
            Message::of("expected an even width of the time sinusoid, found %1", config.timeWidth));
    require(config.hiddenSize % config.numHeads == 0,
            Message::of("expected a hidden size divisible by the heads, found %1 and %2", config.hiddenSize,
                        config.numHeads));
    require(config.layout == AggregatorConfig::Layout::Paper || config.hiddenSize % kReleaseGroups == 0,
            Message::of("expected a hidden size divisible by the 32 groups of the release layout, found %1",
                        config.hiddenSize));
    require(!config.stages.empty() && config.stages.size() == config.channels.size(),
            Message::of(
                "expected one channel count for each aggregated stage, found %1 stages and %2 channel counts",
                config.stages.size(), config.channels.size()));
    require(config.stages.front() >= 1 && std::adjacent_find(config.stages.begin(), config.stages.end(),
                                                             std::greater_equal<>()) == config.stages.end(),
            Message::of("expected ascending stages from 1 without repetition"));
    for (const auto channels : config.channels)
        within(Message::of("channels"), channels, kMaxWidth);
}

void writeAggregator(const fs::path& target, const AggregatorConfig& config,
                     const std::vector<BaseModelRef>& baseModels, const std::string& trainingJson,
                     const std::vector<TensorInfo>& tensors, const TensorValues& values) {
    requireSound(config, Message::verbatim(target.string()));
    std::map<std::string, std::string> metadata{{"afa.format", "aggregator"},
                                                {"afa.version", "1"},
                                                {"afa.config", configJson(config)},
                                                {"afa.base_models", baseModelsJson(baseModels)}};
    if (!trainingJson.empty()) metadata.emplace("afa.training", trainingJson);
    SafetensorsWriter writer(target, tensors, metadata);
    for (std::size_t i = 0; i < tensors.size(); ++i)
        writer.write(values(i));
    writer.finish();
}

void writeAuthorsAggregator(const fs::path& directory, const AggregatorFile& source) {
    const AggregatorConfig& config = source.config;
    const auto require = [&](bool possible, const Message& found) {
        if (!possible)
            throw ConfigError(
                Message::of("%1: the authors' layout cannot hold this aggregator: %2", directory, found));
    };
    require(
        config.layout == AggregatorConfig::Layout::Release,
        Message::of("expected the release layout, found the paper layout; the two are different networks"));
    require(config.spatial,
            Message::of("expected weights per position, found one weight per stage (spatial off)"));
    for (std::size_t i = 0; i < config.stages.size(); ++i)
        require(config.stages[i] == static_cast<int>(i) + 1,
                Message::of("expected all stages from 1, found no stage %1", i + 1));

    StagedDirectory staged(directory);
    const auto writeJson = [](const fs::path& path, const json::value& value) {
        AtomicFile file(path);
        file.write(formatJson(value));
        file.commit();
    };
    writeJson(staged.path() / "model_config.json",
              json::object{{"num_models", config.numModels}, {"num_aggregators", config.stages.size()}});
    for (std::size_t i = 0; i < config.stages.size(); ++i) {
        const fs::path folder = staged.path() / ("aggregator_" + std::to_string(i));
        fs::create_directory(folder);
        writeJson(
            folder / "config.json",
            json::object{{"in_channels", config.channels[i]},
                         {"hidden_size", config.hiddenSize},
                         {"num_experts", config.numModels},
                         {"num_layers", config.numLayers},
                         {"num_attn_heads", config.numHeads},
                         {"cross_attn_dim", config.text ? json::value(config.crossAttentionDim) : nullptr},
                         {"temb_channels", config.timestep ? json::value(config.tembWidth) : nullptr}});
        const std::string prefix = stagePrefix(config.stages[i]);
        std::vector<TensorInfo> infos;
        std::vector<std::size_t> indices;
        for (std::size_t k = 0; k < source.tensors().size(); ++k) {
            if (!source.tensors()[k].name.starts_with(prefix)) continue;
            infos.push_back(source.tensors()[k]);
            infos.back().name.erase(0, prefix.size());
            indices.push_back(k);
        }
        SafetensorsWriter writer(folder / "aggregator.safetensors", std::move(infos));
        for (const std::size_t k : indices)
            writer.write(copyOf(source, k));
        writer.finish();
    }
    staged.commit();
}

}  // namespace afa
