#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/io/checkpoint.h"
#include "core/merge/recipe.h"

namespace afa {

/// The models of a merge: base checkpoints of one architecture, in the order of the recipe's weights.
using MergeParents = std::vector<std::shared_ptr<const Checkpoint>>;

/// Throws one ConfigError that lists everything in which the models disagree: parts that not all have,
/// missing or unexpected tensors, other shapes, other settings (heads, norm groups, VAE scaling). `vae` is
/// the recipe's: only a merged VAE has to agree.
void requireMergeable(const MergeParents& parents, const std::string& vae);

/// A model whose tensors are computed from the parents' when they are read, one at a time: what there is in
/// memory are the tensors in use, whatever the number of parents. It can be written (core/io/convert.h) or
/// loaded like any other. `threads`: for the arithmetic of one tensor. Throws like requireMergeable, and
/// FileError or ConfigError for the recipe's VAE.
std::shared_ptr<const Checkpoint> mergedModel(const MergeParents& parents, const MergeRecipe& recipe,
                                              const MergePlan& plan, unsigned threads);

}  // namespace afa
