#pragma once
#include <cmath>
#include <cstdint>
#include <string>

#include "core/tensor/torch.h"

// Values that Python (tests/goldens/hashed.py) and C++ compute alike from a name, so that goldens need no
// stored weights.
namespace afa::test {

/// The 32-bit finaliser of MurmurHash3.
inline std::uint32_t mixBits(std::uint32_t x) {
    x ^= x >> 16;
    x *= 0x85EBCA6Bu;
    x ^= x >> 13;
    x *= 0xC2B2AE35u;
    return x ^ (x >> 16);
}

/// Uniform in [-scale, scale): the top 24 bits of a hash of (name, index).
inline torch::Tensor hashed(const std::string& name, torch::IntArrayRef shape, double scale = 1) {
    std::uint32_t seed = 2166136261u;  // FNV-1a
    for (const char byte : name)
        seed = (seed ^ static_cast<unsigned char>(byte)) * 16777619u;
    auto values = torch::empty(shape, torch::kFloat32);
    float* out = values.data_ptr<float>();
    for (std::int64_t i = 0; i < values.numel(); ++i) {
        const std::uint32_t bits = mixBits(static_cast<std::uint32_t>(i) * 0x9E3779B9u + seed);
        out[i] = (static_cast<float>(bits >> 8) * 0x1p-23f - 1.0f) * static_cast<float>(scale);
    }
    return values;
}

/// A network's parameter: norm weights near 1, biases small, matrices so that activations keep their size.
inline torch::Tensor hashedParameter(const std::string& prefix, const std::string& name,
                                     torch::IntArrayRef shape, double scale = 1) {
    if (shape.size() == 1) {
        auto values = hashed(prefix + name, shape, 0.1 * scale);
        return name.ends_with("weight") ? values.add_(1) : values;
    }
    std::int64_t fanIn = 1;
    for (std::size_t i = 1; i < shape.size(); ++i)
        fanIn *= shape[i];
    return hashed(prefix + name, shape, scale * std::sqrt(3.0 / static_cast<double>(fanIn)));
}

}  // namespace afa::test
