#include <array>

#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"

namespace afa {
namespace {

/// By either of the two sets of names that its settings offer.
constexpr std::array<SettingKey, 18> kKeys{{{"prompt", Setting::Prompt},
                                            {"Prompt", Setting::Prompt},
                                            {"negative_prompt", Setting::NegativePrompt},
                                            {"Negative Prompt", Setting::NegativePrompt},
                                            {"num_inference_steps", Setting::Steps},
                                            {"Steps", Setting::Steps},
                                            {"guidance_scale", Setting::Cfg},
                                            {"Guidance Scale", Setting::Cfg},
                                            {"seed", Setting::Seed},
                                            {"Seed", Setting::Seed},
                                            {"width", Setting::Width},
                                            {"Width", Setting::Width},
                                            {"height", Setting::Height},
                                            {"Height", Setting::Height},
                                            {"sampler_name", Setting::Sampler},
                                            {"Sampler", Setting::Sampler},
                                            {"use_stable_diffusion_model", Setting::Model},
                                            {"Stable Diffusion model", Setting::Model}}};

constexpr std::array<const char*, 2> kMarks{"use_stable_diffusion_model", "Stable Diffusion model"};

}  // namespace

std::optional<ForeignPicture> readEasyDiffusion(const PictureTexts& texts, const std::string&) {
    SettingsTaker taker("Easy Diffusion");
    const auto object = objectIn(settingsText(texts));
    for (const auto* mark : kMarks) {
        if (object && object->contains(mark)) {
            taker.take(kKeys, *object);
            return taker.finish();
        }
        if (!texts.contains(mark)) continue;  // in a PNG every setting is a text of its own
        for (const auto& [key, value] : texts)
            if (value != "None" && !key.starts_with("exif:")) taker.take(kKeys, key, value);
        return taker.finish();
    }
    return {};
}

}  // namespace afa
