// Which attention runs: time of the fused kernel / time of plain matmul + softmax, batch 2, one thread of a
// Sapphire Rapids Xeon with AMX, libtorch 2.15 (the fastest of many runs in turns;
// tests/bench/bench_attention measures it anew).
//   heads x width, queries x keys   fp32 fwd   fp32 fwd+bwd   bf16 fwd   bf16 fwd+bwd
//     2 x 24      256 x 256           0.77         0.79          0.62        1.85
//     2 x 24      256 x 77            1.27         1.06          0.75        2.37
//     2 x 32      256 x 256           0.77         0.79          0.59        1.67
//     2 x 32      256 x 77            1.31         1.02          0.75        1.92
//     2 x 32       64 x 64            0.73         0.74          0.43        1.66
//     2 x 32     1024 x 1024          0.36         0.39          0.21        0.66
//     8 x 40     4096 x 4096          0.24           -           0.24          -
//     8 x 40     4096 x 77            1.06           -           0.79          -
//     8 x 80     1024 x 1024          0.52         0.50          0.40        0.75
//     8 x 80     1024 x 77            0.94         1.13          0.84        1.51
//     8 x 160     256 x 256           0.85         1.01          0.58        1.41
//     8 x 160     256 x 77            0.93         1.30          0.71        2.64
// So forward is fused but for fp32 with narrow heads and the few keys of a text; backward in bf16 is plain
// for few tokens, with the fused forward kept.
//
// The fused kernel multiplies bf16 by MKL, which only on Intel's processors does so natively and else by way
// of fp32; oneDNN, behind at::mm, uses AVX512-BF16 on all. Two threads of an AMD EPYC with AVX512-BF16, batch
// 2, bf16, milliseconds:
//                                 fused   sliced
//     2 x 32       64 x 64         0.04     0.06   (one slice)
//     2 x 32      256 x 256        0.30     0.19   (one slice)
//     8 x 40     4096 x 4096     264      118
//     8 x 40     4096 x 77         8.5      6.6    (one slice)
//     8 x 80     1024 x 1024      28       12
//     8 x 160      64 x 64         0.37     0.18   (one slice)
//     1 x 512    4096 x 4096     153       42      (batch 1: the VAE's)
// Sliced scores are rounded to bf16. In attention alone that is 1% where fused has 0.2%; in the noise that a
// whole U-Net predicts it does not show beside bf16's other rounding (1.0% either way on the demo models).
#include "core/nn/attention.h"

#include <algorithm>
#include <cmath>

#include "core/nn/layers.h"

