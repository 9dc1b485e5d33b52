#include <array>

#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"

namespace afa {
namespace {

constexpr std::array<SettingKey, 16> kKeys{{{"prompt", Setting::Prompt},
                                            {"uc", Setting::NegativePrompt},
                                            {"steps", Setting::Steps},
                                            {"scale", Setting::Cfg},
                                            {"seed", Setting::Seed},
                                            {"width", Setting::Width},
                                            {"height", Setting::Height},
                                            {"sampler", Setting::Sampler},
                                            {"noise_schedule", Setting::Schedule},
                                            {"signed_hash", Setting::Passed},
                                            {"request_type", Setting::Passed},
                                            {"n_samples", Setting::Passed},
                                            {"hide_debug_overlay", Setting::Passed},
                                            {"version", Setting::Passed},
                                            {"v4_prompt", Setting::Passed},  // prompt and uc once more
                                            {"v4_negative_prompt", Setting::Passed}}};

/// Its texts, which are a PNG's chunks and in other formats the members of one object.
PictureTexts ownTexts(const PictureTexts& texts) {
    if (textOf(texts, "Software") == "NovelAI") return texts;
    PictureTexts own;
    if (const auto object = objectIn(textOf(texts, "exif:UserComment")))
        for (const auto& [key, value] : *object)
            if (value.is_string()) own.emplace(key, value.get_string());
    return textOf(own, "Software") == "NovelAI" ? own : PictureTexts();
}

}  // namespace

std::optional<ForeignPicture> readNovelAi(const PictureTexts& texts, const std::string& where) {
    const auto own = ownTexts(texts);
    if (own.empty()) return {};
    SettingsTaker taker("NovelAI");
    boost::json::object comment;
    if (own.contains("Comment")) comment = objectOf(textOf(own, "Comment"), where, "NovelAI");
    if (!comment.contains("prompt") && own.contains("Description"))
        taker.take(Setting::Prompt, "Description", textOf(own, "Description"));
    taker.take(kKeys, comment);
    if (own.contains("Source")) taker.take(Setting::Model, "Source", textOf(own, "Source"));
    return taker.finish();
}

}  // namespace afa
