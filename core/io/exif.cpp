#include "core/io/exif.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/io/utf8.h"

namespace afa {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kExifMark{"Exif\0\0", 6};

std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// An unsigned number of `size` bytes, or nothing where the text ends earlier.
std::optional<std::uint32_t> numberAt(std::string_view bytes, std::size_t at, std::size_t size, bool little) {
    if (at > bytes.size() || bytes.size() - at < size) return {};
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + (little ? size - 1 - i : i)]);
    return value;
}

bool isTiff(std::string_view text) {
    return text.starts_with("II*\0"sv) || text.starts_with("MM\0*"sv);
}

/// JPEG's segments up to the first scan (ITU-T T.81 Annex B).
std::string_view exifOfJpeg(std::string_view file) {
    for (std::size_t at = 2; at + 4 <= file.size();) {
        if (file[at] != '\xFF') return {};
        const auto marker = static_cast<unsigned char>(file[at + 1]);
        if (marker == 0xFF) {  // a filling byte
            ++at;
            continue;
        }
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {  // no segment follows
            at += 2;
            continue;
        }
        const auto length = numberAt(file, at + 2, 2, false);
        if (marker == 0xDA || marker == 0xD9 || !length || *length < 2 || *length > file.size() - at - 2)
            return {};
        const auto data = file.substr(at + 4, *length - 2);
        if (marker == 0xE1 && data.starts_with(kExifMark)) return data.substr(kExifMark.size());
        at += 2 + *length;
    }
    return {};
}

/// The first chunk of a type; WebP's (RIFF) have their length behind the type, PNG's before it.
std::string_view chunkOf(std::string_view file, std::size_t at, std::string_view type, bool riff) {
    constexpr std::size_t kHeader = 8, kChecksum = 4;
    while (at <= file.size() && file.size() - at >= kHeader) {
        const auto length = numberAt(file, at + (riff ? 4 : 0), 4, riff);
        if (!length || *length > file.size() - at - kHeader) return {};
        if (file.substr(at + (riff ? 0 : 4), 4) == type) return file.substr(at + kHeader, *length);
        at += kHeader + *length + (riff ? *length % 2 : kChecksum);
    }
    return {};
}

std::optional<std::string> fromUtf16(std::string_view bytes, bool little) {
    if (bytes.size() % 2 != 0) bytes.remove_suffix(1);
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t code = *numberAt(bytes, at, 2, little);
        if (code >= 0xDC00 && code < 0xE000) return {};
        if (code >= 0xD800 && code < 0xDC00) {
            const auto low = numberAt(bytes, at + 2, 2, little);
            if (!low || *low < 0xDC00 || *low >= 0xE000) return {};
            code = 0x10000 + ((code - 0xD800) << 10) + (*low - 0xDC00);
            at += 2;
        }
        if (code != 0) appendUtf8(out, code);  // padding
    }
    return out;
}

/// Letters of ASCII in UTF-16 of this order: every text of settings has many.
std::size_t asciiIn(std::string_view bytes, bool little) {
    std::size_t count = 0;
    for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2) {
        const auto code = *numberAt(bytes, at, 2, little);
        if (code == '\n' || (code >= 0x20 && code < 0x7F)) ++count;
    }
    return count;
}

/// Writers take either byte order, whatever the block's: a mark decides, else what looks like text.
std::string fromUtf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE"sv)) return fromUtf16(bytes.substr(2), true).value_or("");
    if (bytes.starts_with("\xFE\xFF"sv)) return fromUtf16(bytes.substr(2), false).value_or("");
    const auto little = asciiIn(bytes, true), big = asciiIn(bytes, false);
    const auto first = fromUtf16(bytes, little > big);
    return first || little != big ? first.value_or("") : fromUtf16(bytes, true).value_or("");
}

/// Bytes in no encoding that is told: UTF-8, UTF-16 by its zero bytes, or Latin-1.
std::string fromBytes(std::string_view bytes) {
    while (!bytes.empty() && bytes.back() == '\0')
        bytes.remove_suffix(1);
    const auto zeros = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
    if (zeros > bytes.size() / 4) return fromUtf16(bytes);
    std::string text = toUtf8(std::string(bytes));
    std::erase(text, '\0');
    return text;
}

