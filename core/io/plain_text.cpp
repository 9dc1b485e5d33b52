#include "core/io/plain_text.h"

#include <cstdio>

#include "core/base/error.h"
#include "core/io/utf8.h"

namespace afa {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

char32_t unitAt(std::string_view bytes, std::size_t at, bool bigEndian) {
    const auto low = static_cast<unsigned char>(bytes[at + (bigEndian ? 1 : 0)]);
    const auto high = static_cast<unsigned char>(bytes[at + (bigEndian ? 0 : 1)]);
    return static_cast<char32_t>(high << 8 | low);
}

std::string fromUtf16(std::string_view bytes, bool bigEndian) {
    if (bytes.size() % 2 != 0) throw DataError("a UTF-16 text that ends within a letter; save it as UTF-8");
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t code = unitAt(bytes, at, bigEndian);
        if (code >= 0xD800 && code < 0xE000) {
            const char32_t next = at + 3 < bytes.size() ? unitAt(bytes, at + 2, bigEndian) : 0;
            if (code >= 0xDC00 || next < 0xDC00 || next >= 0xE000)
                throw DataError("a UTF-16 text with half a letter at byte " + std::to_string(at) +
                                "; save it as UTF-8");
            code = 0x10000 + ((code - 0xD800) << 10) + (next - 0xDC00);
            at += 2;
        }
        if (code != 0xFEFF) appendUtf8(out, code);
    }
    return out;
}

std::string withoutMarks(std::string_view text) {
    std::string out;
    for (auto mark = text.find(kUtf8Mark); mark != std::string_view::npos; mark = text.find(kUtf8Mark)) {
        out += text.substr(0, mark);
        text.remove_prefix(mark + kUtf8Mark.size());
    }
    return out += text;
}

}  // namespace

std::string plainText(std::string_view bytes) {
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
        bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
        throw DataError("a text in UTF-32; save it as UTF-8");
    if (bytes.starts_with("\xFF\xFE")) return fromUtf16(bytes.substr(2), false);
    if (bytes.starts_with("\xFE\xFF")) return fromUtf16(bytes.substr(2), true);
    if (const auto zero = bytes.find('\0'); zero != std::string_view::npos)
        throw DataError("a zero byte at byte " + std::to_string(zero) +
                        ": a text in UTF-16 without its mark, or no text; save it as UTF-8");
    return withoutMarks(bytes);
}

std::optional<std::string> controlCharacter(std::string_view text) {
    const auto codes = decodeUtf8(text);
    if (!codes) return std::nullopt;
    for (const char32_t code : *codes) {
        const bool space = code >= 0x09 && code <= 0x0D;
        if (space || code == 0x85 || (code >= 0x20 && code < 0x7F) || code >= 0xA0) continue;
        char name[16];
        std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(code));
        return name;
    }
    return std::nullopt;
}

}  // namespace afa
