#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/message.h"

namespace afa {

class PartReader;

/// Stable Diffusion 1.x U-Net (diffusers UNet2DConditionModel). Defaults: runwayml/stable-diffusion-v1-5
/// unet/config.json.
struct UNetConfig {
    std::int64_t inChannels = 4;
    std::int64_t outChannels = 4;
    std::vector<std::int64_t> blockOutChannels{320, 640, 1280, 1280};
    std::vector<bool> downAttention{true, true, true,
                                    false};  ///< CrossAttnDownBlock2D or DownBlock2D, per level
    std::vector<bool> upAttention{false, true, true, true};  ///< CrossAttnUpBlock2D or UpBlock2D, per level
    std::int64_t layersPerBlock = 2;
    std::int64_t crossAttentionDim = 768;
    /// Number of heads per level: `num_attention_heads`, or (a misnomer kept by diffusers)
    /// `attention_head_dim`.
    std::vector<std::int64_t> numHeads{8, 8, 8, 8};
    std::int64_t normNumGroups = 32;
    double normEps = 1e-5;
    bool useLinearProjection = false;
    std::int64_t sampleSize =
        64;  ///< latent width of the training pictures; the default picture size follows

    bool operator==(const UNetConfig&) const = default;
    /// Stages of one pass: 1 + levels * (layers + 1) - 1 + 1 + levels * (layers + 1); 25 for SD 1.x
    /// (method.md 1).
    int stageCount() const;
};

/// Whether weights of the one fit the other and mean the same: all but the sample size, which says nothing
/// about the network.
bool sameNetwork(UNetConfig a, const UNetConfig& b);
Message networkText(
    const UNetConfig& config);  ///< for messages: "widths [320, 640, ..], 2 layers per block, .."

/// AutoencoderKL. Defaults: SD 1.x vae/config.json.
struct VaeConfig {
    std::int64_t inChannels = 3;
    std::int64_t outChannels = 3;
    std::int64_t latentChannels = 4;
    std::vector<std::int64_t> blockOutChannels{128, 256, 512, 512};
    std::int64_t layersPerBlock = 2;
    std::int64_t normNumGroups = 32;
    double scalingFactor = 0.18215;
    bool useQuantConv = true;
    bool usePostQuantConv = true;

    bool operator==(const VaeConfig&) const = default;
    std::int64_t factor() const {
        return std::int64_t{1} << (blockOutChannels.size() - 1);
    }  ///< pixels per latent
};

/// CLIP text encoder (transformers CLIPTextModel). Defaults: openai/clip-vit-large-patch14, text part.
struct ClipTextConfig {
    std::int64_t vocabSize = 49408;
    std::int64_t hiddenSize = 768;
    std::int64_t intermediateSize = 3072;
    std::int64_t numLayers = 12;
    std::int64_t numHeads = 12;
    std::int64_t maxPositions = 77;
    double layerNormEps = 1e-5;
    std::string hiddenAct = "quick_gelu";  ///< or "gelu"

    bool operator==(const ClipTextConfig&) const = default;
};

// From a diffusers/transformers config.json. `where` opens messages. Throw ConfigError where the file
// describes an architecture this program does not run (SD 2.x, SDXL, inpainting, unknown block types), by
// name, and FileError where it is not a valid config.
UNetConfig parseUNetConfig(const std::string& json, const Message& where);
inline UNetConfig parseUNetConfig(const std::string& json, const std::string& where) {
    return parseUNetConfig(json, Message::verbatim(where));
}
VaeConfig parseVaeConfig(const std::string& json, const Message& where);
inline VaeConfig parseVaeConfig(const std::string& json, const std::string& where) {
    return parseVaeConfig(json, Message::verbatim(where));
}
ClipTextConfig parseClipTextConfig(const std::string& json, const Message& where);
inline ClipTextConfig parseClipTextConfig(const std::string& json, const std::string& where) {
    return parseClipTextConfig(json, Message::verbatim(where));
}

// From the shapes of a single file that carries no config (formats.md: 8 U-Net heads, CLIP heads = width /
// 64, 32 groups, scaling 0.18215; the rest from shapes). Throw ConfigError like the parsers above.
UNetConfig inferUNetConfig(const PartReader& part);
VaeConfig inferVaeConfig(const PartReader& part);
ClipTextConfig inferClipTextConfig(const PartReader& part);

// The config.json diffusers / transformers would write (for `afa convert --to diffusers`).
std::string unetConfigJson(const UNetConfig& config);
std::string vaeConfigJson(const VaeConfig& config);
std::string clipTextConfigJson(const ClipTextConfig& config);

/// Names and shapes of every tensor of such a model, under diffusers / transformers names, ascending; what a
/// strict load expects.
struct ExpectedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
};
std::vector<ExpectedTensor> expectedTensors(const UNetConfig& config);
std::vector<ExpectedTensor> expectedTensors(const VaeConfig& config);
std::vector<ExpectedTensor> expectedTensors(const ClipTextConfig& config);

}  // namespace afa
