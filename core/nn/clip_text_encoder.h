#pragma once
#include <memory>

#include "core/tensor/convert.h"

namespace afa {

/// CLIP text encoder (transformers models/clip/modeling_clip.py CLIPTextModel): the last layer's state after
/// the final layer norm.
class ClipTextEncoder {
  public:
    ClipTextEncoder(const ClipTextConfig& config, const PartReader& part, const Placement& placement,
                    TensorPool& pool);
    ~ClipTextEncoder();
    const ClipTextConfig& config() const;
    /// ids [B, L] int64, L <= maxPositions -> [B, L, D] in the compute type.
    torch::Tensor forward(const torch::Tensor& ids) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace afa
