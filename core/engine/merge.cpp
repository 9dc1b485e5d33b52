#include "core/merge/merge.h"

#include <chrono>
#include <cmath>
#include <regex>
#include <set>

#include "core/base/numbers.h"
#include "core/base/shortened.h"
#include "core/engine/engine.h"
#include "core/engine/validation.h"
#include "core/io/pickle_warnings.h"
#include "core/merge/block_presets.h"

namespace afa {
namespace {

/// The recipe that a request describes.
MergeRecipe recipeOf(const MergeRequest& request) {
    MergeRecipe recipe;
    if (!request.recipe.empty()) recipe = readRecipe(request.recipe);
    if (!request.models.empty()) {
        recipe.models.clear();
        for (const auto& path : request.models)
            recipe.models.push_back({.file = path});
    }
    if (!request.blockWeights.empty()) {
        recipe.blocks = parseBlockWeights(request.blockWeights);
        recipe.method = MergeMethod::BlockWeighted;
    }
    if (!request.method.empty()) recipe.method = parseMergeMethod(request.method);
    if (!request.weights.empty()) recipe.weights = request.weights;
    if (!request.baseWeight.empty()) recipe.base = request.baseWeight;
    if (!request.vae.empty()) recipe.vae = request.vae;
    if (!request.type.empty()) recipe.type = parseMergeType(request.type);
    return recipe;
}

/// Nothing that the merge reads is written over; not asked of a preview, which writes nothing.
void requireOutputs(const MergeRequest& request, const MergeRecipe& recipe) {
    std::vector<NamedPath> inputs{{"recipe", request.recipe}};
    if (isVaePath(recipe.vae)) inputs.emplace_back(Message::of("the VAE"), recipe.vae);
    for (const auto& model : recipe.models)
        inputs.emplace_back(Message::of("the model"), model.file);
    std::vector<Problem> problems;
    if (!request.diffusers) validateModelName(problems, request.output);
    validateKeepsInputs(problems, {{"output", request.output}, {"save-recipe", request.savedRecipe}}, inputs);
    requireNone(problems);
}

/// The module that a tensor's stage is named after: "conv_in", "mid_block", "down_blocks.0.resnets.1"; "" for
/// what merely belongs to that stage (attention, time embedding, final norm).
std::string stageModule(const std::string& tensor) {
    static const std::regex form(
        "(conv_in|mid_block|(?:down|up)_blocks\\.[0-9]+\\.(?:resnets|downsamplers)\\.[0-9]+)\\..*");
    std::smatch match;
    return std::regex_match(tensor, match, form) ? match[1].str() : std::string();
}

std::vector<std::string> blockModules(const PartReader& unet, const BlockAxis& axis) {
    std::vector<std::string> modules(axis.size());
    for (const auto& tensor : unet.tensors())
        if (auto& module = modules[axis.blockOf(tensor.name)]; module.empty())
            module = stageModule(tensor.name);
    return modules;
}

}  // namespace

std::vector<std::string> mergePresets() {
    return blockPresetNames();
}

std::vector<Problem> MergeRequest::validate() const {
    std::vector<Problem> problems;
    if (models.empty() && recipe.empty())
        problems.push_back(Message::of("no base model given (%1)", Option{"model"}));
    static const std::set<std::string> methods{"", "weighted", "add-difference", "mbw"};
    if (!methods.contains(method))
        problems.push_back(Message::of("%1 is %2; expected weighted, add-difference or mbw", Option{"method"},
                                       quoted(method)));
    static const std::set<std::string> types{"", "same", "fp16", "bf16", "fp32", "fp64"};
    if (!types.contains(type))
        problems.push_back(
            Message::of("%1 is %2; expected same, fp16, bf16, fp32 or fp64", Option{"type"}, quoted(type)));
    if (!blockWeights.empty() && !isBlockPreset(blockWeights) && !parseNumbers(blockWeights))
        problems.push_back(Message::of("%1 is %2; expected a preset's name (afa merge %3) or numbers",
                                       Option{"block-weights"}, quoted(blockWeights),
                                       Option{"list-presets"}));
    if (const auto found = decimalComma(blockWeights); !found.empty())
        problems.push_back(Message::of("%1: %2", Option{"block-weights"}, decimalCommaMessage(found)));
    const bool weighted = method == "weighted" || method == "add-difference";
    if (weighted && !(blockWeights.empty() && baseWeight.empty()))
        problems.push_back(Message::of("%1 and %2 are for %3, not for %4", Option{"block-weights"},
                                       Option{"base-weight"}, Option{"method", "mbw"}, method));
    if (method == "mbw" && !weights.empty())
        problems.push_back(Message::of("%1 is not for %2", Option{"weights"}, Option{"method", "mbw"}));
    for (const auto* numbers : {&weights, &baseWeight})
        for (const double number : *numbers)
            if (!std::isfinite(number)) problems.push_back(Message::of("weights must be finite numbers"));
    if (output.empty()) problems.push_back(Message::of("no output given (%1)", Option{"output"}));
    if (threads < 0)
        problems.push_back(Message::of("%1 is %2; expected 0 or more", Option{"threads"}, threads));
    return problems;
}

MergePreview previewMerge(const MergeRequest& request) {
    auto checked = request;
    if (checked.output.empty()) checked.output = "merged.safetensors";  // not asked about
    requireValid(checked);
    const auto recipe = recipeOf(request);
    const auto parents = openParents(recipe);
    requireMergeable(parents, recipe.vae);
    const BlockAxis axis(parents.front()->unetConfig());
    const auto plan = resolveRecipe(recipe, parents.size(), axis);
    MergePreview preview{.method = mergeMethodName(plan.method),
                         .base = plan.base,
                         .blocks = axis.names(),
                         .blockModules = {},
                         .blockShares = plan.blocks,
                         .vae = recipe.vae,
                         .type = mergeTypeName(recipe.type),
                         .recipe = recipeJson(recipe, plan, axis),
                         .warnings = plan.warnings};
    preview.blockModules = blockModules(parents.front()->part(ModelPart::UNet), axis);
    for (std::size_t i = 0; i < parents.size(); ++i)
        for (auto& warning : pickleWarnings(recipe.models[i].file, *parents[i]))
            preview.warnings.push_back(std::move(warning));
    for (auto& warning : repeatedModels(recipe.models))
        preview.warnings.push_back(std::move(warning));
    for (const auto part : {ModelPart::UNet, ModelPart::Vae, ModelPart::TextEncoder})
        for (const auto& parent : parents) {
            if (!parent->has(part)) continue;
            for (const auto& tensor : parent->part(part).tensors()) {
                const auto count = static_cast<std::uint64_t>(tensor.numel());
                preview.readBytes += count * dtypeSize(tensor.dtype);
                if (parent == parents.front())
                    preview.writtenBytes += count * dtypeSize(recipe.type.value_or(tensor.dtype));
            }
        }
    return preview;
}

MergeResult Engine::merge(const MergeRequest& request, const TaskControl& control) {
    requireValid(request);
    const auto start = std::chrono::steady_clock::now();
    MergeReport report;
    try {
        const auto recipe = recipeOf(request);
        requireOutputs(request, recipe);
        report = afa::merge(recipe,
                            {.path = request.output,
                             .diffusers = request.diffusers,
                             .savedRecipe = request.savedRecipe,
                             .threads = static_cast<unsigned>(request.threads)},
                            control);
    } catch (const RecipeError& error) {
        if (request.recipe.empty()) throw RequestError(messageOf(error));  // the options are the recipe
        throw;
    }
    MergeResult result;
    for (const auto& parent : report.parents)
        result.parents.push_back({parent.file, parent.name, parent.sha256});
    result.dropped = report.dropped;
    result.warnings = report.warnings;
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

}  // namespace afa
