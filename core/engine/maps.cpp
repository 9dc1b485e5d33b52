#include "core/engine/maps.h"

#include <cmath>

#include "core/base/mode.h"
#include "core/engine/requests.h"
#include "core/io/safetensors.h"

namespace afa {

std::filesystem::path keptMapsPath(const std::filesystem::path& picture) {
    auto path = picture;
    return path.replace_extension(kKeptMapsEnding);
}

RecordKind recordKind(const std::filesystem::path& path) {
    if (path.extension() != ".safetensors") return RecordKind::Other;
    try {
        const auto file = openSafetensors(path);
        const auto format = file->metadata().find("afa.format");
        if (format == file->metadata().end()) return RecordKind::Other;
        if (format->second == "maps") return RecordKind::Maps;
        if (format->second == "capability") return RecordKind::Capability;
    } catch (const Error&) {
        // Whoever opens it tells what is wrong.
    }
    return RecordKind::Other;
}

bool leavesMaps(const GenerateRequest& request) {
    const auto mode = parseMode(request.resolvedMode());
    return mode && mode->leavesMaps();
}

std::uint64_t mapsBytes(const GenerateRequest& request, int stages, int sizeStep) {
    if (!leavesMaps(request)) return 0;
    // SD 1.x's U-Net has six stages at each level and one more at the first; a level halves the sides.
    constexpr int kStagesPerLevel = 6;
    const int levels = std::max(1, (stages - 1) / kStagesPerLevel);
    const double latentFactor = std::max(1, sizeStep >> (levels - 1));
    const double latents = request.width / latentFactor * request.height / latentFactor;
    double area = 1;  // in full resolutions
    for (int level = 0; level < levels; ++level)
        area += kStagesPerLevel / std::pow(4.0, level);
    if (parseMode(request.resolvedMode()) != Mode{}) area = 1;  // one map a step
    const int halves = request.cfg != 1.0 ? 2 : 1;
    return static_cast<std::uint64_t>(area * latents * request.steps * halves *
                                      static_cast<double>(request.models.size() * sizeof(std::uint16_t)));
}

}  // namespace afa
