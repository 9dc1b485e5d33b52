#include "core/io/tensor_file.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/base/error.h"
#include "core/io/foreign_file.h"
#include "core/io/mapped_file.h"
#include "core/io/safetensors.h"
#include "core/io/torch_file.h"

namespace afa {
namespace {

struct DTypeRow {
    DType dtype;
    std::string_view name;
    std::size_t size;
};
constexpr std::array kDTypes{
    DTypeRow{DType::F64, "F64", 8},   DTypeRow{DType::F32, "F32", 4}, DTypeRow{DType::F16, "F16", 2},
    DTypeRow{DType::BF16, "BF16", 2}, DTypeRow{DType::I64, "I64", 8}, DTypeRow{DType::I32, "I32", 4},
    DTypeRow{DType::I16, "I16", 2},   DTypeRow{DType::I8, "I8", 1},   DTypeRow{DType::U8, "U8", 1},
    DTypeRow{DType::Bool, "BOOL", 1},
};

const DTypeRow& row(DType dtype) {
    return *std::find_if(kDTypes.begin(), kDTypes.end(), [&](const DTypeRow& r) { return r.dtype == dtype; });
}

}  // namespace

std::size_t dtypeSize(DType dtype) {
    return row(dtype).size;
}

std::string_view dtypeName(DType dtype) {
    return row(dtype).name;
}

std::optional<DType> dtypeFromName(std::string_view name) {
    const auto found =
        std::find_if(kDTypes.begin(), kDTypes.end(), [&](const DTypeRow& r) { return r.name == name; });
    if (found == kDTypes.end()) return std::nullopt;
    return found->dtype;
}

std::int64_t TensorInfo::numel() const {
    std::int64_t product = 1;
    for (const std::int64_t extent : shape)
        product *= extent;
    return product;
}

std::string shapeText(std::span<const std::int64_t> shape) {
    std::string out = "[";
    for (const std::int64_t extent : shape) {
        if (out.size() > 1) out += ", ";
        out += std::to_string(extent);
    }
    return out + "]";
}

std::optional<std::uint64_t> checkedByteSize(DType dtype, std::span<const std::int64_t> shape) {
    bool empty = false;
    auto size = static_cast<std::int64_t>(dtypeSize(dtype));
    for (const std::int64_t extent : shape) {
        if (extent < 0) return std::nullopt;
        if (extent == 0) empty = true;
        const std::int64_t factor = std::max<std::int64_t>(extent, 1);
        if (size > std::numeric_limits<std::int64_t>::max() / factor) return std::nullopt;
        size *= factor;
    }
    return empty ? 0 : static_cast<std::uint64_t>(size);
}

std::vector<std::int64_t> rowMajorStrides(std::span<const std::int64_t> shape) {
    std::vector<std::int64_t> strides(shape.size());
    std::int64_t step = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        strides[i] = step;
        step *= std::max<std::int64_t>(shape[i], 1);
    }
    return strides;
}

bool TensorView::contiguous() const {
    if (info.numel() == 0) return true;
    std::int64_t step = 1;
    for (std::size_t i = info.shape.size(); i-- > 0;) {
        if (info.shape[i] != 1 && strides[i] != step) return false;
        step *= info.shape[i];
    }
    return true;
}

std::optional<std::size_t> TensorFile::find(std::string_view name) const {
    const auto found = index_.find(name);
    if (found == index_.end()) return std::nullopt;
    return found->second;
}

void TensorFile::buildIndex() {
    for (std::size_t i = 0; i < tensors_.size(); ++i)
        index_.emplace(tensors_[i].name, i);
}

std::unique_ptr<TensorFile> openTensorFile(std::shared_ptr<const MappedFile> file) {
    refuseForeignContent(*file);
    if (hasSafetensorsLength(*file)) return openSafetensors(std::move(file));
    if (looksLikeTorchFile(*file)) return openTorchFile(std::move(file));
    if (looksLikeSafetensors(*file)) return openSafetensors(std::move(file));
    throw FileError(
        Message::of("%1: not a checkpoint file: expected safetensors or PyTorch's zip or pickle, found %2 "
                    "bytes that begin with %3",
                    file->path(), file->bytes().size(), firstBytes(*file)));
}

std::unique_ptr<TensorFile> openTensorFile(const std::filesystem::path& path) {
    return openTensorFile(MappedFile::open(path));
}

}  // namespace afa
