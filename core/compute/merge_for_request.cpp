#include "core/compute/merge_for_request.h"

#include "core/base/hash.h"
#include "core/compute/outputs.h"
#include "core/io/pickle_warnings.h"
#include "core/merge/merge.h"

namespace afa {

namespace fs = std::filesystem;

namespace {

/// The recipe as the request gives it: a file, a text, or equal shares.
MergeRecipe recipeOf(const GenerateRequest& request) {
    MergeRecipe recipe;
    if (!request.merge.empty())
        recipe = readRecipe(request.merge);
    else if (!request.mergeRecipe.empty())
        recipe = parseRecipe(request.mergeRecipe, Message::of("the recipe"));
    const auto where =
        request.merge.empty() ? Message::of("the recipe") : Message::verbatim(request.merge.string());
    if (!request.models.empty()) {
        recipe.models.clear();
        for (const auto& path : request.models)
            recipe.models.push_back({.file = path});
    }
    if (recipe.models.empty())
        throw RequestError(Message::of("%1: does not say which models it is for; name them with %2", where,
                                       Option{"model"}));
    for (auto& model : recipe.models) {
        if (model.file.empty())
            throw RequestError(Message::of("%1: does not say which files its models are; name them with %2",
                                           where, Option{"model"}));
        model.file = canonicalPath(model.file);
    }
    return recipe;
}

/// A name for the result: of equal recipes over files that did not change, equal.
std::string keyOf(const GenerateRequest& request, const MergeRecipe& recipe) {
    Sha256 hash;
    const auto add = [&](const fs::path& file) {
        std::error_code ec;
        const auto changed = fs::last_write_time(file, ec);
        hash.update(file.string() + '\n' + (ec ? "" : std::to_string(changed.time_since_epoch().count())) +
                    '\n');
    };
    for (const auto& model : recipe.models)
        add(model.file);
    if (!request.merge.empty()) add(canonicalPath(request.merge));
    hash.update(request.mergeRecipe + '\n' + recipe.vae);
    if (isVaePath(recipe.vae)) add(recipe.vae);
    return hash.finishHex();
}

}  // namespace

MergedForRequest mergeForRequest(const GenerateRequest& request, const fs::path& vae,
                                 const Placement& placement, ModelCache& cache, const TaskControl& control) {
    auto recipe = recipeOf(request);
    MergedForRequest merged;
    for (const auto& model : recipe.models)
        merged.parents.push_back(model.file);
    merged.path = "merge:" + keyOf(request, recipe);
    std::set<fs::path> wanted(merged.parents.begin(), merged.parents.end());
    wanted.insert(merged.path);
    if (!vae.empty()) wanted.insert(vae);
    cache.begin(placement, wanted, control);
    MergeParents parents;
    for (const auto& path : merged.parents)
        parents.push_back(cache.checkpoint(path));
    requireMergeable(parents, recipe.vae);
    const BlockAxis axis(parents.front()->unetConfig());
    const auto plan = resolveRecipe(recipe, parents.size(), axis);
    merged.warnings = plan.warnings;
    for (std::size_t i = 0; i < parents.size(); ++i)
        for (auto& warning : pickleWarnings(merged.parents[i], *parents[i]))
            merged.warnings.push_back(std::move(warning));
    for (auto& warning : repeatedModels(recipe.models))
        merged.warnings.push_back(std::move(warning));
    if (!cache.contains(merged.path))
        cache.put(merged.path,
                  mergedModel(parents, recipe, plan, static_cast<unsigned>(torch::get_num_threads())));
    for (auto& parent : recipe.models)
        parent.file = parent.file.filename();
    merged.recipeJson = recipeJson(recipe, plan, axis);
    return merged;
}

}  // namespace afa
