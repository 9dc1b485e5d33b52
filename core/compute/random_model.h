#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/io/checkpoint.h"

namespace afa {

/// A model part with random fp16 weights, for benchmarks at sizes no checkpoint is at hand for: values N(0,
/// 0.02), norm weights 1. All tensors are windows into one random buffer, so it costs as much memory as its
/// largest tensor; another `seed` gives other values.
PartReader randomPart(const std::string& description, const std::vector<ExpectedTensor>& tensors,
                      std::uint64_t seed);

}  // namespace afa
