#pragma once
#include <vector>

#include "core/io/half.h"
#include "core/io/maps_file.h"

namespace afa::test {

/// Weights in the order [half, model, y, x], all exact in fp16 where a test compares exactly.
inline StageMap stageMap(int step, int stage, std::int64_t height, std::int64_t width,
                         const std::vector<double>& weights) {
    StageMap map{step, stage, height, width, {}};
    for (const double weight : weights)
        map.fp16.push_back(roundToHalf(static_cast<float>(weight)));
    return map;
}

/// A record without maps yet: `models` models named model-0 .., stages 1 .. `stages`.
inline MapsRecord emptyRecord(int models, int halves, const std::vector<double>& timesteps, int stages) {
    MapsRecord record;
    record.halves = halves;
    for (int i = 0; i < models; ++i)
        record.modelNames.push_back("model-" + std::to_string(i));
    record.timesteps = timesteps;
    for (int stage = 1; stage <= stages; ++stage)
        record.stages.push_back(
            {stage, "module." + std::to_string(stage), "KEY" + std::to_string(stage), 32});
    return record;
}

/// Every position of every model and half alike.
inline StageMap evenMap(const MapsRecord& record, int step, int stage, std::int64_t height,
                        std::int64_t width) {
    const auto values = static_cast<std::size_t>(record.halves * record.models() * height * width);
    return stageMap(step, stage, height, width, std::vector<double>(values, 1.0 / record.models()));
}

}  // namespace afa::test
