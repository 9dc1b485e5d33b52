#pragma once
#include <QtCore/QString>
#include <string>
#include <utility>

namespace afa {

/// The samplers by their names in requests, with their titles: proper names, the same in all languages.
inline constexpr std::pair<const char*, const char*> kSamplers[]{{"ddim", "DDIM"},
                                                                 {"pndm", "PNDM"},
                                                                 {"dpmpp-2m", "DPM-Solver++ 2M"},
                                                                 {"euler", "Euler"},
                                                                 {"euler-a", "Euler ancestral"}};

inline QString samplerTitle(const std::string& sampler) {
    for (const auto& [name, title] : kSamplers)
        if (sampler == name) return QString::fromLatin1(title);
    return QString::fromStdString(sampler);
}

}  // namespace afa
