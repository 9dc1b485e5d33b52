#pragma once
#include <cstdint>
#include <vector>

namespace afa {

/// The errors of N models on one picture at one timestep, for M noise samples.
struct PictureErrors {
    std::int64_t timestep = 0;
    std::int64_t samples = 0;                ///< M
    std::vector<std::vector<float>> models;  ///< N of [M, positions], row-major: squared error of a position
    std::vector<float> mean;  ///< [M, positions]: of the mean of the models' predictions; may be empty
};

/// How much could be gained by choosing the right model at every position, had the choice to be made on other
/// noise (method.md 5 "cross-noise routing gain"). A winner is the model with the smallest error at a
/// position on one noise sample; its error is taken from another; all ordered pairs of the M samples count.
/// All figures are means over pictures, samples and positions.
struct RoutingGain {
    std::vector<double> modelErrors;  ///< squared error of each model alone
    int best = 0;                     ///< the one with the smallest; the first of equals
    double meanError = 0;             ///< of the plain mean of the predictions; 0 where it was not measured
    double routedError = 0;           ///< with the winner of another noise sample at every position
    double gain = 0;                  ///< 1 - routedError / modelErrors[best]
    double low = 0,
           high = 0;  ///< 95% confidence interval of the gain over pictures (ratio estimator, Cochran,
                      ///< Sampling Techniques, 1977, Eq. 6.13; equal to the gain with one picture)
    std::vector<double> shares;  ///< positions each model wins
    struct AtTimestep {
        std::int64_t timestep = 0;
        int pictures = 0;
        double bestError = 0;  ///< of the model that is best over all timesteps
        double gain = 0;
    };
    std::vector<AtTimestep> timesteps;  ///< ascending
};

/// Throws DataError: no pictures, fewer than two noise samples, sizes that differ.
RoutingGain routingGain(const std::vector<PictureErrors>& pictures);

}  // namespace afa
