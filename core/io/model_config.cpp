#include "core/io/model_config.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/io/json_fields.h"
#include "core/io/model_rules.h"
#include "core/io/tensor_file.h"

namespace afa {
namespace {

namespace json = boost::json;

// Bounds on what a config may claim; beyond them shapes and name lists would grow without sense.
constexpr std::int64_t kMaxWidth = 1 << 16;
constexpr std::int64_t kMaxLevels = 16;
constexpr std::int64_t kMaxLayers = 64;
constexpr std::int64_t kMaxVocabulary = 1 << 20;

/// A setting of diffusers that this program runs at one value only.
struct FixedSetting {
    const char* key;
    json::value value;  ///< null: must be absent or null
    Message meaning;
    const char* architecture = "unknown";
};

bool same(const json::value& a, const json::value& b) {
    if (a.is_number() && b.is_number()) return a.to_number<double>() == b.to_number<double>();
    if (const auto* list = a.if_array())
        return !list->empty() &&
               std::all_of(list->begin(), list->end(), [&](const auto& e) { return same(e, b); });
    return a == b;
}

void requireFixed(const JsonFields& fields, const std::vector<FixedSetting>& settings) {
    for (const auto& setting : settings) {
        const auto* found = fields.find(setting.key);
        if (!found || same(*found, setting.value)) continue;
        throw UnsupportedModel(
            fields.where(),
            Message::of("%1 (%2 %3, expected %4)", setting.meaning, setting.key,
                        json::serialize(*found).substr(0, 80), json::serialize(setting.value)),
            setting.architecture);
    }
}

void requireClass(const JsonFields& fields, const std::string& expected) {
    const std::string found = fields.text("_class_name", expected);
    if (found != expected)
        throw ConfigError(
            Message::of("%1: expected the config of a %2, found a %3", fields.where(), expected, found));
}

/// One entry per level from a number (for all levels) or a list.
std::vector<std::int64_t> perLevel(const JsonFields& fields, const char* key,
                                   std::vector<std::int64_t> values, std::size_t levels) {
    if (values.size() == 1) values.resize(levels, values[0]);
    if (values.size() != levels) fields.fail(key, Message::of("one number for each of %1 levels", levels));
    return values;
}

std::int64_t oneForAll(const JsonFields& fields, const char* key, std::int64_t fallback,
                       std::int64_t largest) {
    const auto values = fields.integers(key, std::vector<std::int64_t>{fallback}, 1, largest);
    if (values.empty()) fields.fail(key, Message::of("a whole number"));
    if (std::any_of(values.begin(), values.end(), [&](std::int64_t v) { return v != values[0]; }))
        throw UnsupportedModel(fields.where(), Message::of("a different %1 per level", key));
    return values[0];
}

std::vector<std::int64_t> blockWidths(const JsonFields& fields, std::vector<std::int64_t> fallback) {
    auto widths = fields.integers("block_out_channels", std::move(fallback), 1, kMaxWidth);
    if (widths.empty() || std::ssize(widths) > kMaxLevels)
        fields.fail("block_out_channels", Message::of("1 to %1 widths", kMaxLevels));
    return widths;
}

/// Which levels' blocks are of the attention kind; any third kind is refused by name.
std::vector<bool> attentionLevels(const JsonFields& fields, const char* key,
                                  std::vector<std::string> fallback, const std::string& with,
                                  const std::string& without, std::size_t levels) {
    const auto types = fields.texts(key, std::move(fallback));
    if (types.size() != levels) fields.fail(key, Message::of("one block type for each of %1 levels", levels));
    std::vector<bool> attention;
    for (const auto& type : types) {
        if (type != with && type != without)
            throw UnsupportedModel(fields.where(), Message::of("the block type %1 in %2", type, key));
        attention.push_back(type == with);
    }
    return attention;
}

void requireGroups(const Message& where, const std::vector<std::int64_t>& widths, std::int64_t groups) {
    for (const std::int64_t width : widths)
        if (width % groups != 0)
            throw ConfigError(Message::of(
                "%1: block_out_channels: expected multiples of the %2 groups of norm_num_groups, found %3",
                where, groups, width));
}

/// What the parsers of configs refuse by key, for shapes too: sizes are computed from these.
void requireExtents(const Message& where, const std::vector<std::int64_t>& widths, std::int64_t layers) {
    if (widths.empty() || std::ssize(widths) > kMaxLevels)
        throw ConfigError(
            Message::of("%1: expected 1 to %2 levels, found %3", where, kMaxLevels, widths.size()));
    if (layers < 1 || layers > kMaxLayers)
        throw ConfigError(Message::of("%1: expected 1 to %2 layers, found %3", where, kMaxLayers, layers));
    for (const auto width : widths)
        if (width > kMaxWidth)
            throw ConfigError(Message::of("%1: expected widths up to %2, found %3", where, kMaxWidth, width));
}

json::array toArray(const std::vector<std::int64_t>& values) {
    return json::array(values.begin(), values.end());
}

json::array blockTypes(const std::vector<bool>& attention, const char* with, const char* without) {
    json::array types;
    for (const bool present : attention)
        types.emplace_back(present ? with : without);
    return types;
}

const std::vector<FixedSetting>& fixedUNetSettings() {
    // unet_2d_condition.py: what else its constructor would build. Settings without effect on the result of
    // these architectures (dropout, upcast_attention, sizes of absent embeddings) are not here.
    static const std::vector<FixedSetting> settings{
        {"addition_embed_type", nullptr, Message::of("an SDXL-like added embedding"), "sdxl"},
        {"transformer_layers_per_block", 1, Message::of("SDXL-like transformer depth"), "sdxl"},
        {"reverse_transformer_layers_per_block", nullptr, Message::of("SDXL-like transformer depth"), "sdxl"},
        {"dual_cross_attention", false, Message::of("dual cross-attention")},
        {"only_cross_attention", false, Message::of("cross-attention without self-attention")},
        {"mid_block_only_cross_attention", false, Message::of("cross-attention without self-attention")},
        {"class_embed_type", nullptr, Message::of("a class embedding")},
        {"num_class_embeds", nullptr, Message::of("a class embedding")},
        {"projection_class_embeddings_input_dim", nullptr, Message::of("a class embedding")},
        {"class_embeddings_concat", false, Message::of("a concatenated class embedding")},
        {"encoder_hid_dim", nullptr, Message::of("a projection of the text states")},
        {"encoder_hid_dim_type", nullptr, Message::of("a projection of the text states")},
        {"cross_attention_norm", nullptr, Message::of("a norm of the text states")},
        {"time_embedding_type", "positional", Message::of("another time embedding")},
        {"time_embedding_dim", nullptr, Message::of("another time embedding width")},
        {"time_embedding_act_fn", nullptr, Message::of("another time embedding")},
        {"timestep_post_act", nullptr, Message::of("another time embedding")},
        {"time_cond_proj_dim", nullptr, Message::of("a guidance embedding (latent consistency model)")},
        {"center_input_sample", false, Message::of("a centred input")},
        {"flip_sin_to_cos", true, Message::of("the other order of sine and cosine")},
        {"freq_shift", 0, Message::of("a shifted time embedding")},
        {"downsample_padding", 1, Message::of("another downsampling")},
        {"mid_block_scale_factor", 1, Message::of("a scaled mid block")},
        {"mid_block_type", "UNetMidBlock2DCrossAttn", Message::of("another mid block")},
        {"act_fn", "silu", Message::of("another activation")},
        {"resnet_time_scale_shift", "default", Message::of("scale-shift time conditioning")},
        {"resnet_skip_time_act", false, Message::of("another time conditioning")},
        {"resnet_out_scale_factor", 1, Message::of("scaled residual blocks")},
        {"conv_in_kernel", 3, Message::of("another kernel of conv_in")},
        {"conv_out_kernel", 3, Message::of("another kernel of conv_out")},
        {"attention_type", "default", Message::of("another kind of attention")},
    };
    return settings;
}

}  // namespace

void requireRunnable(const UNetConfig& config, const Message& where) {
    if (config.inChannels == 9)
        throw UnsupportedModel(where, Message::of("an inpainting model (9 input channels)"),
                               "sd1-inpainting");
    if (config.inChannels != config.outChannels)
        throw UnsupportedModel(
            where, Message::of("a U-Net of %1 input and %2 output channels (image-conditioned model)",
                               config.inChannels, config.outChannels));
    if (config.crossAttentionDim == 1024 && config.useLinearProjection)
        throw UnsupportedModel(
            where, Message::of("Stable Diffusion 2.x (cross_attention_dim 1024 with linear projections)"),
            "sd2");
    if (config.crossAttentionDim == 2048)
        throw UnsupportedModel(where, Message::of("SDXL (cross_attention_dim 2048)"), "sdxl");
    requireExtents(where, config.blockOutChannels, config.layersPerBlock);
    requireGroups(where, config.blockOutChannels, config.normNumGroups);
    if (config.blockOutChannels[0] % 2 != 0)
        throw UnsupportedModel(where, Message::of("an odd first width (%1)", config.blockOutChannels[0]));
    for (std::size_t i = 0; i < config.blockOutChannels.size(); ++i)
        if (config.blockOutChannels[i] % config.numHeads[i] != 0)
            throw ConfigError(
                Message::of("%1: level %2: expected a width divisible by its %3 attention heads, found %4",
                            where, i, config.numHeads[i], config.blockOutChannels[i]));
}

void requireRunnable(const VaeConfig& config, const Message& where) {
    if (config.inChannels != 3 || config.outChannels != 3)
        throw UnsupportedModel(where,
                               Message::of("a VAE of %1 input and %2 output channels (expected 3, RGB)",
                                           config.inChannels, config.outChannels));
    requireExtents(where, config.blockOutChannels, config.layersPerBlock);
    requireGroups(where, config.blockOutChannels, config.normNumGroups);
    if (!(config.scalingFactor > 0))
        throw ConfigError(Message::of("%1: scaling_factor: expected a number above 0, found %2", where,
                                      std::to_string(config.scalingFactor)));
}

void requireRunnable(const ClipTextConfig& config, const Message& where) {
    requireExtents(where, {config.hiddenSize, config.intermediateSize, config.maxPositions},
                   config.numLayers);
    if (config.vocabSize > kMaxVocabulary)
        throw ConfigError(
            Message::of("%1: expected up to %2 tokens, found %3", where, kMaxVocabulary, config.vocabSize));
    if (config.hiddenAct != "quick_gelu" && config.hiddenAct != "gelu")
        throw UnsupportedModel(where, Message::of("the text encoder's activation %1", config.hiddenAct));
    if (config.numHeads < 1 || config.hiddenSize % config.numHeads != 0)
        throw ConfigError(
            Message::of("%1: expected a text encoder width divisible by its %2 attention heads, found %3",
                        where, config.numHeads, config.hiddenSize));
}

bool sameNetwork(UNetConfig a, const UNetConfig& b) {
    a.sampleSize = b.sampleSize;
    return a == b;
}

Message networkText(const UNetConfig& config) {
    const auto attention = [](const std::vector<bool>& levels) {
        std::string text;
        for (const bool level : levels)
            text += level ? 'A' : '-';
        return text;
    };
    const auto text = Message::of(
        "widths %1, %2 layers per block, attention %3, heads %4, text width %5, %6 norm groups of epsilon "
        "%7, "
        "%8 -> %9 channels",
        shapeText(config.blockOutChannels), config.layersPerBlock,
        attention(config.downAttention) + "/" + attention(config.upAttention), shapeText(config.numHeads),
        config.crossAttentionDim, config.normNumGroups, config.normEps, config.inChannels,
        config.outChannels);
    return config.useLinearProjection ? Message::of("%1, linear projections", text) : text;
}

UNetConfig parseUNetConfig(const std::string& text, const Message& where) {
    const JsonFields fields(text, where);
    requireClass(fields, "UNet2DConditionModel");
    requireFixed(fields, fixedUNetSettings());

    // Where a key is absent, the default of diffusers' constructor holds.
    UNetConfig config;
    config.inChannels = fields.integer("in_channels", 4, 1, kMaxWidth);
    config.outChannels = fields.integer("out_channels", 4, 1, kMaxWidth);
    config.blockOutChannels = blockWidths(fields, {320, 640, 1280, 1280});
    const std::size_t levels = config.blockOutChannels.size();
    config.downAttention = attentionLevels(
        fields, "down_block_types",
        {"CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"},
        "CrossAttnDownBlock2D", "DownBlock2D", levels);
    config.upAttention =
        attentionLevels(fields, "up_block_types",
                        {"UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D"},
                        "CrossAttnUpBlock2D", "UpBlock2D", levels);
    config.layersPerBlock = oneForAll(fields, "layers_per_block", 2, kMaxLayers);
    config.crossAttentionDim = oneForAll(fields, "cross_attention_dim", 1280, kMaxWidth);
    // "attention_head_dim" is the number of heads: https://github.com/huggingface/diffusers/issues/2011
    const char* headsKey = fields.find("num_attention_heads") ? "num_attention_heads" : "attention_head_dim";
    config.numHeads = perLevel(fields, headsKey,
                               fields.integers(headsKey, std::vector<std::int64_t>{8}, 1, kMaxWidth), levels);
    config.normNumGroups = fields.integer("norm_num_groups", 32, 1, kMaxWidth);
    if (fields.object().contains("norm_num_groups") && !fields.find("norm_num_groups"))
        throw UnsupportedModel(where,
                               Message::of("a U-Net without group normalisation (norm_num_groups null)"));
    config.normEps = fields.number("norm_eps", 1e-5);
    config.useLinearProjection = fields.boolean("use_linear_projection", false);
    const auto sizes = fields.integers("sample_size", std::vector<std::int64_t>{64}, 1, kMaxWidth);
    if (sizes.empty()) fields.fail("sample_size", Message::of("a whole number"));
    config.sampleSize = sizes.back();  // [height, width]
    requireRunnable(config, where);
    return config;
}

VaeConfig parseVaeConfig(const std::string& text, const Message& where) {
    static const std::vector<FixedSetting> fixed{
        {"act_fn", "silu", Message::of("another activation")},
        {"shift_factor", nullptr, Message::of("a shifted latent")},
        {"latents_mean", nullptr, Message::of("a per-channel latent mean")},
        {"latents_std", nullptr, Message::of("a per-channel latent deviation")},
        {"mid_block_add_attention", true, Message::of("a VAE without mid attention")},
        {"down_block_types", "DownEncoderBlock2D", Message::of("another VAE block type")},
        {"up_block_types", "UpDecoderBlock2D", Message::of("another VAE block type")},
    };
    const JsonFields fields(text, where);
    requireClass(fields, "AutoencoderKL");
    requireFixed(fields, fixed);
    VaeConfig config;
    config.inChannels = fields.integer("in_channels", 3, 1, kMaxWidth);
    config.outChannels = fields.integer("out_channels", 3, 1, kMaxWidth);
    config.latentChannels = fields.integer("latent_channels", 4, 1, kMaxWidth);
    config.blockOutChannels = blockWidths(fields, {64});
    for (const char* key : {"down_block_types", "up_block_types"}) {
        const auto* types = fields.find(key);
        const std::size_t count = types && types->is_array() ? types->get_array().size() : 1;
        if (count != config.blockOutChannels.size())
            fields.fail(key,
                        Message::of("one block type for each of %1 levels", config.blockOutChannels.size()));
    }
    config.layersPerBlock = fields.integer("layers_per_block", 1, 1, kMaxLayers);
    config.normNumGroups = fields.integer("norm_num_groups", 32, 1, kMaxWidth);
    config.scalingFactor = fields.number("scaling_factor", 0.18215);
    config.useQuantConv = fields.boolean("use_quant_conv", true);
    config.usePostQuantConv = fields.boolean("use_post_quant_conv", true);
    requireRunnable(config, where);
    return config;
}

ClipTextConfig parseClipTextConfig(const std::string& text, const Message& where) {
    JsonFields fields(text, where);
    if (fields.find("text_config")) fields = fields.member("text_config");  // the config of a whole CLIP
    const std::string type = fields.text("model_type", "clip_text_model");
    if (type != "clip_text_model")
        throw ConfigError(
            Message::of("%1: expected the config of a CLIP text encoder, found model_type %2", where, type));
    // Where a key is absent, the default of transformers' CLIPTextConfig holds.
    ClipTextConfig config;
    config.vocabSize = fields.integer("vocab_size", 49408, 1, kMaxVocabulary);
    config.hiddenSize = fields.integer("hidden_size", 512, 1, kMaxWidth);
    config.intermediateSize = fields.integer("intermediate_size", 2048, 1, kMaxWidth);
    config.numLayers = fields.integer("num_hidden_layers", 12, 1, kMaxLayers);
    config.numHeads = fields.integer("num_attention_heads", 8, 1, kMaxWidth);
    config.maxPositions = fields.integer("max_position_embeddings", 77, 2, kMaxWidth);
    config.layerNormEps = fields.number("layer_norm_eps", 1e-5);
    config.hiddenAct = fields.text("hidden_act", "quick_gelu");
    requireRunnable(config, where);
    return config;
}

std::string unetConfigJson(const UNetConfig& config) {
    const bool oneCount = std::all_of(config.numHeads.begin(), config.numHeads.end(),
                                      [&](std::int64_t heads) { return heads == config.numHeads[0]; });
    return formatJson(json::object{
        {"_class_name", "UNet2DConditionModel"},
        {"act_fn", "silu"},
        {"attention_head_dim",
         oneCount ? json::value(config.numHeads[0]) : json::value(toArray(config.numHeads))},
        {"block_out_channels", toArray(config.blockOutChannels)},
        {"center_input_sample", false},
        {"cross_attention_dim", config.crossAttentionDim},
        {"down_block_types", blockTypes(config.downAttention, "CrossAttnDownBlock2D", "DownBlock2D")},
        {"downsample_padding", 1},
        {"flip_sin_to_cos", true},
        {"freq_shift", 0},
        {"in_channels", config.inChannels},
        {"layers_per_block", config.layersPerBlock},
        {"mid_block_scale_factor", 1},
        {"norm_eps", config.normEps},
        {"norm_num_groups", config.normNumGroups},
        {"out_channels", config.outChannels},
        {"sample_size", config.sampleSize},
        {"up_block_types", blockTypes(config.upAttention, "CrossAttnUpBlock2D", "UpBlock2D")},
        {"use_linear_projection", config.useLinearProjection}});
}

std::string vaeConfigJson(const VaeConfig& config) {
    const std::vector<bool> levels(config.blockOutChannels.size(), true);
    return formatJson(json::object{{"_class_name", "AutoencoderKL"},
                                   {"act_fn", "silu"},
                                   {"block_out_channels", toArray(config.blockOutChannels)},
                                   {"down_block_types", blockTypes(levels, "DownEncoderBlock2D", "")},
                                   {"in_channels", config.inChannels},
                                   {"latent_channels", config.latentChannels},
                                   {"layers_per_block", config.layersPerBlock},
                                   {"norm_num_groups", config.normNumGroups},
                                   {"out_channels", config.outChannels},
                                   {"sample_size", 512},
                                   {"scaling_factor", config.scalingFactor},
                                   {"up_block_types", blockTypes(levels, "UpDecoderBlock2D", "")},
                                   {"use_quant_conv", config.useQuantConv},
                                   {"use_post_quant_conv", config.usePostQuantConv}});
}

std::string clipTextConfigJson(const ClipTextConfig& config) {
    return formatJson(json::object{{"architectures", json::array{"CLIPTextModel"}},
                                   {"bos_token_id", config.vocabSize - 2},
                                   {"eos_token_id", config.vocabSize - 1},
                                   {"hidden_act", config.hiddenAct},
                                   {"hidden_size", config.hiddenSize},
                                   {"intermediate_size", config.intermediateSize},
                                   {"layer_norm_eps", config.layerNormEps},
                                   {"max_position_embeddings", config.maxPositions},
                                   {"model_type", "clip_text_model"},
                                   {"num_attention_heads", config.numHeads},
                                   {"num_hidden_layers", config.numLayers},
                                   {"pad_token_id", 1},
                                   {"vocab_size", config.vocabSize}});
}

}  // namespace afa
