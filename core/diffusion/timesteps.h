#pragma once
#include <vector>

#include "core/diffusion/noise_schedule.h"

// What the samplers' schedules are made of; numbers as diffusers computes them (NumPy doubles over fp32
// tables).
namespace afa {

inline constexpr int kStepsOffset = 1;  ///< SD 1.x scheduler_config.json

/// "leading" spacing: (points - 1) r + 1, .., r + 1, 1 with r = trainSteps / points (integer division),
/// descending. Throws ConfigError where that leaves the table (points = trainSteps).
std::vector<double> leadingTimesteps(const NoiseSchedule& schedule, int points);

/// What is left of a schedule whose first `count` steps are not taken.
std::vector<double> withoutFirst(std::vector<double> schedule, int count);

/// sigma_t = sqrt((1 - ab_t) / ab_t) for every training timestep, fp32 values.
std::vector<double> trainingSigmas(const NoiseSchedule& schedule);
/// Linear interpolation of the table at a (possibly fractional) timestep.
double sigmaAt(const std::vector<double>& trainingSigmas, double timestep);
/// The fractional timestep of a noise level, by linear interpolation in log sigma.
double timestepOf(const std::vector<double>& trainingSigmas, double sigma);
/// Karras et al. 2022, Eq. 5 with rho = 7: `steps` levels from sigmaMax down to sigmaMin.
std::vector<double> karrasSigmas(double sigmaMin, double sigmaMax, int steps);

}  // namespace afa
