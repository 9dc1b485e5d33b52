#include <algorithm>
#include <array>
#include <sstream>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/engine/foreign/programs.h"
#include "core/engine/foreign/settings_taker.h"

namespace afa {
namespace {

/// Version 3 and later: `invokeai_metadata`; version 2: the member `image` of `sd-metadata`.
constexpr std::array<SettingKey, 14> kKeys{{{"positive_prompt", Setting::Prompt},
                                            {"prompt", Setting::Prompt},
                                            {"negative_prompt", Setting::NegativePrompt},
                                            {"steps", Setting::Steps},
                                            {"cfg_scale", Setting::Cfg},
                                            {"seed", Setting::Seed},
                                            {"width", Setting::Width},
                                            {"height", Setting::Height},
                                            {"sampler", Setting::Sampler},
                                            {"scheduler", Setting::Sampler},  // its word for both
                                            {"model", Setting::Model},
                                            {"model_weights", Setting::Model},
                                            {"app_version", Setting::Passed},
                                            {"type", Setting::Passed}}};

/// Before version 3 a negative prompt stood in the prompt, in brackets: "a dog [blurry]".
void takePrompt(SettingsTaker& taker, const std::string& text) {
    const auto open = text.rfind('['), close = text.rfind(']');
    if (open == std::string::npos || close == std::string::npos || close < open) {
        taker.take(Setting::Prompt, "prompt", text);
        return;
    }
    taker.take(Setting::Prompt, "prompt",
               std::string(trimmed(text.substr(0, open))) + text.substr(close + 1));
    taker.take(Setting::NegativePrompt, "prompt", text.substr(open + 1, close - open - 1));
}

ForeignPicture fromMetadata(const boost::json::object& object) {
    SettingsTaker taker("InvokeAI");
    taker.take(kKeys, object);
    return taker.finish();
}

ForeignPicture fromVersion2(boost::json::object object, const std::string& where) {
    auto* image = object.if_contains("image");
    if (!image || !image->is_object())
        throw FileError(Message::of("%1: its settings of InvokeAI: image: expected an object", where));
    SettingsTaker taker("InvokeAI");
    auto& said = image->get_object();
    std::string prompt;
    if (const auto* value = said.if_contains("prompt")) {
        if (const auto* list = value->if_array()) {  // of {prompt, weight}
            for (const auto& element : *list)
                if (element.is_object() && element.get_object().contains("prompt"))
                    prompt += (prompt.empty() ? "" : ", ") + plainText(element.get_object().at("prompt"));
        } else {
            prompt = plainText(*value);
        }
        said.erase("prompt");
        takePrompt(taker, prompt);
    }
    taker.take(kKeys, said);
    if (const auto* model = object.if_contains("model_weights"))
        taker.take(Setting::Model, "model", plainText(*model));
    return taker.finish();
}

/// Version 1, a command line: "a dog [blurry]" -s 50 -S 123 -W 512 -H 512 -C 7.5 -A k_lms
ForeignPicture fromDream(const std::string& text) {
    constexpr std::array<SettingKey, 6> kSwitches{{{"-s", Setting::Steps},
                                                   {"-S", Setting::Seed},
                                                   {"-W", Setting::Width},
                                                   {"-H", Setting::Height},
                                                   {"-C", Setting::Cfg},
                                                   {"-A", Setting::Sampler}}};
    SettingsTaker taker("InvokeAI");
    const auto end = text.rfind('"');
    const auto begin = text.find('"');
    std::string switches = text;
    if (begin != std::string::npos && end > begin) {
        takePrompt(taker, text.substr(begin + 1, end - begin - 1));
        switches = text.substr(end + 1);
    }
    std::istringstream words(switches);
    std::string key, word;
    while (words >> word) {
        if (word.starts_with('-') && word.size() > 1 && !(word[1] >= '0' && word[1] <= '9')) {
            // The value may follow at once: -s50.
            if (!key.empty()) taker.leaveOut(key, "");
            key = word.substr(0, word.starts_with("--") ? word.size() : 2);
            word = word.substr(key.size());
            if (word.empty()) continue;
        }
        if (!key.empty()) taker.take(kSwitches, key, word);
        key.clear();
    }
    if (!key.empty()) taker.leaveOut(key, "");
    return taker.finish();
}

}  // namespace

std::optional<ForeignPicture> readInvokeAi(const PictureTexts& texts, const std::string& where) {
    if (const auto& text = textOf(texts, "invokeai_metadata"); !text.empty())
        return fromMetadata(objectOf(text, where, "InvokeAI"));
    if (const auto& text = textOf(texts, "sd-metadata"); !text.empty())
        return fromVersion2(objectOf(text, where, "InvokeAI"), where);
    if (const auto& text = textOf(texts, "Dream"); !text.empty()) return fromDream(text);
    return {};
}

}  // namespace afa
