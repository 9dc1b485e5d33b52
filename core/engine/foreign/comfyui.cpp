#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/engine/foreign/comfyui_graph.h"
#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"

namespace afa {
namespace {

using Node = ComfyGraph::Node;

bool isSampler(const Node& node) {
    const bool named = node.type.find("KSampler") != std::string::npos ||
                       node.type.find("SamplerCustom") != std::string::npos ||
                       node.inputs->contains("positive");
    return named && node.inputs->contains("latent_image");
}

/// A node that saves or shows the picture.
bool isOutput(const Node& node) {
    return node.inputs->contains("images") &&
           (node.type.find("Save") != std::string::npos || node.type.find("Preview") != std::string::npos);
}

class Reader {
  public:
    Reader(const ComfyGraph& graph, const std::string& where) : graph_(graph), where_(where) {}

    ForeignPicture read() {
        const auto* sampler = firstPass(saved());
        takeValues(*sampler);
        takePrompts(*sampler);
        takeSize(*sampler);
        takeModel(*sampler);
        for (const auto& node : graph_.nodes())
            if (!used_.contains(&node) && !isUsual(node)) taker_.leaveOut(node.type, nameIn(node));
        return taker_.finish();
    }

  private:
    /// The sampler nearest to the picture that was saved, rather than shown.
    const Node* saved() {
        const Node* found = nullptr;
        std::set<const Node*> others;
        for (const bool saving : {true, false})
            for (const auto& node : graph_.nodes()) {
                if (!isOutput(node) || (node.type.find("Save") != std::string::npos) != saving) continue;
                const auto* sampler = graph_.upstream(node, isSampler);
                if (!found) found = sampler;
                if (sampler) others.insert(sampler);
            }
        if (!found)  // outputs of unknown names: the one sampler that there is
            for (const auto& node : graph_.nodes())
                if (isSampler(node)) {
                    found = found ? found : &node;
                    others.insert(&node);
                }
        if (!found)
            throw FileError(
                Message::of("%1: its graph of ComfyUI has no sampler that this program knows", where_));
        others.erase(found);
        for (const auto* other : others)
            tellPass(*other, "of another picture");
        return found;
    }

    /// Where a sampler goes on from another's picture, the first one made the picture; later ones refined it.
    const Node* firstPass(const Node* sampler) {
        std::set<const Node*> seen{sampler};
        for (;;) {
            const auto latent = graph_.link(*sampler, "latent_image");
            const auto* before = latent ? graph_.upstream(*latent->node, isSampler) : nullptr;
            if (!before || !seen.insert(before).second) return sampler;
            tellPass(*sampler, "a later pass");
            sampler = before;
        }
    }

    void tellPass(const Node& sampler, const std::string& what) {
        used_.insert(&sampler);
        std::string text = what;
        for (const char* name : {"steps", "denoise"})
            if (const auto value = graph_.value(sampler, name))
                text += std::string(", ") + name + " " + *value;
        taker_.leaveOut(sampler.type, text);
    }

