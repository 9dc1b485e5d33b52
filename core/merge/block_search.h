#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/base/task.h"

namespace afa {

/// The second model's share: of text encoder and VAE, and of every block.
struct BlockShares {
    double base = 0;
    std::vector<double> blocks;
    bool operator==(const BlockShares&) const = default;
};

struct BlockSearchSettings {
    enum class Line {
        Linear,    ///< every candidate 0, 0.1, .., 1
        BinaryMid  ///< low, middle, high; keep the half around the best, or between two that tie; stop
                   ///< where both ends tie
    };
    Line line = Line::BinaryMid;
    bool pairs = true;   ///< INk together with OUT(last - k), the blocks of the same resolution; else singly
    int passes = 3;      ///< each starts from the result of the one before
    double start = 0.5;  ///< share of everything at the beginning: one of the candidates
};

struct BlockSearchTrial {
    BlockShares shares;
    double score = 0;  ///< the higher, the better
};

struct BlockSearchResult {
    BlockSearchTrial best;      ///< of all trials
    BlockSearchTrial combined;  ///< the arithmetic mean of the passes' results, scored too
    std::vector<BlockSearchTrial> trials;
};

/// Greedy coordinate search over block weights (autoMBW; baselines of the paper's Table 1). A pass takes the
/// base, the middle block, then the IN and OUT blocks, each at its best before the next. Scores are
/// remembered, so no shares are scored twice. Deterministic: a search that is given the trials of one that
/// was stopped goes on where that one stopped, and ends alike.
class BlockSearch {
  public:
    using Scorer = std::function<double(const BlockShares&)>;
    /// Told after each new trial, which is the last of the list.
    using Observer = std::function<void(const std::vector<BlockSearchTrial>&)>;

    /// blocks: K. Throws ConfigError for a start that is no candidate, or no passes.
    BlockSearch(const BlockSearchSettings& settings, std::size_t blocks);

    std::size_t mostTrials() const;  ///< no search scores more
    /// known: trials of a stopped search, in their order. Throws DataError for a score that is not finite,
    /// Cancelled.
    BlockSearchResult run(const Scorer& scorer, std::vector<BlockSearchTrial> known = {},
                          const Observer& observer = {}, const TaskControl& control = {}) const;

  private:
    BlockSearchSettings settings_;
    std::size_t blocks_;
};

}  // namespace afa
