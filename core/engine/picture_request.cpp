#include "core/engine/picture_request.h"

#include <algorithm>
#include <boost/json.hpp>

#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"
#include "core/io/json_fields.h"
#include "core/io/picture_texts.h"

namespace afa {
namespace {

/// What takes effect from a picture's settings, and what says only who made it and where.
constexpr std::string_view kApplied[]{
    "prompt", "negative_prompt", "models",  "host",    "aggregator", "vae",      "mode",
    "width",  "height",          "steps",   "cfg",     "sampler",    "karras",   "eta",
    "seed",   "format",          "version", "program", "device",     "precision"};

/// Everything else a picture says, so that no setting of a newer version or of another mode is passed over
/// without a word; MagicFusion's where they are not what this program takes anyway.
void collectRest(PictureRequest& result, const JsonFields& fields) {
    const GenerateRequest defaults;
    for (const auto& [key, value] : fields.object()) {
        if (std::ranges::find(kApplied, std::string_view(key)) != std::end(kApplied)) continue;
        const std::string text = value.is_null() ? std::string() : shortened(plainText(value));
        const bool usual = (key == "magic_mode" && text == std::to_string(defaults.magicMode)) ||
                           (key == "magic_t0" && text == plainText(defaults.magicT0));
        if (!text.empty() && !usual) result.notApplied.emplace_back(key, text);
    }
}

PictureRequest fromStudio(const std::string& json, const std::string& where) {
    const JsonFields fields(json, where);
    PictureRequest result;
    result.source = PictureRequest::Source::Studio;
    auto& request = result.request;
    auto& said = result.said;
    const auto has = [&](const char* key) { return fields.find(key) != nullptr; };
    const auto number = [&](const char* key, int fallback) {
        return static_cast<int>(fields.integer(key, fallback, 0, INT32_MAX));
    };
    if (has("prompt")) said.prompt = fields.text("prompt", {});
    if (has("negative_prompt")) said.negativePrompt = fields.text("negative_prompt", {});
    if (has("width")) said.width = number("width", 0);
    if (has("height")) said.height = number("height", 0);
    if (has("steps")) said.steps = number("steps", 0);
    if (has("cfg")) said.cfg = fields.number("cfg", {});
    if (has("sampler")) said.sampler = fields.text("sampler", {});
    if (has("karras")) said.karras = fields.boolean("karras", {});
    if (has("eta")) said.eta = fields.number("eta", {});
    request.host = number("host", 0);
    request.mode = fields.text("mode", "");
    if (const auto* seed = fields.find("seed")) {
        if (seed->is_uint64())
            said.seed = seed->as_uint64();
        else if (seed->is_int64() && seed->as_int64() >= 0)
            said.seed = static_cast<std::uint64_t>(seed->as_int64());
        else
            fields.fail("seed", "a whole number that is not negative");
    }
    result.aggregator = fields.text("aggregator", "");
    result.vae = fields.text("vae", "");
    for (const auto& value : fields.array("models")) {
        if (!value.is_object()) fields.fail("models", "a list of objects");
        const JsonFields model(value.as_object(), where + ": models");
        result.models.push_back({model.text("name", ""), model.text("sha256", ""), {}});
    }
    collectRest(result, fields);
    apply(said, request);
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
    const auto put = [](const auto& value, auto& target) {
        if (value) target = *value;
    };
    put(said.prompt, request.prompt);
    put(said.negativePrompt, request.negativePrompt);
    put(said.width, request.width);
    put(said.height, request.height);
    put(said.steps, request.steps);
    put(said.cfg, request.cfg);
    put(said.eta, request.eta);
    put(said.sampler, request.sampler);
    put(said.karras, request.karras);
    if (said.seed) request.seed = said.seed;
}

bool mayCarrySettings(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
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