    void takeValues(const Node& sampler) {
        used_.insert(&sampler);
        const auto take = [&](const Node& node, Setting setting, const char* input) {
            used_.insert(&node);
            if (const auto* given = node.inputs->if_contains(input); !given) return;
            if (const auto value = graph_.value(node, input))
                taker_.take(setting, input, *value);
            else
                taker_.leaveOut(input, "from a node that this program does not know");
        };
        const auto takeFrom = [&](const char* input,
                                  std::initializer_list<std::pair<Setting, const char*>> wanted) {
            const auto link = graph_.link(sampler, input);
            for (const auto& [setting, name] : wanted)
                if (link) take(*link->node, setting, name);
        };
        take(sampler, Setting::Steps, "steps");
        take(sampler, Setting::Cfg, "cfg");
        take(sampler, Setting::Seed, "seed");
        take(sampler, Setting::Seed, "noise_seed");
        take(sampler, Setting::Sampler, "sampler_name");
        take(sampler, Setting::Schedule, "scheduler");
        takeFrom("noise", {{Setting::Seed, "noise_seed"}});
        takeFrom("guider", {{Setting::Cfg, "cfg"}});
        takeFrom("sampler", {{Setting::Sampler, "sampler_name"}});
        takeFrom("sigmas", {{Setting::Steps, "steps"}, {Setting::Schedule, "scheduler"}});
        if (const auto sigmas = graph_.link(sampler, "sigmas")) {
            if (sigmas->node->type == "KarrasScheduler")
                taker_.take(Setting::Schedule, "sigmas", "karras");
            else if (!sigmas->node->inputs->contains("scheduler"))
                taker_.leaveOut("sigmas", sigmas->node->type);
        }
        for (const auto& [name, usual] : {std::pair("denoise", "1"), std::pair("add_noise", "enable")})
            if (const auto value = graph_.value(sampler, name); value && *value != usual && *value != "true")
                taker_.leaveOut(name, *value);
    }

    /// The node that conditions the sampler: itself, or its guider.
    const Node& conditioned(const Node& sampler) const {
        const auto guider = graph_.link(sampler, "guider");
        return guider ? *guider->node : sampler;
    }

    void takePrompts(const Node& sampler) {
        const auto& node = conditioned(sampler);
        for (const bool positive : {true, false}) {
            const char* input = positive ? "positive" : "negative";
            auto link = graph_.link(node, input);
            if (!link && positive) link = graph_.link(node, "conditioning");
            if (!link) continue;
            std::vector<std::string> texts;
            std::set<const Node*> seen;
            const bool known = collect(*link->node, positive, texts, seen);
            if (!known) taker_.leaveOut(input, "from a node that this program does not know");
            if (texts.empty()) continue;
            std::string joined;
            for (const auto& text : texts)
                if (!text.empty()) joined += (joined.empty() ? "" : ", ") + text;
            if (texts.size() > 1) taker_.leaveOut(input, "several prompts, joined");
            taker_.take(positive ? Setting::Prompt : Setting::NegativePrompt, input, joined);
        }
    }

    /// The texts that conditioning is made of. False: a part is from a node that is not known.
    bool collect(const Node& node, bool positive, std::vector<std::string>& texts,
                 std::set<const Node*>& seen) {
        if (!seen.insert(&node).second || seen.size() > kMostNodes) return true;
        used_.insert(&node);
        if (node.type == "ConditioningZeroOut") {
            texts.emplace_back();
            return true;
        }
        bool encodes = false, known = true;
        for (const char* input : {"text", "text_g", "text_l", "clip_l", "t5xxl"}) {
            if (!node.inputs->contains(input)) continue;
            encodes = true;
            const auto text = graph_.value(node, input);
            if (!text)
                known = false;
            else if (texts.empty() || texts.back() != *text)  // SDXL's encoders get the same words twice
                texts.push_back(*text);
        }
        if (encodes) return known;
        if (const auto side = graph_.link(node, positive ? "positive" : "negative"))
            return collect(*side->node, positive, texts, seen);
        bool followed = false;
        for (const auto& [name, value] : *node.inputs) {
            const std::string_view input(name.data(), name.size());
            if (!input.starts_with("conditioning") && input != "cond" && node.inputs->size() != 1) continue;
            const auto link = graph_.link(node, input);
            if (!link) continue;
            followed = true;
            known = collect(*link->node, positive, texts, seen) && known;
        }
        return followed && known;
    }

