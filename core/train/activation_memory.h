#pragma once
#include <cstdint>
#include <vector>

#include "core/nn/unet.h"

namespace afa {

/// About how many bytes plain training (without checkpointing) keeps for the way back: measured per layer and
/// position (see the .cpp), within a third of what a run really takes. elementSize: of the compute type.
std::uint64_t activationBytes(const std::vector<StagePlanEntry>& stages, const UNetConfig& config,
                              std::int64_t models, std::int64_t batch, std::int64_t latentHeight,
                              std::int64_t latentWidth, std::size_t elementSize);

}  // namespace afa
