#include "core/engine/picture_request.h"

#include <algorithm>
#include <boost/json.hpp>

#include "core/base/path.h"
#include "core/engine/field_json.h"
#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"
#include "core/engine/request_fields.h"
#include "core/io/json_fields.h"
#include "core/io/picture_texts.h"

namespace afa {
namespace {

/// What says of a picture who made it and where, or is read apart from the fields.
constexpr std::string_view kApart[]{"models",  "aggregator", "vae",    "format",
                                    "version", "program",    "device", "precision"};

/// Whether the window can take it: a field of PictureSettings, or the host and the mode.
bool isTaken(std::string_view key) {
    if (std::ranges::find(kApart, key) != std::end(kApart)) return true;
    bool taken = key == "host" || key == "mode";
    forEachSharedField(GenerateRequest{}, PictureSettings{},
                       [&](const Field& field, const auto&, const auto&) { taken |= key == field.picture; });
    return taken;
}

/// Everything else a picture says, so that no setting of a newer version or of another mode is passed over
/// without a word; MagicFusion's where they are not what this program takes anyway.
void collectRest(PictureRequest& result, const JsonFields& fields) {
    const GenerateRequest defaults;
    for (const auto& [key, value] : fields.object()) {
        if (isTaken(key)) continue;
        const std::string text = value.is_null() ? std::string() : shortened(plainText(value));
        const bool usual = (key == "magic_mode" && text == std::to_string(defaults.magicMode)) ||
                           (key == "magic_t0" && text == plainText(defaults.magicT0));
        if (!text.empty() && !usual) result.notApplied.emplace_back(key, text);
    }
}

/// A number here, a text in the queue's journal.
std::uint64_t readSeed(const JsonFields& fields, const char* key) {
    const auto* seed = fields.find(key);
    if (seed->is_uint64()) return seed->as_uint64();
    if (seed->is_int64() && seed->as_int64() >= 0) return static_cast<std::uint64_t>(seed->as_int64());
    fields.fail(key, "a whole number that is not negative");
}

PictureRequest fromStudio(const std::string& json, const std::string& where) {
    const JsonFields fields(json, where);
    PictureRequest result;
    result.source = PictureRequest::Source::Studio;
    forEachField(result.request, [&](const Field& field, auto& value) {
        if (!field.picture || !fields.find(field.picture)) return;
        if constexpr (requires { value.has_value(); })
            value = readSeed(fields, field.picture);
        else
            readField(fields, field.picture, value);
    });
    forEachSharedField(std::as_const(result.request), result.said,
                       [&](const Field& field, const auto& value, auto& said) {
                           if (fields.find(field.picture)) said = value;
                       });
    result.aggregator = fields.text("aggregator", "");
    result.vae = fields.text("vae", "");
    for (const auto& value : fields.array("models")) {
        if (!value.is_object()) fields.fail("models", "a list of objects");
        const JsonFields model(value.as_object(), where + ": models");
        result.models.push_back({model.text("name", ""), model.text("sha256", ""), {}});
    }
    collectRest(result, fields);
    return result;
}

PictureRequest fromForeign(ForeignPicture picture) {
    PictureRequest result;
    result.source = PictureRequest::Source::Other;
    result.program = std::move(picture.program);
    result.said = std::move(picture.settings);
    apply(result.said, result.request);
    if (!picture.model.empty() || !picture.modelHash.empty())
        result.models.push_back({picture.model, {}, picture.modelHash});
    result.notApplied = std::move(picture.notApplied);
    return result;
}

}  // namespace

void apply(const PictureSettings& said, GenerateRequest& request) {
    forEachField(said, [&](const Field& one, const auto& from) {
        forEachField(request, [&](const Field& other, auto& to) {
            using To = std::remove_cvref_t<decltype(to)>;
            using From = std::remove_cvref_t<decltype(from)>;
            if constexpr (std::is_same_v<From, std::optional<To>> || std::is_same_v<From, To>) {
                if (!from || std::string_view(one.name) != other.name) return;
                if constexpr (std::is_same_v<From, To>)
                    to = from;
                else
                    to = *from;
            }
        });
    });
}

bool mayCarrySettings(const std::filesystem::path& path) {
    const std::string ending = lowerExtension(path);
    for (const char* known : {".png", ".jpg", ".jpeg", ".webp"})
        if (ending == known) return true;
    return isPictureWithTexts(path);
}

PictureRequest readPictureRequest(const std::filesystem::path& path) {
    const auto texts = readPictureTexts(path);
    if (const auto own = texts.find("afa"); own != texts.end())
        return fromStudio(own->second, path.string() + ": its settings");
    if (auto foreign = readForeignPicture(texts, path.string())) return fromForeign(std::move(*foreign));
    return {};
}

}  // namespace afa
