#include "core/io/picture_texts.h"

#include <array>
#include <fstream>
#include <string_view>

#include "core/base/error.h"
#include "core/io/exif.h"
#include "core/io/mapped_file.h"
#include "core/io/picture_file.h"
#include "core/io/utf8.h"

namespace afa {
namespace {

using namespace std::string_view_literals;
using Texts = std::map<std::string, std::string>;

constexpr std::size_t kMaxTextBytes = 16 << 20;  // as of a PNG's
constexpr const char* kXmp = "XML:com.adobe.xmp";
constexpr std::string_view kXmpMark = "http://ns.adobe.com/xap/1.0/\0"sv;

enum class Kind { Png, Jpeg, WebP, Other };

Kind kindOf(std::string_view start) {
    if (start.starts_with("\x89PNG\r\n\x1A\n")) return Kind::Png;
    if (start.starts_with("\xFF\xD8\xFF")) return Kind::Jpeg;
    if (start.starts_with("RIFF") && start.substr(0, 12).ends_with("WEBP")) return Kind::WebP;
    return Kind::Other;
}

class Segments {
  public:
    Segments(std::string_view bytes, const std::string& where) : bytes_(bytes), where_(where) {}

    /// Up to the first scan, behind which there are only pixels.
    Texts ofJpeg() {
        for (std::size_t at = 2;;) {
            need(at, 4, "JPEG");
            if (bytes_[at] != '\xFF') fail("JPEG", Message::of("expected a marker at byte %1", at));
            const auto marker = byte(at + 1);
            if (marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                at += marker == 0xFF ? 1 : 2;  // a filling byte; a marker without data
                continue;
            }
            if (marker == 0xDA || marker == 0xD9) return std::move(texts_);
            const std::size_t length = byte(at + 2) << 8 | byte(at + 3);
            if (length < 2) fail("JPEG", Message::of("a segment shorter than its own length field"));
            need(at + 2, length, "JPEG");
            const auto data = bytes_.substr(at + 4, length - 2);
            if (marker == 0xFE) put("jpeg:Comment", data);
            if (marker == 0xE1 && data.starts_with(kXmpMark)) put(kXmp, data.substr(kXmpMark.size()));
            at += 2 + length;
        }
    }

    Texts ofWebP() {
        constexpr std::size_t kHeader = 8;
        for (std::size_t at = 12; at < bytes_.size();) {
            if (bytes_.size() - at < kHeader) break;  // padding
            std::size_t length = 0;
            for (std::size_t i = 4; i-- > 0;)
                length = length << 8 | byte(at + 4 + i);
            need(at + kHeader, length, "WebP");
            if (bytes_.substr(at, 4) == "XMP ") put(kXmp, bytes_.substr(at + kHeader, length));
            at += kHeader + length + length % 2;
        }
        return std::move(texts_);
    }

  private:
    [[noreturn]] void fail(const char* kind, const Message& what) const {
        throw FileError(Message::of("%1: damaged %2: %3", where_, kind, what));
    }
    void need(std::size_t at, std::size_t count, const char* kind) const {
        if (at > bytes_.size() || bytes_.size() - at < count)
            fail(kind,
                 Message::of("it ends in the middle, after %1 bytes; the file is cut short", bytes_.size()));
    }
    std::size_t byte(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }

    void put(const char* key, std::string_view text) {
        if (text.size() > kMaxTextBytes)
            throw FileError(Message::of("%1: a text of %2 bytes, more than the %3 that are read", where_,
                                        text.size(), kMaxTextBytes));
        while (!text.empty() && text.back() == '\0')
            text.remove_suffix(1);
        texts_.try_emplace(key, toUtf8(std::string(text)));
    }

    std::string_view bytes_;
    const std::string& where_;
    Texts texts_;
};

}  // namespace

Texts readPictureTextsBytes(std::span<const std::byte> bytes, const std::string& where) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    Texts texts;
    switch (kindOf(text)) {
        case Kind::Png:
            texts = readPngTextBytes(bytes, where);
            break;
        case Kind::Jpeg:
            texts = Segments(text, where).ofJpeg();
            break;
        case Kind::WebP:
            texts = Segments(text, where).ofWebP();
            break;
        case Kind::Other:
            throw FileError(Message::of("%1: not a PNG, JPEG or WebP picture", where));
    }
    const auto exif = findExif(bytes);
    if (exif.size() > kMaxTextBytes)
        throw FileError(Message::of("%1: an EXIF block of %2 bytes, more than the %3 that are read", where,
                                    exif.size(), kMaxTextBytes));
    for (auto& [key, value] : readExif(exif).texts)
        texts.try_emplace("exif:" + key, value);
    return texts;
}

Texts readPictureTexts(const std::filesystem::path& path) {
    return readPictureTextsBytes(MappedFile::open(path)->bytes(), path.string());
}

bool isPictureWithTexts(const std::filesystem::path& path) {
    std::array<char, 12> start{};
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    return kindOf({start.data(), static_cast<std::size_t>(file.gcount())}) != Kind::Other;
}

}  // namespace afa
