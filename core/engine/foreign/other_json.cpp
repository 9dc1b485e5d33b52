#include <array>

#include "core/base/error.h"
#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"

namespace afa {
namespace {

/// The names that most programs give, among them diffusers' arguments.
constexpr std::array<SettingKey, 26> kKeys{{{"prompt", Setting::Prompt},
                                            {"positive_prompt", Setting::Prompt},
                                            {"text_prompts", Setting::Prompt},
                                            {"negative_prompt", Setting::NegativePrompt},
                                            {"negativePrompt", Setting::NegativePrompt},
                                            {"negative_prompts", Setting::NegativePrompt},
                                            {"steps", Setting::Steps},
                                            {"num_inference_steps", Setting::Steps},
                                            {"cfg", Setting::Cfg},
                                            {"cfg_scale", Setting::Cfg},
                                            {"cfgScale", Setting::Cfg},
                                            {"guidance_scale", Setting::Cfg},
                                            {"eta", Setting::Eta},
                                            {"seed", Setting::Seed},
                                            {"width", Setting::Width},
                                            {"height", Setting::Height},
                                            {"size", Setting::Size},
                                            {"resolution", Setting::Size},
                                            {"sampler", Setting::Sampler},
                                            {"sampler_name", Setting::Sampler},
                                            {"scheduler", Setting::Schedule},
                                            {"model", Setting::Model},
                                            {"ckpt", Setting::Model},
                                            {"base_model", Setting::Model},
                                            {"version", Setting::Passed},
                                            {"app_version", Setting::Passed}}};

}  // namespace

std::optional<ForeignPicture> readOtherJson(const PictureTexts& texts, const std::string& where) {
    const auto& text = settingsText(texts);
    if (!opensLikeJson(text)) return {};
    const bool named = texts.contains("parameters");
    const auto object = named ? objectOf(text, where, "another program") : objectIn(text);
    if (!object) return {};
    const auto isText = [&](const char* key) {
        const auto* value = object->if_contains(key);
        return value && value->is_string();
    };
    if (!isText("prompt") && !isText("positive_prompt") && !isText("text_prompts")) {
        if (!named) return {};
        throw FileError(Message::of(
            "%1: its `parameters` are JSON of a program that this one does not know: it has no \"prompt\"",
            where));
    }
    SettingsTaker taker("");
    taker.take(kKeys, *object);
    return taker.finish();
}

}  // namespace afa
