#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>

#include "core/base/image.h"

namespace afa {

/// What goes into a PNG besides its pixels.
struct PngFacts {
    std::map<std::string, std::string> text;  ///< tEXt for ASCII, else iTXt; keys as given, values UTF-8
    double dotsPerInch = 0;                   ///< 0 = not said
};
/// PNG (8-bit RGB), written atomically. Throws FileError.
void writePng(const std::filesystem::path& target, const Image& image, const PngFacts& facts);
void writePng(const std::filesystem::path& target, const Image& image,
              const std::map<std::string, std::string>& text = {});
/// The same bytes in memory; `where` opens messages.
std::string encodePng(const Image& image, const PngFacts& facts, const std::string& where);

/// The text chunks (tEXt, zTXt, iTXt) of a PNG, values as UTF-8 (of tEXt and zTXt, what is not valid
/// UTF-8 is Latin-1), pixels unread. Budgeted against decompression bombs. Throws FileError for what is not a
/// PNG or is damaged.
std::map<std::string, std::string> readPngText(const std::filesystem::path& path);
/// The same over bytes in memory; `where` opens messages.
std::map<std::string, std::string> readPngTextBytes(std::span<const std::byte> bytes,
                                                    const std::string& where);

/// Any PNG as 8-bit RGB; transparency over white. At most 16384 pixels on a side. Throws FileError.
Image readPng(const std::filesystem::path& path);

}  // namespace afa
