#pragma once
#include <filesystem>
#include <string>

#include "core/base/image.h"
#include "core/base/path.h"
#include "core/io/output_folder.h"
#include "core/tensor/torch.h"

namespace afa {

/// A file's or folder's own name, also where the path ends with a slash. In UTF-8, whatever the bytes.
std::string lastName(const std::filesystem::path& path);

/// [3, H, W] in [0, 1] -> 8-bit rows; rounds like diffusers' numpy_to_pil ((x * 255).round()).
Image toImage(const torch::Tensor& picture);

}  // namespace afa
