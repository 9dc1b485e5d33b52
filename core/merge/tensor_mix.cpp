#include "core/merge/tensor_mix.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "core/base/error.h"
#include "core/io/finite.h"
#include "core/io/half.h"
#include "core/io/vector_clones.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define AFA_F16C
#include <immintrin.h>
#endif

namespace afa {
namespace {

constexpr std::size_t kChunk = 4096;            // values at a time: all buffers stay in the first-level cache
constexpr std::size_t kPerThread = 1UL << 18U;  // fewer values are not worth a thread

using Chunk = std::array<float, kChunk>;

template <typename Stored>
Stored stored(const std::byte* bytes, std::size_t i) {
    Stored value;
    std::memcpy(&value, bytes + i * sizeof(Stored), sizeof(Stored));  // files may lie unaligned
    return value;
}

AFA_VECTOR_CLONES void widenHalvesPlainly(const std::byte* bytes, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = widenHalf(stored<std::uint16_t>(bytes, i));
}
AFA_VECTOR_CLONES void roundHalvesPlainly(const float* values, std::size_t count, std::uint16_t* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = roundToHalf(values[i]);
}
#ifdef AFA_F16C
// Eight values at a time by the processor's own conversions, which are four times as fast as the loops above
// and equal them but for the bits of a NaN.
const bool hasF16c = __builtin_cpu_supports("f16c") != 0 && __builtin_cpu_supports("avx") != 0;

__attribute__((target("avx,f16c"))) std::size_t widenEights(const std::byte* bytes, std::size_t count,
                                                            float* out) {
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        __m128i halves;
        std::memcpy(&halves, bytes + i * sizeof(std::uint16_t), sizeof halves);
        _mm256_storeu_ps(out + i, _mm256_cvtph_ps(halves));
    }
    return i;
}
__attribute__((target("avx,f16c"))) std::size_t roundEights(const float* values, std::size_t count,
                                                            std::uint16_t* out) {
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        const __m128i halves = _mm256_cvtps_ph(_mm256_loadu_ps(values + i), _MM_FROUND_TO_NEAREST_INT);
        std::memcpy(out + i, &halves, sizeof halves);
    }
    return i;
}
#else
constexpr bool hasF16c = false;
std::size_t widenEights(const std::byte*, std::size_t, float*) {
    return 0;
}
std::size_t roundEights(const float*, std::size_t, std::uint16_t*) {
    return 0;
}
#endif

void widenHalves(const std::byte* bytes, std::size_t count, float* out) {
    const std::size_t done = hasF16c ? widenEights(bytes, count, out) : 0;
    widenHalvesPlainly(bytes + done * sizeof(std::uint16_t), count - done, out + done);
}
void roundHalves(const float* values, std::size_t count, std::uint16_t* out) {
    const std::size_t done = hasF16c ? roundEights(values, count, out) : 0;
    roundHalvesPlainly(values + done, count - done, out + done);
}
AFA_VECTOR_CLONES void widenBfloat16s(const std::byte* bytes, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = widenBfloat16(stored<std::uint16_t>(bytes, i));
}
AFA_VECTOR_CLONES void narrowDoubles(const std::byte* bytes, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = static_cast<float>(stored<double>(bytes, i));
}
AFA_VECTOR_CLONES void roundBfloat16s(const float* values, std::size_t count, std::uint16_t* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = roundToBfloat16(values[i]);
}
AFA_VECTOR_CLONES void scale(const float* values, float weight, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = weight * values[i];
}
AFA_VECTOR_CLONES void addScaled(const float* values, float weight, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = out[i] + weight * values[i];
}
AFA_VECTOR_CLONES void subtract(const float* values, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = out[i] - values[i];
}

void toFloats(DType type, const std::byte* bytes, std::size_t count, float* out) {
    switch (type) {
        case DType::F16:
            return widenHalves(bytes, count, out);
        case DType::BF16:
            return widenBfloat16s(bytes, count, out);
        case DType::F64:
            return narrowDoubles(bytes, count, out);
        default:
            std::memcpy(out, bytes, count * sizeof(float));
    }
}

