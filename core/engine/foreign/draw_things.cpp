#include <algorithm>
#include <array>

#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"

namespace afa {
namespace {

constexpr std::array<SettingKey, 9> kKeys{{{"c", Setting::Prompt},
                                           {"uc", Setting::NegativePrompt},
                                           {"steps", Setting::Steps},
                                           {"scale", Setting::Cfg},
                                           {"seed", Setting::Seed},
                                           {"size", Setting::Size},
                                           {"sampler", Setting::Sampler},
                                           {"model", Setting::Model},
                                           {"v2", Setting::Passed}}};  // the same once more, of the app's own

std::string withoutEntities(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 8> kEntities{{{"&quot;", '"'},
                                                                          {"&apos;", '\''},
                                                                          {"&lt;", '<'},
                                                                          {"&gt;", '>'},
                                                                          {"&amp;", '&'},
                                                                          {"&#10;", '\n'},
                                                                          {"&#xA;", '\n'},
                                                                          {"&#39;", '\''}}};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        for (const auto& [entity, letter] : kEntities)
            if (text[at] == '&' && text.substr(at).starts_with(entity)) {
                out += letter;
                length = entity.size();
            }
        if (length == 0) out += text[at];
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

/// The user comment of an XMP packet, as an element (with its rdf:li) or an attribute.
std::string commentOfXmp(std::string_view xmp) {
    constexpr std::string_view kName = "exif:UserComment";
    const auto name = xmp.find(kName);
    if (name == std::string_view::npos) return {};
    const auto rest = xmp.substr(name + kName.size());
    if (rest.starts_with("=\"")) return withoutEntities(rest.substr(2, rest.find('"', 2) - 2));
    const auto element = rest.substr(0, rest.find("</exif:UserComment"));
    const auto item = element.find("<rdf:li");
    const auto begin = element.find('>', item == std::string_view::npos ? 0 : item);
    if (begin == std::string_view::npos) return {};
    const auto content = element.substr(begin + 1);
    return withoutEntities(content.substr(0, content.find('<')));
}

}  // namespace

std::optional<ForeignPicture> readDrawThings(const PictureTexts& texts, const std::string&) {
    for (const auto& text : {commentOfXmp(textOf(texts, "XML:com.adobe.xmp")), settingsText(texts)}) {
        const auto object = objectIn(text);
        if (!object || !object->contains("c") || !object->contains("uc")) continue;
        SettingsTaker taker("Draw Things");
        taker.take(kKeys, *object);
        return taker.finish();
    }
    return {};
}

}  // namespace afa
