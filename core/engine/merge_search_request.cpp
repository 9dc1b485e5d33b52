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

void validateDenoising(const MergeSearchRequest& request, std::vector<std::string>& problems) {
    validateRanges(problems, request, {"samples", "noise-samples", "timesteps"});
    if (!(request.maxBad >= 0 && request.maxBad <= 1))
        problems.push_back("--max-bad must be between 0 and 1");
}

/// What pictures are made with, checked as any request for pictures is.
void validatePictures(const MergeSearchRequest& request, std::vector<std::string>& problems) {
    validateRange(problems, "the number of prompts", static_cast<long>(request.prompts.size()), 1,
                  kMaxPrompts);
    validateRanges(problems, request, {"seeds"});
    for (const auto& prompt : request.prompts)
        validateUtf8(problems, "--prompt", prompt);
    GenerateRequest picture;
    copySharedFields(request, picture);
    picture.mode = Mode{Mode::Kind::BlockAverage}.name();
    picture.count = std::max(request.seeds, 1);
    for (auto& problem : picture.validate())
        problems.push_back(std::move(problem));
}

}  // namespace

std::vector<std::string> MergeSearchRequest::validate() const {
    std::vector<std::string> problems;
    if (output.empty()) problems.push_back("no folder for the search given (--output)");
    validateCompute(compute, problems);
    if (resume) return problems;  // the rest is the stored request's
    if (models.size() != 2)
        problems.push_back("--search: expected two models (--model), found " + std::to_string(models.size()));
    if (line != "linear" && line != "binary-mid")
        problems.push_back("--line is " + quoted(line) + "; expected linear or binary-mid");
    validateRanges(problems, *this, {"passes"});
    const double tenths = start * 10;
    if (!(std::abs(tenths - std::round(tenths)) < 1e-9 && start >= 0 && start <= 1))
        problems.push_back("--start must be one of 0, 0.1, .. 1");
    if (data.empty() == scorerCommand.empty())
        problems.push_back(data.empty() ? "nothing to score by: give captioned pictures (--data) or a "
                                          "command (--scorer-command)"
                                        : "--data and --scorer-command exclude each other");
    if (!data.empty()) validateDenoising(*this, problems);
    if (!scorerCommand.empty() && prompts.empty())
        problems.push_back("--scorer-command needs pictures to score: give prompts (--prompt, --prompts)");
    if (!(scorerTimeout > 0 && scorerTimeout <= kMaxTimeout))
        problems.push_back("--scorer-timeout must be more than 0 and at most 86400 seconds");
    if (!prompts.empty()) validatePictures(*this, problems);
    return problems;
}

}  // namespace afa
