#include "core/io/diffusers_directory.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "core/base/error.h"
#include "core/io/json_fields.h"
#include "core/io/mapped_file.h"
#include "core/io/text_file.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

/// A weight file's name without variant and ending, per library.
std::vector<std::pair<std::string, std::string>> weightNames(ModelPart part) {
    if (part == ModelPart::TextEncoder) return {{"model", ".safetensors"}, {"pytorch_model", ".bin"}};
    return {{"diffusion_pytorch_model", ".safetensors"}, {"diffusion_pytorch_model", ".bin"}};
}

struct Candidate {
    fs::path path;
    bool index = false;
};

bool isShard(std::string_view middle) {
    return middle.find("-of-") != std::string_view::npos;
}

/// BASE.ENDING, BASE.ENDING.index.json, BASE.VARIANT.ENDING, BASE.ENDING.index.VARIANT.json, the best first.
std::optional<Candidate> best(const fs::path& folder, const std::string& base, const std::string& ending) {
    std::map<std::pair<int, std::string>, Candidate> found;
    const auto rank = [](const std::string& variant) {
        return variant.empty() ? 0 : variant == "fp16" ? 1 : 2;
    };
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const std::string index = base + ending + ".index";
        if (name.starts_with(index) && name.ends_with(".json") && name.size() > index.size() + 4) {
            std::string variant = name.substr(index.size(), name.size() - index.size() - 5);
            if (!variant.empty()) variant.erase(0, 1);
            found.try_emplace({2 * rank(variant) + 1, variant}, Candidate{entry.path(), true});
        } else if (name.starts_with(base) && name.ends_with(ending) &&
                   name.size() >= base.size() + ending.size()) {
            std::string variant = name.substr(base.size(), name.size() - base.size() - ending.size());
            if (isShard(variant) || (!variant.empty() && variant[0] != '.')) continue;
            if (!variant.empty()) variant.erase(0, 1);
            found.try_emplace({2 * rank(variant), variant}, Candidate{entry.path(), false});
        }
    }
    if (found.empty()) return std::nullopt;
    return found.begin()->second;
}

Candidate chooseWeights(const fs::path& folder, ModelPart part) {
    if (!fs::is_directory(folder))
        throw FileError(Message::of("%1: expected a folder of weights, found none", folder));
    Message expected;
    for (const auto& [base, ending] : weightNames(part)) {
        if (auto candidate = best(folder, base, ending)) return *candidate;
        expected = expected.empty() ? Message::verbatim(base + ending)
                                    : Message::of("%1 or %2", expected, base + ending);
    }
    throw FileError(
        Message::of("%1: expected %2, found neither; the download is incomplete", folder, expected));
}

/// Tensor -> shard of an index file.
std::map<std::string, std::string> readIndex(const fs::path& path) {
    const JsonFields fields(readTextFile(path), path.string());
    const JsonFields weights = fields.member("weight_map");
    std::map<std::string, std::string> map;
    for (const auto& [key, value] : weights.object()) {
        const std::string name(key);
        const std::string file = weights.text(name, std::nullopt);
        if (file.empty() || file == "." || file == ".." || file.find_first_of("/\\") != std::string::npos ||
            file.find('\0') != std::string::npos)
            throw FileError(Message::of(
                "%1: %2: expected the name of a file in the same folder, found \"%3\"", path, name, file));
        map.emplace(name, file);
    }
    if (map.empty()) throw FileError(Message::of("%1: weight_map: expected tensors, found none", path));
    return map;
}

constexpr const char* kTokenizerFiles[]{"vocab.json", "merges.txt", "tokenizer.json", "tokenizer_config.json",
                                        "special_tokens_map.json"};
constexpr const char* kTokenizerConfigs[]{"tokenizer_config.json", "special_tokens_map.json"};

/// nullopt where the file says nothing about padding.
std::optional<std::string> padTokenOf(const std::string& json, const std::string& where) {
    const JsonFields fields(json, where);
    const auto* pad = fields.find("pad_token");
    if (!pad) return {};
    return pad->is_object() ? fields.member("pad_token").text("content", std::nullopt)
                            : fields.text("pad_token", std::nullopt);
}

}  // namespace

std::string componentName(ModelPart part) {
    constexpr const char* names[]{"unet", "vae", "text_encoder"};
    return names[static_cast<std::size_t>(part)];
}

std::optional<ModelPart> partOfConfig(const std::string& configJson, const std::string& where) {
    const JsonFields config(configJson, where);
    const std::string name = config.text("_class_name", "");
    const std::string type = config.text("model_type", "");
    if (name == "UNet2DConditionModel") return ModelPart::UNet;
    if (name == "AutoencoderKL") return ModelPart::Vae;
    if (type == "clip_text_model" || type == "clip") return ModelPart::TextEncoder;
    return std::nullopt;
}

bool listsComponent(const fs::path& directory, const std::string& component) {
    const fs::path path = directory / "model_index.json";
    const JsonFields index(readTextFile(path), path.string());
    const auto* entry = index.find(component);
    return entry && entry->is_array() && entry->get_array().size() == 2 && !entry->get_array()[1].is_null();
}

std::vector<fs::path> findWeightFiles(const fs::path& folder, ModelPart part) {
    const Candidate chosen = chooseWeights(folder, part);
    if (!chosen.index) return {chosen.path};
    std::set<fs::path> files;
    for (const auto& [tensor, file] : readIndex(chosen.path))
        files.insert(folder / file);
    return {files.begin(), files.end()};
}

