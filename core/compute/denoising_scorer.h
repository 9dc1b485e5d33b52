#pragma once
#include <memory>

#include "core/compute/model_cache.h"
#include "core/engine/engine.h"
#include "core/engine/merge_scorer.h"

namespace afa {

/// Scores merges by the mean squared error of the noise they predict on captioned pictures, negated.
/// Pictures, noise and latents (of the first model's VAE, or the one the recipes name) are the same for every
/// merge; texts go through the merge's own text encoder. Throws as Engine::screen() does.
std::unique_ptr<MergeScorer> makeDenoisingScorer(const MergeSearchRequest& request, ModelCache& cache,
                                                 const EvaluationEvents& events, const TaskControl& control);

}  // namespace afa
