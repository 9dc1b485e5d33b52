#include "core/engine/picture_request.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "core/base/samplers.h"
#include "core/base/text.h"
#include "core/io/json_fields.h"
#include "core/io/picture_file.h"
#include "core/io/picture_metadata.h"

namespace afa {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// The whole text as a number, or nothing.
template <typename Number>
std::optional<Number> numberOf(const std::string& text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

/// A1111's sampler names (modules/sd_samplers_*.py), old ones with the schedule in them included.
bool takeSampler(GenerateRequest& request, std::string title) {
    constexpr std::string_view kWithSchedule = " Karras";
    const bool karras = title.ends_with(kWithSchedule);
    if (karras) title.resize(title.size() - kWithSchedule.size());
    for (const auto& known : kSamplers) {
        if (title != known.webUi || (karras && !known.karras)) continue;
        request.sampler = known.name;
        request.karras = karras;
        return true;
    }
    return false;
}

bool takeSchedule(GenerateRequest& request, const std::string& name) {
    if (name == "Automatic" || name == "Normal" || name == "Uniform") return true;
    const auto* sampler = findSampler(request.sampler);
    if (name != "Karras" || !sampler || !sampler->karras) return false;
    request.karras = true;
    return true;
}

bool takeSize(GenerateRequest& request, const std::string& size) {
    const auto cross = size.find('x');
    if (cross == std::string::npos) return false;
    const auto width = numberOf<int>(size.substr(0, cross)), height = numberOf<int>(size.substr(cross + 1));
    if (!width || !height || *width <= 0 || *height <= 0) return false;
    request.width = *width;
    request.height = *height;
    return true;
}

/// Whether the setting is one of ours and could be used.
bool takeField(PictureRequest& result, const std::string& key, const std::string& value) {
    auto& request = result.request;
    const auto take = [](auto parsed, auto& target) {
        if (parsed) target = *parsed;
        return parsed.has_value();
    };
    if (key == "Steps") return take(numberOf<int>(value), request.steps);
    if (key == "CFG scale") return take(numberOf<double>(value), request.cfg);
    if (key == "Seed") return take(numberOf<std::uint64_t>(value), request.seed);
    if (key == "Eta DDIM") return take(numberOf<double>(value), request.eta);
    if (key == "Sampler") return takeSampler(request, value);
    if (key == "Schedule type") return takeSchedule(request, value);
    if (key == "Size") return takeSize(request, value);
    if (key == "Model") {
        result.models.front().name = value;
        return true;
    }
    if (key == "Model hash") {
        result.models.front().shortHash = value;
        return true;
    }
    return key == "Version";  // says who made it, not how
}

/// As a person reads it: text and numbers bare, lists with commas.
std::string plainText(const boost::json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_double()) return numberText(value.get_double());
    if (const auto* object = value.if_object()) {  // a merge's recipe: too long to tell whole
        const auto* method = object->if_contains("method");
        return method && method->is_string() ? std::string(method->get_string()) : "{..}";
    }
    if (!value.is_array()) return boost::json::serialize(value);
    std::string text;
    for (const auto& element : value.get_array())
        text += (text.empty() ? "" : ", ") + plainText(element);
    return text;
}

constexpr std::size_t kMostTold = 200;  // bytes of one setting; the file may be anybody's

/// At most so many bytes, cut before a character.
std::string utf8Prefix(const std::string& text, std::size_t most) {
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
        --most;
    return text.substr(0, most);
}

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
        std::string text = value.is_null() ? std::string() : plainText(value);
        if (text.size() > kMostTold) text = utf8Prefix(text, kMostTold) + " ..";
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
    const GenerateRequest defaults;
    request.prompt = fields.text("prompt", "");
    request.negativePrompt = fields.text("negative_prompt", "");
    request.host = static_cast<int>(fields.integer("host", 0, 0, INT32_MAX));
    request.mode = fields.text("mode", "");
    request.width = static_cast<int>(fields.integer("width", 0, 0, INT32_MAX));
    request.height = static_cast<int>(fields.integer("height", 0, 0, INT32_MAX));
    request.steps = static_cast<int>(fields.integer("steps", defaults.steps, 0, INT32_MAX));
    request.cfg = fields.number("cfg", defaults.cfg);
    request.sampler = fields.text("sampler", defaults.sampler);
    request.karras = fields.boolean("karras", false);
    request.eta = fields.number("eta", 0.0);
    if (const auto* seed = fields.find("seed")) {
        if (seed->is_uint64())
            request.seed = seed->as_uint64();
        else if (seed->is_int64() && seed->as_int64() >= 0)
            request.seed = static_cast<std::uint64_t>(seed->as_int64());
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
    return result;
}

}  // namespace

PictureRequest pictureRequestFromA1111(const std::string& text) {
    const auto parsed = parseA1111(text);
    PictureRequest result;
    result.source = PictureRequest::Source::A1111;
    result.request.prompt = parsed.prompt;
    result.request.negativePrompt = parsed.negativePrompt;
    result.models.resize(1);
    // The sampler first: which schedules are defined depends on it.
    Fields fields = parsed.fields;
    std::stable_partition(fields.begin(), fields.end(),
                          [](const auto& field) { return field.first == "Sampler"; });
    for (const auto& [key, value] : fields)
        if (!takeField(result, key, value)) result.notApplied.emplace_back(key, value);
    if (result.models.front().name.empty() && result.models.front().shortHash.empty()) result.models.clear();
    return result;
}

PictureRequest readPictureRequest(const std::filesystem::path& path) {
    const auto text = readPngText(path);
    if (const auto own = text.find("afa"); own != text.end())
        return fromStudio(own->second, path.string() + ": its settings");
    if (const auto other = text.find("parameters"); other != text.end())
        return pictureRequestFromA1111(other->second);
    return {};
}

}  // namespace afa
