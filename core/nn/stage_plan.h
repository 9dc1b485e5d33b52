#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/nn/unet.h"

namespace afa {

/// A StagePlanEntry with what is needed to build the stage from a checkpoint.
struct StageSpec {
    enum class Kind { ConvIn, DownLayer, Downsampler, Mid, UpLayer };
    StagePlanEntry entry;
    Kind kind = Kind::ConvIn;
    std::string block;               ///< "down_blocks.1", "mid_block", "up_blocks.0"; empty for conv_in
    std::int64_t layer = 0;          ///< index inside the block
    std::int64_t inChannels = 0;     ///< of x, without the skip
    std::int64_t blockChannels = 0;  ///< channels of the resnet's output
    std::int64_t heads = 0;          ///< 0: no attention
    bool upsampler = false;          ///< an up block's last layer ends with it
    bool last = false;               ///< stage K ends with conv_norm_out, SiLU, conv_out
};

std::vector<StageSpec> stageSpecs(const UNetConfig& config);

}  // namespace afa
