#pragma once
#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/io/tensor_file.h"

// What a test reads out of a trace (`afa generate --trace`) and out of pictures.
namespace afa::test {

/// Empty where there is no such tensor.
inline std::vector<float> floats(const TensorFile& file, const std::string& name) {
    const auto index = file.find(name);
    if (!index) return {};
    const auto view = file.view(*index);
    std::vector<float> values(static_cast<std::size_t>(view.info.numel()));
    std::memcpy(values.data(), view.bytes.data(), values.size() * sizeof(float));
    return values;
}

/// Infinity where there is nothing to compare.
inline float largestDifference(const std::vector<float>& a, const std::vector<float>& b) {
    if (a.size() != b.size() || a.empty()) return INFINITY;
    float largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

inline int largestDifference(const Image& a, const Image& b) {
    if (a.width != b.width || a.height != b.height) return 255;
    int largest = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i)
        largest = std::max(largest, std::abs(int(a.rgb[i]) - int(b.rgb[i])));
    return largest;
}

/// Product of 1 - beta up to t, of SD 1.x's schedule: sqrt(beta) is linear.
inline double alphaBar(int t) {
    constexpr double kFirst = 0.00085, kLast = 0.012;
    constexpr int kSteps = 1000;
    double product = 1;
    for (int i = 0; i <= t; ++i) {
        const double root = std::sqrt(kFirst) + (std::sqrt(kLast) - std::sqrt(kFirst)) * i / (kSteps - 1);
        product *= 1 - root * root;
    }
    return product;
}

/// DDIM without eta: the state x at timestep t goes to `next`; below 0 is SD 1.x's last step (alpha of t =
/// 0).
inline double ddimStep(double x, double noise, int t, int next) {
    const double before = alphaBar(t), after = alphaBar(std::max(next, 0));
    const double x0 = (x - std::sqrt(1 - before) * noise) / std::sqrt(before);
    return std::sqrt(after) * x0 + std::sqrt(1 - after) * noise;
}

}  // namespace afa::test
