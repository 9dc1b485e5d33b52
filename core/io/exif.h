#pragma once
#include <cstddef>
#include <map>
#include <span>
#include <string>

namespace afa {

/// What an EXIF block (CIPA DC-008, a TIFF structure) says that this program uses.
struct ExifFacts {
    int orientation = 1;  ///< 1 .. 8; 1 = upright, also where it is not said
    /// UserComment, ImageDescription, Make, Model, Software, MakerNote: UTF-8, only those with text.
    std::map<std::string, std::string> texts;
};

/// The EXIF block of a JPEG (APP1), WebP (EXIF chunk) or PNG (eXIf chunk), from its TIFF header on, or the
/// whole of a TIFF file; empty where the file has none or is of another kind. Never throws: a
/// damaged file has none.
std::span<const std::byte> findExif(std::span<const std::byte> file);

/// Never throws: what lies outside the block is not said.
ExifFacts readExif(std::span<const std::byte> block);

}  // namespace afa
