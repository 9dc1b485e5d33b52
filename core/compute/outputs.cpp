#include "core/compute/outputs.h"

#include <cstring>

#include "core/io/utf8.h"

namespace afa {

namespace fs = std::filesystem;

std::string lastName(const fs::path& path) {
    return toUtf8((path.has_filename() ? path.filename() : path.parent_path().filename()).string());
}

Image toImage(const torch::Tensor& picture) {
    const auto bytes = (picture * 255).round().to(torch::kUInt8).permute({1, 2, 0}).contiguous();
    Image image;
    image.height = static_cast<int>(bytes.size(0));
    image.width = static_cast<int>(bytes.size(1));
    image.rgb.resize(static_cast<std::size_t>(bytes.numel()));
    std::memcpy(image.rgb.data(), bytes.data_ptr(), image.rgb.size());
    return image;
}

}  // namespace afa
