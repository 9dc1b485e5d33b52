#include "core/engine/foreign/settings_taker.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/samplers.h"
#include "core/base/text.h"
#include "core/engine/foreign/prompt_syntax.h"
#include "core/engine/foreign/sampler_names.h"

namespace afa {
namespace {

template <typename Number>
std::optional<Number> wholeText(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

std::optional<double> realNumber(std::string_view text) {
    const auto value = wholeText<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

/// Also as "20.0".
std::optional<int> positive(std::string_view text) {
    const auto value = realNumber(text);
    if (!value || *value < 1 || *value > INT32_MAX || *value != std::floor(*value)) return {};
    return static_cast<int>(*value);
}

/// -1, "random" to most programs, is none.
std::optional<std::uint64_t> seedNumber(std::string_view text) {
    if (const auto value = wholeText<std::uint64_t>(text)) return value;
    constexpr double kExact = 9007199254740992.0;  // 2^53: whole numbers above are no longer told apart
    const auto value = realNumber(text);
    if (!value || *value < 0 || *value > kExact || *value != std::floor(*value)) return {};
    return static_cast<std::uint64_t>(*value);
}

/// The two numbers of "512x768", "(512, 768)", "512 * 768".
std::optional<std::pair<int, int>> sizeNumbers(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789";
    std::vector<std::string_view> numbers;
    for (std::size_t at = text.find_first_of(kDigits); at != std::string_view::npos;) {
        const auto end = std::min(text.find_first_not_of(kDigits, at), text.size());
        numbers.push_back(text.substr(at, end - at));
        at = text.find_first_of(kDigits, end);
    }
    constexpr std::size_t kLongest = 32;
    if (numbers.size() != 2 || text.size() > kLongest || text.find_first_of("-.") != std::string_view::npos)
        return {};
    const auto width = positive(numbers[0]), height = positive(numbers[1]);
    if (!width || !height) return {};
    return std::pair(*width, *height);
}

template <typename Value>
bool put(std::optional<Value>& target, std::optional<Value> value) {
    if (target || !value) return false;
    target = std::move(value);
    return true;
}

bool put(std::pair<std::string, std::string>& target, const std::string& key, const std::string& value) {
    if (!target.first.empty()) return false;
    target = {key, value};
    return true;
}

}  // namespace

std::string plainText(const boost::json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_double()) return numberText(value.get_double());
    if (const auto* object = value.if_object()) {  // a merge's recipe: too long to tell whole
        for (const char* name : {"method", "name", "model_name"})
            if (const auto* said = object->if_contains(name); said && said->is_string())
                return std::string(said->get_string());
        return "{..}";
    }
    if (!value.is_array()) return boost::json::serialize(value);
    std::string text;
    for (const auto& element : value.get_array())
        text += (text.empty() ? "" : ", ") + plainText(element);
    return text;
}

std::string shortened(std::string_view text) {
    constexpr std::size_t kMost = 200;
    if (text.size() <= kMost) return std::string(text);
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + " ..";
}

std::string cleaned(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            if (text.substr(i + 1, 1) != "\n") out += '\n';
        } else if (text[i] == '\n' || text[i] == '\t' || static_cast<unsigned char>(text[i]) >= 0x20) {
            out += text[i];
        }
    }
    return out;
}

std::string modelName(std::string_view path) {
    if (const auto folder = path.find_last_of("/\\"); folder != std::string_view::npos)
        path = path.substr(folder + 1);
    for (const std::string_view ending : {".safetensors", ".ckpt", ".pt", ".pth", ".sft", ".gguf"})
        if (path.ends_with(ending)) return std::string(path.substr(0, path.size() - ending.size()));
    return std::string(path);
}

void SettingsTaker::leaveOut(const std::string& key, std::string_view value) {
    constexpr std::size_t kMostTold = 100;  // people read tens; a hostile text has millions
    auto& list = picture_.notApplied;
    if (list.size() < kMostTold)
        list.emplace_back(shortened(cleaned(key)), shortened(cleaned(value)));
    else if (list.size() == kMostTold)
        list.emplace_back("..", "");
}

void SettingsTaker::take(Setting setting, const std::string& key, std::string value) {
    value = cleaned(value);
    const bool prompt = setting == Setting::Prompt || setting == Setting::NegativePrompt;
    if (!prompt) value = trimmed(value);
    if (value.empty() && !prompt) return;
    const bool drawn = setting == Setting::Seed && value == "-1";
    if (!drawn && !takes(setting, key, value)) leaveOut(key, value);
}