    void takeSize(const Node& sampler) {
        const auto latent = graph_.link(sampler, "latent_image");
        if (!latent) return;
        const auto isPixels = [](const Node& node) {
            return node.inputs->contains("pixels") || node.inputs->contains("image");
        };
        const auto* source = graph_.upstream(*latent->node, [&](const Node& node) {
            return isPixels(node) || (node.inputs->contains("width") && node.inputs->contains("height"));
        });
        if (!source) return;
        used_.insert(source);
        if (isPixels(*source)) return taker_.leaveOut("latent_image", source->type);
        for (const auto& [setting, input] :
             {std::pair(Setting::Width, "width"), std::pair(Setting::Height, "height")})
            if (const auto value = graph_.value(*source, input)) taker_.take(setting, input, *value);
        if (const auto batch = graph_.value(*source, "batch_size"); batch && *batch != "1")
            taker_.leaveOut("batch_size", *batch);
    }

    void takeModel(const Node& sampler) {
        auto link = graph_.link(sampler, "model");
        if (!link) link = graph_.link(conditioned(sampler), "model");
        if (!link) return;
        const auto* loader = graph_.upstream(*link->node, [](const Node& node) {
            return node.inputs->contains("ckpt_name") || node.inputs->contains("unet_name");
        });
        if (!loader) return;
        used_.insert(loader);
        for (const char* input : {"ckpt_name", "unet_name"})
            if (const auto value = graph_.value(*loader, input)) taker_.take(Setting::Model, input, *value);
    }

    /// The file that a node loads: "lora_name".
    static std::string nameIn(const Node& node) {
        for (const auto& [input, value] : *node.inputs)
            if (std::string_view(input.data(), input.size()).ends_with("_name") && value.is_string())
                return plainText(value);
        return {};
    }

    /// Nodes that say nothing, or only what was read by way of others.
    static bool isUsual(const Node& node) {
        constexpr std::array<std::string_view, 9> kUsual{
            "VAEDecode",  "VAEDecodeTiled", "Reroute",       "Note",          "VAELoader",
            "CLIPLoader", "CLIPTextEncode", "PrimitiveNode", "KSamplerSelect"};
        return std::ranges::find(kUsual, node.type) != kUsual.end() || isOutput(node) ||
               node.type.starts_with("Primitive") || node.type.starts_with("String");
    }

    static constexpr std::size_t kMostNodes = 200;  // of one conditioning

    const ComfyGraph& graph_;
    const std::string& where_;
    SettingsTaker taker_{"ComfyUI"};
    std::set<const Node*> used_;
};

bool holdsNodes(const boost::json::object& object) {
    return std::ranges::any_of(object, [](const auto& member) {
        const auto* node = member.value().if_object();
        return node && node->contains("class_type");
    });
}

/// The graph's own text, wherever the saving node put it.
std::optional<boost::json::object> findGraph(const PictureTexts& texts, const std::string& where) {
    constexpr std::string_view kOpening = "prompt:";  // of the EXIF tags of its WebP pictures
    for (const char* key : {"exif:Model", "exif:Make", "exif:ImageDescription"})
        if (const auto& text = textOf(texts, key); text.starts_with(kOpening))
            return objectOf(text.substr(kOpening.size()), where, "ComfyUI");
    if (const auto& text = textOf(texts, "prompt"); text.find("\"class_type\"") != std::string::npos)
        return objectOf(text, where, "ComfyUI");
    if (auto object = objectIn(settingsText(texts))) {
        if (holdsNodes(*object)) return object;
        auto* inner = object->if_contains("prompt");
        if (inner && inner->is_object() && holdsNodes(inner->get_object()))
            return std::move(inner->get_object());
    }
    return {};
}

}  // namespace

std::optional<ForeignPicture> readComfyUi(const PictureTexts& texts, const std::string& where) {
    const auto nodes = findGraph(texts, where);
    if (nodes) {
        const ComfyGraph graph(*nodes);
        return Reader(graph, where).read();
    }
    if (textOf(texts, "workflow").find("\"nodes\"") != std::string::npos)
        throw FileError(
            Message::of("%1: it holds ComfyUI's `workflow` without the `prompt` that was run", where));
    return {};
}

}  // namespace afa
