#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

// What training tells of itself in figures.
namespace afa {

/// One optimiser step, as it was done.
struct TrainStep {
    std::int64_t step = 0, total = 0;  ///< steps done, steps in all
    double epoch = 0;                  ///< passes over the samples so far
    double loss = 0;                   ///< mean squared error on noise of this step's samples
    double learningRate = 0;
    double gradientNorm = 0;  ///< before clipping
    double seconds = 0;       ///< the whole step
    double mathSeconds = 0;   ///< of it the networks, forward and backward
};

/// Denoising error of one way to predict noise on the held-out pictures; lower is better.
struct MethodError {
    std::string name;                  ///< "afa", "single:0", .., "block-average", "noise-average"
    double error = 0;                  ///< mean squared error on noise
    std::array<double, 4> quarters{};  ///< the same by timestep: t < 250, < 500, < 750, < 1000
    double above = 0;                  ///< mean over pictures of this error less AFA's
    double interval = 0;               ///< half width of its 95% confidence interval, paired by picture
};

/// Where one stage's maps went on the held-out pictures.
struct StageRouting {
    int stage = 0;
    std::vector<double> meanWeight;  ///< one per model, sums to 1
    double entropy = 0;              ///< mean over positions, divided by log N: 1 = undecided
    double variation = 0;            ///< standard deviation over positions, mean over models and pictures
};

struct ValidationReport {
    std::int64_t step = 0;
    int pictures = 0;
    std::vector<MethodError> methods;  ///< AFA first
    std::vector<StageRouting> routing;
    double seconds = 0;

    const MethodError* find(const std::string& name) const;
    const MethodError* bestSingle() const;  ///< with the smallest error; null where none was measured
    /// "AFA 0.0785; best single (single:0) 0.0946, -17.0%; block-average 0.0883, -11.1%": is it better than
    /// what there was without it.
    std::string verdict() const;
};

}  // namespace afa
