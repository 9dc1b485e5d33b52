#include "core/tensor/convert.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "core/base/error.h"
#include "core/io/finite.h"
#include "core/tensor/runtime.h"

namespace afa {
namespace {

constexpr std::pair<DType, torch::Dtype> kTypes[] = {
    {DType::F64, torch::kFloat64},   {DType::F32, torch::kFloat32}, {DType::F16, torch::kFloat16},
    {DType::BF16, torch::kBFloat16}, {DType::I64, torch::kInt64},   {DType::I32, torch::kInt32},
    {DType::I16, torch::kInt16},     {DType::I8, torch::kInt8},     {DType::U8, torch::kUInt8},
    {DType::Bool, torch::kBool},
};

/// The view's values as a tensor, without copying them where the processor may read them in place. Not
/// contiguous where the view is not.
torch::Tensor borrow(const TensorView& view) {
    const auto dtype = toTorch(view.info.dtype);
    if (view.info.numel() == 0) return torch::empty(view.info.shape, dtype);
    const auto* data = view.bytes.data();
    if (reinterpret_cast<std::uintptr_t>(data) % dtypeSize(view.info.dtype) == 0) {
        // from_blob wants a mutable pointer; nothing below writes to it.
        return torch::from_blob(const_cast<std::byte*>(data), view.info.shape, view.strides, dtype);
    }
    // A safetensors header may have any length, so values may lie at odd addresses.
    const auto size = static_cast<std::int64_t>(view.bytes.size() / dtypeSize(view.info.dtype));
    auto aligned = torch::empty({size}, dtype);
    std::memcpy(aligned.data_ptr(), data, static_cast<std::size_t>(size) * dtypeSize(view.info.dtype));
    return aligned.as_strided(view.info.shape, view.strides);
}

/// ATen converts between fp16 and bf16 element by element, but either from and to fp32 with vector
/// instructions: by way of fp32 in pieces that stay in the cache it is 2-3 times as fast, and exact (fp32
/// holds every value of both).
torch::Tensor convertPiece(const torch::Tensor& piece, torch::Dtype dtype) {
    const bool bothHalves =
        piece.element_size() == 2 && c10::elementSize(dtype) == 2 && piece.scalar_type() != dtype;
    return (bothHalves ? piece.to(torch::kFloat32) : piece).to(dtype);
}

/// [rows, channels, taps] -> [rows, taps, channels]: what channels_last means for one convolution weight.
template <typename Bits>
void interleaveTaps(const void* source, void* target, std::int64_t rows, std::int64_t channels,
                    std::int64_t taps) {
    const auto* from = static_cast<const Bits*>(source);
    auto* to = static_cast<Bits*>(target);
    for (std::int64_t row = 0; row < rows; ++row, from += channels * taps) {
        for (std::int64_t tap = 0; tap < taps; ++tap) {
            const Bits* column = from + tap;
            for (std::int64_t c = 0; c < channels; ++c, column += taps)
                *to++ = *column;
        }
    }
}

void interleaveTaps(const torch::Tensor& piece, std::byte* target, std::int64_t rows, std::int64_t channels,
                    std::int64_t taps) {
    switch (piece.element_size()) {
        case 2:
            return interleaveTaps<std::uint16_t>(piece.const_data_ptr(), target, rows, channels, taps);
        case 4:
            return interleaveTaps<std::uint32_t>(piece.const_data_ptr(), target, rows, channels, taps);
        case 8:
            return interleaveTaps<std::uint64_t>(piece.const_data_ptr(), target, rows, channels, taps);
        default:
            return interleaveTaps<std::uint8_t>(piece.const_data_ptr(), target, rows, channels, taps);
    }
}

bool holdsFinite(const torch::Tensor& dense) {
    return allFinite(fromTorch(dense.scalar_type()),
                     {static_cast<const std::byte*>(dense.const_data_ptr()), dense.nbytes()});
}

/// A dense copy of `source` in `dtype`, 4-d ones channels_last, in one parallel pass over the source: a piece
/// at a time is converted, looked at and put in its place while it is in the cache, so a file's bytes are
/// read once and nothing of the tensor's own size exists beside the result.
Placed placeOnCpu(const torch::Tensor& source, torch::Dtype dtype) {
    const bool convolution = source.dim() == 4;
    const auto format = convolution ? torch::MemoryFormat::ChannelsLast : torch::MemoryFormat::Contiguous;
    auto result = torch::empty(source.sizes(), torch::TensorOptions(dtype).memory_format(format));
    if (source.numel() == 0) return {result, true};
    if (!source.is_contiguous()) {
        result.copy_(source);
        return {result, !c10::isFloatingType(dtype) || holdsFinite(result)};
    }
    const auto channels = convolution ? source.size(1) : std::int64_t{1};
    const auto taps = convolution ? source.size(2) * source.size(3) : std::int64_t{1};
    const auto rowSize = channels * taps;
    const auto flat = source.reshape({-1, rowSize});
    constexpr std::int64_t kPiece =
        32 * 1024;  // elements; as fp32 half of a usual second-level cache's smallest size
    const auto pieceRows = std::max<std::int64_t>(1, kPiece / rowSize);
    const auto pieces = (flat.size(0) + pieceRows - 1) / pieceRows;
    auto* target = static_cast<std::byte*>(result.data_ptr());
    const auto rowBytes = static_cast<std::size_t>(rowSize) * result.element_size();
    std::atomic<bool> finite = true;
    at::parallel_for(0, pieces, 1, [&](std::int64_t begin, std::int64_t end) {
        const torch::NoGradGuard noGrad;
        for (auto i = begin; i < end; ++i) {
            const auto first = i * pieceRows;
            const auto rows = std::min(pieceRows, flat.size(0) - first);
            const auto piece = convertPiece(flat.narrow(0, first, rows), dtype);
            if (!holdsFinite(piece)) finite = false;
            auto* to = target + static_cast<std::size_t>(first) * rowBytes;
            if (taps == 1) {
                std::memcpy(to, piece.const_data_ptr(), static_cast<std::size_t>(rows) * rowBytes);
            } else {
                interleaveTaps(piece, to, rows, channels, taps);
            }
        }
    });
    return {result, finite.load()};
}

/// Says why a tensor that was placed is not finite.
[[noreturn]] void refuse(const PartReader& part, std::size_t index, const torch::Tensor& placed,
                         const TaskControl& control) {
    requireFinite(part, control);
    const auto beyond = placed.numel() - placed.isfinite().sum().item<std::int64_t>();
    const auto& [file, stored] = part.source(index);
    const bool widest = placed.scalar_type() == torch::kFloat32;
    const std::string type = precisionName(placed.scalar_type());
    const auto help = widest ? Message::of("it is the widest there is, use another model")
                             : Message::of("choose %1", Option{"precision", "fp32"});
    throw ConfigError(
        beyond == 1
            ? Message::of(
                  "%1: the precision %2 is too narrow for its weights: 1 value of \"%3\" would become "
                  "infinite; %4",
                  file->path(), type, file->tensors()[stored].name, help)
            : Message::of("%1: the precision %2 is too narrow for its weights: %3 values of \"%4\" would "
                          "become infinite; %5",
                          file->path(), type, beyond, file->tensors()[stored].name, help));
}

bool sameValues(const torch::Tensor& a, const torch::Tensor& b) {
    if (a.device() != b.device() || a.scalar_type() != b.scalar_type() || a.sizes() != b.sizes() ||
        a.strides() != b.strides()) {
        return false;
    }
    if (!a.device().is_cpu()) return a.equal(b);
    return std::memcmp(a.const_data_ptr(), b.const_data_ptr(), a.nbytes()) == 0;
}

}  // namespace

Placed placeTensor(const TensorView& view, const Placement& placement) {
    const auto source = borrow(view);
    if (placement.device.is_cpu()) return placeOnCpu(source, placement.dtype);
    const auto format =
        source.dim() == 4 ? torch::MemoryFormat::ChannelsLast : torch::MemoryFormat::Contiguous;
    // The copy to the device first, in the file's type: the device converts and reorders faster.
    const auto placed = source.to(placement.device).to(placement.dtype).contiguous(format);
    return {placed, placed.isfinite().all().item<bool>()};
}

torch::Dtype toTorch(DType dtype) {
    for (const auto& [ours, theirs] : kTypes) {
        if (ours == dtype) return theirs;
    }
    throw Error(Message::of("internal: no torch type for %1", dtypeName(dtype)));
}

DType fromTorch(torch::Dtype dtype) {
    for (const auto& [ours, theirs] : kTypes) {
        if (theirs == dtype) return ours;
    }
    throw Error(Message::of("no file stores tensors of type %1", c10::toString(dtype)));
}

torch::Tensor toTensor(const TensorView& view, torch::Dtype dtype) {
    return torch::empty(view.info.shape, dtype).copy_(borrow(view));
}

std::vector<std::byte> toBytes(const torch::Tensor& tensor) {
    const auto dense = tensor.detach().to(torch::kCPU).contiguous();
    std::vector<std::byte> bytes(dense.nbytes());
    if (!bytes.empty()) std::memcpy(bytes.data(), dense.const_data_ptr(), bytes.size());
    return bytes;
}

// Weak references: a model that is dropped takes its tensors with it, unless another one still uses them.
using WeakTensor = c10::weak_intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

struct TensorPool::State {
    std::unordered_map<std::string, std::vector<WeakTensor>> tensors;
    std::size_t sharedBytes = 0;
    TaskControl control;
};

TensorPool::TensorPool() : state_(std::make_unique<State>()) {}
TensorPool::~TensorPool() = default;

torch::Tensor TensorPool::load(const PartReader& part, std::size_t index, const Placement& placement) {
    state_->control.checkStop();
    auto [placed, finite] = placeTensor(part.view(index), placement);
    part.release(index);
    if (!finite) refuse(part, index, placed, state_->control);
    auto& candidates = state_->tensors[part.tensors()[index].name];
    std::erase_if(candidates, [](const WeakTensor& weak) { return weak.expired(); });
    for (const auto& weak : candidates) {
        const torch::Tensor held(weak.lock());
        if (!held.defined() || !sameValues(held, placed)) continue;
        state_->sharedBytes += placed.nbytes();
        return held;
    }
    candidates.emplace_back(placed.getIntrusivePtr());
    return placed;
}

std::size_t TensorPool::sharedBytes() const {
    return state_->sharedBytes;
}

void TensorPool::setControl(TaskControl control) {
    state_->control = std::move(control);
}

WeightSource::WeightSource(const PartReader& part, const Placement& placement, TensorPool& pool)
    : part_(&part), placement_(std::make_shared<const Placement>(placement)), pool_(&pool) {}

WeightSource WeightSource::scope(const std::string& name) const {
    auto inner = *this;
    inner.prefix_ += name + ".";
    return inner;
}

bool WeightSource::has(const std::string& name) const {
    return part_->find(prefix_ + name).has_value();
}

torch::Tensor WeightSource::get(const std::string& name, torch::IntArrayRef shape) const {
    const auto full = prefix_ + name;
    const auto index = part_->find(full);
    if (!index) {
        throw ConfigError(
            Message::of("%1: tensor '%2' is missing, expected with shape %3; the file is incomplete or of "
                        "another architecture",
                        part_->description(), full, shapeText(shape)));
    }
    const auto& found = part_->tensors()[*index].shape;
    if (!std::equal(shape.begin(), shape.end(), found.begin(), found.end())) {
        throw ConfigError(Message::of(
            "%1: tensor '%2' has shape %3, expected %4; the file's config and weights do not belong together",
            part_->description(), full, shapeText(found), shapeText(shape)));
    }
    return pool_->load(*part_, *index, *placement_);
}

}  // namespace afa
