#include "core/io/model_config.h"
#include "core/io/tensor_list.h"

namespace afa {
namespace {

/// UNetMidBlock2D of a VAE: resnet, single-head attention, resnet.
void addVaeMid(TensorList& list, const std::string& name, std::int64_t width) {
    list.resnet(name + ".resnets.0", width, width, 0, false);
    list.affine(name + ".attentions.0.group_norm", width);
    for (const char* part : {".to_q", ".to_k", ".to_v", ".to_out.0"})
        list.linear(name + ".attentions.0" + part, width, width);
    list.resnet(name + ".resnets.1", width, width, 0, false);
}

std::string at(const std::string& name, std::size_t index) {
    return name + "." + std::to_string(index);
}

}  // namespace

int UNetConfig::stageCount() const {
    // conv_in; per level its layers and, but for the last, a downsampler; mid; per level layers + 1.
    const auto levels = static_cast<int>(blockOutChannels.size());
    const auto layers = static_cast<int>(layersPerBlock);
    return 1 + levels * (layers + 1) - 1 + 1 + levels * (layers + 1);
}

std::vector<ExpectedTensor> expectedTensors(const UNetConfig& config) {
    TensorList list;
    const auto& widths = config.blockOutChannels;
    const std::size_t levels = widths.size();
    const auto layers = static_cast<std::size_t>(config.layersPerBlock);
    const std::int64_t temb = 4 * widths[0];
    const auto transformer = [&](const std::string& name, std::int64_t width) {
        list.transformer(name, width, config.crossAttentionDim, 1, config.useLinearProjection);
    };

    list.linear("time_embedding.linear_1", widths[0], temb);
    list.linear("time_embedding.linear_2", temb, temb);
    list.conv("conv_in", config.inChannels, widths[0], 3);

    std::int64_t width = widths[0];
    for (std::size_t i = 0; i < levels; ++i) {
        const std::string block = at("down_blocks", i);
        for (std::size_t j = 0; j < layers; ++j) {
            list.resnet(at(block + ".resnets", j), width, widths[i], temb, width != widths[i]);
            width = widths[i];
            if (config.downAttention[i]) transformer(at(block + ".attentions", j), width);
        }
        if (i + 1 < levels) list.conv(block + ".downsamplers.0.conv", width, width, 3);
    }

    list.resnet("mid_block.resnets.0", width, width, temb, false);
    transformer("mid_block.attentions.0", width);
    list.resnet("mid_block.resnets.1", width, width, temb, false);

    for (std::size_t i = 0; i < levels; ++i) {
        const std::string block = at("up_blocks", i);
        const std::size_t level = levels - 1 - i;
        // unet_2d_blocks.py: the last layer's skip comes from the level below (in depth), conv_in's at the
        // end.
        const std::int64_t lastSkip = widths[level > 0 ? level - 1 : 0];
        for (std::size_t j = 0; j <= layers; ++j) {
            const std::int64_t skip = j == layers ? lastSkip : widths[level];
            list.resnet(at(block + ".resnets", j), width + skip, widths[level], temb,
                        width + skip != widths[level]);
            width = widths[level];
            if (config.upAttention[i]) transformer(at(block + ".attentions", j), width);
        }
        if (i + 1 < levels) list.conv(block + ".upsamplers.0.conv", width, width, 3);
    }
    list.affine("conv_norm_out", widths[0]);
    list.conv("conv_out", widths[0], config.outChannels, 3);
    return list.sorted();
}

std::vector<ExpectedTensor> expectedTensors(const VaeConfig& config) {
    TensorList list;
    const auto& widths = config.blockOutChannels;
    const std::size_t levels = widths.size();
    const auto layers = static_cast<std::size_t>(config.layersPerBlock);
    const std::int64_t latent = config.latentChannels;

    list.conv("encoder.conv_in", config.inChannels, widths[0], 3);
    std::int64_t width = widths[0];
    for (std::size_t i = 0; i < levels; ++i) {
        const std::string block = at("encoder.down_blocks", i);
        for (std::size_t j = 0; j < layers; ++j) {
            list.resnet(at(block + ".resnets", j), width, widths[i], 0, width != widths[i]);
            width = widths[i];
        }
        if (i + 1 < levels) list.conv(block + ".downsamplers.0.conv", width, width, 3);
    }
    addVaeMid(list, "encoder.mid_block", width);
    list.affine("encoder.conv_norm_out", width);
    list.conv("encoder.conv_out", width, 2 * latent, 3);

    list.conv("decoder.conv_in", latent, width, 3);
    addVaeMid(list, "decoder.mid_block", width);
    for (std::size_t i = 0; i < levels; ++i) {
        const std::string block = at("decoder.up_blocks", i);
        const std::int64_t out = widths[levels - 1 - i];
        for (std::size_t j = 0; j <= layers; ++j) {
            list.resnet(at(block + ".resnets", j), width, out, 0, width != out);
            width = out;
        }
        if (i + 1 < levels) list.conv(block + ".upsamplers.0.conv", width, width, 3);
    }
    list.affine("decoder.conv_norm_out", width);
    list.conv("decoder.conv_out", width, config.outChannels, 3);

    if (config.useQuantConv) list.conv("quant_conv", 2 * latent, 2 * latent, 1);
    if (config.usePostQuantConv) list.conv("post_quant_conv", latent, latent, 1);
    return list.sorted();
}

std::vector<ExpectedTensor> expectedTensors(const ClipTextConfig& config) {
    TensorList list;
    const std::int64_t width = config.hiddenSize;
    list.add("text_model.embeddings.token_embedding.weight", {config.vocabSize, width});
    list.add("text_model.embeddings.position_embedding.weight", {config.maxPositions, width});
    for (std::int64_t i = 0; i < config.numLayers; ++i) {
        const std::string layer = at("text_model.encoder.layers", static_cast<std::size_t>(i));
        for (const char* part : {".q_proj", ".k_proj", ".v_proj", ".out_proj"})
            list.linear(layer + ".self_attn" + part, width, width);
        list.affine(layer + ".layer_norm1", width);
        list.linear(layer + ".mlp.fc1", width, config.intermediateSize);
        list.linear(layer + ".mlp.fc2", config.intermediateSize, width);
        list.affine(layer + ".layer_norm2", width);
    }
    list.affine("text_model.final_layer_norm", width);
    return list.sorted();
}

}  // namespace afa
