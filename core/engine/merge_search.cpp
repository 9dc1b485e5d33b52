#include <algorithm>
#include <chrono>
#include <cmath>
#include <sstream>

#include "core/engine/comparison.h"
#include "core/engine/compute.h"
#include "core/engine/engine.h"
#include "core/engine/merge_search_state.h"
#include "core/engine/picture_merge_scorer.h"
#include "core/engine/validation.h"
#include "core/eval/command_scorer.h"
#include "core/io/atomic_file.h"
#include "core/io/folder_lock.h"
#include "core/io/output_folder.h"
#include "core/merge/merge.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

constexpr int kBestSide = 512;  // pixels of one picture on the sheet of the best

std::string scoreText(double value) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(9);
    text << value;
    return text.str();
}

/// One search on its way.
class Search {
  public:
    Search(const MergeSearchRequest& asked, Engine& engine, const MergeSearchEvents& events,
           const TaskControl& control)
        : engine_(engine), events_(events), control_(control) {
        if (asked.resume) {
            lock_.emplace(asked.output);
            state_ = readMergeSearchState(asked.output);
            // Scores of another precision would not compare, so what was not asked for stays as it was.
            auto& compute = state_.request.compute;
            if (asked.compute.device != ComputeSettings{}.device) compute.device = asked.compute.device;
            if (asked.compute.precision != ComputeSettings{}.precision)
                compute.precision = asked.compute.precision;
            if (asked.compute.threads != ComputeSettings{}.threads) compute.threads = asked.compute.threads;
            state_.request.resume = false;
            requireValid(state_.request);
        } else {
            state_.request = asked;
            // Found again from any folder.
            for (auto* paths : {&state_.request.models, &state_.request.data})
                for (auto& path : *paths)
                    path = fs::absolute(path);
            auto& vae = state_.request.vae;
            if (isVaePath(vae)) vae = fs::absolute(vae).string();
            refuseUsedFolder();
        }
        openModels(asked.resume);
    }

    MergeSearchResult run(MergeScorer& scorer) {
        const auto start = std::chrono::steady_clock::now();
        writeMergeSearchState(folder(), state_);
        if (events_.resumed && !state_.trials.empty()) events_.resumed(eventsOf(state_.trials));
        const auto found =
            search_->run([&](const BlockShares& shares) { return score(scorer, shares); }, state_.trials,
                         [&](const std::vector<BlockSearchTrial>& trials) { told(trials); }, control_);
        MergeSearchResult result;
        result.trials = eventsOf(found.trials);
        const auto indexOf = [&](const BlockSearchTrial& wanted) {
            const auto same = [&](const auto& trial) { return trial.shares == wanted.shares; };
            return static_cast<std::size_t>(std::find_if(found.trials.begin(), found.trials.end(), same) -
                                            found.trials.begin());
        };
        result.best = result.trials[indexOf(found.best)];
        result.mean = result.trials[indexOf(found.combined)];
        result.blocks = axis_->names();
        result.recipe = folder() / "recipe.json";
        result.meanRecipe = folder() / "mean-recipe.json";
        result.scores = folder() / "scores.csv";
        writeRecipeOf(result.recipe, found.best.shares);
        writeRecipeOf(result.meanRecipe, found.combined.shares);
        writeScores(found.trials);
        if (std::error_code ec; fs::exists(folder() / "best.png", ec)) result.picture = folder() / "best.png";
        result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return result;
    }

    const MergeSearchRequest& request() const { return state_.request; }

  private:
    const fs::path& folder() const { return state_.request.output; }

    void refuseUsedFolder() {
        requireFolder(folder());
        lock_.emplace(folder());
        for (const char* name : {"search.json", "recipe.json", "mean-recipe.json", "scores.csv", "best.png"})
            if (std::error_code ec; fs::exists(folder() / name, ec))
                throw ConfigError(Message::of(
                    "%1: holds %2 already; go on with the search there with %3, or name another folder",
                    folder(), name, Option{"resume"}));
    }

    void openModels(bool resumed) {
        auto& request = state_.request;
        recipe_.method = MergeMethod::BlockWeighted;
        recipe_.vae = request.vae;
        for (const auto& path : request.models)
            recipe_.models.push_back({.file = path});
        const auto parents = openParents(recipe_);
        requireMergeable(parents, request.vae);
        axis_.emplace(parents.front()->unetConfig());
        BlockSearchSettings settings;
        settings.line = request.line == "linear" ? BlockSearchSettings::Line::Linear
                                                 : BlockSearchSettings::Line::BinaryMid;
        settings.pairs = request.pairs;
        settings.passes = request.passes;
        settings.start = request.start;
        search_.emplace(settings, axis_->size());
        std::vector<std::string> fingerprints;
        for (std::size_t i = 0; i < parents.size(); ++i) {
            fingerprints.push_back(parents[i]->fingerprint(control_));
            recipe_.models[i].name = parents[i]->name();
            recipe_.models[i].sha256 = fingerprints.back();
        }
        for (const auto& warning : repeatedModels(recipe_.models))
            if (events_.warning) events_.warning(warning);
        if (resumed && fingerprints != state_.fingerprints)
            throw ConfigError(
                Message::of("%1: the search was started with other models than lie at %2 and %3 now; put "
                            "those back, or start a new search",
                            mergeSearchStatePath(folder()), request.models[0], request.models[1]));
        for (const auto& trial : state_.trials)
            if (trial.shares.blocks.size() != axis_->size())
                throw FileError(Message::of("%1: trials: expected shares of %2 blocks, found %3",
                                            mergeSearchStatePath(folder()), axis_->size(),
                                            trial.shares.blocks.size()));
        state_.fingerprints = std::move(fingerprints);
    }

