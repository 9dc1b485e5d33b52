#include "core/merge/block_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include "core/base/error.h"

namespace afa {
namespace {

constexpr int kCandidates = 11;  // 0, 0.1, .., 1
constexpr int kHighest = kCandidates - 1;

double candidate(int index) {
    return index / 10.0;
}

/// A part of the candidates that binary-mid still looks at, both ends included.
struct Window {
    int low = 0, high = kHighest;
    int middle() const { return (low + high) / 2; }
    std::array<int, 3> points() const { return {low, middle(), high}; }
    /// The half around the best of the three points.
    Window around(int best) const {
        if (best == middle()) return {(low + middle() + 1) / 2, (middle() + high) / 2};
        return best == low ? Window{low, middle()} : Window{middle(), high};
    }
    bool isDone() const { return high - low < 2; }  ///< there is nothing between its ends
};

/// How many candidates one line search may score at most, whatever the scores.
std::size_t mostBinaryMid(const Window& window, std::set<int> scored) {
    const auto points = window.points();
    scored.insert(points.begin(), points.end());
    std::size_t most = scored.size();
    if (window.isDone()) return most;
    for (const int best : points)
        most = std::max(most, mostBinaryMid(window.around(best), scored));
    return most;
}

/// What is set together: the base, or one or two blocks.
struct Coordinate {
    bool base = false;
    std::vector<std::size_t> blocks;
    void set(BlockShares& shares, double share) const {
        if (base) shares.base = share;
        for (const std::size_t block : blocks)
            shares.blocks[block] = share;
    }
};

std::vector<Coordinate> coordinates(const BlockSearchSettings& settings, std::size_t blocks) {
    const std::size_t middle = blocks / 2;
    std::vector<Coordinate> order{{.base = true}, {.blocks = {middle}}};
    for (std::size_t k = 0; k < middle; ++k) {
        if (settings.pairs)
            order.push_back({.blocks = {k, blocks - 1 - k}});
        else
            order.push_back({.blocks = {k}});
    }
    if (!settings.pairs)
        for (std::size_t k = middle + 1; k < blocks; ++k)
            order.push_back({.blocks = {k}});
    return order;
}

/// One search on its way.
class Run {
  public:
    Run(const BlockSearchSettings& settings, const BlockSearch::Scorer& scorer,
        std::vector<BlockSearchTrial> known, const BlockSearch::Observer& observer,
        const TaskControl& control)
        : settings_(settings),
          scorer_(scorer),
          known_(std::move(known)),
          observer_(observer),
          control_(control) {}

    BlockSearchResult search(std::size_t blocks) {
        BlockShares shares{settings_.start, std::vector<double>(blocks, settings_.start)};
        BlockShares sum{0, std::vector<double>(blocks, 0.0)};
        for (int pass = 0; pass < settings_.passes; ++pass) {
            for (const auto& coordinate : coordinates(settings_, blocks))
                coordinate.set(shares, candidate(bestOf(coordinate, shares)));
            sum.base += shares.base;
            for (std::size_t i = 0; i < blocks; ++i)
                sum.blocks[i] += shares.blocks[i];
        }
        sum.base /= settings_.passes;
        for (double& share : sum.blocks)
            share /= settings_.passes;
        BlockSearchResult result;
        result.combined = {sum, score(sum)};
        result.best = *std::max_element(trials_.begin(), trials_.end(), [](const auto& a, const auto& b) {
            return a.score < b.score;  // of equals the first
        });
        result.trials = std::move(trials_);
        return result;
    }

  private:
    double score(const BlockShares& shares) {
        const auto same = [&](const BlockSearchTrial& trial) { return trial.shares == shares; };
        const auto done = std::find_if(trials_.begin(), trials_.end(), same);
        if (done != trials_.end()) return done->score;
        control_.checkStop();
        const auto before = std::find_if(known_.begin(), known_.end(), same);
        const bool isNew = before == known_.end();
        trials_.push_back({shares, isNew ? scorer_(shares) : before->score});
        if (!std::isfinite(trials_.back().score)) {
            trials_.pop_back();
            throw DataError(Message::of("the scorer of a block weight search: expected a finite number"));
        }
        if (isNew && observer_) observer_(trials_);
        return trials_.back().score;
    }

    double scoreAt(const Coordinate& coordinate, BlockShares shares, int index) {
        coordinate.set(shares, candidate(index));
        return score(shares);
    }

    /// Index of the best candidate; of equals the lowest.
    int bestOf(const Coordinate& coordinate, const BlockShares& shares) {
        if (settings_.line == BlockSearchSettings::Line::Linear) {
            int best = 0;
            for (int i = 1; i < kCandidates; ++i)
                if (scoreAt(coordinate, shares, i) > scoreAt(coordinate, shares, best)) best = i;
            return best;
        }
        for (Window window;;) {
            int best = window.low;
            for (const int point : window.points())
                if (scoreAt(coordinate, shares, point) > scoreAt(coordinate, shares, best)) best = point;
            const double highest = scoreAt(coordinate, shares, best);
            const bool middle = scoreAt(coordinate, shares, window.middle()) == highest;
            const bool high = scoreAt(coordinate, shares, window.high) == highest;
            // The middle and one end alike: the best may lie between them. Both ends alike: no half is
            // better.
            const bool ends = best == window.low && high;
            if (window.isDone() || ends) return best;
            if (best == window.low && middle)
                window = {window.low, window.middle()};
            else if (best == window.middle() && high)
                window = {window.middle(), window.high};
            else
                window = window.around(best);
        }
    }

    const BlockSearchSettings& settings_;
    const BlockSearch::Scorer& scorer_;
    std::vector<BlockSearchTrial> known_, trials_;
    const BlockSearch::Observer& observer_;
    const TaskControl& control_;
};

}  // namespace

BlockSearch::BlockSearch(const BlockSearchSettings& settings, std::size_t blocks)
    : settings_(settings), blocks_(blocks) {
    const double tenths = settings.start * kHighest;
    if (!(std::abs(tenths - std::round(tenths)) < 1e-9) || tenths < -0.5 || tenths > kHighest + 0.5)
        throw ConfigError(Message::of("a block weight search starts at one of 0, 0.1, .., 1, found %1",
                                      std::to_string(settings.start)));
    settings_.start = candidate(static_cast<int>(std::lround(tenths)));
    if (settings.passes < 1)
        throw ConfigError(
            Message::of("a block weight search: expected 1 or more passes, found %1", settings.passes));
}

std::size_t BlockSearch::mostTrials() const {
    const std::size_t line =
        settings_.line == BlockSearchSettings::Line::Linear ? kCandidates : mostBinaryMid({}, {});
    // One more for the combination of the passes.
    return static_cast<std::size_t>(settings_.passes) * coordinates(settings_, blocks_).size() * line + 1;
}

BlockSearchResult BlockSearch::run(const Scorer& scorer, std::vector<BlockSearchTrial> known,
                                   const Observer& observer, const TaskControl& control) const {
    return Run(settings_, scorer, std::move(known), observer, control).search(blocks_);
}

}  // namespace afa
