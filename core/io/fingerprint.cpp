#include <algorithm>
#include <cstring>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/io/checkpoint.h"
#include "core/io/half.h"

namespace afa {
namespace {

constexpr std::size_t kChunk = 1 << 16;  // values converted at a time: fits the cache

template <typename Stored, typename ToFloat>
void hashAsHalf(std::span<const std::byte> bytes, Sha256& hash, ToFloat toFloat) {
    std::vector<Stored> stored(kChunk);
    std::vector<std::uint16_t> halves(kChunk);
    while (!bytes.empty()) {
        const std::size_t count = std::min(kChunk, bytes.size() / sizeof(Stored));
        std::memcpy(stored.data(), bytes.data(), count * sizeof(Stored));  // the file may lie unaligned
        for (std::size_t i = 0; i < count; ++i)
            halves[i] = roundToHalf(toFloat(stored[i]));
        hash.update(std::as_bytes(std::span(halves)).first(count * sizeof(std::uint16_t)));
        bytes = bytes.subspan(count * sizeof(Stored));
    }
}

void hashValues(const Message& where, const TensorInfo& info, std::span<const std::byte> bytes,
                Sha256& hash) {
    switch (info.dtype) {
        case DType::F16:
            return hash.update(bytes);
        case DType::BF16:
            return hashAsHalf<std::uint16_t>(bytes, hash, widenBfloat16);
        case DType::F32:
            return hashAsHalf<float>(bytes, hash, [](float value) { return value; });
        case DType::F64:
            return hashAsHalf<double>(bytes, hash, [](double value) { return static_cast<float>(value); });
        default:
            break;
    }
    throw ConfigError(
        Message::of("%1: %2: expected floating-point values, found %3; convert the model to F16 or F32",
                    where, info.name, dtypeName(info.dtype)));
}

void gather(const TensorView& view, std::size_t dimension, std::int64_t offset, std::byte*& out) {
    const std::size_t size = dtypeSize(view.info.dtype);
    if (dimension == view.info.shape.size()) {
        std::memcpy(out, view.bytes.data() + static_cast<std::size_t>(offset) * size, size);
        out += size;
        return;
    }
    for (std::int64_t i = 0; i < view.info.shape[dimension]; ++i)
        gather(view, dimension + 1, offset + i * view.strides[dimension], out);
}

}  // namespace

std::span<const std::byte> rowMajorBytes(const TensorView& view, std::vector<std::byte>& buffer) {
    const std::size_t size = static_cast<std::size_t>(view.info.numel()) * dtypeSize(view.info.dtype);
    if (view.contiguous()) return view.bytes.first(size);
    buffer.resize(size);
    std::byte* out = buffer.data();
    gather(view, 0, 0, out);
    return buffer;
}

std::string fingerprint(const PartReader& unet, const TaskControl& control) {
    Sha256 hash;
    std::vector<std::byte> buffer;
    constexpr std::byte kEnd{0};
    for (std::size_t i = 0; i < unet.tensors().size(); ++i) {
        control.checkStop();
        const TensorInfo& info = unet.tensors()[i];
        hash.update(info.name);
        hash.update(std::span(&kEnd, 1));
        hashValues(unet.description(), info, rowMajorBytes(unet.view(i), buffer), hash);
        unet.release(i);
    }
    return hash.finishHex();
}

}  // namespace afa
