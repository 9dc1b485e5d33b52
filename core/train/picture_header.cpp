#include <array>
#include <cstdint>
#include <string_view>

#include "core/base/error.h"
#include "core/train/picture_decode.h"

namespace afa {
namespace {

using Bytes = std::span<const std::byte>;

constexpr int kMaxScans = 500;  // of a progressive JPEG; each costs a pass over the picture

[[noreturn]] void fail(const std::string& where, const Message& what) {
    throw DataError(Message::of("%1: %2", where, what));
}

bool startsWith(Bytes file, std::string_view magic, std::size_t at = 0) {
    if (file.size() < at + magic.size()) return false;
    return std::string_view(reinterpret_cast<const char*>(file.data()) + at, magic.size()) == magic;
}

/// Reads integers at positions a damaged file may not have.
class Fields {
  public:
    Fields(Bytes file, const std::string& where) : file_(file), where_(where) {}
    std::int64_t byte(std::size_t at) const {
        if (at >= file_.size()) truncated();
        return std::to_integer<std::int64_t>(file_[at]);
    }
    std::int64_t big(std::size_t at, int count) const {
        std::int64_t value = 0;
        for (int i = 0; i < count; ++i)
            value = value << 8 | byte(at + static_cast<std::size_t>(i));
        return value;
    }
    std::int64_t little(std::size_t at, int count) const {
        std::int64_t value = 0;
        for (int i = count; i-- > 0;)
            value = value << 8 | byte(at + static_cast<std::size_t>(i));
        return value;
    }
    std::size_t size() const { return file_.size(); }
    const std::string& where() const { return where_; }
    Bytes bytes() const { return file_; }
    [[noreturn]] void truncated() const {
        fail(where_,
             Message::of("damaged picture: it ends early, after %1 bytes; copy it again", file_.size()));
    }
    [[noreturn]] void damaged(const Message& what) const {
        fail(where_, Message::of("damaged picture: %1", what));
    }

  private:
    Bytes file_;
    std::string where_;
};

/// The position of the next marker in entropy-coded data: FF, not followed by 00 (a stuffed FF), a restart
/// marker or another FF.
std::size_t skipScan(const Fields& file, std::size_t at) {
    for (;; ++at) {
        while (file.byte(at) != 0xFF)
            ++at;
        const auto next = file.byte(at + 1);
        if (next != 0x00 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
    }
}

/// ITU-T T.81 Annex B: walks the marker segments up to the end of the image.
PictureHeader readJpeg(const Fields& file) {
    PictureHeader header{PictureHeader::Kind::Jpeg, 0, 0};
    int scans = 0;
    for (std::size_t at = 2;;) {
        if (file.byte(at) != 0xFF) file.damaged(Message::of("a JPEG marker was expected at byte %1", at));
        while (file.byte(at) == 0xFF)
            ++at;
        const auto marker = file.byte(at++);
        if (marker == 0xD9) break;                                           // end of image
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) continue;  // no segment follows
        const auto length = file.big(at, 2);
        if (length < 2) file.damaged(Message::of("a JPEG segment is shorter than its own length field"));
        const bool frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
            if (header.width) file.damaged(Message::of("it holds two JPEG frames"));
            header.height = file.big(at + 3, 2);
            header.width = file.big(at + 5, 2);
        }
        at += static_cast<std::size_t>(length);
        if (marker == 0xDA) {  // start of scan
            if (++scans > kMaxScans) file.damaged(Message::of("more than %1 JPEG scans", kMaxScans));
            at = skipScan(file, at);
        }
    }
    if (scans == 0) file.damaged(Message::of("a JPEG without a scan"));
    return header;
}

/// RFC 9649: the first chunk is VP8 (lossy), VP8L (lossless) or VP8X (with features).
PictureHeader readWebP(const Fields& file) {
    PictureHeader header{PictureHeader::Kind::WebP, 0, 0};
    constexpr std::int64_t kRiffHeader = 8;
    if (file.little(4, 4) + kRiffHeader > static_cast<std::int64_t>(file.size())) file.truncated();
    if (startsWith(file.bytes(), "VP8X", 12)) {
        constexpr std::int64_t kAnimation = 0x02;
        if ((file.byte(20) & kAnimation) != 0)
            file.damaged(Message::of("an animated WebP; training pictures are stills"));
        header.width = file.little(24, 3) + 1;
        header.height = file.little(27, 3) + 1;
    } else if (startsWith(file.bytes(), "VP8L", 12)) {
        const auto sizes = file.little(21, 4);
        header.width = (sizes & 0x3FFF) + 1;
        header.height = (sizes >> 14 & 0x3FFF) + 1;
    } else if (startsWith(file.bytes(), "VP8 ", 12)) {
        header.width = file.little(26, 2) & 0x3FFF;
        header.height = file.little(28, 2) & 0x3FFF;
    } else {
        file.damaged(Message::of("a WebP without a picture"));
    }
    return header;
}

PictureHeader readBmp(const Fields& file) {
    PictureHeader header{PictureHeader::Kind::Bmp, 0, 0};
    constexpr std::int64_t kCoreHeader = 12;
    if (file.little(14, 4) == kCoreHeader) {
        header.width = file.little(18, 2);
        header.height = file.little(20, 2);
    } else {
        header.width = static_cast<std::int32_t>(file.little(18, 4));
        header.height = static_cast<std::int32_t>(file.little(22, 4));
        if (header.height < 0) header.height = -header.height;  // top-down rows
    }
    return header;
}

/// TIFF 6.0, section 2: the first directory is the picture.
PictureHeader readTiff(const Fields& file) {
    enum Tag { Width = 256, Height = 257, Orientation = 274, ExtraSamples = 338, SampleFormat = 339 };
    constexpr int kShort = 3, kWholeNumbers = 1;
    constexpr std::size_t kEntry = 12;
    const bool little = startsWith(file.bytes(), "II");
    const auto number = [&](std::size_t at, int bytes) {
        return little ? file.little(at, bytes) : file.big(at, bytes);
    };
    PictureHeader header{PictureHeader::Kind::Tiff, 0, 0};
    const auto directory = static_cast<std::size_t>(number(4, 4));
    const auto count = number(directory, 2);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto at = directory + 2 + static_cast<std::size_t>(i) * kEntry;
        const auto tag = number(at, 2);
        const auto value = number(at + 8, number(at + 2, 2) == kShort ? 2 : 4);
        if (tag == Width) header.width = value;
        if (tag == Height) header.height = value;
        if (tag == Orientation) header.orientationAt = at + 8;
        if (tag == ExtraSamples)
            fail(file.where(), Message::of("a TIFF with transparency, which is not read; save it as PNG"));
        if (tag == SampleFormat && number(at + 4, 4) <= 2 && value != kWholeNumbers)
            fail(
                file.where(),
                Message::of("a TIFF of other samples than whole numbers, which is not read; save it as PNG"));
    }
    return header;
}

