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
                     const std::optional<Mode>& known, std::vector<Problem>& problems) {
    using enum Mode::Kind;
    const std::size_t n = request.models.size();
    const auto is = [&](Mode::Kind kind) { return known && known->kind == kind; };
    // Who names an aggregator may still want to see what the models do without it.
    std::set<std::string> told{"aggregator"};
    for (const auto& field : optionsOfOtherModes(request, known))
        if (told.insert(field.of ? field.of : field.name).second)
            problems.push_back(Message::of("%1 is for %2, not for %3", field.option(),
                                           Option{"mode", modeOfOption(field.name)->name}, name));
    if (is(Schedule) && request.schedule.empty())
        problems.push_back(Message::of("%1 needs %2, such as 0:0-11,1:12-24", Option{"mode", "schedule"},
                                       Option{"schedule"}));
    if (is(Merge) && !request.merge.empty() && !request.mergeRecipe.empty())
        problems.push_back(
            Message::of("%1: a recipe's file and a recipe are given; one of them counts", Option{"merge"}));
    if (is(Merge) && request.merge.empty() && request.mergeRecipe.empty() && n == 1)
        problems.push_back(Message::of("%1 needs two or more models", Option{"mode", "merge"}));
    if (is(Merge) && request.host != 0)
        problems.push_back(
            Message::of("%1 is for several models; a merge has its first model's tokenizer", Option{"host"}));
    double sum = 0;
    for (const double weight : request.noiseWeights)
        sum += weight;
    const auto& weights = request.noiseWeights;
    if (!weights.empty() && (weights.size() != n || !std::isfinite(sum) || sum == 0.0))
        problems.push_back(Message::of("%1: expected %2 numbers, one per model, whose sum is not 0%3",
                                       Option{"noise-weights"}, n, decimalPointHint(weights)));
    else if (losesAPart(weights))
        problems.push_back(
            Message::of("%1 sum to %2 instead of 1; divided by it, a model would have no part%3",
                        Option{"noise-weights"}, sum, decimalPointHint(weights)));
    if (!is(MagicFusion)) return;
    if (n == 1) problems.push_back(Message::of("%1 needs two or more models", Option{"mode", "magicfusion"}));
    if (request.magicMode != 1 && request.magicMode != 2)
        problems.push_back(Message::of("%1 is %2; expected 1 or 2", Option{"magic-mode"}, request.magicMode));
    if (!std::isfinite(request.magicT0))
        problems.push_back(Message::of("%1 must be a finite number", Option{"magic-t0"}));
    const std::size_t k = request.magicK.size(), prompts = request.modelPrompts.size();
    if (k > 1 && k != n)
        problems.push_back(
            Message::of("%1: expected one number or %2, one per model, found %3", Option{"magic-k"}, n, k));
    for (const double value : request.magicK)
        if (!std::isfinite(value))
            problems.push_back(Message::of("%1 must be finite numbers", Option{"magic-k"}));
    if (prompts > 0 && prompts != n)
        problems.push_back(
            Message::of("%1: expected one or %2, one per model, found %3", Option{"prompt"}, n, prompts));
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

std::vector<Problem> GenerateRequest::validate() const {
    std::vector<Problem> problems;
    const int n = static_cast<int>(models.size());
    validateModels(problems, models.size(), merge.empty() && mergeRecipe.empty() ? 1 : 0, host);

    const std::string m = resolvedMode();
    const auto known = parseMode(m);
    if (!known)
        problems.push_back(Message::of("%1 is %2; expected %3", Option{"mode"}, quoted(m), modeChoices()));
    else if (known->kind == Mode::Kind::Single && n > 0 && known->model >= n)
        problems.push_back(Message::of("%1 is %2 but there are %3 models (single:0 to single:%4)",
                                       Option{"mode"}, quoted(m), n, n - 1));
    else if (known->needsAggregator() && aggregator.empty())
        problems.push_back(
            Message::of("%1 needs an aggregator (%2)", Option{"mode", m}, Option{"aggregator"}));

    validateOptions(*this, m, known, problems);

    validateUtf8(problems, Message::option({"prompt"}), prompt);
    validateUtf8(problems, Message::option({"negative-prompt"}), negativePrompt);
    for (const auto& text : modelPrompts)
        validateUtf8(problems, Message::option({"prompt"}), text);
    const std::pair<const char*, const std::filesystem::path*> files[] = {
        {"output", &output}, {"maps", &maps}, {"sheet", &sheet}, {"trace", &trace}};
    for (auto one = std::begin(files); one != std::end(files); ++one)
        for (auto other = std::next(one); other != std::end(files); ++other)
            if (!other->second->empty() &&
                one->second->lexically_normal() == other->second->lexically_normal())
                problems.push_back(Message::of("%1 and %2 name the same file, %3", Option{one->first},
                                               Option{other->first}, *other->second));

    std::vector<NamedPath> inputs{
        {"aggregator", aggregator}, {"vae", vae}, {"latents", latents}, {"merge", merge}};
    for (const auto& model : models)
        inputs.emplace_back("model", model);
    validateKeepsInputs(problems, {{"output", output}, {"maps", maps}, {"sheet", sheet}, {"trace", trace}},
                        inputs);
    static const std::set<std::string> otherPictures{".jpg", ".jpeg", ".webp", ".bmp",
                                                     ".gif", ".tif",  ".tiff"};
    std::error_code ec;
    if (otherPictures.contains(lowerExtension(output)) && !std::filesystem::is_directory(output, ec))
        problems.push_back(Message::of("%1 is %2; pictures are written as .png", Option{"output"}, output));
    validateSheetName(problems, sheet);

    if (!leavesMaps(*this) && !(maps.empty() && sheet.empty()))
        problems.push_back(Message::of("%1 and %2 need %3 afa, last-block or magicfusion: %4 has no maps",
                                       Option{"maps"}, Option{"sheet"}, Option{"mode"}, m));

    validateRanges(problems, *this);
    // dpmpp-2m without Karras' levels spaces one point more than steps.
    if (sampler == "dpmpp-2m" && !karras && steps == kMaxSteps)
        validateRange(problems, Message::option({"steps"}), steps, 1, kMaxSteps - 1);
    if (seed && count > 1 &&
        *seed > std::numeric_limits<std::uint64_t>::max() - static_cast<std::uint64_t>(count - 1))
        problems.push_back(Message::of("%1 is %2; with %3 the last seed would pass 2^64 - 1", Option{"seed"},
                                       *seed, Option{"count", std::to_string(count)}));
    if (!std::isfinite(cfg)) problems.push_back(Message::of("%1 must be a finite number", Option{"cfg"}));
    const auto* method = findSampler(sampler);
    if (!method)
        problems.push_back(
            Message::of("%1 is %2; expected %3", Option{"sampler"}, quoted(sampler), samplerChoices()));
    if (karras && method && !method->karras)
        problems.push_back(Message::of("%1 is not defined for the sampler %2", Option{"karras"}, sampler));
    if (!(eta >= 0.0 && eta <= 1.0))
        problems.push_back(Message::of("%1 must be between 0 and 1", Option{"eta"}));
    if (eta != 0.0 && method && !method->eta)
        problems.push_back(Message::of("%1 is defined for the sampler ddim only", Option{"eta"}));

    if (count > 1) {
        const std::pair<const char*, const std::filesystem::path*> singles[] = {
            {"maps", &maps}, {"sheet", &sheet}, {"trace", &trace}};
        for (const auto& [name, path] : singles)
            if (!path->empty())
                problems.push_back(
                    Message::of("%1 takes one picture; %2 is %3", Option{name}, Option{"count"}, count));
        if (outputIsFile())
            problems.push_back(Message::of("%1 names one .png file; with %2 give a folder", Option{"output"},
                                           Option{"count", std::to_string(count)}));
    }
    validateCompute(compute, problems);
    return problems;
}

std::vector<Problem> BenchmarkRequest::validate() const {
    std::vector<Problem> problems;
    if (shape != "sd15" && shape != "demo")
        problems.push_back(Message::of("%1 is %2; expected sd15 or demo", Option{"shape"}, quoted(shape)));
    if (size != 0) validateRange(problems, Message::option({"size"}), size, 8, kMaxSide);
    validateRange(problems, Message::option({"models"}), modelCount, 1, kMaxModels);
    validateRange(problems, Message::option({"repeats"}), repeats, 1, 1000);
    if (models.size() > static_cast<std::size_t>(kMaxModels))
        problems.push_back({"model", Message::of("at most 8 base models")});
    validateCompute(compute, problems);
    return problems;
}

}  // namespace afa
