#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/base/training_report.h"

namespace afa {

/// Told on the thread that trains.
struct TrainEvents {
    std::function<void(const Message& line)> note;  ///< what is about to happen, for people
    std::function<void(const TrainStep&)> step;
    std::function<void(const ValidationReport&)> validation;
    std::function<void(const std::filesystem::path&)> sample;  ///< a picture is on disk
    std::function<void(const std::filesystem::path&)> saved;   ///< a state, or the aggregator, is on disk
    std::function<void(const Message&)> warning;
};

struct TrainResult {
    std::filesystem::path aggregator;
    std::int64_t steps = 0;
    ValidationReport validation;   ///< the last one
    double secondsPerStep = 0;     ///< median of this run
    double overhead = 0;           ///< part of the steps' time outside the networks, 0 .. 1
    std::int64_t badPictures = 0;  ///< passed over
    std::uint64_t peakBytes = 0;   ///< the process's peak resident memory
    std::vector<Message> warnings;
};

}  // namespace afa
