#pragma once
#include "core/engine/requests.h"

// Questions about base models that need no aggregator: is an ensemble worth training, who is good where.
namespace afa {

/// Whether these models are worth joining (`afa screen`, method.md 5).
struct ScreenRequest {
    std::vector<std::filesystem::path> models;  ///< 2 to 8 base checkpoints
    std::vector<std::filesystem::path> data;    ///< captioned pictures (formats.md "Training data")
    int samples = 300;                          ///< pictures, drawn from the data; fewer where it has fewer
    int noiseSamples = 2;                       ///< M per picture, 2 or more
    int timesteps = 10;    ///< spread evenly over the schedule; a picture is measured at one of them, in turn
    int size = 0;          ///< pixels; 0 = the models' own
    int host = 0;          ///< index of the model whose VAE and tokenizer serve all
    double maxBad = 0.01;  ///< share of unusable pictures that is passed over
    std::uint64_t seed = 0;
    ComputeSettings compute;
    std::vector<Problem> validate() const;
};

struct ScreenResult {
    struct Model {
        std::string name;
        double error = 0;     ///< mean squared error of the predicted noise
        double winShare = 0;  ///< of the positions, where it is best
    };
    struct Pair {
        int a = 0, b = 0;   ///< indices of the models
        double cosine = 0;  ///< between their U-Nets' weights
        bool same = false;  ///< cosine above 0.9999: the same model, as far as training goes
    };
    struct AtTimestep {
        std::int64_t timestep = 0;
        int pictures = 0;
        double bestError = 0, gain = 0;
    };
    std::vector<Model> models;
    std::vector<Pair> pairs;
    std::vector<AtTimestep> timesteps;
    int pictures = 0;
    int best = 0;                        ///< index of the best single model
    double meanError = 0;                ///< of the plain mean of the predictions
    double routedError = 0;              ///< with the winner of another noise sample at every position
    double gain = 0, low = 0, high = 0;  ///< cross-noise routing gain, 95% interval over pictures
    bool worthTraining = false;          ///< the gain is 2% or more
    Message recommendation;              ///< one sentence, with its reason
    std::vector<Message> warnings;
};

/// Who denoises which part of a picture best (`afa capability`; method.md 6, the paper's Fig. 1).
struct CapabilityRequest {
    std::vector<std::filesystem::path> models;  ///< 1 to 8 base checkpoints
    std::filesystem::path image;                ///< resized (short side) and cut to the middle square
    std::string prompt;
    std::vector<std::int64_t> timesteps{100, 300, 500, 700, 900};  ///< each 0 to 999
    int noiseSamples = 16;                                         ///< M
    int size = 0;                                                  ///< pixels; 0 = the models' own
    int host = 0;
    std::filesystem::path vae;  ///< another VAE; empty = the host's
    std::uint64_t seed = 0;
    std::filesystem::path output = ".";  ///< folder for capability.safetensors, .png and .csv
    ComputeSettings compute;
    std::vector<Problem> validate() const;
};

struct CapabilityResult {
    struct Row {
        std::int64_t timestep = 0;
        std::vector<double> errors;  ///< per model: squared error, mean over positions
        std::vector<double> shares;  ///< per model: positions it wins
    };
    std::vector<std::string> models;
    std::vector<Row> rows;
    std::filesystem::path tensors, sheet, csv;
    std::vector<Message> warnings;
};

}  // namespace afa