std::vector<std::shared_ptr<const TensorFile>> openWeightFiles(const fs::path& folder, ModelPart part) {
    const Candidate chosen = chooseWeights(folder, part);
    if (!chosen.index) return {openTensorFile(chosen.path)};
    std::map<std::string, std::shared_ptr<const TensorFile>> shards;
    for (const auto& [tensor, name] : readIndex(chosen.path)) {
        auto& shard = shards[name];
        if (!shard) shard = openTensorFile(folder / name);
        const auto& unread = shard->unread();
        const bool there =
            shard->find(tensor) ||
            std::any_of(unread.begin(), unread.end(),
                        [&, &wanted = tensor](const UnreadTensor& other) { return other.name == wanted; });
        if (!there)
            throw FileError(
                Message::of("%1: expected the tensor %2, which %3 says is in this file, found none",
                            (folder / name), tensor, chosen.path.filename()));
    }
    std::vector<std::shared_ptr<const TensorFile>> files;
    files.reserve(shards.size());
    for (const auto& [name, shard] : shards)
        files.push_back(shard);
    return files;
}

Checkpoint::TokenizerFiles findTokenizer(const fs::path& folder) {
    Checkpoint::TokenizerFiles files;
    const auto present = [&](const char* name) { return fs::is_regular_file(folder / name); };
    if (present("vocab.json") && present("merges.txt")) {
        files.vocab = folder / "vocab.json";
        files.merges = folder / "merges.txt";
    } else if (present("tokenizer.json")) {
        files.tokenizerJson = folder / "tokenizer.json";
    } else {
        throw FileError(
            Message::of("%1: expected vocab.json and merges.txt, or tokenizer.json, found neither", folder));
    }
    for (const char* name : kTokenizerConfigs)
        if (!files.padToken && present(name))
            files.padToken = padTokenOf(readTextFile(folder / name), (folder / name).string());
    return files;
}

std::map<std::string, std::string> tokenizerTexts(const Checkpoint::TokenizerFiles& files) {
    if (!files.embedded.empty() || files.builtIn()) return files.embedded;
    const fs::path folder = (files.vocab.empty() ? files.tokenizerJson : files.vocab).parent_path();
    std::map<std::string, std::string> texts;
    for (const char* name : kTokenizerFiles)
        if (fs::is_regular_file(folder / name)) texts.emplace(name, readTextFile(folder / name));
    return texts;
}

Checkpoint::TokenizerFiles embeddedTokenizer(const std::string& json, const std::string& where) {
    const JsonFields fields(json, where);
    Checkpoint::TokenizerFiles files;
    for (const char* name : kTokenizerFiles)
        if (fields.find(name)) files.embedded.emplace(name, fields.text(name, std::nullopt));
    const auto has = [&](const char* name) { return files.embedded.contains(name); };
    if (!(has("vocab.json") && has("merges.txt")) && !has("tokenizer.json"))
        throw FileError(
            Message::of("%1: expected vocab.json and merges.txt, or tokenizer.json, found neither", where));
    for (const char* name : kTokenizerConfigs)
        if (!files.padToken && has(name))
            files.padToken = padTokenOf(files.embedded.at(name), where + ": " + name);
    return files;
}

std::string predictionType(const fs::path& schedulerFolder) {
    const fs::path path = schedulerFolder / "scheduler_config.json";
    if (!fs::exists(path)) return {};
    return JsonFields(readTextFile(path), path.string()).text("prediction_type", "epsilon");
}

void checkScheduler(const fs::path& schedulerFolder) {
    const fs::path path = schedulerFolder / "scheduler_config.json";
    if (!fs::exists(path)) return;
    const JsonFields fields(readTextFile(path), path.string());
    const auto require = [&](bool sound, const std::string& key, const Message& expected) {
        if (sound) return;
        const auto* found = fields.find(key);
        throw ConfigError(
            Message::of("%1: %2: expected %3 as in Stable Diffusion 1.x, found %4; this program does not run "
                        "such a model",
                        path, key, expected,
                        found ? Message::verbatim(boost::json::serialize(*found))
                              : Message::of("none (diffusers' default is another)")));
    };
    const auto near = [&](const char* key, double value, double fallback) {
        return std::abs(fields.number(key, fallback) - value) <= 1e-6 * value;
    };
    // Where a key is absent, the default of diffusers' class holds: a linear schedule but for these two.
    const auto name = fields.text("_class_name", "");
    require(!name.starts_with("FlowMatch"), "_class_name", Message::of("a noise schedule"));
    const bool own = name == "LCMScheduler" || name == "TCDScheduler";
    require(fields.text("prediction_type", "epsilon") == "epsilon", "prediction_type",
            Message::verbatim("epsilon"));
    require(fields.text("beta_schedule", own ? "scaled_linear" : "linear") == "scaled_linear",
            "beta_schedule", Message::verbatim("scaled_linear"));
    require(near("beta_start", 0.00085, own ? 0.00085 : 0.0001), "beta_start", Message::verbatim("0.00085"));
    require(near("beta_end", 0.012, own ? 0.012 : 0.02), "beta_end", Message::verbatim("0.012"));
    require(near("num_train_timesteps", 1000, 1000), "num_train_timesteps", Message::verbatim("1000"));
    require(!fields.find("trained_betas"), "trained_betas", Message::of("none"));
    require(!fields.boolean("rescale_betas_zero_snr", false), "rescale_betas_zero_snr",
            Message::verbatim("false"));
}

}  // namespace afa
