#pragma once
#include <vector>

#include "core/base/task.h"
#include "core/io/checkpoint.h"

namespace afa {

inline constexpr double kSameWeightsCosine = 0.9999;  ///< above it two models are the same (method.md 5)

/// cosine[i][j] between all weights of the U-Nets i and j, each read as one long vector, tensor by tensor, so
/// that one tensor of each is in memory. The parts hold the same names and shapes.
std::vector<std::vector<double>> weightCosines(const std::vector<const PartReader*>& unets,
                                               const TaskControl& control = {});

}  // namespace afa
