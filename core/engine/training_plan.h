#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/message.h"

namespace afa {

/// What training data holds, for people to look at before they train.
struct TrainingDataInfo {
    struct Entry {
        std::filesystem::path image;
        std::string text;    ///< its caption
        std::string origin;  ///< where it was listed: "captions.jsonl:17"
    };
    struct Problem {
        std::string where;
        Message what;
    };
    std::int64_t pictures = 0, problemCount = 0;
    std::vector<Entry> entries;     ///< the first ones
    std::vector<Problem> problems;  ///< the first ones
};

/// What a training request comes to.
struct TrainingPlan {
    std::int64_t trainingPictures = 0, heldOutPictures = 0;
    std::int64_t badPictures = 0;  ///< passed over
    int size = 0;                  ///< pixels, square
    std::int64_t steps = 0, stepsPerEpoch = 0, picturesPerStep = 0;
    std::int64_t parameters = 0;  ///< of the aggregators
    std::string precision;        ///< of the base models: "bf16"
    bool checkpointing = false;

    // Bytes, as far as they can be told before: the base models' weights, what a step keeps for the way
    // back, the aggregators with gradients and moments.
    std::uint64_t modelBytes = 0, stepBytes = 0, aggregatorBytes = 0;
    std::uint64_t availableBytes = 0;  ///< free now; 0 where the system does not tell
    std::uint64_t totalBytes() const { return modelBytes + stepBytes + aggregatorBytes; }

    double secondsPerStep = 0;  ///< measured; 0 = it was not
};

}  // namespace afa
