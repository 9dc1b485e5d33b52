#include "core/io/model_writer.h"

#include <boost/json.hpp>
#include <numeric>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/io/atomic_file.h"
#include "core/io/diffusers_directory.h"
#include "core/io/finite.h"
#include "core/io/half.h"
#include "core/io/json_fields.h"
#include "core/io/key_map.h"
#include "core/io/safetensors.h"
#include "core/io/staged_directory.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

/// A part with what is needed to write it: its tensors are complete and have the expected shapes.
struct Component {
    ModelPart part;
    const PartReader* reader;
    std::string configJson;
    std::optional<KeyMap> names;  ///< to LDM's; the text encoder's are transformers' in both forms
};

template <typename Config>
void requireComplete(const PartReader& reader, const Config& config) {
    const LoadReport report = compareTensors(reader, expectedTensors(config));
    if (!report.ok())
        throw ConfigError(
            Message::of("%1: expected a complete model, found %2", reader.description(), report.text()));
}

std::vector<Component> componentsOf(const Checkpoint& model) {
    std::vector<Component> components;
    if (model.has(ModelPart::UNet)) {
        const auto config = model.unetConfig();
        requireComplete(model.part(ModelPart::UNet), config);
        components.push_back({ModelPart::UNet, &model.part(ModelPart::UNet), unetConfigJson(config),
                              KeyMap::unet(topologyOf(config))});
    }
    if (model.has(ModelPart::Vae)) {
        const auto config = model.vaeConfig();
        requireComplete(model.part(ModelPart::Vae), config);
        components.push_back({ModelPart::Vae, &model.part(ModelPart::Vae), vaeConfigJson(config),
                              KeyMap::vae(topologyOf(config))});
    }
    if (model.has(ModelPart::TextEncoder)) {
        const auto config = model.textConfig();
        requireComplete(model.part(ModelPart::TextEncoder), config);
        components.push_back({ModelPart::TextEncoder, &model.part(ModelPart::TextEncoder),
                              clipTextConfigJson(config), std::nullopt});
    }
    return components;
}

/// Counts tensors for the progress bar and looks for a stop between them.
class Steps {
  public:
    Steps(const TaskControl& control, std::string phase, const std::vector<Component>& components)
        : control_(control), phase_(std::move(phase)) {
        for (const auto& component : components)
            total_ += std::ssize(component.reader->tensors());
    }
    void copy(const PartReader& reader, std::size_t index, SafetensorsWriter& writer) {
        control_.checkStop();
        const auto values = rowMajorBytes(reader.view(index), buffer_);
        if (!allFinite(reader.tensors()[index].dtype, values)) requireFinite(reader, control_);
        writer.write(values);
        reader.release(index);
        control_.report({phase_, ++done_, total_});
    }

  private:
    const TaskControl& control_;
    std::string phase_;
    std::int64_t done_ = 0, total_ = 0;
    std::vector<std::byte> buffer_;
};

constexpr char kEndOfText[] = "<|endoftext|>";
constexpr char kPositionIds[] = "cond_stage_model.transformer.text_model.embeddings.position_ids";

std::map<std::string, std::string> withFormat(std::map<std::string, std::string> metadata) {
    metadata.emplace("format", "pt");
    return metadata;
}

std::string ldmName(const Component& component, const std::string& name) {
    switch (component.part) {
        case ModelPart::UNet:
            return "model.diffusion_model." + component.names->toLdm(name).value();
        case ModelPart::Vae:
            return "first_stage_model." + component.names->toLdm(name).value();
        case ModelPart::TextEncoder:
            return "cond_stage_model.transformer." + name;
    }
    return name;
}

void writeText(const fs::path& path, const std::string& text) {
    AtomicFile file(path);
    file.write(text);
    file.commit();
}

/// runwayml/stable-diffusion-v1-5 scheduler/scheduler_config.json; method.md 4.
std::string schedulerJson() {
    return formatJson(json::object{{"_class_name", "PNDMScheduler"},
                                   {"beta_end", 0.012},
                                   {"beta_schedule", "scaled_linear"},
                                   {"beta_start", 0.00085},
                                   {"clip_sample", false},
                                   {"num_train_timesteps", 1000},
                                   {"prediction_type", "epsilon"},
                                   {"set_alpha_to_one", false},
                                   {"skip_prk_steps", true},
                                   {"steps_offset", 1},
                                   {"trained_betas", nullptr}});
}

