#include "core/engine/requests.h"

#include <cmath>
#include <limits>
#include <set>

#include "core/base/numbers.h"
#include "core/base/path.h"
#include "core/base/samplers.h"
#include "core/base/shortened.h"
#include "core/base/text.h"
#include "core/engine/maps.h"
#include "core/engine/request_fields.h"
#include "core/engine/validation.h"

namespace afa {
namespace {

/// What the modes without aggregator need, and what only they take.
void validateOptions(const GenerateRequest& request, const std::string& name,
                     const std::optional<Mode>& known, std::vector<std::string>& problems) {
    using enum Mode::Kind;
    const std::size_t n = request.models.size();
    const auto is = [&](Mode::Kind kind) { return known && known->kind == kind; };
    // Who names an aggregator may still want to see what the models do without it.
    std::set<std::string> told{"--aggregator"};
    for (const auto& field : optionsOfOtherModes(request, known))
        if (told.insert(field.option()).second)
            problems.push_back(field.option() + " is for --mode " + modeOfOption(field.name)->name +
                               ", not for " + name);
    if (is(Schedule) && request.schedule.empty())
        problems.push_back("--mode schedule needs --schedule, such as 0:0-11,1:12-24");
    if (is(Merge) && !request.merge.empty() && !request.mergeRecipe.empty())
        problems.push_back("--merge: a recipe's file and a recipe are given; one of them counts");
    if (is(Merge) && request.merge.empty() && request.mergeRecipe.empty() && n == 1)
        problems.push_back("--mode merge needs two or more models");
    if (is(Merge) && request.host != 0)
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
    if (!is(MagicFusion)) return;
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
    const auto known = parseMode(mode);
    return known && known->needsAggregator();
}

bool GenerateRequest::outputIsFile() const {
    return lowerExtension(output) == ".png";
}

std::string GenerateRequest::resolvedMode() const {
    using enum Mode::Kind;
    if (!mode.empty()) return mode;
    if (!merge.empty() || !mergeRecipe.empty()) return Mode{Merge}.name();
    if (!aggregator.empty()) return Mode{Afa}.name();
    return Mode{models.size() > 1 ? BlockAverage : Single}.name();
}

std::vector<std::string> GenerateRequest::validate() const {
    std::vector<std::string> problems;
    const int n = static_cast<int>(models.size());
    validateModels(problems, models.size(), merge.empty() && mergeRecipe.empty() ? 1 : 0, host);

    const std::string m = resolvedMode();
    const auto known = parseMode(m);
    if (!known)
        problems.push_back("--mode is " + quoted(m) + "; expected " + modeChoices(", ", " or "));
    else if (known->kind == Mode::Kind::Single && n > 0 && known->model >= n)
        problems.push_back("--mode is " + quoted(m) + " but there are " + std::to_string(n) +
                           " models (single:0 to single:" + std::to_string(n - 1) + ")");
    else if (known->needsAggregator() && aggregator.empty())
        problems.push_back("--mode " + m + " needs an aggregator (--aggregator)");

    validateOptions(*this, m, known, problems);

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

    validateRanges(problems, *this);
    // dpmpp-2m without Karras' levels spaces one point more than steps.
    if (sampler == "dpmpp-2m" && !karras && steps == kMaxSteps)
        validateRange(problems, "--steps", steps, 1, kMaxSteps - 1);
    if (seed && count > 1 &&
        *seed > std::numeric_limits<std::uint64_t>::max() - static_cast<std::uint64_t>(count - 1))
        problems.push_back("--seed is " + std::to_string(*seed) + "; with --count " + std::to_string(count) +
                           " the last seed would pass 2^64 - 1");
    if (!std::isfinite(cfg)) problems.push_back("--cfg must be a finite number");
    const auto* method = findSampler(sampler);
    if (!method) problems.push_back("--sampler is " + quoted(sampler) + "; expected " + kSamplerChoices);
    if (karras && method && !method->karras)
        problems.push_back("--karras is not defined for the sampler " + sampler);
    if (!(eta >= 0.0 && eta <= 1.0)) problems.push_back("--eta must be between 0 and 1");
    if (eta != 0.0 && method && !method->eta)
        problems.push_back("--eta is defined for the sampler ddim only");

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
