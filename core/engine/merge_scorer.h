#pragma once
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/task.h"

namespace afa {

/// How good a merge is, and what was seen of it.
struct MergeScore {
    double value = 0;  ///< the higher, the better
    std::vector<Image> pictures;
};

/// Judges the merges that a search tries; each kind of judgement is one such class.
class MergeScorer {
  public:
    virtual ~MergeScorer() = default;
    /// recipe: JSON (core/merge/recipe.h) for the search's models. Throws DataError where there is no score,
    /// else as Engine::generate() does.
    virtual MergeScore score(const std::string& recipe, const TaskControl& control) = 0;
};

}  // namespace afa
