#include "core/engine/evaluation_requests.h"

#include <set>

#include "core/engine/validation.h"

namespace afa {
namespace {

constexpr long kTrainSteps = 1000;  // of SD 1.x's schedule
constexpr long kMaxSamples = 1'000'000, kMaxNoiseSamples = 1024;

}  // namespace

std::vector<Problem> ScreenRequest::validate() const {
    std::vector<Problem> problems;
    validateModels(problems, models.size(), 2, host);
    if (data.empty()) problems.push_back(Message::of("no captioned pictures given (%1)", Option{"data"}));
    validateRange(problems, Message::option({"samples"}), samples, 1, kMaxSamples);
    validateRange(problems, Message::option({"noise-samples"}), noiseSamples, 2, kMaxNoiseSamples);
    validateRange(problems, Message::option({"timesteps"}), timesteps, 1, kTrainSteps);
    if (size != 0) validateRange(problems, Message::option({"size"}), size, 8, kMaxSide);
    if (!(maxBad >= 0 && maxBad <= 1))
        problems.push_back(Message::of("%1 must be between 0 and 1", Option{"max-bad"}));
    validateCompute(compute, problems);
    return problems;
}

std::vector<Problem> CapabilityRequest::validate() const {
    std::vector<Problem> problems;
    validateModels(problems, models.size(), 1, host);
    if (image.empty()) problems.push_back(Message::of("no picture given (%1)", Option{"image"}));
    validateUtf8(problems, Message::option({"prompt"}), prompt);
    if (timesteps.empty()) problems.push_back(Message::of("no timesteps given (%1)", Option{"timesteps"}));
    for (const auto timestep : timesteps)
        validateRange(problems, Message::option({"timesteps"}), static_cast<long>(timestep), 0,
                      kTrainSteps - 1);
    if (std::set(timesteps.begin(), timesteps.end()).size() < timesteps.size())
        problems.push_back(Message::of("%1 names one twice", Option{"timesteps"}));
    validateRange(problems, Message::option({"noise-samples"}), noiseSamples, 1, kMaxNoiseSamples);
    if (size != 0) validateRange(problems, Message::option({"size"}), size, 8, kMaxSide);
    validateKeepsInputs(problems, {{"output", output / "capability.png"}}, {{"image", image}});
    validateCompute(compute, problems);
    return problems;
}

}  // namespace afa
