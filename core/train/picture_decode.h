#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "core/base/image.h"

namespace afa {

inline constexpr std::int64_t kMaxPicturePixels = 100'000'000;  ///< 300 MB decoded; a 100-megapixel camera's

/// What a picture file's header claims, read without decoding.
struct PictureHeader {
    enum class Kind { Jpeg, Png, WebP, Bmp, Tiff };
    Kind kind = Kind::Jpeg;
    std::int64_t width = 0, height = 0;  ///< as stored, before orientation
    std::size_t orientationAt = 0;       ///< of a TIFF: the place of its orientation; 0 = it has none
};

/// Checks structure as far as a decoder would pass over it: a JPEG must have its end marker (decoders fill up
/// what is missing with grey), a WebP must be a still. Throws DataError "WHERE: ..." for other kinds (told by
/// name), truncated files, and more than kMaxPicturePixels.
PictureHeader readPictureHeader(std::span<const std::byte> file, const std::string& where);

/// JPEG (grey, CMYK and YCCK too), PNG and TIFF (16-bit scaled to 8; of a TIFF the first page), WebP, BMP as
/// 8-bit RGB; the orientation of JPEG, PNG, WebP and TIFF applied, transparency over white; of an animated
/// PNG the still picture. Throws DataError for what cannot be decoded, FileError where the file cannot be
/// read.
Image decodePicture(const std::filesystem::path& path);

}  // namespace afa
