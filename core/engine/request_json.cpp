#include "core/engine/request_json.h"

#include <boost/json.hpp>

#include "core/io/json_fields.h"

namespace afa {
namespace {

std::vector<double> numbers(const JsonFields& fields, std::string_view key) {
    return fields.find(key) ? fields.numbers(key) : std::vector<double>{};
}

}  // namespace

std::string generateRequestJson(const GenerateRequest& request) {
    boost::json::array models;
    for (const auto& path : request.models)
        models.emplace_back(path.string());
    boost::json::object object{{"models", std::move(models)},
                               {"aggregator", request.aggregator.string()},
                               {"allow_other_models", request.allowOtherModels},
                               {"host", request.host},
                               {"vae", request.vae.string()},
                               {"mode", request.mode},
                               {"noise_weights", boost::json::value_from(request.noiseWeights)},
                               {"schedule", request.schedule},
                               {"merge", request.merge.string()},
                               {"merge_recipe", request.mergeRecipe},
                               {"magic_mode", request.magicMode},
                               {"magic_t0", request.magicT0},
                               {"magic_k", boost::json::value_from(request.magicK)},
                               {"model_prompts", boost::json::value_from(request.modelPrompts)},
                               {"prompt", request.prompt},
                               {"negative_prompt", request.negativePrompt},
                               {"width", request.width},
                               {"height", request.height},
                               {"steps", request.steps},
                               {"cfg", request.cfg},
                               {"sampler", request.sampler},
                               {"karras", request.karras},
                               {"eta", request.eta},
                               {"count", request.count},
                               {"output", request.output.string()},
                               {"metadata", request.metadata},
                               {"maps", request.maps.string()},
                               {"sheet", request.sheet.string()},
                               {"latents", request.latents.string()},
                               {"trace", request.trace.string()},
                               {"keep_maps", request.keepMaps},
                               {"device", request.compute.device},
                               {"precision", request.compute.precision},
                               {"threads", request.compute.threads}};
    // As text: JSON numbers of other programs lose what is past 2^53.
    if (request.seed) object["seed"] = std::to_string(*request.seed);
    return boost::json::serialize(object);
}

GenerateRequest generateRequestFromJson(const std::string& json, const std::string& where) {
    const JsonFields fields(json, where);
    const GenerateRequest defaults;
    GenerateRequest request;
    for (const auto& path : fields.texts("models", {}))
        request.models.emplace_back(path);
    request.aggregator = fields.text("aggregator", "");
    request.allowOtherModels = fields.boolean("allow_other_models", defaults.allowOtherModels);
    request.host = static_cast<int>(fields.integer("host", defaults.host, 0, INT32_MAX));
    request.vae = fields.text("vae", "");
    request.mode = fields.text("mode", "");
    request.noiseWeights = numbers(fields, "noise_weights");
    request.schedule = fields.text("schedule", "");
    request.merge = fields.text("merge", "");
    request.mergeRecipe = fields.text("merge_recipe", "");
    request.magicMode = static_cast<int>(fields.integer("magic_mode", defaults.magicMode, 0, INT32_MAX));
    request.magicT0 = fields.number("magic_t0", defaults.magicT0);
    request.magicK = numbers(fields, "magic_k");
    request.modelPrompts = fields.texts("model_prompts", std::vector<std::string>{});
    request.prompt = fields.text("prompt", "");
    request.negativePrompt = fields.text("negative_prompt", "");
    request.width = static_cast<int>(fields.integer("width", 0, 0, INT32_MAX));
    request.height = static_cast<int>(fields.integer("height", 0, 0, INT32_MAX));
    request.steps = static_cast<int>(fields.integer("steps", defaults.steps, 0, INT32_MAX));
    request.cfg = fields.number("cfg", defaults.cfg);
    request.sampler = fields.text("sampler", defaults.sampler);
    request.karras = fields.boolean("karras", defaults.karras);
    request.eta = fields.number("eta", defaults.eta);
    request.count = static_cast<int>(fields.integer("count", defaults.count, 0, INT32_MAX));
    request.output = fields.text("output", defaults.output.string());
    request.metadata = fields.boolean("metadata", defaults.metadata);
    request.maps = fields.text("maps", "");
    request.sheet = fields.text("sheet", "");
    request.latents = fields.text("latents", "");
    request.trace = fields.text("trace", "");
    request.keepMaps = fields.boolean("keep_maps", defaults.keepMaps);
    request.compute.device = fields.text("device", defaults.compute.device);
    request.compute.precision = fields.text("precision", defaults.compute.precision);
    request.compute.threads = static_cast<int>(fields.integer("threads", 0, 0, INT32_MAX));
    if (const auto seed = fields.text("seed", ""); !seed.empty()) {
        try {
            std::size_t end = 0;
            request.seed = std::stoull(seed, &end);
            if (end != seed.size()) fields.fail("seed", "a whole number");
        } catch (const std::logic_error&) {
            fields.fail("seed", "a whole number from 0 to 18446744073709551615");
        }
    }
    return request;
}

}  // namespace afa
