#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/compute/model_cache.h"
#include "core/compute/random_model.h"
#include "core/io/checkpoint.h"
#include "core/text/clip_tokenizer.h"

// Whole base models with random weights, small enough to load in no time, that lie nowhere on disk.
namespace afa::test {

struct ModelShape {
    UNetConfig unet;
    VaeConfig vae;
    ClipTextConfig text;

    /// Three levels, 8 latents wide; a VAE of factor 2, so that sides are multiples of 8 pixels.
    ModelShape() {
        unet.blockOutChannels = {16, 16, 32};
        unet.downAttention = {true, false, false};
        unet.upAttention = {false, false, true};
        unet.layersPerBlock = 1;
        unet.crossAttentionDim = 24;
        unet.numHeads = {2, 2, 2};
        unet.normNumGroups = 8;
        unet.sampleSize = 8;
        vae.blockOutChannels = {16, 16};
        vae.layersPerBlock = 1;
        vae.normNumGroups = 8;
        text.hiddenSize = 24;
        text.intermediateSize = 48;
        text.numLayers = 1;
        text.numHeads = 2;
    }
};

inline std::shared_ptr<const Checkpoint> randomCheckpoint(const std::string& name, std::uint64_t seed,
                                                          const ModelShape& shape = {}) {
    const auto part = [&](ModelPart kind, const auto& config, const std::string& json, std::uint64_t own) {
        return Checkpoint::Assembly::Part{kind, randomPart(name, expectedTensors(config), own), json};
    };
    return Checkpoint::assemble(
        {name,
         {part(ModelPart::UNet, shape.unet, unetConfigJson(shape.unet), seed),
          part(ModelPart::Vae, shape.vae, vaeConfigJson(shape.vae), seed + 1000),
          part(ModelPart::TextEncoder, shape.text, clipTextConfigJson(shape.text), seed + 2000)}},
        {});
}

/// Puts a random model into the cache under a path that no file has.
inline std::filesystem::path addRandomModel(ModelCache& cache, const std::string& name, std::uint64_t seed,
                                            const ModelShape& shape = {}) {
    const std::filesystem::path path = "/nowhere/" + name;
    cache.put(path, randomCheckpoint(name, seed, shape));
    return path;
}

/// Settings under which every machine computes the same.
inline ComputeSettings plainCompute() {
    return {.device = "cpu", .precision = "fp32", .threads = 1};
}

}  // namespace afa::test
