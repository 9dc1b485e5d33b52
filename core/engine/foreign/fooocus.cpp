#include <array>

#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"

namespace afa {
namespace {

/// modules/meta_parser.py: the scheme `fooocus`, and the names that older ones gave.
constexpr std::array<SettingKey, 22> kKeys{{{"prompt", Setting::Prompt},
                                            {"Prompt", Setting::Prompt},
                                            {"negative_prompt", Setting::NegativePrompt},
                                            {"Negative Prompt", Setting::NegativePrompt},
                                            {"steps", Setting::Steps},
                                            {"Steps", Setting::Steps},
                                            {"guidance_scale", Setting::Cfg},
                                            {"Guidance Scale", Setting::Cfg},
                                            {"seed", Setting::Seed},
                                            {"Seed", Setting::Seed},
                                            {"resolution", Setting::Size},
                                            {"Resolution", Setting::Size},
                                            {"sampler", Setting::Sampler},
                                            {"Sampler", Setting::Sampler},
                                            {"scheduler", Setting::Schedule},
                                            {"Scheduler", Setting::Schedule},
                                            {"base_model", Setting::Model},
                                            {"Base Model", Setting::Model},
                                            {"base_model_hash", Setting::ModelHash},
                                            {"metadata_scheme", Setting::Passed},
                                            {"version", Setting::Passed},
                                            {"created_by", Setting::Passed}}};

}  // namespace

std::optional<ForeignPicture> readFooocus(const PictureTexts& texts, const std::string& where) {
    const auto& text = settingsText(texts);
    const bool named =
        textOf(texts, "fooocus_scheme") == "fooocus" || textOf(texts, "exif:MakerNote") == "fooocus";
    if (named && !text.empty()) {
        SettingsTaker taker("Fooocus");
        taker.take(kKeys, objectOf(text, where, "Fooocus"));
        return taker.finish();
    }
    const auto object = objectIn(text);
    if (!object || !(object->contains("metadata_scheme") || object->contains("Base Model") ||
                     (object->contains("base_model") && object->contains("performance"))))
        return {};
    SettingsTaker taker("Fooocus");
    taker.take(kKeys, *object);
    return taker.finish();
}

}  // namespace afa
