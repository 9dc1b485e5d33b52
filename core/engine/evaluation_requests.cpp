#include "core/engine/evaluation_requests.h"

#include <set>

#include "core/engine/validation.h"

namespace afa {
namespace {

constexpr long kTrainSteps = 1000;  // of SD 1.x's schedule
constexpr long kMaxSamples = 1'000'000, kMaxNoiseSamples = 1024;

}  // namespace

std::vector<std::string> ScreenRequest::validate() const {
    std::vector<std::string> problems;
    validateModels(problems, models.size(), 2, host);
    if (data.empty()) problems.push_back("no captioned pictures given (--data)");
    validateRange(problems, "--samples", samples, 1, kMaxSamples);
    validateRange(problems, "--noise-samples", noiseSamples, 2, kMaxNoiseSamples);
    validateRange(problems, "--timesteps", timesteps, 1, kTrainSteps);
    if (size != 0) validateRange(problems, "--size", size, 8, kMaxSide);
    if (!(maxBad >= 0 && maxBad <= 1)) problems.push_back("--max-bad must be between 0 and 1");
    validateCompute(compute, problems);
    return problems;
}

std::vector<std::string> CapabilityRequest::validate() const {
    std::vector<std::string> problems;
    validateModels(problems, models.size(), 1, host);
    if (image.empty()) problems.push_back("no picture given (--image)");
    validateUtf8(problems, "--prompt", prompt);
    if (timesteps.empty()) problems.push_back("no timesteps given (--timesteps)");
    for (const auto timestep : timesteps)
        validateRange(problems, "--timesteps", static_cast<long>(timestep), 0, kTrainSteps - 1);
    if (std::set(timesteps.begin(), timesteps.end()).size() < timesteps.size())
        problems.push_back("--timesteps names one twice");
    validateRange(problems, "--noise-samples", noiseSamples, 1, kMaxNoiseSamples);
    if (size != 0) validateRange(problems, "--size", size, 8, kMaxSide);
    validateKeepsInputs(problems, {{"--output", output / "capability.png"}}, {{"--image", image}});
    validateCompute(compute, problems);
    return problems;
}

}  // namespace afa
