#pragma once
#include <string>
#include <vector>

#include "core/io/checkpoint.h"

namespace afa {

/// What a file's tensor names say it is, where that is no Stable Diffusion 1.x model.
struct ModelFamily {
    std::string kind;          ///< "lora", "controlnet", "embedding", or "" for a base model
    std::string architecture;  ///< "sd2", "sdxl", "unknown", .. (ProbeResult)
    Message name;              ///< for messages: "a LoRA", "SDXL"
};
std::optional<ModelFamily> foreignFamily(const std::vector<TensorInfo>& tensors);

/// The tensors of some files, sorted by the model part they belong to; names as diffusers has them.
struct SortedParts {
    std::optional<PartReader> parts[3];
    std::size_t skipped = 0;  ///< EMA copies, training leftovers, known buffers
    bool ldmNames = false;    ///< some part came under LDM's names
};

/// A single file: LDM names, diffusers names under `unet.` and so on, or one part alone.
SortedParts sortSingleFile(std::shared_ptr<const TensorFile> file);
/// Files (shards) that hold `part` and nothing else.
PartReader sortPartFiles(ModelPart part, const std::string& description,
                         const std::vector<std::shared_ptr<const TensorFile>>& files, std::size_t& skipped);

}  // namespace afa
