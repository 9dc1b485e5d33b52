#include <algorithm>
#include <array>

#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"
#include "core/io/picture_metadata.h"

namespace afa {
namespace {

/// modules/processing.py of the web UI, and the names of others that write its line.
constexpr std::array<SettingKey, 14> kKeys{{{"Steps", Setting::Steps},
                                            {"CFG scale", Setting::Cfg},
                                            {"CFG Scale", Setting::Cfg},
                                            {"Seed", Setting::Seed},
                                            {"Eta DDIM", Setting::Eta},
                                            {"Sampler", Setting::Sampler},
                                            {"Schedule type", Setting::Schedule},
                                            {"Scheduler", Setting::Schedule},
                                            {"Size", Setting::Size},
                                            {"Model", Setting::Model},
                                            {"Model hash", Setting::ModelHash},
                                            {"Version", Setting::Passed},
                                            {"App", Setting::Passed},
                                            {"User", Setting::Passed}}};

std::string valueOf(const A1111Parameters& parameters, std::string_view key) {
    for (const auto& [name, value] : parameters.fields)
        if (name == key) return value;
    return {};
}

std::string programOf(const A1111Parameters& parameters) {
    const auto version = valueOf(parameters, "Version"), app = valueOf(parameters, "App");
    if (!app.empty()) return app.substr(0, 40);
    for (const char* name : {"AFA Studio", "Fooocus", "ComfyUI", "InvokeAI"})
        if (version.starts_with(name)) return name;
    if (version.starts_with('f') || version.starts_with("neo")) return "Stable Diffusion WebUI Forge";
    const auto civitai = [](const auto& field) { return field.first.starts_with("Civitai"); };
    if (version.empty() && std::ranges::any_of(parameters.fields, civitai)) return "Civitai";
    return "Stable Diffusion WebUI";
}

}  // namespace

std::optional<ForeignPicture> readA1111(const PictureTexts& texts, const std::string&) {
    const auto& text = settingsText(texts);
    if (text.empty()) return {};
    const auto parsed = parseA1111(text);
    // A camera's or a person's comment is no prompt, nor is another program's JSON.
    const bool complete = !parsed.fields.empty(), named = texts.contains("parameters");
    if (!complete && (!named || opensLikeJson(text)) && !parsed.hasNegativePrompt) return {};
    SettingsTaker taker(programOf(parsed));
    taker.take(Setting::Prompt, "Prompt", parsed.prompt);
    // With its fields the text is whole, and an empty negative prompt is left out of it.
    if (complete || parsed.hasNegativePrompt)
        taker.take(Setting::NegativePrompt, "Negative prompt", parsed.negativePrompt);
    if (!valueOf(parsed, "Version").starts_with("AFA Studio")) taker.setAutomaticKarras();
    for (const auto& [key, value] : parsed.fields) {
        if (value.empty())
            taker.leaveOut(key, value);
        else
            taker.take(kKeys, key, value);
    }
    return taker.finish();
}

}  // namespace afa
