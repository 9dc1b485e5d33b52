#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/problem.h"

// Merging models into one (`afa merge`): plain values, no torch.
namespace afa {

/// How models are merged and where the result goes. What is set here wins over the recipe's.
struct MergeRequest {
    std::vector<std::filesystem::path> models;  ///< base checkpoints, in order; empty = the recipe's
    std::filesystem::path recipe;               ///< JSON, or a text of 25 or 26 numbers; empty = none
    std::string method;  ///< weighted | add-difference | mbw; "" = the recipe's, or what the weights tell
    std::vector<double> weights;  ///< weighted: one per model; add-difference: the amount
    std::string blockWeights;     ///< mbw: a preset's name, or the second model's share per block as numbers
    std::vector<double>
        baseWeight;    ///< mbw: the second model's share (or one per model) of text encoder and VAE
    std::string vae;   ///< merged | model:I | path of a VAE; "" = the recipe's, or merged
    std::string type;  ///< same | fp16 | bf16 | fp32 | fp64; "" = the recipe's, or same

    std::filesystem::path output;       ///< .safetensors file, or a directory with `diffusers`
    bool diffusers = false;             ///< write a diffusers directory instead of a single file
    std::filesystem::path savedRecipe;  ///< write the recipe for itself too; empty = no
    int threads = 0;                    ///< 0 = one per core

    /// Everything wrong with the request that can be told without opening a file; empty = valid.
    std::vector<Problem> validate() const;
};

struct MergeResult {
    struct Parent {
        std::filesystem::path file;
        std::string name;
        std::string sha256;  ///< fingerprint of its U-Net
    };
    std::vector<Parent> parents;
    std::size_t dropped = 0;  ///< tensors of the parents that belong to no part of a model
    std::vector<Message> warnings;
    double seconds = 0;
};

/// What a merge would be, told from the models' headers: fast, nothing is computed or written.
struct MergePreview {
    std::string method;                     ///< weighted | add-difference | mbw
    std::vector<double> base;               ///< a share per model; add-difference: the amount
    std::vector<std::string> blocks;        ///< names: IN00, ..
    std::vector<std::string> blockModules;  ///< what a block is made of: "down_blocks.0.downsamplers.0"
    std::vector<std::vector<double>> blockShares;  ///< a row like `base` for every block
    std::string vae, type;                         ///< as in the request
    std::uint64_t readBytes = 0, writtenBytes = 0;
    std::string recipe;  ///< JSON, for GenerateRequest::mergeRecipe
    std::vector<Message> warnings;
};
/// The request's `output` may be empty. Throws RequestError, ConfigError, FileError as Engine::merge() does
/// before it starts.
MergePreview previewMerge(const MergeRequest& request);

/// Names of the block weight presets.
std::vector<std::string> mergePresets();

}  // namespace afa
