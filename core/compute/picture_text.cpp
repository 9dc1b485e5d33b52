#include "core/compute/picture_text.h"

#include <boost/json.hpp>

#include "core/base/json.h"
#include "core/base/samplers.h"
#include "core/base/text.h"
#include "core/compute/outputs.h"
#include "core/engine/engine.h"
#include "core/engine/request_fields.h"
#include "core/io/picture_metadata.h"

namespace afa {

std::string requestJson(const GenerateRequest& request, const PictureFacts& facts) {
    boost::json::array models;
    for (const auto& model : facts.models)
        models.push_back({{"name", model.name}, {"sha256", model.sha256}});
    boost::json::object object{{"format", "picture"},
                               {"version", 1},
                               {"program", "AFA Studio " + Engine::version()},
                               {"models", std::move(models)},
                               {"aggregator", facts.aggregator},
                               {"vae", facts.vae},
                               {"latents", lastName(request.latents)},
                               {"device", facts.device},
                               {"precision", facts.precision}};
    if (!facts.mergeRecipe.empty()) object["merge"] = parseJson(facts.mergeRecipe, "merge recipe");
    auto made = request;
    made.mode = facts.mode;
    made.width = facts.width;
    made.height = facts.height;
    made.seed = facts.seed;
    const auto mode = parseMode(facts.mode);
    forEachField(std::as_const(made), [&](const Field& field, const auto& value) {
        if (!field.picture) return;
        if (modeOfOption(field.name)) {
            if (!mode || !mode->takes(field.name)) return;
            if constexpr (requires { value.empty(); })
                if (value.empty()) return;
        }
        if constexpr (requires { value.has_value(); })
            object[field.picture] = *value;  // a number, unlike in the journal
        else
            object[field.picture] = boost::json::value_from(value);
    });
    return boost::json::serialize(object);
}

std::map<std::string, std::string> pictureText(const GenerateRequest& request, const PictureFacts& facts) {
    A1111Parameters parameters;
    parameters.prompt = request.prompt;
    parameters.negativePrompt = request.negativePrompt;
    std::string names;
    for (std::size_t i = 0; i < facts.models.size(); ++i)
        if (!facts.mode.starts_with("single:") || facts.mode == "single:" + std::to_string(i))
            names += (names.empty() ? "" : " + ") + facts.models[i].name;
    parameters.fields = {{"Steps", std::to_string(request.steps)},
                         {"Sampler", findSampler(request.sampler)->webUi},
                         {"Schedule type", request.karras ? "Karras" : "Automatic"},
                         {"CFG scale", numberText(request.cfg)},
                         {"Seed", std::to_string(facts.seed)},
                         {"Size", std::to_string(facts.width) + "x" + std::to_string(facts.height)},
                         {"Model", names}};
    if (request.eta != 0.0) parameters.fields.emplace_back("Eta DDIM", numberText(request.eta));
    parameters.fields.emplace_back("AFA mode", facts.mode);
    if (!facts.aggregator.empty()) parameters.fields.emplace_back("AFA aggregator", facts.aggregator);
    parameters.fields.emplace_back("Version", "AFA Studio " + Engine::version());
    return {{"parameters", formatA1111(parameters)}, {"afa", requestJson(request, facts)}};
}

}  // namespace afa
