#include "core/text/normalized_text.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>
#include <string>

#include "core/base/error.h"

namespace afa {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kCapitalIWithDot = 0x130;
constexpr char32_t kCombiningDotAbove = 0x307;
constexpr char32_t kFirstAffectedByNfc = 0x300;  ///< NFC leaves a text of lower code points as it is

std::vector<TextUnit> decode(std::string_view utf8, std::size_t base) {
    std::vector<TextUnit> units;
    units.reserve(utf8.size());
    std::size_t at = 0;
    while (at < utf8.size()) {
        const std::size_t begin = at;
        // ICU counts in int32_t: a code point takes at most four bytes, so a small window does.
        const auto window = static_cast<std::int32_t>(std::min<std::size_t>(utf8.size() - at, U8_MAX_LENGTH));
        std::int32_t i = 0;
        UChar32 code = 0;
        U8_NEXT(utf8.data() + begin, i, window, code);
        at += static_cast<std::size_t>(i);
        units.push_back({code < 0 ? kReplacement : static_cast<char32_t>(code), base + begin});
    }
    return units;
}

const UNormalizer2* nfcInstance() {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) throw Error(Message::of("ICU has no NFC data: %1", u_errorName(status)));
    return nfc;
}

/// Appends the NFC form of units [begin, end), a stretch that nothing around it can change. Code points that
/// NFC leaves at either end keep their own origin; those between share the origin of the first that changed.
void appendNfcSegment(const UNormalizer2* nfc, const std::vector<TextUnit>& units, std::size_t begin,
                      std::size_t end, std::vector<TextUnit>& out) {
    if (end - begin == 1 && units[begin].code < kFirstAffectedByNfc) {
        out.push_back(units[begin]);
        return;
    }
    std::u16string source;
    for (std::size_t i = begin; i < end; ++i) {
        const auto code = static_cast<UChar32>(units[i].code);
        if (U_IS_BMP(code)) {
            source.push_back(static_cast<char16_t>(code));
        } else {
            source.push_back(U16_LEAD(code));
            source.push_back(U16_TRAIL(code));
        }
    }
    constexpr std::size_t kMostExpansion = 3;  // UTF-16 under NFC, UAX 15 "Maximum expansion factors"
    if (source.size() > std::numeric_limits<std::int32_t>::max() / kMostExpansion)
        throw Error(Message::of("a prompt of %1 combining characters in one run is too long", source.size()));
    std::u16string target(source.size() * kMostExpansion, u'\0');
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length =
        unorm2_normalize(nfc, source.data(), static_cast<std::int32_t>(source.size()), target.data(),
                         static_cast<std::int32_t>(target.size()), &status);
    if (U_FAILURE(status))
        throw Error(Message::of("ICU could not normalise a prompt: %1", u_errorName(status)));

    std::vector<char32_t> codes;
    for (std::int32_t i = 0; i < length;) {
        UChar32 code = 0;
        U16_NEXT(target.data(), i, length, code);
        codes.push_back(static_cast<char32_t>(code));
    }
    const std::size_t before = end - begin, after = codes.size();
    std::size_t head = 0, tail = 0;
    while (head < std::min(before, after) && codes[head] == units[begin + head].code)
        ++head;
    while (tail < std::min(before, after) - head && codes[after - 1 - tail] == units[end - 1 - tail].code)
        ++tail;
    for (std::size_t i = 0; i < after; ++i) {
        std::size_t from = begin + head;
        if (i < head) from = begin + i;
        if (i >= after - tail) from = end - (after - i);
        out.push_back({codes[i], units[from].origin});
    }
}

std::vector<TextUnit> toNfc(std::vector<TextUnit> units) {
    const bool plain = std::all_of(units.begin(), units.end(),
                                   [](const TextUnit& unit) { return unit.code < kFirstAffectedByNfc; });
    if (plain) return units;
    const UNormalizer2* nfc = nfcInstance();
    std::vector<TextUnit> out;
    out.reserve(units.size());
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= units.size(); ++i) {
        if (i < units.size() && !unorm2_hasBoundaryBefore(nfc, static_cast<UChar32>(units[i].code))) continue;
        appendNfcSegment(nfc, units, begin, i, out);
        begin = i;
    }
    return out;
}

}  // namespace

CharClass charClass(char32_t code) {
    const auto c = static_cast<UChar32>(code);
    if (u_isUWhiteSpace(c)) return CharClass::Space;
    const std::uint32_t category = U_GET_GC_MASK(c);
    if (category & U_GC_L_MASK) return CharClass::Letter;
    if (category & U_GC_N_MASK) return CharClass::Number;
    return CharClass::Other;
}

std::vector<TextUnit> normalizeForClip(std::string_view utf8, std::size_t base) {
    const std::vector<TextUnit> composed = toNfc(decode(utf8, base));
    std::vector<TextUnit> out;
    out.reserve(composed.size());
    bool inSpace = false;
    for (const TextUnit& unit : composed) {
        if (charClass(unit.code) == CharClass::Space) {
            if (!inSpace) out.push_back({U' ', unit.origin});
            inSpace = true;
            continue;
        }
        inSpace = false;
        if (unit.code == kCapitalIWithDot) {
            // The one code point whose lower case (Unicode's SpecialCasing, without conditions) is two.
            out.push_back({U'i', unit.origin});
            out.push_back({kCombiningDotAbove, unit.origin});
        } else {
            out.push_back({static_cast<char32_t>(u_tolower(static_cast<UChar32>(unit.code))), unit.origin});
        }
    }
    return out;
}

}  // namespace afa
