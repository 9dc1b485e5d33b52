#include "core/engine/foreign/sampler_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/samplers.h"

namespace afa {
namespace {

/// Letters in lower case and digits; "++" as "pp", everything else left out: "DPM++ 2M" = "dpmpp_2m".
std::string plain(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
        else if (c == '+')
            out += 'p';
    }
    return out;
}

/// By the names of ComfyUI and SwarmUI, InvokeAI, NovelAI, Draw Things, Easy Diffusion and diffusers; A1111's
/// stand in kSamplers.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kOtherNames{
    {{"pndm", "pndm"},
     {"eulera", "euler-a"},
     {"eulerancestral", "euler-a"},
     {"ddimscheduler", "ddim"},
     {"pndmscheduler", "pndm"},
     {"eulerdiscretescheduler", "euler"},
     {"eulerancestraldiscretescheduler", "euler-a"},
     {"dpmsolvermultistep", "dpmpp-2m"},
     {"dpmsolvermultistepscheduler", "dpmpp-2m"}}};

std::string ours(const std::string& name) {
    for (const auto& known : kSamplers)
        if (name == plain(known.webUi)) return known.name;
    const auto* found =
        std::ranges::find(kOtherNames, name, &std::pair<std::string_view, std::string_view>::first);
    return found == kOtherNames.end() ? std::string() : std::string(found->second);
}

}  // namespace

std::optional<NamedSampler> samplerNamed(std::string_view name) {
    std::string text = plain(name);
    std::optional<bool> karras;
    const auto cut = [&](std::string_view ending) {
        if (!text.ends_with(ending)) return false;
        text.resize(text.size() - ending.size());
        return true;
    };
    if (cut("karras") || (name.ends_with("_k") && cut("k"))) karras = true;
    std::string found = ours(text);
    if (found.empty() && text.starts_with("k")) found = ours(text.substr(1));  // k_euler of k-diffusion
    if (found.empty()) return {};
    return NamedSampler{found, karras};
}

std::optional<bool> karrasNamed(std::string_view name) {
    const std::string text = plain(name);
    if (text == "karras") return true;
    constexpr std::array<std::string_view, 8> kOwn{"",       "automatic",   "normal",  "uniform",
                                                   "native", "ddimuniform", "default", "discrete"};
    if (std::ranges::find(kOwn, text) != kOwn.end()) return false;
    return {};
}

}  // namespace afa
