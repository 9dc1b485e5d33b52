#pragma once
#include "core/engine/engine.h"
#include "core/engine/merge_scorer.h"

namespace afa {

/// What the compute library implements. It is opened at run time (see core/README.md); the engine talks to it
/// through this interface alone.
class Compute {
  public:
    virtual ~Compute() = default;
    virtual DeviceInfo device(const ComputeSettings& settings) = 0;
    virtual GenerateResult generate(const GenerateRequest& request, const GenerateEvents& events,
                                    const TaskControl& control) = 0;
    virtual void load(const GenerateRequest& request, const TaskControl& control) = 0;
    virtual TrainingDataInfo trainingData(const std::vector<std::filesystem::path>& sources,
                                          std::size_t most) = 0;
    virtual TrainingPlan planTraining(const TrainRequest& request, bool measure,
                                      const TaskControl& control) = 0;
    virtual TrainRequest trainingRequest(const std::filesystem::path& run) = 0;
    virtual TrainResult train(const TrainRequest& request, bool resume, const TrainEvents& events,
                              const TaskControl& control) = 0;
    virtual ScreenResult screen(const ScreenRequest& request, const EvaluationEvents& events,
                                const TaskControl& control) = 0;
    virtual CapabilityResult capability(const CapabilityRequest& request, const EvaluationEvents& events,
                                        const TaskControl& control) = 0;
    /// Scores merges of the request's models by their error on its captioned pictures, negated.
    virtual std::unique_ptr<MergeScorer> denoisingScorer(const MergeSearchRequest& request,
                                                         const EvaluationEvents& events,
                                                         const TaskControl& control) = 0;
    virtual BenchmarkResult benchmark(const BenchmarkRequest& request, const TaskControl& control) = 0;
    virtual void unload() = 0;
};

/// Exported by the compute library under the name "afaCreateCompute"; the caller owns the result.
using CreateCompute = Compute* (*)(const EngineOptions& options);

}  // namespace afa
