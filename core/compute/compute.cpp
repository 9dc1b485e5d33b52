#include "core/engine/compute.h"

#include "core/compute/benchmark.h"
#include "core/compute/capability.h"
#include "core/compute/denoising_scorer.h"
#include "core/compute/generator.h"
#include "core/compute/model_cache.h"
#include "core/compute/opened_models.h"
#include "core/compute/screen.h"
#include "core/compute/training_plan.h"
#include "core/compute/training_run.h"
#include "core/tensor/runtime.h"
#include "core/train/training_state.h"

#ifdef _WIN32
#define AFA_EXPORT extern "C" __declspec(dllexport)
#else
#define AFA_EXPORT extern "C" __attribute__((visibility("default")))
#endif

namespace afa {
namespace {

class TorchCompute : public Compute {
  public:
    explicit TorchCompute(const EngineOptions& options) : cache_(options.keepModels) {}

    DeviceInfo device(const ComputeSettings& settings) override {
        return translateTorchErrors([&] {
            const auto placement = placementOf(settings);
            return DeviceInfo{deviceDescription(placement.device, placement.dtype),
                              precisionName(placement.dtype), placement.device.is_cuda()};
        });
    }

    GenerateResult generate(const GenerateRequest& request, const GenerateEvents& events,
                            const TaskControl& control) override {
        return freeingOnFailure([&] {
            return translateTorchErrors([&] { return generatePictures(request, cache_, events, control); });
        });
    }

    void load(const GenerateRequest& request, const TaskControl& control) override {
        freeingOnFailure([&] { translateTorchErrors([&] { loadModels(request, cache_, control); }); });
    }

    TrainingDataInfo trainingData(const std::vector<std::filesystem::path>& sources,
                                  std::size_t most) override {
        return describeTrainingData(sources, most);
    }

    TrainingPlan planTraining(const TrainRequest& request, bool measure,
                              const TaskControl& control) override {
        return freeingOnFailure([&] {
            return translateTorchErrors([&] { return afa::planTraining(request, measure, cache_, control); });
        });
    }

    TrainRequest trainingRequest(const std::filesystem::path& run) override {
        auto request = parseTrainRequest(storedTrainRequest(run), run.string());
        request.output = run;
        return request;
    }

    TrainResult train(const TrainRequest& request, bool resume, const TrainEvents& events,
                      const TaskControl& control) override {
        return freeingOnFailure([&] {
            return translateTorchErrors(
                [&] { return trainAggregator(request, resume, cache_, events, control); });
        });
    }

    ScreenResult screen(const ScreenRequest& request, const EvaluationEvents& events,
                        const TaskControl& control) override {
        return freeingOnFailure([&] {
            return translateTorchErrors([&] { return screenModels(request, cache_, events, control); });
        });
    }

    CapabilityResult capability(const CapabilityRequest& request, const EvaluationEvents& events,
                                const TaskControl& control) override {
        return freeingOnFailure([&] {
            return translateTorchErrors([&] { return measureCapability(request, cache_, events, control); });
        });
    }

    std::unique_ptr<MergeScorer> denoisingScorer(const MergeSearchRequest& request,
                                                 const EvaluationEvents& events,
                                                 const TaskControl& control) override {
        return freeingOnFailure([&] {
            return translateTorchErrors(
                [&] { return makeDenoisingScorer(request, cache_, events, control); });
        });
    }

    BenchmarkResult benchmark(const BenchmarkRequest& request, const TaskControl& control) override {
        cache_.clear();
        return translateTorchErrors([&] { return runBenchmark(request, control); });
    }

    void unload() override { cache_.clear(); }

  private:
    /// Out of memory frees everything, so that a smaller request can run next.
    template <typename Work>
    auto freeingOnFailure(Work&& work) -> decltype(work()) {
        try {
            return work();
        } catch (const OutOfMemory&) {
            cache_.clear();
            throw;
        }
    }

    ModelCache cache_;
};

}  // namespace
}  // namespace afa

AFA_EXPORT afa::Compute* afaCreateCompute(const afa::EngineOptions& options) {
    return new afa::TorchCompute(options);
}
