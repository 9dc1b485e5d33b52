#include "core/compute/merge_for_request.h"

#include "core/compute/outputs.h"
#include "core/merge/merge.h"

namespace afa {

namespace fs = std::filesystem;

MergedForRequest mergeForRequest(const GenerateRequest& request, const fs::path& vae,
                                 const Placement& placement, ModelCache& cache, const TaskControl& control) {
    auto recipe = readRecipe(request.merge);
    if (!request.models.empty()) {
        recipe.models.clear();
        for (const auto& path : request.models)
            recipe.models.push_back({.file = path});
    }
    if (recipe.models.empty())
        throw RequestError(request.merge.string() +
                           ": does not say which models it is for; name them with --model");
    MergedForRequest merged;
    for (auto& model : recipe.models) {
        if (model.file.empty())
            throw RequestError(request.merge.string() +
                               ": does not say which files its models are; name them with --model");
        model.file = canonicalPath(model.file);
        merged.parents.push_back(model.file);
    }
    std::set<fs::path> wanted(merged.parents.begin(), merged.parents.end());
    if (!vae.empty()) wanted.insert(vae);
    cache.begin(placement, wanted, control);
    MergeParents parents;
    for (const auto& path : merged.parents)
        parents.push_back(cache.checkpoint(path));
    requireMergeable(parents, recipe.vae);
    const BlockAxis axis(parents.front()->unetConfig());
    const auto plan = resolveRecipe(recipe, parents.size(), axis);
    merged.warnings = plan.warnings;
    for (auto& warning : repeatedModels(recipe.models))
        merged.warnings.push_back(std::move(warning));
    const auto model = mergedModel(parents, recipe, plan, static_cast<unsigned>(torch::get_num_threads()));
    merged.path = model->path();
    cache.put(merged.path, model);
    for (auto& parent : recipe.models)
        parent.file = parent.file.filename();
    merged.recipeJson = recipeJson(recipe, plan, axis);
    return merged;
}

}  // namespace afa
