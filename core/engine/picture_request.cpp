#include "core/engine/picture_request.h"

#include <algorithm>
#include <charconv>

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
struct NamedSampler {
    const char* title;
    const char* sampler;
    bool karras;
};
constexpr NamedSampler kSamplers[]{{"DDIM", "ddim", false},
                                   {"PLMS", "pndm", false},
                                   {"Euler", "euler", false},
                                   {"Euler Karras", "euler", true},
                                   {"Euler a", "euler-a", false},
                                   {"DPM++ 2M", "dpmpp-2m", false},
                                   {"DPM++ 2M Karras", "dpmpp-2m", true}};

bool takeSampler(GenerateRequest& request, const std::string& title) {
    for (const auto& known : kSamplers) {
        if (title != known.title) continue;
        request.sampler = known.sampler;
        request.karras = known.karras;
        return true;
    }
    return false;
}

bool takeSchedule(GenerateRequest& request, const std::string& name) {
    if (name == "Automatic" || name == "Normal" || name == "Uniform") return true;
    if (name != "Karras" || (request.sampler != "dpmpp-2m" && request.sampler != "euler")) return false;
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
    if (const auto latents = fields.text("latents", ""); !latents.empty())
        result.notApplied.emplace_back("latents", latents);
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
