#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/problem.h"

// What app and ui ask of the engine, and what they get: plain values, no torch.
namespace afa {

/// A request that contradicts itself or the models it names (the command line's "wrong usage").
class RequestError : public ConfigError {
  public:
    using ConfigError::ConfigError;
};

/// Where and how networks run.
struct ComputeSettings {
    std::string device = "auto";     ///< auto | cpu | cuda | cuda:I
    std::string precision = "auto";  ///< auto | fp32 | bf16 | fp16
    int threads = 0;                 ///< CPU threads; 0 = physical cores
};

/// Whether an aggregator says in this mode how much each model counts.
bool needsAggregator(const std::string& mode);

/// Pictures from one model or an ensemble (`afa generate`).
struct GenerateRequest {
    std::vector<std::filesystem::path> models;  ///< base checkpoints, in order; 1 to 8
    std::filesystem::path aggregator;           ///< native file or the authors' directory; empty = none
    bool allowOtherModels = false;              ///< accept base models the aggregator was not trained with
    int host = 0;                               ///< index of the model whose VAE and tokenizer serve all
    std::filesystem::path vae;                  ///< another VAE; empty = the host's
    /// afa | single:I | block-average | noise-average | last-block | magicfusion | schedule | merge; "" =
    /// resolvedMode()
    std::string mode;
    std::vector<double> noiseWeights;  ///< noise-average: one per model; empty = equal
    std::string schedule;         ///< schedule: which model runs when, "0:0-11,1:12-24" (model_schedule.h)
    std::filesystem::path merge;  ///< merge: recipe by which the models become one, in memory; its models
                                  ///< where `models` is empty
    std::string mergeRecipe;  ///< merge: the recipe itself (JSON) instead of a file; neither = equal shares
    int magicMode = 1;        ///< magicfusion: 1 blends where t <= t0, 2 where t > t0
    double magicT0 = 600;     ///< magicfusion: timestep t0
    std::vector<double> magicK;  ///< magicfusion: sharpness, one for all or one per model; empty = 1

    std::string prompt;
    std::vector<std::string> modelPrompts;  ///< magicfusion: a prompt per model; empty = `prompt` for all
    std::string negativePrompt;
    int width = 0;   ///< pixels; 0 = the model's own size
    int height = 0;  ///< pixels; 0 = the model's own size
    int steps = 50;
    double cfg = 7.5;              ///< guidance scale s of Eq. 13
    std::string sampler = "ddim";  ///< ddim | pndm | dpmpp-2m | euler | euler-a
    bool karras = false;
    double eta = 0.0;                   ///< DDIM only
    std::optional<std::uint64_t> seed;  ///< first picture's; none = drawn
    int count = 1;                      ///< pictures, with seeds seed, seed + 1, ..

    std::filesystem::path output = ".";  ///< folder, or a file name ending in .png with one picture
    bool writePictures = true;           ///< false: pictures are in the result and nowhere else
    bool metadata = true;                ///< write the request into the picture
    std::filesystem::path maps;          ///< maps record (.safetensors); one picture only
    bool keepMaps = false;        ///< each picture's maps beside it (keptMapsPath), in modes that leave them
    std::filesystem::path sheet;  ///< Fig. 6 sheet (.png); one picture only
    std::filesystem::path latents;  ///< start noise `latents` [count, 4, h, w] instead of the seeds'
    std::filesystem::path trace;    ///< everything computed (.safetensors); one picture only

    ComputeSettings compute;

    /// The mode that runs: `mode`, or merge with a recipe, afa with an aggregator, block-average with several
    /// models, single:0 with one.
    std::string resolvedMode() const;
    bool outputIsFile() const;  ///< rather than a folder
    /// Everything wrong with the request that can be told without opening a file; empty = valid.
    std::vector<Problem> validate() const;
};

/// One picture as it was made.
struct GeneratedPicture {
    std::filesystem::path path;
    std::uint64_t seed = 0;
    int width = 0, height = 0;
    double seconds = 0;  ///< sampling and decoding
    Image image;
};

struct GenerateResult {
    std::vector<GeneratedPicture> pictures;
    std::vector<Message> warnings;  ///< cut prompts, reordered models, unbound aggregator, ..
    double loadSeconds = 0;
};

/// `afa benchmark`.
struct BenchmarkRequest {
    std::vector<std::filesystem::path> models;  ///< real checkpoints; empty = random weights of `shape`
    std::string shape = "sd15";                 ///< sd15 | demo
    int size = 0;                               ///< pixels, square; 0 = the shape's own (512, 64)
    int modelCount = 3;                         ///< N of the ensemble, for random weights
    int repeats = 3;  ///< timed runs of each part, after one warm-up; the median is told
    ComputeSettings compute;
    std::vector<Problem> validate() const;
};

struct BenchmarkResult {
    struct Row {
        std::string name;    ///< "unet-step", "ensemble-step", ..
        double seconds = 0;  ///< median
        std::string note;
    };
    std::string device, precision, shape;
    int threads = 0, size = 0, models = 0;
    std::vector<Row> rows;
    double ensembleRatio = 0;     ///< ensemble step / (sum of the single U-Net steps / N)
    double sabwShare = 0;         ///< part of the ensemble step spent in the aggregators, 0 .. 1
    std::uint64_t peakBytes = 0;  ///< the process's peak resident memory
};

struct DeviceInfo {
    std::string description;  ///< "AMD EPYC, 2 threads"
    std::string precision;    ///< what "auto" takes on it: "bf16"
    bool cuda = false;
};

}  // namespace afa
