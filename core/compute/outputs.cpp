#include "core/compute/outputs.h"

#include <cstring>

#include "core/base/error.h"
#include "core/io/utf8.h"

namespace afa {

namespace fs = std::filesystem;

std::string lastName(const fs::path& path) {
    return toUtf8((path.has_filename() ? path.filename() : path.parent_path().filename()).string());
}

void requireFolder(const fs::path& folder) {
    if (folder.empty()) return;
    std::error_code ec;
    fs::create_directories(folder, ec);
    if (!fs::is_directory(folder))
        throw FileError(folder.string() + ": expected a folder to write to, found " +
                        (ec ? ec.message() : std::string("something else")) +
                        "; name a folder that can be made");
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
