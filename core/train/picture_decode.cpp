#include "core/train/picture_decode.h"

#include <algorithm>
#include <opencv2/imgcodecs.hpp>
#include <span>
#include <vector>

#include "core/base/error.h"
#include "core/io/exif.h"
#include "core/io/mapped_file.h"
#include "core/io/picture_file.h"

namespace afa {
namespace {

/// Over white, as readPng() does for PNG.
std::uint8_t overWhite(unsigned value, unsigned alpha) {
    return static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

Image fromBgr(const cv::Mat& decoded) {
    Image image;
    image.width = decoded.cols;
    image.height = decoded.rows;
    image.rgb.resize(static_cast<std::size_t>(decoded.cols) * static_cast<std::size_t>(decoded.rows) * 3);
    auto* out = image.rgb.data();
    const int channels = decoded.channels();
    for (int y = 0; y < decoded.rows; ++y) {
        const auto* in = decoded.ptr<std::uint8_t>(y);
        for (int x = 0; x < decoded.cols; ++x, in += channels)
            for (int c = 2; c >= 0; --c)
                *out++ = channels == 4 ? overWhite(in[c], in[3]) : in[c];
    }
    return image;
}

/// Upright, of a picture as it is stored (EXIF 4.6.5, Orientation): 1 as it is, 2 mirrored, 3 turned by 180
/// degrees, 4 upside down, 5 to 8 with rows and columns exchanged.
Image upright(Image stored, int orientation) {
    if (orientation <= 1 || orientation > 8) return stored;
    const bool exchanged = orientation >= 5;
    const bool fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    Image image;
    image.width = exchanged ? stored.height : stored.width;
    image.height = exchanged ? stored.width : stored.height;
    image.rgb.resize(stored.rgb.size());
    auto* out = image.rgb.data();
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            int column = exchanged ? y : x, row = exchanged ? x : y;
            if (fromRight) column = stored.width - 1 - column;
            if (fromBottom) row = stored.height - 1 - row;
            const auto at = (static_cast<std::size_t>(row) * static_cast<std::size_t>(stored.width) +
                             static_cast<std::size_t>(column)) *
                            3;
            out = std::copy_n(stored.rgb.data() + at, 3, out);
        }
    return image;
}

/// OpenCV's versions turn a TIFF in different ways: they get it as an upright one.
std::vector<std::byte> withoutOrientation(std::span<const std::byte> file, std::size_t at) {
    std::vector<std::byte> bytes(file.begin(), file.end());
    const bool little = bytes[0] == std::byte{'I'};
    bytes[at] = std::byte{little};
    bytes[at + 1] = std::byte{!little};
    return bytes;
}

Image decodeByOpenCv(const MappedFile& file, const PictureHeader& header) {
    // Orientation, grey and CMYK are dealt with by IMREAD_COLOR; it drops alpha, which a BMP's fourth byte
    // mostly is not.
    const int flags = header.kind == PictureHeader::Kind::WebP ? cv::IMREAD_UNCHANGED : cv::IMREAD_COLOR;
    auto bytes = file.bytes();
    std::vector<std::byte> changed;
    if (header.orientationAt) bytes = changed = withoutOrientation(bytes, header.orientationAt);
    const cv::Mat input(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::byte*>(bytes.data()));
    cv::Mat decoded;
    try {
        decoded = cv::imdecode(input, flags);
    } catch (const cv::Exception& error) {
        throw DataError(Message::of("%1: damaged picture: %2", file.path(), error.err));
    }
    if (decoded.empty() || decoded.depth() != CV_8U || (decoded.channels() != 3 && decoded.channels() != 4))
        throw DataError(Message::of("%1: damaged picture: it cannot be decoded; copy it again", file.path()));
    return fromBgr(decoded);
}

}  // namespace

Image decodePicture(const std::filesystem::path& path) {
    try {
        const auto file = MappedFile::open(path);
        constexpr std::size_t kMaxFile = std::size_t{1} << 30;  // OpenCV counts bytes in an int
        if (file->bytes().size() > kMaxFile)
            throw DataError(Message::of("%1: a picture file of more than 1 GB", path));
        const auto header = readPictureHeader(file->bytes(), path.string());
        using enum PictureHeader::Kind;
        auto image = header.kind == Png ? readPng(path) : decodeByOpenCv(*file, header);
        if (header.kind == Jpeg || header.kind == Bmp) return image;  // OpenCV turns a JPEG itself
        return upright(std::move(image), readExif(findExif(file->bytes())).orientation);
    } catch (const FileError& error) {
        throw DataError(messageOf(error));
    }
}

}  // namespace afa
