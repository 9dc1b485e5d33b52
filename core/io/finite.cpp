#include "core/io/finite.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/error.h"
#include "core/io/half.h"
#include "core/io/vector_clones.h"

namespace afa {
namespace {

constexpr std::size_t kChunk = 4096;  // values between two looks at what was found

/// NaN and infinity are the values whose exponent has all bits set.
constexpr std::uint16_t kHalfExponent = 0x7C00, kBfloat16Exponent = 0x7F80;
constexpr std::uint32_t kFloatExponent = 0x7F800000;
constexpr std::uint64_t kDoubleExponent = 0x7FF0000000000000;

template <typename Bits>
inline bool anyOf(const std::byte* bytes, std::size_t count, Bits exponent) {
    Bits found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Bits value;
        std::memcpy(&value, bytes + i * sizeof(Bits), sizeof(Bits));  // files may lie unaligned
        found |= static_cast<Bits>((value & exponent) == exponent);
    }
    return found != 0;
}

AFA_VECTOR_CLONES bool any16(const std::byte* bytes, std::size_t count, std::uint16_t exponent) {
    return anyOf(bytes, count, exponent);
}
AFA_VECTOR_CLONES bool any32(const std::byte* bytes, std::size_t count, std::uint32_t exponent) {
    return anyOf(bytes, count, exponent);
}
AFA_VECTOR_CLONES bool any64(const std::byte* bytes, std::size_t count, std::uint64_t exponent) {
    return anyOf(bytes, count, exponent);
}

bool anyNotFinite(DType dtype, const std::byte* bytes, std::size_t count) {
    switch (dtype) {
        case DType::F16:
            return any16(bytes, count, kHalfExponent);
        case DType::BF16:
            return any16(bytes, count, kBfloat16Exponent);
        case DType::F32:
            return any32(bytes, count, kFloatExponent);
        case DType::F64:
            return any64(bytes, count, kDoubleExponent);
        default:
            return false;
    }
}

template <typename Stored>
Stored at(std::span<const std::byte> bytes, std::size_t i) {
    Stored value;
    std::memcpy(&value, bytes.data() + i * sizeof(Stored), sizeof(Stored));
    return value;
}

double valueAt(DType dtype, std::span<const std::byte> bytes, std::size_t i) {
    switch (dtype) {
        case DType::F16:
            return widenHalf(at<std::uint16_t>(bytes, i));
        case DType::BF16:
            return widenBfloat16(at<std::uint16_t>(bytes, i));
        case DType::F32:
            return at<float>(bytes, i);
        case DType::F64:
            return at<double>(bytes, i);
        default:
            return 0;
    }
}

/// "17 values in 3 tensors are NaN or infinite, the first in "x" (16 NaN, 1 infinite)".
Message summary(const std::vector<ValueCheck::Tensor>& tensors) {
    std::uint64_t values = 0;
    for (const auto& tensor : tensors)
        values += tensor.found.count();
    const auto& first = tensors.front();
    if (values == 1)
        return Message::of(
            "1 value in 1 tensor is NaN or infinite, the first in \"%1\" (%2 NaN, %3 infinite)", first.name,
            first.found.nan, first.found.infinite);
    if (tensors.size() == 1)
        return Message::of(
            "%1 values in 1 tensor are NaN or infinite, the first in \"%2\" (%3 NaN, %4 infinite)", values,
            first.name, first.found.nan, first.found.infinite);
    return Message::of(
        "%1 values in %2 tensors are NaN or infinite, the first in \"%3\" (%4 NaN, %5 infinite)", values,
        tensors.size(), first.name, first.found.nan, first.found.infinite);
}

}  // namespace

bool allFinite(DType dtype, std::span<const std::byte> values) {
    if (!isFloating(dtype)) return true;
    const std::size_t size = dtypeSize(dtype);
    const std::size_t count = values.size() / size;
    for (std::size_t at = 0; at < count; at += kChunk)
        if (anyNotFinite(dtype, values.data() + at * size, std::min(kChunk, count - at))) return false;
    return true;
}

NotFinite countNotFinite(const TensorView& view) {
    NotFinite result;
    if (!isFloating(view.info.dtype)) return result;
    std::vector<std::byte> buffer;
    const auto bytes = rowMajorBytes(view, buffer);
    const std::size_t size = dtypeSize(view.info.dtype);
    const std::size_t count = bytes.size() / size;
    for (std::size_t at = 0; at < count; at += kChunk) {
        const std::size_t end = std::min(at + kChunk, count);
        if (!anyNotFinite(view.info.dtype, bytes.data() + at * size, end - at)) continue;
        for (std::size_t i = at; i < end; ++i) {
            const double value = valueAt(view.info.dtype, bytes, i);
            result.nan += std::isnan(value) ? 1 : 0;
            result.infinite += std::isinf(value) ? 1 : 0;
        }
    }
    return result;
}

void requireFinite(const PartReader& part, const TaskControl& control) {
    std::vector<ValueCheck::Tensor> bad;
    for (std::size_t i = 0; i < part.tensors().size(); ++i) {
        control.checkStop();
        const auto view = part.view(i);
        const auto found = countNotFinite(view);
        part.release(i);
        if (found.count() == 0) continue;
        const auto& [file, index] = part.source(i);
        bad.push_back({file->path(), file->tensors()[index].name, 0, found});
    }
    if (bad.empty()) return;
    throw FileError(Message::of("%1: the weights are damaged: %2; get %3 anew, or use another",
                                bad.front().file, summary(bad), bad.front().file.filename()));
}

Message ValueCheck::problem() const {
    return notFinite.empty() ? Message() : Message::of("the weights are damaged: %1", summary(notFinite));
}

ValueCheck checkValues(const std::vector<std::filesystem::path>& files, const TaskControl& control) {
    ValueCheck check;
    for (const auto& path : files) {
        const auto file = openTensorFile(path);
        for (std::size_t i = 0; i < file->tensors().size(); ++i) {
            control.checkStop();
            const auto view = file->view(i);
            const auto values = static_cast<std::uint64_t>(view.info.numel());
            const auto found = countNotFinite(view);
            file->release(i);
            ++check.tensors;
            check.values += values;
            if (found.count() > 0) check.notFinite.push_back({path, view.info.name, values, found});
        }
    }
    return check;
}

}  // namespace afa
