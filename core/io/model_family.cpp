#include "core/io/model_family.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/error.h"
#include "core/io/key_map.h"

namespace afa {
namespace {

struct FamilyMark {
    std::string_view mark;
    bool prefix;  ///< at the start of a name, else anywhere in it
    const char *kind, *architecture;
    Message name;
};
const std::vector<FamilyMark>& families() {
    static const std::vector<FamilyMark> all{
        {".lora_up.", false, "lora", "unknown", Message::of("a LoRA")},
        {".lora_down.", false, "lora", "unknown", Message::of("a LoRA")},
        {".lora_A.", false, "lora", "unknown", Message::of("a LoRA")},
        {".lora_B.", false, "lora", "unknown", Message::of("a LoRA")},
        {".lora.up.", false, "lora", "unknown", Message::of("a LoRA")},
        {".lora.down.", false, "lora", "unknown", Message::of("a LoRA")},
        {"_lora.up.", false, "lora", "unknown",
         Message::of("a LoRA")},  // diffusers before 0.21: processor.to_q_lora.up
        {"_lora.down.", false, "lora", "unknown", Message::of("a LoRA")},
        {"lora_unet_", true, "lora", "unknown", Message::of("a LoRA")},
        {"lora_te_", true, "lora", "unknown", Message::of("a LoRA")},
        {"conditioner.embedders.", true, "", "sdxl", Message::of("SDXL")},
        {"model.diffusion_model.label_emb.", true, "", "sdxl", Message::of("SDXL")},
        {"cond_stage_model.model.", true, "", "sd2", Message::of("Stable Diffusion 2.x")},
        {"control_model.", true, "controlnet", "unknown", Message::of("a ControlNet")},
        {"controlnet_", true, "controlnet", "unknown", Message::of("a ControlNet")},
        {"joint_blocks.", false, "", "unknown",
         Message::of("a diffusion transformer (Stable Diffusion 3 or like it)")},
        {"double_blocks.", false, "", "unknown", Message::of("a diffusion transformer (Flux or like it)")},
        {"string_to_param", true, "embedding", "unknown", Message::of("a textual-inversion embedding")},
        {"emb_params", true, "embedding", "unknown", Message::of("a textual-inversion embedding")},
    };
    return all;
}

struct Prefix {
    std::string_view text;
    ModelPart part;
};
constexpr std::array kPrefixes{
    Prefix{"model.diffusion_model.", ModelPart::UNet},
    Prefix{"unet.", ModelPart::UNet},
    Prefix{"first_stage_model.", ModelPart::Vae},
    Prefix{"vae.", ModelPart::Vae},
    Prefix{"cond_stage_model.transformer.", ModelPart::TextEncoder},
    Prefix{"text_encoder.", ModelPart::TextEncoder},
};

/// Names that tell what a file without prefixes is.
constexpr std::array kBareMarks{
    Prefix{"input_blocks.0.0.weight", ModelPart::UNet},
    Prefix{"down_blocks.0.resnets.0.conv1.weight", ModelPart::UNet},
    Prefix{"encoder.conv_in.weight", ModelPart::Vae},
    Prefix{"decoder.conv_in.weight", ModelPart::Vae},
    Prefix{"text_model.embeddings.token_embedding.weight", ModelPart::TextEncoder},
    Prefix{"embeddings.token_embedding.weight", ModelPart::TextEncoder},
};

const Prefix* prefixOf(std::string_view name) {
    const auto found = std::find_if(kPrefixes.begin(), kPrefixes.end(),
                                    [&](const Prefix& prefix) { return name.starts_with(prefix.text); });
    return found == kPrefixes.end() ? nullptr : &*found;
}

struct Entry {
    std::string name;  ///< without the part's prefix
    PartReader::Source source;
};

bool isLeftover(ModelPart part, std::string_view name) {
    switch (part) {
        case ModelPart::UNet:
            return name.starts_with("model_ema.");
        case ModelPart::Vae:
            return name.starts_with("loss.") || name.starts_with("model_ema.");
        case ModelPart::TextEncoder:
            // Buffers, and what only the whole CLIP has (contrastive head, picture encoder).
            return name.ends_with("embeddings.position_ids") || name == "logit_scale" ||
                   name.starts_with("text_projection") || name.starts_with("vision_model.") ||
                   name.starts_with("visual_projection");
    }
    return false;
}

/// First words of the names that a part's own tensors have.
constexpr std::array kRoots{
    Prefix{"input_blocks", ModelPart::UNet},
    Prefix{"middle_block", ModelPart::UNet},
    Prefix{"output_blocks", ModelPart::UNet},
    Prefix{"time_embed", ModelPart::UNet},
    Prefix{"out", ModelPart::UNet},
    Prefix{"down_blocks", ModelPart::UNet},
    Prefix{"mid_block", ModelPart::UNet},
    Prefix{"up_blocks", ModelPart::UNet},
    Prefix{"time_embedding", ModelPart::UNet},
    Prefix{"conv_in", ModelPart::UNet},
    Prefix{"conv_norm_out", ModelPart::UNet},
    Prefix{"conv_out", ModelPart::UNet},
    Prefix{"encoder", ModelPart::Vae},
    Prefix{"decoder", ModelPart::Vae},
    Prefix{"quant_conv", ModelPart::Vae},
    Prefix{"post_quant_conv", ModelPart::Vae},
    Prefix{"text_model", ModelPart::TextEncoder},
    Prefix{"embeddings", ModelPart::TextEncoder},
    Prefix{"encoder", ModelPart::TextEncoder},
    Prefix{"final_layer_norm", ModelPart::TextEncoder},
};

/// Whether a network may need a tensor of this name (without the part's prefix).
bool mayBeNeeded(ModelPart part, std::string_view name) {
    const auto root = name.substr(0, name.find('.'));
    return !isLeftover(part, name) && std::any_of(kRoots.begin(), kRoots.end(), [&](const Prefix& own) {
        return own.part == part && own.text == root;
    });
}

/// Passes over what no network needs; the rest would be missed.
void requireRead(const TensorFile& file, const UnreadTensor& tensor, ModelPart part, std::string_view name,
                 std::size_t& skipped) {
    if (mayBeNeeded(part, name))
        throw FileError(Message::of("%1: tensor \"%2\" %3", file.path(), tensor.name, tensor.why));
    ++skipped;
}

std::string textEncoderName(const std::string& name) {
    // transformers 5 dropped the `text_model.` that earlier releases wrote.
    return name.starts_with("text_model.") ? name : "text_model." + name;
}

bool isVaeAttentionWeight(std::string_view name) {
    return name.find("mid_block.attentions.0.to_") != std::string_view::npos && name.ends_with(".weight");
}

/// LDM's VAE has attention as 1x1 convolutions [c, c, 1, 1], diffusers as linear layers [c, c].
void dropUnitKernel(std::vector<std::int64_t>& shape) {
    while (shape.size() > 2 && shape.back() == 1)
        shape.pop_back();
}

/// diffusers' names of a part's tensors; `ldm` tells whether they came under LDM's.
std::function<std::string(const std::string&)> nameTranslator(ModelPart part,
                                                              const std::vector<Entry>& entries, bool& ldm) {
    if (part == ModelPart::TextEncoder) return textEncoderName;
    std::set<std::string, std::less<>> names;
    for (const auto& entry : entries)
        names.insert(entry.name);
    const HasName has = [&](const std::string& name) { return names.contains(name); };
    std::optional<KeyMap> map;
    if (part == ModelPart::UNet && has("input_blocks.0.0.weight")) map = KeyMap::unet(ldmUNetTopology(has));
    if (part == ModelPart::Vae && (has("encoder.norm_out.weight") || has("decoder.norm_out.weight")))
        map = KeyMap::vae(ldmVaeTopology(has));
    if (map) {
        ldm = true;
        return
            [map = std::move(*map)](const std::string& name) { return map.toDiffusers(name).value_or(name); };
    }
    if (part == ModelPart::Vae) return [](const std::string& name) { return currentVaeName(name); };
    return [](const std::string& name) { return name; };
}

PartReader makePart(ModelPart part, const std::string& description, std::vector<Entry> entries, bool& ldm,
                    std::size_t& skipped) {
    skipped += std::erase_if(entries, [&](const Entry& entry) {
        const bool number = isFloating(entry.source.file->tensors()[entry.source.index].dtype);
        return isLeftover(part, entry.name) || (!number && !mayBeNeeded(part, entry.name));
    });
    const auto translate = nameTranslator(part, entries, ldm);
    std::map<std::string, std::pair<TensorInfo, PartReader::Source>> sorted;
    for (auto& entry : entries) {
        TensorInfo info = entry.source.file->tensors()[entry.source.index];
        const std::string stored = info.name;
        info.name = translate(entry.name);
        if (part == ModelPart::Vae && isVaeAttentionWeight(info.name)) dropUnitKernel(info.shape);
        // A second tensor for the same place keeps the name it has in the file and is then unexpected.
        if (sorted.contains(info.name)) info.name = stored;
        sorted.try_emplace(info.name, info, entry.source);
    }
    std::vector<TensorInfo> infos;
    std::vector<PartReader::Source> sources;
    for (auto& [name, tensor] : sorted) {
        infos.push_back(std::move(tensor.first));
        sources.push_back(std::move(tensor.second));
    }
    return PartReader(Message::of("%1 (%2)", description, modelPartName(part)), std::move(infos),
                      std::move(sources));
}

}  // namespace

std::optional<ModelFamily> foreignFamily(const std::vector<TensorInfo>& tensors) {
    for (const auto& family : families())
        for (const auto& tensor : tensors)
            if (family.prefix ? tensor.name.starts_with(family.mark)
                              : tensor.name.find(family.mark) != std::string::npos)
                return ModelFamily{family.kind, family.architecture, family.name};
    return std::nullopt;
}

SortedParts sortSingleFile(std::shared_ptr<const TensorFile> file) {
    SortedParts result;
    std::vector<Entry> entries[3];
    const auto& tensors = file->tensors();
    for (std::size_t i = 0; i < tensors.size(); ++i)
        if (const auto* prefix = prefixOf(tensors[i].name))
            entries[static_cast<int>(prefix->part)].push_back(
                {tensors[i].name.substr(prefix->text.size()), {file, i}});
    std::optional<ModelPart> alone;
    std::size_t sorted = entries[0].size() + entries[1].size() + entries[2].size();
    if (sorted == 0) {
        const auto mark = std::find_if(kBareMarks.begin(), kBareMarks.end(),
                                       [&](const Prefix& bare) { return file->find(bare.text).has_value(); });
        if (mark != kBareMarks.end()) alone = mark->part;
        if (mark != kBareMarks.end())
            for (std::size_t i = 0; i < tensors.size(); ++i)
                if (!tensors[i].name.starts_with("model_ema."))
                    entries[static_cast<int>(mark->part)].push_back({tensors[i].name, {file, i}});
        sorted = entries[0].size() + entries[1].size() + entries[2].size();
    }
    result.skipped = tensors.size() - sorted;
    for (const auto& tensor : file->unread()) {
        if (const auto* prefix = prefixOf(tensor.name))
            requireRead(*file, tensor, prefix->part,
                        std::string_view(tensor.name).substr(prefix->text.size()), result.skipped);
        else if (alone)
            requireRead(*file, tensor, *alone, tensor.name, result.skipped);
        else
            ++result.skipped;
    }
    for (const ModelPart part : {ModelPart::UNet, ModelPart::Vae, ModelPart::TextEncoder}) {
        auto& own = entries[static_cast<int>(part)];
        if (own.empty()) continue;
        result.parts[static_cast<int>(part)] =
            makePart(part, file->path().string(), std::move(own), result.ldmNames, result.skipped);
    }
    return result;
}

PartReader sortPartFiles(ModelPart part, const std::string& description,
                         const std::vector<std::shared_ptr<const TensorFile>>& files, std::size_t& skipped) {
    std::vector<Entry> entries;
    std::map<std::string_view, const TensorFile*> first;
    for (const auto& file : files)
        for (const auto& tensor : file->unread())
            requireRead(*file, tensor, part, tensor.name, skipped);
    for (const auto& file : files)
        for (std::size_t i = 0; i < file->tensors().size(); ++i) {
            const std::string& name = file->tensors()[i].name;
            if (const auto [known, fresh] = first.try_emplace(name, file.get()); !fresh)
                throw FileError(
                    Message::of("%1: holds the tensor %2, which %3 holds too; get the model's files anew",
                                file->path(), name, known->second->path().filename()));
            entries.push_back({name, {file, i}});
        }
    bool ldm = false;
    return makePart(part, description, std::move(entries), ldm, skipped);
}

}  // namespace afa