/// As text for the metadata; "" for CLIP's own, which every program has.
std::string tokenizerToEmbed(const Checkpoint& model) {
    constexpr std::string_view kClipMerges =  // resources/clip/README.md
        "9fd691f7c8039210e0fced15865466c65820d09b63988b0174bfe25de299051a";
    const auto kClipTokens = static_cast<std::size_t>(ClipTextConfig().vocabSize);
    auto texts = tokenizerTexts(model.tokenizer());
    if (texts.contains("merges.txt") && texts.contains("vocab.json")) {
        texts.erase("tokenizer.json");  // the same once more
        Sha256 hash;
        hash.update(texts.at("merges.txt"));
        const bool clipsPadding = model.tokenizer().padToken.value_or(kEndOfText) == kEndOfText;
        const auto tokens = JsonFields(texts.at("vocab.json"), "vocab.json").object().size();
        if (clipsPadding && tokens == kClipTokens && hash.finishHex() == kClipMerges) return {};
    }
    if (texts.empty()) return {};
    json::object object;
    for (const auto& [name, text] : texts)
        object.emplace(name, text);
    return json::serialize(object);
}

/// False where there is none to write.
bool writeTokenizer(const Checkpoint& model, const ModelWriteOptions& options, const fs::path& folder) {
    const auto texts = tokenizerTexts(model.tokenizer());
    const bool clips = texts.empty() && options.writeBuiltInTokenizer && model.has(ModelPart::TextEncoder) &&
                       model.textConfig().vocabSize >= ClipTextConfig().vocabSize;
    if (texts.empty() && !clips) return false;
    fs::create_directory(folder);
    for (const auto& [name, text] : texts)
        writeText(folder / name, text);
    if (clips) options.writeBuiltInTokenizer(folder);
    return true;
}

}  // namespace

void writeSingleFile(const Checkpoint& model, const fs::path& output, const ModelWriteOptions& options,
                     const TaskControl& control) {
    const auto components = componentsOf(model);
    std::vector<TensorInfo> infos;
    auto metadata = withFormat(options.metadata);
    for (const auto& component : components) {
        // What shapes do not tell: heads, groups, scaling. Checkpoint::open looks for it.
        metadata.emplace("afa." + componentName(component.part) + ".config", component.configJson);
        for (TensorInfo info : component.reader->tensors()) {
            const bool linear =
                info.name.find(".attentions.0.to_") != std::string::npos && info.shape.size() == 2;
            if (component.part == ModelPart::Vae && linear) info.shape.insert(info.shape.end(), {1, 1});
            info.name = ldmName(component, info.name);
            infos.push_back(std::move(info));
        }
    }
    std::vector<std::int64_t> positions;
    if (options.positionIds && model.has(ModelPart::TextEncoder)) {
        positions.resize(static_cast<std::size_t>(model.textConfig().maxPositions));
        std::iota(positions.begin(), positions.end(), std::int64_t{0});
        infos.push_back({kPositionIds, DType::I64, {1, std::ssize(positions)}});
    }
    if (auto tokenizer = tokenizerToEmbed(model); !tokenizer.empty())
        metadata.emplace(kEmbeddedTokenizer, std::move(tokenizer));
    SafetensorsWriter writer(output, std::move(infos), metadata);
    Steps steps(control, options.phase, components);
    for (const auto& component : components)
        for (std::size_t i = 0; i < component.reader->tensors().size(); ++i)
            steps.copy(*component.reader, i, writer);
    if (!positions.empty()) writer.write(std::as_bytes(std::span(positions)));
    writer.finish();
}

void writeDiffusersDirectory(const Checkpoint& model, const fs::path& output,
                             const ModelWriteOptions& options, const TaskControl& control) {
    const auto components = componentsOf(model);
    StagedDirectory staged(output);
    Steps steps(control, options.phase, components);
    const json::array absent{nullptr, nullptr};
    json::object index{{"_class_name", "StableDiffusionPipeline"},
                       {"feature_extractor", absent},
                       {"requires_safety_checker", false},
                       {"safety_checker", absent},
                       {"scheduler", json::array{"diffusers", "PNDMScheduler"}}};
    for (const auto& component : components) {
        const bool text = component.part == ModelPart::TextEncoder;
        constexpr const char* classes[]{"UNet2DConditionModel", "AutoencoderKL", "CLIPTextModel"};
        index[componentName(component.part)] = json::array{text ? "transformers" : "diffusers",
                                                           classes[static_cast<std::size_t>(component.part)]};
        const fs::path folder = staged.path() / componentName(component.part);
        fs::create_directory(folder);
        writeText(folder / "config.json", component.configJson);
        SafetensorsWriter writer(
            folder / (text ? "model.safetensors" : "diffusion_pytorch_model.safetensors"),
            component.reader->tensors(), withFormat(options.metadata));
        for (std::size_t i = 0; i < component.reader->tensors().size(); ++i)
            steps.copy(*component.reader, i, writer);
        writer.finish();
    }
    fs::create_directory(staged.path() / "scheduler");
    writeText(staged.path() / "scheduler" / "scheduler_config.json", schedulerJson());
    const bool tokenizer = writeTokenizer(model, options, staged.path() / "tokenizer");
    index["tokenizer"] = tokenizer ? json::array{"transformers", "CLIPTokenizer"} : absent;
    writeText(staged.path() / "model_index.json", formatJson(index));
    staged.commit();
}

}  // namespace afa
