#pragma once
#include <cstdint>

#include "core/tensor/torch.h"

namespace afa {

/// One picture's randomness: a CPU generator seeded with the picture's seed; draws in fp32, in the order
/// torch.Generator("cpu").manual_seed(seed) gives elsewhere (method.md 4).
class NoiseSource {
  public:
    explicit NoiseSource(std::uint64_t seed);
    torch::Tensor draw(torch::IntArrayRef shape);  ///< standard normal, fp32, CPU

  private:
    torch::Generator generator_;
};

}  // namespace afa
