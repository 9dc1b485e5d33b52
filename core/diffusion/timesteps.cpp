#include "core/diffusion/timesteps.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/error.h"

namespace afa {

std::vector<double> leadingTimesteps(const NoiseSchedule& schedule, int points) {
    const std::int64_t ratio = points > 0 ? schedule.trainSteps / points : 0;
    const std::int64_t first = (points - 1) * ratio + kStepsOffset;
    if (ratio < 1 || first >= schedule.trainSteps)
        throw ConfigError(
            Message::of("the sampler's steps: too many for a schedule of %1 training timesteps; use fewer",
                        schedule.trainSteps));
    std::vector<double> timesteps;
    for (std::int64_t t = first; t >= kStepsOffset; t -= ratio)
        timesteps.push_back(static_cast<double>(t));
    return timesteps;
}

std::vector<double> withoutFirst(std::vector<double> schedule, int count) {
    schedule.erase(schedule.begin(), schedule.begin() + count);
    return schedule;
}

std::vector<double> trainingSigmas(const NoiseSchedule& schedule) {
    const auto sigmas = ((1 - schedule.alphasCumprod) / schedule.alphasCumprod).sqrt().contiguous();
    const float* values = sigmas.data_ptr<float>();
    return {values, values + sigmas.numel()};
}

double sigmaAt(const std::vector<double>& trainingSigmas, double timestep) {
    const double last = static_cast<double>(trainingSigmas.size() - 1);
    const double t = std::clamp(timestep, 0.0, last);
    const auto low = static_cast<std::size_t>(std::min(std::floor(t), last - 1));
    const double share = t - static_cast<double>(low);
    return trainingSigmas[low] + share * (trainingSigmas[low + 1] - trainingSigmas[low]);
}

double timestepOf(const std::vector<double>& trainingSigmas, double sigma) {
    const auto logOf = [](double value) { return static_cast<double>(std::log(static_cast<float>(value))); };
    const double target = std::log(std::max(sigma, 1e-10));
    // The last entry whose log is not above the target; the table ascends.
    std::size_t low = 0;
    while (low + 2 < trainingSigmas.size() && logOf(trainingSigmas[low + 1]) <= target)
        ++low;
    const double a = logOf(trainingSigmas[low]), b = logOf(trainingSigmas[low + 1]);
    const double share = std::clamp((a - target) / (a - b), 0.0, 1.0);
    return (1 - share) * static_cast<double>(low) + share * static_cast<double>(low + 1);
}

std::vector<double> karrasSigmas(double sigmaMin, double sigmaMax, int steps) {
    constexpr double kRho = 7.0;
    const double low = std::pow(sigmaMin, 1 / kRho), high = std::pow(sigmaMax, 1 / kRho);
    std::vector<double> sigmas;
    for (int i = 0; i < steps; ++i) {
        const double ramp = steps > 1 ? static_cast<double>(i) / (steps - 1) : 0.0;
        sigmas.push_back(std::pow(high + ramp * (low - high), kRho));
    }
    return sigmas;
}

}  // namespace afa
