#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/engine/train_events.h"

namespace afa {

/// A run's history: one JSON object per line, {"step", "loss", "lr", "gradient_norm", "seconds"} or
/// {"validation": {..}}, in the run's history.jsonl and in every state.
class TrainingLog {
  public:
    /// `lines`: what a resumed run's state remembers; the file is written anew with them, so that lines of
    /// steps that were lost are gone.
    TrainingLog(std::filesystem::path file, std::vector<std::string> lines,
                std::function<void(const Message&)> warning);

    void step(const TrainStep& step);
    void validation(const ValidationReport& report);
    const std::vector<std::string>& lines() const { return lines_; }

  private:
    void add(std::string line);

    std::filesystem::path file_;
    std::vector<std::string> lines_;
    std::function<void(const Message&)> warning_;
    bool warned_ = false;
};

}  // namespace afa
