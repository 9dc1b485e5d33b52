#include "core/engine/merge_search_request.h"

#include <cmath>
#include <limits>

#include "core/base/shortened.h"
#include "core/engine/request_fields.h"
#include "core/engine/validation.h"

namespace afa {
namespace {

constexpr long kMaxPrompts = 1000;
constexpr double kMaxTimeout = 86400;  // a day

void validateDenoising(const MergeSearchRequest& request, std::vector<Problem>& problems) {
    validateRanges(problems, request, {"samples", "noise-samples", "timesteps"});
    if (!(request.maxBad >= 0 && request.maxBad <= 1))
        problems.push_back(Message::of("%1 must be between 0 and 1", Option{"max-bad"}));
}

/// What pictures are made with, checked as any request for pictures is.
void validatePictures(const MergeSearchRequest& request, std::vector<Problem>& problems) {
    validateRange(problems, Message::of("the number of prompts"), static_cast<long>(request.prompts.size()),
                  1, kMaxPrompts);
    validateRanges(problems, request, {"seeds"});
    for (const auto& prompt : request.prompts)
        validateUtf8(problems, Message::option({"prompt"}), prompt);
    GenerateRequest picture;
    copySharedFields(request, picture);
    picture.mode = Mode{Mode::Kind::BlockAverage}.name();
    picture.count = std::max(request.seeds, 1);
    for (auto& problem : picture.validate())
        problems.push_back(std::move(problem));
}

}  // namespace

std::vector<Problem> MergeSearchRequest::validate() const {
    std::vector<Problem> problems;
    if (output.empty())
        problems.push_back(Message::of("no folder for the search given (%1)", Option{"output"}));
    validateCompute(compute, problems);
    if (resume) return problems;  // the rest is the stored request's
    if (models.size() != 2)
        problems.push_back(Message::of("%1: expected two models (%2), found %3", Option{"search"},
                                       Option{"model"}, models.size()));
    if (line != "linear" && line != "binary-mid")
        problems.push_back(
            Message::of("%1 is %2; expected linear or binary-mid", Option{"line"}, quoted(line)));
    validateRanges(problems, *this, {"passes"});
    const double tenths = start * 10;
    if (!(std::abs(tenths - std::round(tenths)) < 1e-9 && start >= 0 && start <= 1))
        problems.push_back(Message::of("%1 must be one of 0, 0.1, .. 1", Option{"start"}));
    if (data.empty() == scorerCommand.empty())
        problems.push_back(
            data.empty()
                ? Message::of("nothing to score by: give captioned pictures (%1) or a command (%2)",
                              Option{"data"}, Option{"scorer-command"})
                : Message::of("%1 and %2 exclude each other", Option{"data"}, Option{"scorer-command"}));
    if (!data.empty()) validateDenoising(*this, problems);
    if (!scorerCommand.empty() && prompts.empty())
        problems.push_back(Message::of("%1 needs pictures to score: give prompts (%2, %3)",
                                       Option{"scorer-command"}, Option{"prompt"}, Option{"prompts"}));
    if (!(scorerTimeout > 0 && scorerTimeout <= kMaxTimeout))
        problems.push_back(
            Message::of("%1 must be more than 0 and at most 86400 seconds", Option{"scorer-timeout"}));
    if (!prompts.empty()) validatePictures(*this, problems);
    return problems;
}

}  // namespace afa