namespace afa {
namespace {

constexpr std::int64_t kShortContext = 128;      // keys; the 77 tokens of a text and what is near
constexpr std::int64_t kNarrowHead = 64;         // channels of a head
constexpr std::int64_t kPlainScores = 16 << 20;  // elements, 64 MB in fp32: what the plain way may allocate
constexpr std::int64_t kPlainGradient = 256 * 256;  // queries x keys up to which the fused gradient is slower
constexpr std::int64_t kSliceScores = 2 << 20;      // of one thread at a time: 4 MB in bf16
constexpr std::int64_t kSlicedWork = 2 << 20;       // multiplications of one picture's scores worth it
constexpr std::int64_t kOneSlice = 4 << 20;         // scores of one picture that need no slices

/// Whether oneDNN multiplies bf16 natively and MKL does not.
bool onlyOneDnnHasBfloat16() {
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx512bf16") != 0 && __builtin_cpu_is("intel") == 0;
#else
    return false;
#endif
}

double scaleOf(const torch::Tensor& q) {
    return 1 / std::sqrt(static_cast<double>(q.size(-1)));
}

bool isHalf(const torch::Tensor& x) {
    return x.scalar_type() == torch::kBFloat16 || x.scalar_type() == torch::kFloat16;
}

torch::Tensor probabilities(const torch::Tensor& q, const torch::Tensor& k) {
    return at::softmax(at::matmul(q * scaleOf(q), k.transpose(-1, -2)), -1);
}

/// [B, H, L, d] -> [B H, L, d], contiguous.
torch::Tensor flatHeads(const torch::Tensor& x) {
    return x.reshape({-1, x.size(2), x.size(3)}).contiguous();
}

std::int64_t sliceRows(const torch::Tensor& q, const torch::Tensor& k) {
    return std::clamp<std::int64_t>(kSliceScores / k.size(1), 1, q.size(1));
}

/// q [B H, Lq, d], k, v [B H, Lk, d]: a slice of one head's queries is one thread's work.
torch::Tensor slicedForward(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                            std::int64_t heads) {
    const torch::NoGradGuard noGrad;
    if (heads * q.size(1) * k.size(1) <= kOneSlice) return at::bmm(probabilities(q, k), v);
    const auto scaled = q * scaleOf(q);
    const auto keys = k.transpose(1, 2);
    auto y = torch::empty({q.size(0), q.size(1), v.size(2)}, q.options());
    const auto rows = sliceRows(q, k), slices = (q.size(1) + rows - 1) / rows;
    at::parallel_for(0, q.size(0) * slices, 1, [&](std::int64_t begin, std::int64_t end) {
        const torch::NoGradGuard noGradHere;
        for (auto i = begin; i < end; ++i) {
            const auto head = i / slices, first = i % slices * rows;
            const auto count = std::min(rows, q.size(1) - first);
            const auto p = at::softmax(at::mm(scaled[head].narrow(0, first, count), keys[head]), -1);
            auto part = y[head].narrow(0, first, count);
            at::mm_out(part, p, v[head]);
        }
    });
    return y;
}

/// Fast values with the plain way's gradient, from probabilities computed again, slice by slice: nothing but
/// the inputs is kept.
template <bool sliced>
struct PlainGradient : torch::autograd::Function<PlainGradient<sliced>> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& q,
                                 const torch::Tensor& k, const torch::Tensor& v) {
        context->save_for_backward({q, k, v});
        if constexpr (sliced)
            return slicedForward(flatHeads(q), flatHeads(k), flatHeads(v), q.size(1))
                .view({q.size(0), q.size(1), q.size(2), v.size(3)});
        return at::scaled_dot_product_attention(q, k, v);
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const auto q = flatHeads(saved[0]), k = flatHeads(saved[1]), v = flatHeads(saved[2]);
        const auto dy = flatHeads(gradients[0]);
        const double scale = scaleOf(q);
        const auto rows = std::max<std::int64_t>(1, kOneSlice / (saved[0].size(1) * k.size(1)));
        auto dq = torch::empty_like(q);
        torch::Tensor dk, dv;  // sums over slices in fp32
        const auto add = [](torch::Tensor& sum, const torch::Tensor& part) {
            sum = sum.defined() ? sum.to(torch::kFloat32).add_(part) : part;
        };
        for (std::int64_t first = 0; first < q.size(1); first += rows) {
            const auto count = std::min(rows, q.size(1) - first);
            const auto slice = q.narrow(1, first, count), out = dy.narrow(1, first, count);
            const auto p = probabilities(slice, k);
            const auto dp = at::bmm(out, v.transpose(1, 2));
            const auto ds = at::_softmax_backward_data(dp, p, -1, p.scalar_type());
            dq.narrow(1, first, count).copy_(at::bmm(ds, k) * scale);
            add(dk, at::bmm(ds.transpose(1, 2), slice) * scale);
            add(dv, at::bmm(p.transpose(1, 2), out));
        }
        return {dq.view(saved[0].sizes()), dk.to(k.scalar_type()).view(saved[1].sizes()),
                dv.to(v.scalar_type()).view(saved[2].sizes())};
    }
};

bool wantsGradient(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    return at::GradMode::is_enabled() && (q.requires_grad() || k.requires_grad() || v.requires_grad());
}

}  // namespace

torch::Tensor plainAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    return at::matmul(probabilities(q, k), v);
}

torch::Tensor fusedAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                             bool causal) {
    if (!causal && q.is_cpu() && isHalf(q) && q.size(2) * k.size(2) <= kPlainGradient &&
        wantsGradient(q, k, v))
        return PlainGradient<false>::apply(q, k, v);
    return at::scaled_dot_product_attention(q, k, v, {}, 0.0, causal);
}

torch::Tensor slicedAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    return PlainGradient<true>::apply(q, k, v);
}

bool slicedAttentionIsFaster(const torch::Tensor& q, const torch::Tensor& k) {
    static const bool possible = onlyOneDnnHasBfloat16();
    return possible && q.is_cpu() && q.scalar_type() == torch::kBFloat16 &&
           q.size(1) * q.size(2) * k.size(2) * q.size(3) >= kSlicedWork;
}

bool plainAttentionIsFaster(const torch::Tensor& q, const torch::Tensor& k) {
    return q.is_cpu() && q.scalar_type() == torch::kFloat32 && k.size(2) <= kShortContext &&
           q.size(2) >= k.size(2) && q.size(3) <= kNarrowHead &&
           q.size(0) * q.size(1) * q.size(2) * k.size(2) <= kPlainScores;
}

torch::Tensor attention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                        std::int64_t heads, bool causal) {
    const auto split = [heads](const torch::Tensor& x) {
        return x.view({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);  // [B, H, L, d]
    };
    const auto a = split(q), b = split(k), c = split(v);
    const auto y = causal                          ? fusedAttention(a, b, c, true)
                   : plainAttentionIsFaster(a, b)  ? plainAttention(a, b, c)
                   : slicedAttentionIsFaster(a, b) ? slicedAttention(a, b, c)
                                                   : fusedAttention(a, b, c, false);
    return y.transpose(1, 2).reshape(q.sizes());
}

}  // namespace afa