/// UserComment opens with 8 bytes that name its encoding.
std::string fromUserComment(std::string_view bytes) {
    constexpr std::size_t kCode = 8;
    if (bytes.size() < kCode) return fromBytes(bytes);
    const auto code = bytes.substr(0, kCode), text = bytes.substr(kCode);
    if (code == "UNICODE\0"sv) {
        // Some write UTF-8 under this name; UTF-16 of settings has zero bytes.
        const bool wide = text.find('\0') != std::string_view::npos;
        return !wide && decodeUtf8(text) ? std::string(text) : fromUtf16(text);
    }
    if (code == "ASCII\0\0\0"sv || code == "\0\0\0\0\0\0\0\0"sv) return fromBytes(text);
    if (code == "JIS\0\0\0\0\0"sv)  // its ASCII part; the rest needs tables of characters
        return std::ranges::all_of(text, [](char c) { return c >= 0 && c != '\x1B'; }) ? fromBytes(text)
                                                                                       : std::string();
    return fromBytes(bytes);
}

class Directory {
  public:
    explicit Directory(std::string_view block) : block_(block), little_(block.starts_with("II")) {}

    ExifFacts read() {
        if (const auto first = numberAt(block_, 4, 4, little_)) entries(*first, true);
        return std::move(facts_);
    }

  private:
    enum Tag : std::uint32_t {
        ImageDescription = 0x010E,
        Make = 0x010F,
        Model = 0x0110,
        Orientation = 0x0112,
        Software = 0x0131,
        ExifDirectory = 0x8769,
        MakerNote = 0x927C,
        UserComment = 0x9286
    };

    /// The directory at `at`, and from the first one the EXIF directory: no other is followed, so none twice.
    void entries(std::size_t at, bool first) {
        constexpr std::size_t kEntry = 12;
        const auto count = numberAt(block_, at, 2, little_).value_or(0);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t place = at + 2 + i * kEntry;
            if (place + kEntry > block_.size()) return;
            entry(place, first);
        }
    }

    void entry(std::size_t at, bool first) {
        const auto tag = *numberAt(block_, at, 2, little_);
        if (tag == Orientation) {
            const auto value = *numberAt(block_, at + 8, 2, little_);
            if (value >= 1 && value <= 8) facts_.orientation = static_cast<int>(value);
        } else if (tag == ExifDirectory && first) {
            entries(*numberAt(block_, at + 8, 4, little_), false);
        } else if (tag == UserComment) {
            put("UserComment", fromUserComment(value(at)));
        } else {
            constexpr std::array<std::pair<Tag, const char*>, 5> kTexts{
                {{ImageDescription, "ImageDescription"},
                 {Make, "Make"},
                 {Model, "Model"},
                 {Software, "Software"},
                 {MakerNote, "MakerNote"}}};
            for (const auto& [known, name] : kTexts)
                if (tag == known) put(name, fromBytes(value(at)));
        }
    }

    /// The bytes of an entry of one-byte values; empty for others.
    std::string_view value(std::size_t at) const {
        const auto type = *numberAt(block_, at + 2, 2, little_);
        const std::size_t count = *numberAt(block_, at + 4, 4, little_);
        constexpr std::uint32_t kByte = 1, kAscii = 2, kUndefined = 7;
        if (type != kByte && type != kAscii && type != kUndefined) return {};
        const std::size_t place = count <= 4 ? at + 8 : *numberAt(block_, at + 8, 4, little_);
        if (place > block_.size() || count > block_.size() - place) return {};
        return block_.substr(place, count);
    }

    void put(const char* name, const std::string& text) {
        if (!text.empty()) facts_.texts.try_emplace(name, text);
    }

    std::string_view block_;
    bool little_;
    ExifFacts facts_;
};

}  // namespace

std::span<const std::byte> findExif(std::span<const std::byte> file) {
    const auto text = textOf(file);
    std::string_view block;
    if (text.starts_with("\xFF\xD8"))
        block = exifOfJpeg(text);
    else if (text.starts_with("RIFF") && text.substr(0, 12).ends_with("WEBP"))
        block = chunkOf(text, 12, "EXIF", true);
    else if (text.starts_with("\x89PNG\r\n\x1A\n"))
        block = chunkOf(text, 8, "eXIf", false);
    else if (isTiff(text))
        block = text;
    if (block.starts_with(kExifMark)) block.remove_prefix(kExifMark.size());  // some WebP writers keep it
    return std::as_bytes(std::span(block.data(), block.size()));
}

ExifFacts readExif(std::span<const std::byte> block) {
    const auto text = textOf(block);
    return isTiff(text) ? Directory(text).read() : ExifFacts();
}

}  // namespace afa
