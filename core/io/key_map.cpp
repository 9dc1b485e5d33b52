#include "core/io/key_map.h"

#include <array>

namespace afa {
namespace {

std::string number(std::size_t value) {
    return std::to_string(value);
}

struct Names {
    const char *ldm, *diffusers;
};
constexpr std::array kUNetResnet{
    Names{".in_layers.0", ".norm1"},          Names{".in_layers.2", ".conv1"},
    Names{".emb_layers.1", ".time_emb_proj"}, Names{".out_layers.0", ".norm2"},
    Names{".out_layers.3", ".conv2"},         Names{".skip_connection", ".conv_shortcut"},
};
constexpr std::array kUNetEnds{
    Names{"time_embed.0", "time_embedding.linear_1"},
    Names{"time_embed.2", "time_embedding.linear_2"},
    Names{"input_blocks.0.0", "conv_in"},
    Names{"out.0", "conv_norm_out"},
    Names{"out.2", "conv_out"},
};
constexpr std::array kVaeResnet{
    Names{".norm1", ".norm1"},
    Names{".conv1", ".conv1"},
    Names{".norm2", ".norm2"},
    Names{".conv2", ".conv2"},
    Names{".nin_shortcut", ".conv_shortcut"},
};
constexpr std::array kVaeAttention{
    Names{".norm", ".group_norm"},   Names{".q", ".to_q"}, Names{".k", ".to_k"}, Names{".v", ".to_v"},
    Names{".proj_out", ".to_out.0"},
};

}  // namespace

void KeyMap::row(const std::string& ldm, const std::string& diffusers) {
    toDiffusers_.emplace(ldm, diffusers);
    toLdm_.emplace(diffusers, ldm);
}

std::optional<std::string> KeyMap::translate(const Table& table, std::string_view name) {
    for (auto end = name.rfind('.'); end != std::string_view::npos && end > 0;
         end = name.rfind('.', end - 1)) {
        const auto found = table.find(name.substr(0, end));
        if (found != table.end()) return found->second + std::string(name.substr(end));
    }
    return std::nullopt;
}

KeyMap KeyMap::unet(const UNetTopology& topology) {
    KeyMap map;
    const auto rows = [&](const auto& names, const std::string& ldm, const std::string& diffusers) {
        for (const auto& name : names)
            map.row(ldm + name.ldm, diffusers + name.diffusers);
    };
    rows(kUNetEnds, "", "");

    // LDM counts every layer and downsampler in one row of input blocks, every up layer in one of output
    // blocks.
    std::size_t block = 1;
    for (std::size_t i = 0; i < topology.levels; ++i) {
        const std::string level = "down_blocks." + number(i);
        for (std::size_t j = 0; j < topology.layers; ++j, ++block) {
            const std::string ldm = "input_blocks." + number(block);
            rows(kUNetResnet, ldm + ".0", level + ".resnets." + number(j));
            map.row(ldm + ".1", level + ".attentions." + number(j));
        }
        map.row("input_blocks." + number(block++) + ".0.op", level + ".downsamplers.0.conv");
    }
    rows(kUNetResnet, "middle_block.0", "mid_block.resnets.0");
    map.row("middle_block.1", "mid_block.attentions.0");
    rows(kUNetResnet, "middle_block.2", "mid_block.resnets.1");

    block = 0;
    for (std::size_t i = 0; i < topology.levels; ++i) {
        const std::string level = "up_blocks." + number(i);
        const bool attention = topology.upAttention[i];
        for (std::size_t j = 0; j <= topology.layers; ++j, ++block) {
            const std::string ldm = "output_blocks." + number(block);
            rows(kUNetResnet, ldm + ".0", level + ".resnets." + number(j));
            if (attention) map.row(ldm + ".1", level + ".attentions." + number(j));
        }
        const std::string place =
            attention ? ".2" : ".1";  // of the upsampler, after the attention if there is one
        map.row("output_blocks." + number(block - 1) + place + ".conv", level + ".upsamplers.0.conv");
    }
    return map;
}

KeyMap KeyMap::vae(const VaeTopology& topology) {
    KeyMap map;
    const auto rows = [&](const auto& names, const std::string& ldm, const std::string& diffusers) {
        for (const auto& name : names)
            map.row(ldm + name.ldm, diffusers + name.diffusers);
    };
    for (const std::string side : {"encoder", "decoder"}) {
        map.row(side + ".conv_in", side + ".conv_in");
        map.row(side + ".norm_out", side + ".conv_norm_out");
        map.row(side + ".conv_out", side + ".conv_out");
        rows(kVaeResnet, side + ".mid.block_1", side + ".mid_block.resnets.0");
        rows(kVaeAttention, side + ".mid.attn_1", side + ".mid_block.attentions.0");
        rows(kVaeResnet, side + ".mid.block_2", side + ".mid_block.resnets.1");
    }
    map.row("quant_conv", "quant_conv");
    map.row("post_quant_conv", "post_quant_conv");
    for (std::size_t i = 0; i < topology.levels; ++i) {
        const std::string ldmDown = "encoder.down." + number(i), down = "encoder.down_blocks." + number(i);
        for (std::size_t j = 0; j < topology.layers; ++j)
            rows(kVaeResnet, ldmDown + ".block." + number(j), down + ".resnets." + number(j));
        map.row(ldmDown + ".downsample.conv", down + ".downsamplers.0.conv");
        // LDM numbers the decoder's levels by depth, diffusers by the order they run in.
        const std::string ldmUp = "decoder.up." + number(topology.levels - 1 - i);
        const std::string up = "decoder.up_blocks." + number(i);
        for (std::size_t j = 0; j <= topology.layers; ++j)
            rows(kVaeResnet, ldmUp + ".block." + number(j), up + ".resnets." + number(j));
        map.row(ldmUp + ".upsample.conv", up + ".upsamplers.0.conv");
    }
    return map;
}

UNetTopology ldmUNetTopology(const HasName& has) {
    const auto isLayer = [&](std::size_t block) {
        return has("input_blocks." + number(block) + ".0.in_layers.0.weight");
    };
    UNetTopology topology;
    while (isLayer(topology.layers + 1))
        ++topology.layers;
    if (topology.layers == 0) return topology;
    while (isLayer(1 + topology.levels * (topology.layers + 1)))
        ++topology.levels;
    for (std::size_t i = 0; i < topology.levels; ++i)
        topology.upAttention.push_back(
            has("output_blocks." + number(i * (topology.layers + 1)) + ".1.norm.weight"));
    return topology;
}

VaeTopology ldmVaeTopology(const HasName& has) {
    VaeTopology topology;
    while (has("encoder.down." + number(topology.levels) + ".block.0.norm1.weight"))
        ++topology.levels;
    while (has("encoder.down.0.block." + number(topology.layers) + ".norm1.weight"))
        ++topology.layers;
    return topology;
}

UNetTopology topologyOf(const UNetConfig& config) {
    return {config.blockOutChannels.size(), static_cast<std::size_t>(config.layersPerBlock),
            config.upAttention};
}

VaeTopology topologyOf(const VaeConfig& config) {
    return {config.blockOutChannels.size(), static_cast<std::size_t>(config.layersPerBlock)};
}

std::string currentVaeName(std::string_view name) {
    constexpr std::array old{Names{".query", ".to_q"}, Names{".key", ".to_k"}, Names{".value", ".to_v"},
                             Names{".proj_attn", ".to_out.0"}};
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || name.find(".attentions.0.") == std::string_view::npos)
        return std::string(name);
    for (const auto& names : old)
        if (name.substr(0, dot).ends_with(names.ldm))
            return std::string(name.substr(0, dot - std::string_view(names.ldm).size())) + names.diffusers +
                   std::string(name.substr(dot));
    return std::string(name);
}

}  // namespace afa
