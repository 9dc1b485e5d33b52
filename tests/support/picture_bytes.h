#pragma once
#include <zlib.h>

#include <string>
#include <string_view>
#include <vector>

// Pictures byte by byte: enough of each format for its texts to be found, without pixels.
namespace afa::test {

inline std::string number(std::size_t value, int bytes, bool little) {
    std::string out(static_cast<std::size_t>(bytes), '\0');
    for (int i = 0; i < bytes; ++i)
        out[static_cast<std::size_t>(little ? i : bytes - 1 - i)] = static_cast<char>(value >> 8 * i & 0xFF);
    return out;
}

inline std::string utf16(std::u16string_view text, bool little) {
    std::string out;
    for (const char16_t unit : text)
        out += number(unit, 2, little);
    return out;
}

/// An EXIF block with an orientation and a user comment (its 8 bytes of encoding included).
inline std::string exifBlock(const std::string& comment, bool little, int orientation = 1) {
    const auto entry = [&](std::size_t tag, std::size_t type, std::size_t count, const std::string& value) {
        return number(tag, 2, little) + number(type, 2, little) + number(count, 4, little) + value;
    };
    constexpr std::size_t kSecond = 8 + 2 + 2 * 12 + 4, kData = kSecond + 2 + 12 + 4;
    return (little ? "II" : "MM") + number(42, 2, little) + number(8, 4, little) + number(2, 2, little) +
           entry(0x0112, 3, 1,
                 number(static_cast<std::size_t>(orientation), 2, little) + std::string(2, '\0')) +
           entry(0x8769, 4, 1, number(kSecond, 4, little)) + number(0, 4, little) + number(1, 2, little) +
           entry(0x9286, 7, comment.size(), number(kData, 4, little)) + number(0, 4, little) + comment;
}

inline std::string jpegSegment(int marker, const std::string& data) {
    return std::string("\xFF") + static_cast<char>(marker) + number(data.size() + 2, 2, false) + data;
}
inline std::string jpeg(const std::string& segments) {
    return "\xFF\xD8" + segments + jpegSegment(0xDA, std::string(6, '\0')) + "\xFF\xD9";
}
inline std::string jpegWithExif(const std::string& block) {
    return jpeg(jpegSegment(0xE1, std::string("Exif\0\0", 6) + block));
}

inline std::string webpChunk(const std::string& type, const std::string& data) {
    return type + number(data.size(), 4, true) + data + std::string(data.size() % 2, '\0');
}
inline std::string webp(const std::string& chunks) {
    const std::string body = "WEBP" + webpChunk("VP8X", std::string(10, '\0')) + chunks;
    return "RIFF" + number(body.size(), 4, true) + body;
}

inline std::string pngChunk(const std::string& type, const std::string& data) {
    const std::string both = type + data;
    const auto crc = crc32_z(0, reinterpret_cast<const Bytef*>(both.data()), both.size());
    return number(data.size(), 4, false) + both + number(crc, 4, false);
}
inline std::string png(const std::string& chunks, const std::string& after = {}) {
    const std::string header = number(1, 4, false) + number(1, 4, false) + std::string("\x08\x02\0\0\0", 5);
    return "\x89PNG\r\n\x1A\n" + pngChunk("IHDR", header) + chunks +
           pngChunk("IDAT", std::string("\x78\x9C\x63\x60\x60\x60\0\0\0\x04\0\x01", 12)) + after +
           pngChunk("IEND", "");
}
inline std::string pngText(const std::string& key, const std::string& value) {
    return pngChunk("tEXt", key + std::string(1, '\0') + value);
}

}  // namespace afa::test
