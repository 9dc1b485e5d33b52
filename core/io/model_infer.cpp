#include "core/base/error.h"
#include "core/io/checkpoint.h"
#include "core/io/model_config.h"
#include "core/io/model_rules.h"

namespace afa {
namespace {

// What shapes do not tell and every SD 1.x model shares (formats.md).
constexpr std::int64_t kUNetHeads = 8;
constexpr std::int64_t kClipHeadWidth = 64;

/// Shapes of a part, asked for by name; says what is missing.
class Shapes {
  public:
    explicit Shapes(const PartReader& part) : part_(part) {}

    bool has(const std::string& name) const { return part_.find(name).has_value(); }
    std::int64_t extent(const std::string& name, std::size_t dimension) const {
        const auto index = part_.find(name);
        if (!index)
            throw ConfigError(Message::of(
                "%1: expected the tensor %2, found none among %3; the file is incomplete or no such model",
                part_.description(), name, part_.tensors().size()));
        const auto& shape = part_.tensors()[*index].shape;
        if (dimension >= shape.size() || shape[dimension] < 1)
            throw ConfigError(Message::of("%1: %2: expected at least %3 dimensions, none empty, found %4",
                                          part_.description(), name, dimension + 1, shapeText(shape)));
        return shape[dimension];
    }
    std::size_t rank(const std::string& name) const {
        return part_.tensors()[part_.find(name).value()].shape.size();
    }
    /// How many of PREFIX0SUFFIX, PREFIX1SUFFIX, .. there are.
    std::int64_t count(const std::string& prefix, const std::string& suffix) const {
        std::int64_t n = 0;
        while (has(prefix + std::to_string(n) + suffix))
            ++n;
        return n;
    }

  private:
    const PartReader& part_;
};

}  // namespace

UNetConfig inferUNetConfig(const PartReader& part) {
    const Shapes shapes(part);
    if (shapes.has("add_embedding.linear_1.weight"))
        throw UnsupportedModel(part.description(), Message::of("SDXL (it has an added embedding)"), "sdxl");
    if (shapes.has("class_embedding.linear_1.weight") || shapes.has("class_embedding.weight"))
        throw UnsupportedModel(part.description(), Message::of("a class embedding"));
    for (const auto& tensor : part.tensors())
        if (tensor.name.find(".transformer_blocks.1.") != std::string::npos)
            throw UnsupportedModel(part.description(),
                                   Message::of("SDXL-like transformer depth (%1)", tensor.name), "sdxl");

    UNetConfig config;
    config.inChannels = shapes.extent("conv_in.weight", 1);
    config.outChannels = shapes.extent("conv_out.weight", 0);
    const std::int64_t levels = shapes.count("down_blocks.", ".resnets.0.conv1.weight");
    config.layersPerBlock = shapes.count("down_blocks.0.resnets.", ".conv1.weight");
    config.blockOutChannels.clear();
    config.downAttention.clear();
    config.upAttention.clear();
    for (std::int64_t i = 0; i < levels; ++i) {
        const std::string level = std::to_string(i);
        config.blockOutChannels.push_back(
            shapes.extent("down_blocks." + level + ".resnets.0.conv1.weight", 0));
        config.downAttention.push_back(shapes.has("down_blocks." + level + ".attentions.0.norm.weight"));
        config.upAttention.push_back(shapes.has("up_blocks." + level + ".attentions.0.norm.weight"));
    }
    if (levels == 0) shapes.extent("down_blocks.0.resnets.0.conv1.weight", 0);  // says so
    config.crossAttentionDim =
        shapes.extent("mid_block.attentions.0.transformer_blocks.0.attn2.to_k.weight", 1);
    shapes.extent("mid_block.attentions.0.proj_in.weight", 1);
    config.useLinearProjection = shapes.rank("mid_block.attentions.0.proj_in.weight") == 2;
    config.numHeads.assign(static_cast<std::size_t>(levels), kUNetHeads);
    requireRunnable(config, part.description());
    return config;
}

VaeConfig inferVaeConfig(const PartReader& part) {
    const Shapes shapes(part);
    VaeConfig config;
    config.inChannels = shapes.extent("encoder.conv_in.weight", 1);
    config.outChannels = shapes.extent("decoder.conv_out.weight", 0);
    config.latentChannels = shapes.extent("decoder.conv_in.weight", 1);
    config.layersPerBlock = shapes.count("encoder.down_blocks.0.resnets.", ".conv1.weight");
    config.blockOutChannels.clear();
    const std::int64_t levels = shapes.count("encoder.down_blocks.", ".resnets.0.conv1.weight");
    for (std::int64_t i = 0; i < levels; ++i)
        config.blockOutChannels.push_back(
            shapes.extent("encoder.down_blocks." + std::to_string(i) + ".resnets.0.conv1.weight", 0));
    if (levels == 0) shapes.extent("encoder.down_blocks.0.resnets.0.conv1.weight", 0);  // says so
    config.useQuantConv = shapes.has("quant_conv.weight");
    config.usePostQuantConv = shapes.has("post_quant_conv.weight");
    requireRunnable(config, part.description());
    return config;
}

ClipTextConfig inferClipTextConfig(const PartReader& part) {
    const Shapes shapes(part);
    const std::string embeddings = "text_model.embeddings.";
    ClipTextConfig config;
    config.vocabSize = shapes.extent(embeddings + "token_embedding.weight", 0);
    config.hiddenSize = shapes.extent(embeddings + "token_embedding.weight", 1);
    config.maxPositions = shapes.extent(embeddings + "position_embedding.weight", 0);
    config.numLayers = shapes.count("text_model.encoder.layers.", ".mlp.fc1.weight");
    config.intermediateSize = shapes.extent("text_model.encoder.layers.0.mlp.fc1.weight", 0);
    config.numHeads = config.hiddenSize / kClipHeadWidth;
    if (config.hiddenSize % kClipHeadWidth != 0)
        throw ConfigError(Message::of(
            "%1: expected a text encoder width that is a multiple of %2 (the head width of CLIP), found %3; "
            "a single file does not say the number of heads, use the diffusers directory",
            part.description(), kClipHeadWidth, config.hiddenSize));
    requireRunnable(config, part.description());
    return config;
}

}  // namespace afa
