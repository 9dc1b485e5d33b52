#pragma once
#include <string_view>

#include "core/base/message.h"

namespace afa {

/// A sampler as requests, people and AUTOMATIC1111's web UI call it, and which settings are defined for it.
struct SamplerName {
    const char* name;
    const char* title;  ///< a proper name, the same in all languages
    const char* webUi;  ///< in the `parameters` of its pictures
    bool karras;        ///< Karras noise levels
    bool eta;           ///< a share of fresh noise
};
inline constexpr SamplerName kSamplers[]{{"ddim", "DDIM", "DDIM", false, true},
                                         {"pndm", "PNDM", "PLMS", false, false},
                                         {"dpmpp-2m", "DPM-Solver++ 2M", "DPM++ 2M", true, false},
                                         {"euler", "Euler", "Euler", true, false},
                                         {"euler-a", "Euler ancestral", "Euler a", false, false}};
inline Message samplerChoices() {
    return Message::of("ddim, pndm, dpmpp-2m, euler or euler-a");
}

/// nullptr: no such sampler.
constexpr const SamplerName* findSampler(std::string_view name) {
    for (const auto& sampler : kSamplers)
        if (name == sampler.name) return &sampler;
    return nullptr;
}

}  // namespace afa
