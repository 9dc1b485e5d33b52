#include "core/engine/foreign/programs.h"

#include <array>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"

namespace afa {
namespace {

using Reader = std::optional<ForeignPicture> (*)(const PictureTexts&, const std::string&);

/// Programs of unmistakable marks first, the loosest last.
constexpr std::array<Reader, 9> kReaders{readSwarmUi, readFooocus,    readInvokeAi,
                                         readNovelAi, readDrawThings, readEasyDiffusion,
                                         readA1111,   readComfyUi,    readOtherJson};

/// Python's json writes NaN and Infinity, which JSON does not know.
std::string withoutNan(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool inString = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto rest = text.substr(i);
        std::size_t word = 0;
        if (!inString)
            for (const std::string_view name : {"NaN", "-Infinity", "Infinity"})
                if (rest.starts_with(name)) word = name.size();
        if (word > 0) {
            out += "null";
            i += word;
            continue;
        }
        if (inString && text[i] == '\\' && rest.size() > 1)
            out += text[i++];
        else if (text[i] == '"')
            inString = !inString;
        out += text[i++];
    }
    return out;
}

}  // namespace

bool opensLikeJson(std::string_view text) {
    text = trimmed(text);
    if (!text.starts_with('{')) return false;
    text = trimmed(text.substr(1));
    return text.starts_with('"') || text.starts_with('}');
}

const std::string& textOf(const PictureTexts& texts, const std::string& key) {
    static const std::string kNone;
    const auto found = texts.find(key);
    return found == texts.end() ? kNone : found->second;
}

const std::string& settingsText(const PictureTexts& texts) {
    for (const char* key : {"parameters", "exif:UserComment", "jpeg:Comment"})
        if (const auto& text = textOf(texts, key); !text.empty()) return text;
    return textOf(texts, "parameters");
}

boost::json::object objectOf(const std::string& text, const std::string& where, const char* program) {
    auto value = parseJson(withoutNan(trimmed(text)), Message::of("%1: its settings of %2", where, program));
    if (!value.is_object())
        throw FileError(Message::of(
            "%1: its settings of %2: expected a JSON object, found another JSON value", where, program));
    return std::move(value.get_object());
}

std::optional<boost::json::object> objectIn(const std::string& text) {
    if (!opensLikeJson(text)) return {};
    try {
        return objectOf(text, {}, "");
    } catch (const FileError&) {
        return {};
    }
}

std::optional<ForeignPicture> readForeignPicture(const PictureTexts& texts, const std::string& where) {
    for (const auto read : kReaders)
        if (auto picture = read(texts, where)) return picture;
    return {};
}

}  // namespace afa
