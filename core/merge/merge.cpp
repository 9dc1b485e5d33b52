#include "core/merge/merge.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "core/base/error.h"
#include "core/base/path.h"
#include "core/io/model_writer.h"
#include "core/io/output_folder.h"
#include "core/io/pickle_warnings.h"
#include "core/text/clip_tokenizer.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

constexpr char kMetadataKey[] = "afa.merge";

unsigned threadsOf(unsigned wanted) {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    return wanted == 0 ? cores : std::min(wanted, cores);
}

/// The parents' fingerprints, several at a time: hashing is slower than reading.
std::vector<std::string> fingerprints(const MergeParents& parents, unsigned threads,
                                      const TaskControl& control) {
    std::vector<std::string> results(parents.size());
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto work = [&] {
        for (std::size_t i = next++; i < parents.size() && !control.stopRequested(); i = next++) {
            try {
                results[i] = parents[i]->fingerprint();
            } catch (...) {
                const std::scoped_lock lock(mutex);
                failure = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min<std::size_t>(threads, parents.size()); ++i)
            others.emplace_back(work);
        work();
    }
    control.checkStop();
    if (failure) std::rethrow_exception(failure);
    return results;
}

}  // namespace

MergeParents openParents(const MergeRecipe& recipe) {
    MergeParents parents;
    if (recipe.models.empty())
        throw ConfigError(Message::of("the recipe does not say which models it is for; name them with %1",
                                      Option{"model"}));
    for (const auto& model : recipe.models) {
        if (model.file.empty())
            throw ConfigError(Message::of(
                "the recipe does not say which files its models are; name them with %1", Option{"model"}));
        parents.push_back(Checkpoint::open(model.file));
    }
    return parents;
}

std::vector<Message> repeatedModels(const std::vector<MergeRecipe::Model>& models) {
    std::vector<Message> warnings;
    for (std::size_t i = 0; i < models.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const bool path = canonicalPath(models[i].file) == canonicalPath(models[j].file);
            const bool values = !models[i].sha256.empty() && models[i].sha256 == models[j].sha256;
            if (path)
                warnings.push_back(
                    Message::of("models %1 and %2 are the same file: %3", j, i, models[i].file));
            else if (values)
                warnings.push_back(
                    Message::of("models %1 and %2 have the same U-Net: %3", j, i, models[i].file));
        }
    return warnings;
}

MergeReport merge(const MergeRecipe& recipe, const MergeOutput& output, const TaskControl& control) {
    control.checkStop();
    const auto parents = openParents(recipe);
    requireMergeable(parents, recipe.vae);
    const BlockAxis axis(parents.front()->unetConfig());
    const MergePlan plan = resolveRecipe(recipe, parents.size(), axis);
    requireFolderOf(output.path);
    requireFolderOf(output.savedRecipe);
    const unsigned threads = threadsOf(output.threads);
    const auto model = mergedModel(parents, recipe, plan, threads);

    MergeReport report;
    report.warnings = plan.warnings;
    control.report({"fingerprints", 0, 0});
    const auto hashes = fingerprints(parents, threads, control);
    MergeRecipe written = recipe;
    for (std::size_t i = 0; i < parents.size(); ++i) {
        written.models[i].file = canonicalPath(written.models[i].file);  // a recipe's files lie beside it
        written.models[i].name = parents[i]->name();
        written.models[i].sha256 = hashes[i];
        report.dropped += parents[i]->skippedTensors();
        for (auto& warning : pickleWarnings(written.models[i].file, *parents[i]))
            report.warnings.push_back(std::move(warning));
    }
    if (isVaePath(written.vae)) written.vae = canonicalPath(written.vae).string();
    report.parents = written.models;
    for (auto& warning : repeatedModels(written.models))
        report.warnings.push_back(std::move(warning));

    const MergeRecipe saved = written;
    // Folders are nobody's business who gets the model.
    for (auto& parent : written.models)
        parent.file = parent.file.filename();
    if (fs::path(written.vae).has_parent_path()) written.vae = fs::path(written.vae).filename().string();
    const ModelWriteOptions options{.metadata = {{kMetadataKey, recipeJson(written, plan, axis)}},
                                    .positionIds = true,
                                    .phase = "merge",
                                    .writeBuiltInTokenizer = writeBuiltInTokenizer};
    if (output.diffusers)
        writeDiffusersDirectory(*model, output.path, options, control);
    else
        writeSingleFile(*model, output.path, options, control);
    if (!output.savedRecipe.empty()) writeRecipe(output.savedRecipe, saved, plan, axis);
    return report;
}

}  // namespace afa
