#include "core/diffusion/noise_source.h"

#include <ATen/CPUGeneratorImpl.h>

namespace afa {

NoiseSource::NoiseSource(std::uint64_t seed) : generator_(at::detail::createCPUGenerator(seed)) {}

torch::Tensor NoiseSource::draw(torch::IntArrayRef shape) {
    return torch::randn(shape, generator_, torch::TensorOptions(torch::kFloat32));
}

}  // namespace afa