void fromFloats(DType type, const float* values, std::size_t count, std::byte* out) {
    std::array<std::uint16_t, kChunk> halves;  // NOLINT(*-member-init): written before it is read
    switch (type) {
        case DType::F16:
            roundHalves(values, count, halves.data());
            std::memcpy(out, halves.data(), count * sizeof(std::uint16_t));
            return;
        case DType::BF16:
            roundBfloat16s(values, count, halves.data());
            std::memcpy(out, halves.data(), count * sizeof(std::uint16_t));
            return;
        case DType::F64:
            for (std::size_t i = 0; i < count; ++i) {
                const double value = values[i];
                std::memcpy(out + i * sizeof value, &value, sizeof value);
            }
            return;
        default:
            std::memcpy(out, values, count * sizeof(float));
    }
}

/// The elements [begin, end).
class Mixer {
  public:
    Mixer(MixKind kind, std::span<const TensorView> inputs, std::span<const double> weights, DType type,
          std::byte* result)
        : kind_(kind), inputs_(inputs), type_(type), result_(result) {
        for (const double weight : weights)
            weights_.push_back(static_cast<float>(weight));
    }

    /// False where a value is not finite, as it was rounded.
    bool run(std::size_t begin, std::size_t end) const {
        Chunk values, sum;
        bool finite = true;
        const std::size_t size = dtypeSize(type_);
        for (std::size_t at = begin; at < end; at += kChunk) {
            const std::size_t count = std::min(kChunk, end - at);
            if (kind_ == MixKind::Sum) {
                load(0, at, count, values);
                scale(values.data(), weights_[0], count, sum.data());
                for (std::size_t i = 1; i < inputs_.size(); ++i) {
                    load(i, at, count, values);
                    addScaled(values.data(), weights_[i], count, sum.data());
                }
            } else {
                Chunk difference;
                load(1, at, count, difference);
                load(2, at, count, values);
                subtract(values.data(), count, difference.data());
                load(0, at, count, sum);
                addScaled(difference.data(), weights_[0], count, sum.data());
            }
            fromFloats(type_, sum.data(), count, result_ + at * size);
            finite = allFinite(type_, {result_ + at * size, count * size}) && finite;
        }
        return finite;
    }

  private:
    void load(std::size_t input, std::size_t at, std::size_t count, Chunk& out) const {
        const TensorView& view = inputs_[input];
        toFloats(view.info.dtype, view.bytes.data() + at * dtypeSize(view.info.dtype), count, out.data());
    }

    MixKind kind_;
    std::span<const TensorView> inputs_;
    std::vector<float> weights_;
    DType type_;
    std::byte* result_;
};

void check(MixKind kind, std::span<const TensorView> inputs, std::span<const double> weights, DType type,
           std::span<std::byte> result) {
    const bool counts = kind == MixKind::Sum ? !inputs.empty() && weights.size() == inputs.size()
                                             : inputs.size() == 3 && weights.size() == 1;
    if (!counts)
        throw DataError(
            Message::of("mixing tensors: expected one weight per input, or three inputs and one amount, "
                        "found %1 inputs and %2 weights",
                        inputs.size(), weights.size()));
    for (const auto& input : inputs)
        if (!isFloating(input.info.dtype) || input.info.shape != inputs[0].info.shape || !input.contiguous())
            throw DataError(Message::of(
                "%1: expected row-major floating-point values of shape %2, found %3 %4", input.info.name,
                shapeText(inputs[0].info.shape), dtypeName(input.info.dtype), shapeText(input.info.shape)));
    const auto wanted = static_cast<std::size_t>(inputs[0].info.numel()) * dtypeSize(type);
    if (!isFloating(type) || result.size() != wanted)
        throw DataError(Message::of("%1: expected room for %2 bytes of floating-point values, found %3",
                                    inputs[0].info.name, wanted, result.size()));
}

}  // namespace

bool mixTensors(MixKind kind, std::span<const TensorView> inputs, std::span<const double> weights, DType type,
                std::span<std::byte> result, unsigned threads) {
    check(kind, inputs, weights, type, result);
    const auto count = static_cast<std::size_t>(inputs[0].info.numel());
    const Mixer mixer(kind, inputs, weights, type, result.data());
    const std::size_t workers =
        std::clamp<std::size_t>(count / kPerThread, 1, std::max<std::size_t>(threads, 1));
    const std::size_t share = (count / workers + kChunk) / kChunk * kChunk;
    std::atomic<bool> finite = true;
    const auto run = [&](std::size_t begin, std::size_t end) {
        if (!mixer.run(begin, end)) finite = false;
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t begin = share; begin < count; begin += share)
            others.emplace_back([&, begin] { run(begin, std::min(begin + share, count)); });
        run(0, std::min(share, count));
    }
    return finite;
}

}  // namespace afa
