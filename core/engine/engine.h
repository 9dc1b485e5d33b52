#pragma once
#include <functional>
#include <memory>
#include <string>

#include "core/base/task.h"
#include "core/engine/compare_request.h"
#include "core/engine/evaluation_requests.h"
#include "core/engine/merge_request.h"
#include "core/engine/merge_search_request.h"
#include "core/engine/requests.h"
#include "core/engine/train_events.h"
#include "core/engine/train_request.h"
#include "core/engine/training_plan.h"

namespace afa {

/// What a picture looks like after a step, small: one pixel per latent.
struct PicturePreview {
    int picture = 0;          ///< index within the request
    int step = 0, steps = 0;  ///< evaluations done, and in all
    Image image;
};

struct MapsRecord;  // core/engine/maps.h

/// The aggregation maps of one sampler evaluation, as they arise.
struct MapsOfStep {
    int picture = 0;                         ///< index within the request
    std::shared_ptr<const MapsRecord> part;  ///< the record's head, and the maps of this evaluation alone
};

/// Small value events while pictures are made; called on the thread that runs generate().
struct GenerateEvents {
    std::function<void(const PicturePreview&)> preview;  ///< after every evaluation; costs nothing unset
    std::function<void(const MapsOfStep&)> maps;         ///< after every evaluation, in modes that leave maps
    std::function<void(const GeneratedPicture&)> picture;  ///< one is finished and on disk
    std::function<void(const Message&)> warning;           ///< as it arises
};

/// While models are measured (screen, capability); called on the thread that asked.
struct EvaluationEvents {
    std::function<void(const Message&)> warning;  ///< as it arises
};

class Compute;  // core/engine/compute.h

struct EngineOptions {
    /// Keep models in memory between requests (a window does); false frees each part when it is done with.
    bool keepModels = true;
};

/// The facade of everything that computes. Torch is loaded at the first call that needs it, not before.
/// Not thread-safe: one thread (the compute thread) owns an engine; other threads stop its work by
/// TaskControl.
class Engine {
  public:
    explicit Engine(EngineOptions options = {});
    /// Computes with this instead of opening the compute library: tests give what they need here.
    explicit Engine(std::unique_ptr<Compute> compute);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    static std::string version();  ///< "0.1.0"

    DeviceInfo device(const ComputeSettings& settings = {});
    /// Throws RequestError, ConfigError, FileError, OutOfMemory, Cancelled. Pictures finished before stay on
    /// disk.
    GenerateResult generate(const GenerateRequest& request, const GenerateEvents& events = {},
                            const TaskControl& control = {});
    /// Brings the models that the request needs into memory and makes nothing, so that its pictures start at
    /// once. Only for an engine that keeps models. Throws as generate() does.
    void load(const GenerateRequest& request, const TaskControl& control = {});
    /// Trains an aggregator. Throws as generate() does, DataError for unusable data, Cancelled after a stop
    /// (a state was saved then; FileError where that failed).
    TrainResult train(const TrainRequest& request, const TrainEvents& events = {},
                      const TaskControl& control = {});
    /// What training data there is, pictures looked up but not decoded; the first `most` of each kind are
    /// listed. Throws FileError where a source itself is unusable.
    TrainingDataInfo trainingData(const std::vector<std::filesystem::path>& sources, std::size_t most = 1000);
    /// What a request comes to, before it is started. `measure` loads the models and times a step. Throws as
    /// train() does.
    TrainingPlan planTraining(const TrainRequest& request, bool measure, const TaskControl& control = {});
    /// The request that the run in folder `run` was started with; FileError where there is no sound state.
    TrainRequest trainingRequest(const std::filesystem::path& run);
    /// Goes on with the run in `request.output` from its newest sound state; the fields that a resumed run
    /// may not change must be those of trainingRequest(). Throws RequestError that names them otherwise.
    TrainResult resumeTraining(const TrainRequest& request, const TrainEvents& events = {},
                               const TaskControl& control = {});
    /// Both throw RequestError, ConfigError, FileError, DataError, OutOfMemory, Cancelled.
    ScreenResult screen(const ScreenRequest& request, const EvaluationEvents& events = {},
                        const TaskControl& control = {});
    CapabilityResult capability(const CapabilityRequest& request, const EvaluationEvents& events = {},
                                const TaskControl& control = {});
    /// Needs no torch. Throws RequestError, ConfigError, FileError, Cancelled; the output appears whole or
    /// not at all.
    MergeResult merge(const MergeRequest& request, const TaskControl& control = {});
    /// The same pictures in several modes, on one sheet. Throws as generate() does; whatever can be told from
    /// options and small files is told before a model is loaded.
    CompareResult compare(const CompareRequest& request, const CompareEvents& events = {},
                          const TaskControl& control = {});
    /// Looks for the block weights that score best; goes on with the search in `request.output` where
    /// `request.resume` says so. Throws as generate() does, DataError for a scorer that fails. What was
    /// scored is on disk at any time.
    MergeSearchResult searchMerge(const MergeSearchRequest& request, const MergeSearchEvents& events = {},
                                  const TaskControl& control = {});
    BenchmarkResult benchmark(const BenchmarkRequest& request, const TaskControl& control = {});
    /// Gives all models' memory back; the next request loads what it needs.
    void unload();

  private:
    Compute& compute();
    EngineOptions options_;
    std::unique_ptr<Compute> compute_;
};

/// Ends the process at once with `code` after flushing the standard streams, without running static
/// destructors: LLVM inside libtorch and the one inside a graphics driver clash there.
[[noreturn]] void leaveProcess(int code);

}  // namespace afa
