#pragma once
#include <functional>

#include "core/engine/requests.h"

// The automatic search for block weights (autoMBW, `afa merge --search`): plain values, no torch.
namespace afa {

/// What is searched, how merges are scored, and where results go. Exactly one of `data` and `scorerCommand`
/// says how: by the error on captioned pictures, or by a command that scores generated ones.
struct MergeSearchRequest {
    std::vector<std::filesystem::path> models;  ///< two base checkpoints
    std::string vae = "merged";                 ///< merged | model:I | path, as in a recipe

    std::string line = "binary-mid";  ///< linear | binary-mid: how one coordinate is searched
    bool pairs = true;                ///< INk together with its OUT block; else singly
    int passes = 3;                   ///< combined by the arithmetic mean
    double start = 0.5;               ///< the second model's share of everything at first: 0, 0.1, .. 1

    std::vector<std::filesystem::path> data;  ///< captioned pictures (formats.md "Training data")
    int samples = 100;                        ///< pictures of them, drawn; fewer where there are fewer
    int noiseSamples = 2;                     ///< per picture
    int timesteps = 10;                       ///< spread evenly; a picture is measured at one of them
    double maxBad = 0.01;                     ///< share of unusable pictures that is passed over

    std::string scorerCommand;         ///< run with two more arguments, prompt and PNG file; prints a number
    double scorerTimeout = 120;        ///< seconds for one picture
    std::vector<std::string> prompts;  ///< with `data`: the first one's picture shows the best merge
    std::string negativePrompt;
    int seeds = 1;     ///< pictures per prompt, with seeds seed, seed + 1, ..
    int width = 0;     ///< pixels; 0 = the models' own
    int height = 0;    ///< pixels; 0 = the models' own
    int steps = 20;    ///< sampler steps
    double cfg = 7.5;  ///< guidance scale
    std::string sampler = "ddim";
    std::uint64_t seed = 0;  ///< of everything random

    /// Folder for search.json (the state), recipe.json (the best so far), mean-recipe.json (the passes'
    /// mean), scores.csv, best.png.
    std::filesystem::path output;
    bool resume = false;  ///< go on with the search in `output`; only `output` and `compute` are read then
    ComputeSettings compute;

    /// Everything wrong with the request that can be told without opening a file; empty = valid.
    std::vector<Problem> validate() const;
};

/// After every trial.
struct MergeSearchTrial {
    std::size_t trial = 0;   ///< from 1
    std::size_t atMost = 0;  ///< trials that there may be
    double score = 0;
    double baseShare = 0;             ///< the second model's, of text encoder and VAE
    std::vector<double> blockShares;  ///< and of every block
    double bestScore = 0;
    std::size_t bestTrial = 0;
    std::vector<Image> bestPictures;  ///< told with a new best; empty otherwise
};

struct MergeSearchEvents {
    std::function<void(const std::vector<MergeSearchTrial>&)> resumed;  ///< what was tried before
    std::function<void(const MergeSearchTrial&)> trial;
    std::function<void(const Message&)> warning;
};

struct MergeSearchResult {
    std::vector<MergeSearchTrial> trials;  ///< in their order, those of a resumed search included
    std::vector<std::string> blocks;       ///< names: IN00, ..
    MergeSearchTrial best;
    MergeSearchTrial mean;  ///< the passes' mean, scored
    std::filesystem::path recipe, meanRecipe, scores;
    std::filesystem::path picture;  ///< empty where there is none
    double seconds = 0;             ///< of this call
};

}  // namespace afa
