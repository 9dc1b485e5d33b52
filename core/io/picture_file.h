#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "core/base/image.h"

namespace afa {

/// PNG (8-bit RGB) with text chunks (tEXt for Latin-1, else iTXt; keys as given, values UTF-8), written atomically.
void writePng(const std::filesystem::path& target, const Image& image,
              const std::map<std::string, std::string>& text = {});

/// The text chunks (tEXt, zTXt, iTXt) of a PNG, values as UTF-8, without decoding the picture. Budgeted against
/// decompression bombs. Throws FileError for what is not a PNG or is damaged.
std::map<std::string, std::string> readPngText(const std::filesystem::path& path);

Image readPng(const std::filesystem::path& path);

}  // namespace afa
