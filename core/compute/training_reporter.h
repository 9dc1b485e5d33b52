#pragma once
#include <string>
#include <vector>

#include "core/engine/train_events.h"

namespace afa {

/// Tells what a run's leading process has to tell, and keeps every warning for the result.
class TrainingReporter {
  public:
    /// leads: whether this process is the one that tells.
    TrainingReporter(const TrainEvents& events, bool leads) : events_(events), leads_(leads) {}

    void warn(const Message& message) {
        warnings_.push_back(message);
        if (events_.warning && leads_) events_.warning(message);
    }
    void note(const Message& line) const {
        if (events_.note && leads_) events_.note(line);
    }
    /// What was reached; of the leading process alone.
    void step(const TrainStep& step) const {
        if (events_.step && leads_) events_.step(step);
    }
    void validation(const ValidationReport& report) const {
        if (events_.validation && leads_) events_.validation(report);
    }
    void sample(const std::filesystem::path& file) const {
        if (events_.sample && leads_) events_.sample(file);
    }
    void saved(const std::filesystem::path& path) const {
        if (events_.saved && leads_) events_.saved(path);
    }
    std::vector<Message> warnings() const { return warnings_; }

  private:
    const TrainEvents& events_;
    bool leads_;
    std::vector<Message> warnings_;
};

}  // namespace afa
