// Times the ways to compute attention (core/nn/attention.h) at the sizes of the demo models and of SD 1.5 and
// prints fused / plain and fused / sliced, forward and forward + backward: what attention.cpp's choice stands
// on.
//     build/<preset>/bin/bench_attention
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <limits>

#include "core/nn/attention.h"

namespace {

struct Size {
    std::int64_t heads, width, queries, keys;
};
constexpr Size kSizes[] = {
    {2, 24, 256, 256},   {2, 24, 256, 77},  {2, 32, 256, 256},   {2, 32, 256, 77},    {2, 32, 64, 64},
    {2, 32, 64, 77},     {2, 32, 16, 16},   {2, 32, 16, 77},     {2, 32, 1024, 1024}, {2, 32, 4096, 77},
    {8, 40, 4096, 4096}, {8, 40, 4096, 77}, {8, 80, 1024, 1024}, {8, 80, 1024, 77},   {8, 160, 256, 256},
    {8, 160, 256, 77},   {8, 160, 64, 64},
};
constexpr std::int64_t kBatch = 2;

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The fastest run of each, taken in turns: a busy machine slows both alike.
double ratio(const std::function<void()>& a, const std::function<void()>& b) {
    double bestA = std::numeric_limits<double>::infinity(), bestB = bestA, spent = 0;
    constexpr double kBudget = 1.0;  // seconds
    for (int i = 0; i < 200 && (i < 3 || spent < kBudget); ++i) {
        const double ta = seconds(a), tb = seconds(b);
        bestA = std::min(bestA, ta);
        bestB = std::min(bestB, tb);
        spent += ta + tb;
    }
    return bestA / bestB;
}

using Attention = torch::Tensor (*)(const torch::Tensor&, const torch::Tensor&, const torch::Tensor&);

/// Time of ATen's fused kernel / time of `other`.
double compare(const Size& size, torch::Dtype dtype, bool gradient, Attention other) {
    const auto tensor = [&](std::int64_t length) {
        return torch::randn({kBatch, length, size.heads, size.width})
            .to(dtype)
            .transpose(1, 2)
            .requires_grad_(gradient);
    };
    const auto q = tensor(size.queries), k = tensor(size.keys), v = tensor(size.keys);
    const auto timed = [&](auto attention) {
        return std::function<void()>([=] {
            const at::AutoGradMode mode(gradient);
            const auto y = attention(q, k, v);
            if (gradient) torch::autograd::grad({y.sum()}, {q, k, v});
        });
    };
    return ratio(timed([](const auto& a, const auto& b, const auto& c) {
                     return at::scaled_dot_product_attention(a, b, c);
                 }),
                 timed(other));
}

}  // namespace

int main() {
    std::printf("heads x width, queries x keys: fused / plain, fused / sliced; %d threads\n",
                torch::get_num_threads());
    std::printf("%-19s %23s %23s %23s %23s\n", "", "fp32 fwd", "fp32 fwd+bwd", "bf16 fwd", "bf16 fwd+bwd");
    for (const auto& size : kSizes) {
        std::printf("%2d x %-3d %5d x %-5d", static_cast<int>(size.heads), static_cast<int>(size.width),
                    static_cast<int>(size.queries), static_cast<int>(size.keys));
        for (const auto dtype : {torch::kFloat32, torch::kBFloat16})
            for (const bool gradient : {false, true})
                for (const Attention other : {afa::plainAttention, afa::slicedAttention})
                    std::printf("  %10.2f", compare(size, dtype, gradient, other));
        std::printf("\n");
        std::fflush(stdout);
    }
}
