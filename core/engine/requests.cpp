#include "core/engine/requests.h"

#include <cmath>
#include <limits>
#include <regex>
#include <set>

#include "core/base/numbers.h"
#include "core/base/path.h"
#include "core/base/samplers.h"
#include "core/base/shortened.h"
#include "core/base/text.h"
#include "core/engine/maps.h"
#include "core/engine/validation.h"

namespace afa {
namespace {

constexpr int kMaxCount = 100000;

/// SD 1.x's schedule has 1,000 timesteps; leading spacing with offset 1 leaves out one, and dpmpp-2m without
/// Karras' levels spaces one point more than steps.
int maxSteps(const GenerateRequest& request) {
    return request.sampler == "dpmpp-2m" && !request.karras ? 998 : 999;
}

/// What the modes without aggregator need, and what only they take.
void validateBaselines(const GenerateRequest& request, const std::string& mode,
                       std::vector<std::string>& problems) {
    const std::size_t n = request.models.size();
    const auto onlyFor = [&](bool given, const char* option, const char* theMode) {
        if (given && mode != theMode)
            problems.push_back(std::string(option) + " is for --mode " + theMode + ", not for " + mode);
    };
    onlyFor(!request.noiseWeights.empty(), "--noise-weights", "noise-average");
    onlyFor(!request.schedule.empty(), "--schedule", "schedule");
    onlyFor(!request.merge.empty() || !request.mergeRecipe.empty(), "--merge", "merge");
    onlyFor(!request.modelPrompts.empty(), "a --prompt per model", "magicfusion");
    onlyFor(!request.magicK.empty(), "--magic-k", "magicfusion");
    const GenerateRequest defaults;
    onlyFor(request.magicMode != defaults.magicMode, "--magic-mode", "magicfusion");
    onlyFor(request.magicT0 != defaults.magicT0, "--magic-t0", "magicfusion");
    if (mode == "schedule" && request.schedule.empty())
        problems.push_back("--mode schedule needs --schedule, such as 0:0-11,1:12-24");
    if (mode == "merge" && !request.merge.empty() && !request.mergeRecipe.empty())
        problems.push_back("--merge: a recipe's file and a recipe are given; one of them counts");
    if (mode == "merge" && request.merge.empty() && request.mergeRecipe.empty() && n == 1)
        problems.push_back("--mode merge needs two or more models");
    if (mode == "merge" && request.host != 0)
        problems.push_back("--host is for several models; a merge has its first model's tokenizer");
    double sum = 0;
    for (const double weight : request.noiseWeights)
        sum += weight;
    const auto& weights = request.noiseWeights;
    if (!weights.empty() && (weights.size() != n || !std::isfinite(sum) || sum == 0.0))
        problems.push_back("--noise-weights: expected " + std::to_string(n) +
                           " numbers, one per model, whose sum is not 0" + decimalPointHint(weights));
    else if (losesAPart(weights))
        problems.push_back("--noise-weights sum to " + numberText(sum) +
                           " instead of 1; divided by it, a model would have no part" +
                           decimalPointHint(weights));
    if (mode != "magicfusion") return;
    if (n == 1) problems.push_back("--mode magicfusion needs two or more models");
    if (request.magicMode != 1 && request.magicMode != 2)
        problems.push_back("--magic-mode is " + std::to_string(request.magicMode) + "; expected 1 or 2");
    if (!std::isfinite(request.magicT0)) problems.push_back("--magic-t0 must be a finite number");
    const std::size_t k = request.magicK.size(), prompts = request.modelPrompts.size();
    if (k > 1 && k != n)
        problems.push_back("--magic-k: expected one number or " + std::to_string(n) +
                           ", one per model, found " + std::to_string(k));
    for (const double value : request.magicK)
        if (!std::isfinite(value)) problems.push_back("--magic-k must be finite numbers");
    if (prompts > 0 && prompts != n)
        problems.push_back("--prompt: expected one or " + std::to_string(n) + ", one per model, found " +
                           std::to_string(prompts));
}

}  // namespace

bool needsAggregator(const std::string& mode) {
    return mode == "afa" || mode == "last-block";
}

bool GenerateRequest::outputIsFile() const {
    return lowerExtension(output) == ".png";
}

std::string GenerateRequest::resolvedMode() const {
    if (!mode.empty()) return mode;
    if (!merge.empty() || !mergeRecipe.empty()) return "merge";
    if (!aggregator.empty()) return "afa";
    return models.size() > 1 ? "block-average" : "single:0";
}

std::vector<std::string> GenerateRequest::validate() const {
    std::vector<std::string> problems;
    const int n = static_cast<int>(models.size());
    validateModels(problems, models.size(), merge.empty() && mergeRecipe.empty() ? 1 : 0, host);

    const std::string m = resolvedMode();
    static const std::set<std::string> modes{"afa",         "block-average", "noise-average", "last-block",
                                             "magicfusion", "schedule",      "merge"};
    static const std::regex single("single:([0-9]{1,3})");
    std::smatch match;
    if (std::regex_match(m, match, single)) {
        if (n > 0 && std::stoi(match[1]) >= n)
            problems.push_back("--mode is " + quoted(m) + " but there are " + std::to_string(n) +
                               " models (single:0 to single:" + std::to_string(n - 1) + ")");
    } else if (!modes.contains(m)) {
        problems.push_back(
            "--mode is " + quoted(m) +
            "; expected afa, single:I, block-average, noise-average, last-block, magicfusion, schedule "
            "or merge");
    } else if (needsAggregator(m) && aggregator.empty()) {
        problems.push_back("--mode " + m + " needs an aggregator (--aggregator)");
    }

    validateBaselines(*this, m, problems);

    validateUtf8(problems, "--prompt", prompt);
    validateUtf8(problems, "--negative-prompt", negativePrompt);
    for (const auto& text : modelPrompts)
        validateUtf8(problems, "--prompt", text);
    const std::pair<const char*, const std::filesystem::path*> files[] = {
        {"--output", &output}, {"--maps", &maps}, {"--sheet", &sheet}, {"--trace", &trace}};
    for (auto one = std::begin(files); one != std::end(files); ++one)
        for (auto other = std::next(one); other != std::end(files); ++other)
            if (!other->second->empty() &&
                one->second->lexically_normal() == other->second->lexically_normal())
                problems.push_back(std::string(one->first) + " and " + other->first +
                                   " name the same file, " + other->second->string());

    std::vector<NamedPath> inputs{
        {"--aggregator", aggregator}, {"--vae", vae}, {"--latents", latents}, {"--merge", merge}};
    for (const auto& model : models)
        inputs.emplace_back("--model", model);
    validateKeepsInputs(
        problems, {{"--output", output}, {"--maps", maps}, {"--sheet", sheet}, {"--trace", trace}}, inputs);
    static const std::set<std::string> otherPictures{".jpg", ".jpeg", ".webp", ".bmp",
                                                     ".gif", ".tif",  ".tiff"};
    std::error_code ec;
    if (otherPictures.contains(lowerExtension(output)) && !std::filesystem::is_directory(output, ec))
        problems.push_back("--output is " + output.string() + "; pictures are written as .png");
    validateSheetName(problems, sheet);

    if (!leavesMaps(*this) && !(maps.empty() && sheet.empty()))
        problems.push_back("--maps and --sheet need --mode afa, last-block or magicfusion: " + m +
                           " has no maps");

    if (width != 0) validateRange(problems, "--width", width, 8, kMaxSide);
    if (height != 0) validateRange(problems, "--height", height, 8, kMaxSide);
    validateRange(problems, "--steps", steps, 1, maxSteps(*this));
    validateRange(problems, "--count", count, 1, kMaxCount);
    if (seed && count > 1 &&
        *seed > std::numeric_limits<std::uint64_t>::max() - static_cast<std::uint64_t>(count - 1))
        problems.push_back("--seed is " + std::to_string(*seed) + "; with --count " + std::to_string(count) +
                           " the last seed would pass 2^64 - 1");
    if (!std::isfinite(cfg)) problems.push_back("--cfg must be a finite number");
    const auto* known = findSampler(sampler);
    if (!known) problems.push_back("--sampler is " + quoted(sampler) + "; expected " + kSamplerChoices);
    if (karras && known && !known->karras)
        problems.push_back("--karras is not defined for the sampler " + sampler);
    if (!(eta >= 0.0 && eta <= 1.0)) problems.push_back("--eta must be between 0 and 1");
    if (eta != 0.0 && known && !known->eta) problems.push_back("--eta is defined for the sampler ddim only");

    if (count > 1) {
        const std::pair<const char*, const std::filesystem::path*> singles[] = {
            {"--maps", &maps}, {"--sheet", &sheet}, {"--trace", &trace}};
        for (const auto& [name, path] : singles)
            if (!path->empty())
                problems.push_back(std::string(name) + " takes one picture; --count is " +
                                   std::to_string(count));
        if (outputIsFile())
            problems.push_back("--output names one .png file; with --count " + std::to_string(count) +
                               " give a folder");
    }
    validateCompute(compute, problems);
    return problems;
}

std::vector<std::string> BenchmarkRequest::validate() const {
    std::vector<std::string> problems;
    if (shape != "sd15" && shape != "demo")
        problems.push_back("--shape is " + quoted(shape) + "; expected sd15 or demo");
    if (size != 0) validateRange(problems, "--size", size, 8, kMaxSide);
    validateRange(problems, "--models", modelCount, 1, kMaxModels);
    validateRange(problems, "--repeats", repeats, 1, 1000);
    if (models.size() > static_cast<std::size_t>(kMaxModels)) problems.push_back("at most 8 base models");
    validateCompute(compute, problems);
    return problems;
}

}  // namespace afa