    MergeRecipe recipeOf(const BlockShares& shares) const {
        MergeRecipe recipe = recipe_;
        recipe.base = {shares.base};
        recipe.blocks = shares.blocks;
        return recipe;
    }

    double score(MergeScorer& scorer, const BlockShares& shares) {
        const auto recipe = recipeOf(shares);
        lastRecipe_ = recipeJson(recipe, resolveRecipe(recipe, 2, *axis_), *axis_);
        auto score = scorer.score(lastRecipe_, control_);
        if (!std::isfinite(score.value))
            throw DataError(
                Message::of("the merge could not be scored: expected a finite number; the pictures or the "
                            "models are damaged"));
        pictures_ = std::move(score.pictures);
        return score.value;
    }

    static std::size_t bestOf(const std::vector<BlockSearchTrial>& trials, std::size_t count) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < count; ++i)
            if (trials[i].score > trials[best].score) best = i;
        return best;
    }

    MergeSearchTrial event(const std::vector<BlockSearchTrial>& trials, std::size_t index) const {
        const auto best = bestOf(trials, index + 1);
        return {.trial = index + 1,
                .atMost = search_->mostTrials(),
                .score = trials[index].score,
                .baseShare = trials[index].shares.base,
                .blockShares = trials[index].shares.blocks,
                .bestScore = trials[best].score,
                .bestTrial = best + 1,
                .bestPictures = {}};
    }

    std::vector<MergeSearchTrial> eventsOf(const std::vector<BlockSearchTrial>& trials) const {
        std::vector<MergeSearchTrial> events;
        for (std::size_t i = 0; i < trials.size(); ++i)
            events.push_back(event(trials, i));
        return events;
    }

    /// After a trial that was not known before. What it brought is on disk before anybody is told.
    void told(const std::vector<BlockSearchTrial>& trials) {
        auto trial = event(trials, trials.size() - 1);
        if (trial.bestTrial == trial.trial) {
            showBest(trial);
            writeRecipeOf(folder() / "recipe.json", trials.back().shares);
        }
        writeScores(trials);
        // Last: after a kill before this line the trial is made again, and all files with it.
        state_.trials = trials;
        writeMergeSearchState(folder(), state_);
        if (events_.trial) events_.trial(trial);
    }

    void showBest(MergeSearchTrial& trial) {
        const auto& request = state_.request;
        if (request.prompts.empty()) return;
        const bool scored = !pictures_.empty();
        if (!scored)
            pictures_ = picturesOfMerge(engine_, request, lastRecipe_, request.prompts.front(), 1, control_);
        ComparisonSheet sheet;
        sheet.title = "trial " + std::to_string(trial.trial) + ", score " + scoreText(trial.score);
        sheet.note = recipe_.models[0].name + " + " + recipe_.models[1].name;
        const std::size_t columns = scored ? static_cast<std::size_t>(request.seeds) : 1;
        for (std::size_t i = 0; i < pictures_.size(); ++i) {
            if (i % columns == 0)
                sheet.rows.push_back({.caption = request.prompts[i / columns], .cells = {}});
            sheet.rows.back().cells.push_back(
                {pictures_[i], "seed " + std::to_string(request.seed + i % columns)});
        }
        const auto widest = std::max(pictures_.front().width, pictures_.front().height);
        const auto most = static_cast<int>(std::sqrt(50e6 / static_cast<double>(pictures_.size())));
        const int side = std::clamp(most, 16, kBestSide);
        writeComparisonSheet(folder() / "best.png", sheet, widest > side ? side : 0);
        trial.bestPictures = std::move(pictures_);
    }

    void writeRecipeOf(const fs::path& target, const BlockShares& shares) const {
        const auto recipe = recipeOf(shares);
        writeRecipe(target, recipe, resolveRecipe(recipe, 2, *axis_), *axis_);
    }

    /// The curve of scores: a row per trial.
    void writeScores(const std::vector<BlockSearchTrial>& trials) const {
        std::ostringstream rows;
        rows.imbue(std::locale::classic());
        rows << "trial,score,best,base";
        for (const auto& name : axis_->names())
            rows << "," << name;
        rows << "\n";
        double best = -std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < trials.size(); ++i) {
            best = std::max(best, trials[i].score);
            rows << i + 1 << "," << scoreText(trials[i].score) << "," << scoreText(best) << ","
                 << scoreText(trials[i].shares.base);
            for (const double share : trials[i].shares.blocks)
                rows << "," << scoreText(share);
            rows << "\n";
        }
        AtomicFile file(folder() / "scores.csv");
        file.write(rows.str());
        file.commit();
    }

    Engine& engine_;
    const MergeSearchEvents& events_;
    const TaskControl& control_;
    std::optional<FolderLock> lock_;
    MergeSearchState state_;
    MergeRecipe recipe_;
    std::optional<BlockAxis> axis_;
    std::optional<BlockSearch> search_;
    std::string lastRecipe_;
    std::vector<Image> pictures_;  ///< of the trial that was scored last
};

}  // namespace

MergeSearchResult Engine::searchMerge(const MergeSearchRequest& request, const MergeSearchEvents& events,
                                      const TaskControl& control) {
    requireValid(request);
    Search search(request, *this, events, control);
    const auto& settled = search.request();
    std::unique_ptr<MergeScorer> scorer;
    if (settled.scorerCommand.empty())
        scorer = compute().denoisingScorer(settled, {.warning = events.warning}, control);
    else
        scorer = std::make_unique<PictureMergeScorer>(
            settled, *this,
            std::make_unique<CommandScorer>(
                settled.scorerCommand, std::chrono::duration<double>(settled.scorerTimeout), settled.output));
    return search.run(*scorer);
}

}  // namespace afa
