#pragma once
#include <filesystem>
#include <string>
#include <vector>

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
    std::vector<std::string> validate() const;
};

struct MergeResult {
    struct Parent {
        std::filesystem::path file;
        std::string name;
        std::string sha256;  ///< fingerprint of its U-Net
    };
    std::vector<Parent> parents;
    std::size_t dropped = 0;  ///< tensors of the parents that belong to no part of a model
    std::vector<std::string> warnings;
    double seconds = 0;
};

/// Names of the block weight presets.
std::vector<std::string> mergePresets();

}  // namespace afa
