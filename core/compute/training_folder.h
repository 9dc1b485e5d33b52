#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "core/compute/training_log.h"
#include "core/compute/training_reporter.h"
#include "core/engine/train_request.h"
#include "core/io/folder_lock.h"
#include "core/train/parallel_group.h"
#include "core/train/training_state.h"

namespace afa {

/// A run's folder and everything that is written to it: history, states, the aggregator (docs/training.md
/// lists its files). Of several processes the leading one writes, the others read.
class TrainingFolder {
  public:
    /// Locks the folder and reads its newest state. `resume`: whether it has to have one, or must not. Throws
    /// RequestError, FileError.
    TrainingFolder(const TrainRequest& request, bool resume, const ParallelGroup& group,
                   TrainingReporter& reporter);

    std::filesystem::path samples() const;  ///< folder of sample pictures
    /// That the run goes on from; null for a new one.
    TrainingState* state() { return state_ ? &*state_ : nullptr; }

    /// Not before everything is in order: a run that cannot begin leaves what is there.
    void openLog();
    void log(const TrainStep& step);
    void log(const ValidationReport& report);

    /// Adds the request and the history. A state that cannot be written is no reason to throw the training
    /// away: it is told, and false.
    bool save(TrainingState state);

    /// The weights as users get them, fp16, with what is known of their training.
    std::filesystem::path writeAggregator(const Aggregator& shipped,
                                          const std::vector<BaseModelRef>& baseModels,
                                          const std::string& trainingJson);

  private:
    const TrainRequest& request_;
    TrainingReporter& reporter_;
    bool leads_;
    std::optional<FolderLock> lock_;
    std::optional<TrainingState> state_;
    std::unique_ptr<TrainingLog> log_;
};

/// What the aggregator's file says of its training: the request without folders, which are not the business
/// of who gets it, and what came out.
std::string trainingDescription(const TrainRequest& request, std::int64_t pictures, std::int64_t steps,
                                std::int64_t picturesPerStep, const ValidationReport& validation);

}  // namespace afa
