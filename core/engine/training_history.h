#pragma once
#include <boost/json/fwd.hpp>
#include <filesystem>
#include <vector>

#include "core/engine/train_events.h"

namespace afa {

/// What a run's history.jsonl tells.
struct TrainingHistory {
    std::vector<TrainStep>
        steps;  ///< ascending; step, loss, learningRate, gradientNorm and seconds are known
    std::vector<ValidationReport> validations;  ///< ascending
    std::size_t unreadable = 0;                 ///< lines passed over
};

/// Lines that are damaged, or cut off by a crash, are counted and passed over; of a step that stands there
/// twice the last one counts. Empty where there is no file. Throws FileError where it cannot be read.
TrainingHistory readTrainingHistory(const std::filesystem::path& file);

// Parts of a validation as they stand in a history and in what scripts read; what is not finite is null.
boost::json::object methodJson(const MethodError& method);  ///< all but the name
boost::json::array routingJson(const std::vector<StageRouting>& routing);

}  // namespace afa