bool SettingsTaker::takes(Setting setting, const std::string& key, const std::string& value) {
    auto& said = picture_.settings;
    switch (setting) {
        case Setting::Prompt:
            return put(said.prompt, std::optional(value));
        case Setting::NegativePrompt:
            return put(said.negativePrompt, std::optional(value));
        case Setting::Steps:
            return put(said.steps, positive(value));
        case Setting::Cfg:
            return put(said.cfg, realNumber(value));
        case Setting::Eta:
            return put(said.eta, realNumber(value));
        case Setting::Seed:
            return put(said.seed, seedNumber(value));
        case Setting::Width:
            return put(width_, key, value);
        case Setting::Height:
            return put(height_, key, value);
        case Setting::Size: {
            const auto size = sizeNumbers(value);
            if (!size || said.width) return false;
            said.width = size->first;
            said.height = size->second;
            return true;
        }
        case Setting::Sampler:
            return put(sampler_, key, value);
        case Setting::Schedule:
            return put(schedule_, key, value);
        case Setting::Model:
            if (!picture_.model.empty()) return false;
            picture_.model = modelName(value);
            return true;
        case Setting::ModelHash:
            if (!picture_.modelHash.empty()) return false;
            picture_.modelHash = value;
            return true;
        case Setting::Passed:
            return true;
    }
    return false;
}

void SettingsTaker::take(std::span<const SettingKey> keys, const std::string& key, const std::string& value) {
    const auto known = std::ranges::find(keys, std::string_view(key), &SettingKey::key);
    if (known != keys.end())
        take(known->setting, key, value);
    else
        leaveOut(key, value);
}

void SettingsTaker::take(std::span<const SettingKey> keys, const boost::json::object& object) {
    for (const auto& [key, value] : object) {
        if (value.is_null() || (value.is_bool() && !value.get_bool())) continue;
        const auto text = plainText(value);
        const auto known = std::ranges::find(keys, std::string_view(key), &SettingKey::key);
        const bool prompt = known != keys.end() &&
                            (known->setting == Setting::Prompt || known->setting == Setting::NegativePrompt);
        // An object is no text or number: of a prompt it would be "{..}".
        if (prompt && !value.is_string())
            leaveOut(std::string(key), text);
        else if (!text.empty() || prompt)
            take(keys, std::string(key), text);
    }
}

void SettingsTaker::settleSampler() {
    auto& said = picture_.settings;
    std::optional<bool> karras;
    if (!sampler_.second.empty()) {
        const auto found = samplerNamed(sampler_.second);
        if (!found) {
            leaveOut(sampler_.first, sampler_.second);
            if (!schedule_.second.empty()) leaveOut(schedule_.first, schedule_.second);
            return;
        }
        said.sampler = found->name;
        karras = found->karras.value_or(false);  // said by a schedule of its own, or not at all
    }
    if (!schedule_.second.empty()) {
        auto named = karrasNamed(schedule_.second);
        if (automaticKarras_ && said.sampler == "dpmpp-2m" && schedule_.second == "Automatic") named = true;
        if (!named)
            leaveOut(schedule_.first, schedule_.second);
        else if (!karras || *named)
            karras = named;
    }
    const auto* sampler = said.sampler ? findSampler(*said.sampler) : nullptr;
    if (karras && *karras && sampler && !sampler->karras) {
        leaveOut(schedule_.second.empty() ? sampler_.first : schedule_.first,
                 schedule_.second.empty() ? sampler_.second : schedule_.second);
        karras = false;
    }
    said.karras = karras;
}

void SettingsTaker::settleSize() {
    auto& said = picture_.settings;
    const auto width = positive(width_.second), height = positive(height_.second);
    if (width && height && !said.width) {
        said.width = width;
        said.height = height;
        return;
    }
    for (const auto& [key, value] : {width_, height_})
        if (!value.empty()) leaveOut(key, value);
}

ForeignPicture SettingsTaker::finish() {
    settleSampler();
    settleSize();
    for (const auto* prompt : {&picture_.settings.prompt, &picture_.settings.negativePrompt})
        if (*prompt)
            for (const auto& unknown : unknownPromptSyntax(**prompt))
                leaveOut(prompt == &picture_.settings.prompt ? "Prompt" : "Negative prompt", unknown);
    return std::move(picture_);
}

}  // namespace afa
