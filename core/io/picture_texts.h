#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>

namespace afa {

/// All texts of a PNG, JPEG or WebP besides its pixels, as UTF-8: a PNG's by their keywords; EXIF's as
/// "exif:UserComment" and so on (exif.h); XMP as "XML:com.adobe.xmp"; a JPEG's comment as "jpeg:Comment".
/// Throws FileError for what is none of the three or is damaged.
std::map<std::string, std::string> readPictureTexts(const std::filesystem::path& path);
/// The same over bytes in memory; `where` opens messages.
std::map<std::string, std::string> readPictureTextsBytes(std::span<const std::byte> bytes,
                                                         const std::string& where);

/// Whether the file opens as one of the three does; false where it cannot be read.
bool isPictureWithTexts(const std::filesystem::path& path);

}  // namespace afa
