#include "core/engine/foreign/comfyui_graph.h"

#include <algorithm>
#include <array>
#include <deque>

#include "core/engine/foreign/settings_taker.h"

namespace afa {
namespace {

constexpr int kMostLookups = 500;              // for one value, so that circles end
constexpr std::size_t kLongestText = 1 << 20;  // bytes; joins of joins double it

const boost::json::value* memberOf(const boost::json::object& object, std::string_view name) {
    return object.if_contains(boost::json::string_view(name.data(), name.size()));
}

/// The id and the slot of a link.
std::optional<std::pair<std::string, int>> asLink(const boost::json::value& value) {
    const auto* list = value.if_array();
    if (!list || list->size() != 2 || !(*list)[1].is_int64()) return {};
    const auto& id = (*list)[0];
    if (!id.is_string() && !id.is_int64()) return {};
    return std::pair(plainText(id), static_cast<int>((*list)[1].get_int64()));
}

}  // namespace

ComfyGraph::ComfyGraph(const boost::json::object& nodes) {
    for (const auto& [id, value] : nodes) {
        if (nodes_.size() == kMostNodes) break;
        const auto* object = value.if_object();
        const auto* type = object ? object->if_contains("class_type") : nullptr;
        const auto* inputs = object ? object->if_contains("inputs") : nullptr;
        if (type && type->is_string() && inputs && inputs->is_object())
            nodes_.push_back({std::string(id), std::string(type->get_string()), &inputs->get_object()});
    }
    std::ranges::sort(nodes_, {}, &Node::id);
}

const ComfyGraph::Node* ComfyGraph::find(std::string_view id) const {
    const auto found = std::ranges::lower_bound(nodes_, id, {}, &Node::id);
    return found != nodes_.end() && found->id == id ? &*found : nullptr;
}

std::optional<ComfyGraph::Link> ComfyGraph::link(const Node& node, std::string_view input) const {
    const auto* value = memberOf(*node.inputs, input);
    const auto to = value ? asLink(*value) : std::nullopt;
    const auto* found = to ? find(to->first) : nullptr;
    if (!found) return {};
    return Link{found, to->second};
}

std::vector<const ComfyGraph::Node*> ComfyGraph::sources(const Node& node) const {
    std::vector<const Node*> found;
    for (const auto& [name, value] : *node.inputs)
        if (const auto to = link(node, std::string_view(name.data(), name.size()))) found.push_back(to->node);
    return found;
}

const ComfyGraph::Node* ComfyGraph::upstream(const Node& from,
                                             const std::function<bool(const Node&)>& fits) const {
    std::set<const Node*> seen{&from};
    for (std::deque<const Node*> waiting{&from}; !waiting.empty(); waiting.pop_front()) {
        const auto* node = waiting.front();
        if (fits(*node)) return node;
        for (const auto* source : sources(*node))
            if (seen.insert(source).second) waiting.push_back(source);
    }
    return nullptr;
}

std::optional<std::string> ComfyGraph::value(const Node& node, std::string_view input) const {
    int budget = kMostLookups;
    return value(node, input, budget);
}

std::optional<std::string> ComfyGraph::value(const Node& node, std::string_view input, int& budget) const {
    const auto* found = memberOf(*node.inputs, input);
    if (!found || found->is_null() || --budget < 0) return {};
    if (const auto to = link(node, input)) return valueOf(*to->node, input, budget);
    if (found->is_array() || found->is_object()) return {};
    return plainText(*found);
}

/// What a node hands on: texts joined, a primitive's value, or what it got under the same name.
std::optional<std::string> ComfyGraph::valueOf(const Node& node, std::string_view asked, int& budget) const {
    constexpr std::array<std::pair<const char*, const char*>, 4> kJoined{
        {{"string_a", "string_b"}, {"text_a", "text_b"}, {"text1", "text2"}, {"string1", "string2"}}};
    for (const auto& [first, second] : kJoined) {
        const auto left = value(node, first, budget), right = value(node, second, budget);
        if (!left || !right) continue;
        const auto between = value(node, "delimiter", budget).value_or(" ");
        if (left->size() + between.size() + right->size() > kLongestText) return {};
        return *left + between + *right;
    }
    if (auto same = value(node, asked, budget)) return same;
    constexpr std::array<const char*, 16> kNames{
        "populated_text", "text",   "string", "value",      "prompt",   "Text", "STRING", "Value", "int",
        "float",          "number", "seed",   "noise_seed", "anything", "any",  "source"};
    for (const auto* name : kNames)
        if (auto found = value(node, name, budget)) return found;
    if (node.inputs->size() == 1)  // Reroute and its kind
        return value(node, std::string_view(node.inputs->begin()->key()), budget);
    return {};
}

}  // namespace afa
