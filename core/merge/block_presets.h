#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace afa {

/// Names of the block weight presets: GRAD_V, GRAD_A, FLAT_25, .., and of each its reverse, REVERSE_<name>
/// (the same weights from the last block to the first). Source: baselines of the paper's Table 1 as the
/// merging tools of the field name them.
std::vector<std::string> blockPresetNames();
bool isBlockPreset(std::string_view name);

/// The second model's share of every block, IN00 .., M00, OUT00 ... Those that are curves follow the number
/// of blocks; those that name certain blocks (WRAP, MID12, OUT, RING) exist for 25 blocks only. Throws
/// RecipeError for another name or number.
std::vector<double> blockPreset(std::string_view name, std::size_t blocks);

}  // namespace afa
