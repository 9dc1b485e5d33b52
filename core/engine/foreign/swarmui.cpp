#include <array>

#include "core/base/error.h"
#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"

namespace afa {
namespace {

/// T2IParamTypes.cs: the parameters' ids.
constexpr std::array<SettingKey, 17> kKeys{{{"prompt", Setting::Prompt},
                                            {"negativeprompt", Setting::NegativePrompt},
                                            {"steps", Setting::Steps},
                                            {"cfgscale", Setting::Cfg},
                                            {"seed", Setting::Seed},
                                            {"width", Setting::Width},
                                            {"height", Setting::Height},
                                            {"sampler", Setting::Sampler},
                                            {"comfyuisampler", Setting::Sampler},
                                            {"autowebuisampler", Setting::Sampler},
                                            {"scheduler", Setting::Schedule},
                                            {"comfyuischeduler", Setting::Schedule},
                                            {"model", Setting::Model},
                                            {"swarm_version", Setting::Passed},
                                            {"date", Setting::Passed},
                                            {"generation_time", Setting::Passed},
                                            {"aspectratio", Setting::Passed}}};  // the size says it

}  // namespace

std::optional<ForeignPicture> readSwarmUi(const PictureTexts& texts, const std::string& where) {
    const auto& text = settingsText(texts);
    if (text.find("\"sui_image_params\"") == std::string::npos) return {};
    const auto object = objectOf(text, where, "SwarmUI");
    const auto* said = object.if_contains("sui_image_params");
    if (!said || !said->is_object())
        throw FileError(
            Message::of("%1: its settings of SwarmUI: sui_image_params: expected an object", where));
    SettingsTaker taker("SwarmUI");
    taker.take(kKeys, said->get_object());
    return taker.finish();
}

}  // namespace afa
