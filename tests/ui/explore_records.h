#pragma once
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "core/engine/maps.h"
#include "core/io/half.h"

namespace afa::test {

struct RecordShape {
    int models = 3, halves = 2, steps = 4, stages = 25;
    int height = 8, width = 8;  ///< latents; halved at each level
};

/// Stages named and halved as those of a U-Net with three stages a level on each side.
inline int levelOf(int stage, int stages) {
    return std::min(stage - 1, stages - stage) / 3;
}

/// Weights that differ everywhere and sum to 1 in half precision.
inline MapsRecord makeRecord(const RecordShape& shape) {
    MapsRecord record;
    record.halves = shape.halves;
    for (int i = 0; i < shape.models; ++i)
        record.modelNames.push_back("model-" + std::to_string(i));
    for (int step = 0; step < shape.steps; ++step)
        record.timesteps.push_back(std::round(981.0 * (shape.steps - step) / shape.steps));
    const int deepest = levelOf((shape.stages + 1) / 2, shape.stages);
    for (int stage = 1; stage <= shape.stages; ++stage) {
        const int level = levelOf(stage, shape.stages);
        const bool down = stage <= shape.stages / 2;
        const std::string block =
            down ? "down_blocks." + std::to_string(level) : "up_blocks." + std::to_string(deepest - level);
        record.stages.push_back({stage, block + ".resnets." + std::to_string(stage % 3),
                                 (down ? "IN" : "OUT") + std::to_string(stage), 32});
    }
    record.requestJson = R"({"prompt":"a test record"})";
    for (int step = 0; step < shape.steps; ++step)
        for (int stage = 1; stage <= shape.stages; ++stage) {
            const int level = levelOf(stage, shape.stages);
            StageMap map{
                step, stage, std::max(1, shape.height >> level), std::max(1, shape.width >> level), {}};
            const auto area = static_cast<std::size_t>(map.height * map.width);
            map.fp16.resize(area * static_cast<std::size_t>(shape.halves * shape.models));
            for (int half = 0; half < shape.halves; ++half)
                for (std::size_t at = 0; at < area; ++at) {
                    std::vector<double> raw;
                    double sum = 0;
                    for (int model = 0; model < shape.models; ++model) {
                        raw.push_back(1.1 + std::sin(0.7 * static_cast<double>(at) + 1.3 * step +
                                                     0.31 * stage + 2.1 * model + 0.5 * half));
                        sum += raw.back();
                    }
                    for (int model = 0; model < shape.models; ++model)
                        map.fp16[static_cast<std::size_t>(half * shape.models + model) * area + at] =
                            roundToHalf(static_cast<float>(raw[static_cast<std::size_t>(model)] / sum));
                }
            record.maps.push_back(std::move(map));
        }
    return record;
}

}  // namespace afa::test
