#pragma once
#include <string>

#include "core/tensor/torch.h"

namespace afa {

/// A compute type as requests and metadata spell it.
inline std::string precisionName(torch::Dtype dtype) {
    return dtype == torch::kFloat32 ? "fp32" : dtype == torch::kBFloat16 ? "bf16" : "fp16";
}

}  // namespace afa