Message foreignKind(Bytes file) {
    struct Magic {
        std::string_view bytes;
        Message name;
        std::size_t at = 0;
    };
    static const std::array<Magic, 8> kKinds{{{"GIF8", Message::of("a GIF")},
                                              {"II+", Message::of("a BigTIFF")},
                                              {{"MM\0+", 4}, Message::of("a BigTIFF")},
                                              {"ftypavif", Message::of("an AVIF"), 4},
                                              {"ftyphei", Message::of("a HEIC"), 4},
                                              {"\xFF\x0A", Message::of("a JPEG XL")},
                                              {"<!DOCTYPE", Message::of("an HTML page")},
                                              {"version https://git-lfs", Message::of("a git-LFS pointer")}}};
    if (file.empty()) return Message::of("an empty file");
    for (const auto& kind : kKinds)
        if (startsWith(file, kind.bytes, kind.at)) return kind.name;
    return Message::of("something else");
}

}  // namespace

PictureHeader readPictureHeader(Bytes file, const std::string& where) {
    const Fields fields(file, where);
    PictureHeader header;
    if (startsWith(file, "\xFF\xD8\xFF"))
        header = readJpeg(fields);
    else if (startsWith(file, "\x89PNG\r\n\x1A\n"))
        header = {PictureHeader::Kind::Png, fields.big(16, 4), fields.big(20, 4)};
    else if (startsWith(file, "RIFF") && startsWith(file, "WEBP", 8))
        header = readWebP(fields);
    else if (startsWith(file, "BM"))
        header = readBmp(fields);
    else if (startsWith(file, {"II*\0", 4}) || startsWith(file, {"MM\0*", 4}))
        header = readTiff(fields);
    else
        fail(where,
             Message::of("expected a JPEG, PNG, WebP, BMP or TIFF picture, found %1", foreignKind(file)));
    if (header.width <= 0 || header.height <= 0)
        fields.damaged(Message::of("its size is %1 x %2", header.width, header.height));
    if (header.width > kMaxPicturePixels / header.height)
        fail(where, Message::of("its header claims %1 x %2 pixels, more than the %3 million that are decoded",
                                header.width, header.height, kMaxPicturePixels / 1'000'000));
    return header;
}

}  // namespace afa
