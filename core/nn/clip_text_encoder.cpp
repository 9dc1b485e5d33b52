#include "core/nn/clip_text_encoder.h"

#include "core/base/error.h"
#include "core/nn/layers.h"

namespace afa {
namespace {

/// CLIPEncoderLayer.
struct EncoderLayer {
    LayerNorm layerNorm1, layerNorm2;
    Linear qProj, kProj, vProj, outProj, fc1, fc2;

    EncoderLayer(const WeightSource& source, const ClipTextConfig& config)
        : layerNorm1(source.scope("layer_norm1"), config.hiddenSize, config.layerNormEps),
          layerNorm2(source.scope("layer_norm2"), config.hiddenSize, config.layerNormEps),
          qProj(source.scope("self_attn.q_proj"), config.hiddenSize, config.hiddenSize),
          kProj(source.scope("self_attn.k_proj"), config.hiddenSize, config.hiddenSize),
          vProj(source.scope("self_attn.v_proj"), config.hiddenSize, config.hiddenSize),
          outProj(source.scope("self_attn.out_proj"), config.hiddenSize, config.hiddenSize),
          fc1(source.scope("mlp.fc1"), config.hiddenSize, config.intermediateSize),
          fc2(source.scope("mlp.fc2"), config.intermediateSize, config.hiddenSize) {}

    torch::Tensor operator()(torch::Tensor x, const ClipTextConfig& config) const {
        const auto normed = layerNorm1(x);
        x = x +
            outProj(attention(qProj(normed), kProj(normed), vProj(normed), config.numHeads, /*causal=*/true));
        const auto hidden = fc1(layerNorm2(x));
        // quick_gelu: the sigmoid approximation that OpenAI's CLIP was trained with.
        const auto active =
            config.hiddenAct == "quick_gelu" ? hidden * at::sigmoid(hidden * 1.702) : at::gelu(hidden);
        return x + fc2(active);
    }
};

}  // namespace

struct ClipTextEncoder::Impl {
    ClipTextConfig config;
    torch::Device device;
    torch::Tensor tokenEmbedding, positionEmbedding;
    std::vector<EncoderLayer> layers;
    LayerNorm finalLayerNorm;

    Impl(const ClipTextConfig& config_, const WeightSource& source)
        : config(config_),
          device(source.placement().device),
          tokenEmbedding(
              source.get("embeddings.token_embedding.weight", {config.vocabSize, config.hiddenSize})),
          positionEmbedding(
              source.get("embeddings.position_embedding.weight", {config.maxPositions, config.hiddenSize})),
          finalLayerNorm(source.scope("final_layer_norm"), config.hiddenSize, config.layerNormEps) {
        for (std::int64_t i = 0; i < config.numLayers; ++i)
            layers.emplace_back(source.scope("encoder.layers", i), config);
    }
};

ClipTextEncoder::ClipTextEncoder(const ClipTextConfig& config, const PartReader& part,
                                 const Placement& placement, TensorPool& pool)
    : impl_(std::make_unique<Impl>(config, WeightSource(part, placement, pool).scope("text_model"))) {
    if (config.hiddenAct != "quick_gelu" && config.hiddenAct != "gelu") {
        throw ConfigError(
            Message::of("%1: activation '%2', expected quick_gelu or gelu; this text encoder is not one of "
                        "Stable Diffusion 1.x",
                        part.description(), config.hiddenAct));
    }
}
ClipTextEncoder::~ClipTextEncoder() = default;

const ClipTextConfig& ClipTextEncoder::config() const {
    return impl_->config;
}

torch::Tensor ClipTextEncoder::forward(const torch::Tensor& ids) const {
    const auto& config = impl_->config;
    if (ids.dim() != 2 || ids.size(1) < 1 || ids.size(1) > config.maxPositions) {
        throw ConfigError(Message::of("text encoder: token ids: expected [B, 1 to %1], found %2",
                                      config.maxPositions, shapeText(ids.sizes())));
    }
    // Beyond the table, indexing would read foreign memory: a tokenizer with more entries than the model.
    if (ids.numel() > 0 &&
        (ids.min().item<std::int64_t>() < 0 || ids.max().item<std::int64_t>() >= config.vocabSize)) {
        throw ConfigError(
            Message::of("text encoder: token %1: expected ids below %2; the model's tokenizer and text "
                        "encoder do not belong together",
                        ids.max().item<std::int64_t>(), config.vocabSize));
    }
    auto x = at::embedding(impl_->tokenEmbedding, ids.to(impl_->device)) +
             impl_->positionEmbedding.narrow(0, 0, ids.size(1));
    for (const auto& layer : impl_->layers)
        x = layer(x, config);
    return impl_->finalLayerNorm(x);
}

}  // namespace afa
