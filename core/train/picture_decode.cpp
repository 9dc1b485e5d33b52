#include "core/train/picture_decode.h"

#include <opencv2/imgcodecs.hpp>

#include "core/base/error.h"
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

Image decodeByOpenCv(const MappedFile& file, PictureHeader::Kind kind) {
    // Orientation, grey and CMYK are dealt with by IMREAD_COLOR; it drops alpha, which a BMP's fourth byte
    // mostly is not.
    const int flags = kind == PictureHeader::Kind::WebP ? cv::IMREAD_UNCHANGED : cv::IMREAD_COLOR;
    const auto bytes = file.bytes();
    const cv::Mat input(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::byte*>(bytes.data()));
    cv::Mat decoded;
    try {
        decoded = cv::imdecode(input, flags);
    } catch (const cv::Exception& error) {
        throw DataError(file.path().string() + ": damaged picture: " + error.err);
    }
    if (decoded.empty() || decoded.depth() != CV_8U || (decoded.channels() != 3 && decoded.channels() != 4))
        throw DataError(file.path().string() + ": damaged picture: it cannot be decoded; copy it again");
    return fromBgr(decoded);
}

}  // namespace

Image decodePicture(const std::filesystem::path& path) {
    try {
        const auto file = MappedFile::open(path);
        constexpr std::size_t kMaxFile = std::size_t{1} << 30;  // OpenCV counts bytes in an int
        if (file->bytes().size() > kMaxFile)
            throw DataError(path.string() + ": a picture file of more than 1 GB");
        const auto header = readPictureHeader(file->bytes(), path.string());
        return header.kind == PictureHeader::Kind::Png ? readPng(path) : decodeByOpenCv(*file, header.kind);
    } catch (const FileError& error) {
        throw DataError(error.what());
    }
}

}  // namespace afa
