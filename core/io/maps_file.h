#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace afa {

/// One aggregation map: the weights A of every model at one sampler evaluation and stage (method.md 6).
struct StageMap {
    int step = 0;   ///< sampler evaluation, from 0
    int stage = 1;  ///< from 1
    std::int64_t height = 0, width = 0;
    std::vector<std::uint16_t> fp16;  ///< [halves, N, h, w], IEEE half bits
};

struct StageInfo {
    int stage = 1;
    std::string name;    ///< diffusers modules, "down_blocks.0.resnets.0"
    std::string mbwKey;  ///< "IN01"
    std::int64_t channels = 0;
};

/// A picture's maps with everything needed to show them without the base models.
struct MapsRecord {
    int halves = 2;  ///< [cond, uncond]; or 1: cond alone at guidance scale 1, both in one (MagicFusion)
    std::vector<std::string> modelNames;
    std::vector<double> timesteps;  ///< one per sampler evaluation
    std::vector<StageInfo> stages;  ///< all K stages, also those without aggregator
    std::string requestJson;
    std::vector<StageMap> maps;  ///< ascending by (step, stage); combinations may be missing

    int models() const { return static_cast<int>(modelNames.size()); }
    const StageMap* find(int step, int stage) const;
    float value(const StageMap& map, int half, int model, std::int64_t y, std::int64_t x) const;
};

/// formats.md "Maps out". Reading throws FileError (damaged, foreign, weights outside [0, 1] or not summing
/// to 1).
void writeMaps(const std::filesystem::path& target, const MapsRecord& record);
MapsRecord readMaps(const std::filesystem::path& path);

}  // namespace afa
