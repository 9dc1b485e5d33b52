#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "core/base/error.h"
#include "core/io/mapped_file.h"
#include "core/io/tensor_file.h"

namespace afa::fuzz {

/// The lowest and the highest byte that the tensor's shape and strides reach, read so that the sanitizers
/// look.
inline unsigned touchEnds(const TensorView& view) {
    if (view.info.numel() == 0) return 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < view.strides.size(); ++i)
        last += static_cast<std::size_t>((view.info.shape[i] - 1) * view.strides[i]);
    const auto* bytes = static_cast<const volatile std::byte*>(view.bytes.data());
    const std::size_t end = (last + 1) * dtypeSize(view.info.dtype);
    if (end > view.bytes.size()) __builtin_trap();
    return std::to_integer<unsigned>(bytes[0]) + std::to_integer<unsigned>(bytes[end - 1]);
}

template <typename Open>
int readTensorFile(Open open, const std::uint8_t* data, std::size_t size) {
    const auto* bytes = reinterpret_cast<const std::byte*>(data);
    try {
        const std::unique_ptr<TensorFile> file =
            open(MappedFile::ofBytes("FILE", std::vector<std::byte>(bytes, bytes + size)));
        for (std::size_t i = 0; i < file->tensors().size(); ++i) {
            touchEnds(file->view(i));
            if (file->find(file->tensors()[i].name) != i) __builtin_trap();
            file->release(i);
        }
    } catch (const FileError&) {
    }
    return 0;
}

}  // namespace afa::fuzz
