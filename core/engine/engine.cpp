#include "core/engine/engine.h"

#include <boost/dll/runtime_symbol_info.hpp>
#include <boost/dll/shared_library.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "core/engine/compute.h"
#include "core/engine/validation.h"

#ifdef _WIN32
#include <cstdlib>
#else
#include <unistd.h>
#endif

namespace afa {
namespace {

void setDefaultEnvironment(const char* name, const char* value) {
#ifdef _WIN32
    if (!std::getenv(name)) _putenv_s(name, value);
#else
    setenv(name, value, 0);
#endif
}

/// Waiting OpenMP threads sleep after a short spin instead of burning a core: a window program always has
/// company, and libgomp's default slows every step several times when another process is busy. Read by
/// libgomp when it is loaded, which is when the compute library is opened. A user's own setting wins.
void setThreadWaiting() {
    if (std::getenv("OMP_WAIT_POLICY")) return;
    setDefaultEnvironment("GOMP_SPINCOUNT", "1000");
}

/// Names are looked up within the compute library and its libtorch first: OpenCV brings the system's BLAS
/// into the program, and libtorch's matrix products would otherwise go to it (the reference one is fifty
/// times slower than libtorch's own). AddressSanitizer does not allow it.
boost::dll::load_mode::type computeLoadMode() {
    using namespace boost::dll::load_mode;
    const auto mode = append_decorations | rtld_now | rtld_global;
#ifdef __SANITIZE_ADDRESS__
    return mode;
#else
    return mode | rtld_deepbind;
#endif
}

boost::dll::shared_library& computeLibrary() {
    // Never closed: libtorch does not survive being unloaded.
    static auto* library = [] {
        setThreadWaiting();
        const auto folder = boost::dll::this_line_location().parent_path();
        try {
            return new boost::dll::shared_library(folder / "afa_compute", computeLoadMode());
        } catch (const std::exception& error) {
            throw Error(
                Message::of("the compute library could not be opened from %1: %2; install AFA Studio again, "
                            "or run packaging/run.sh to build it with libtorch",
                            folder, messageOf(error)));
        }
    }();
    return *library;
}

}  // namespace

Engine::Engine(EngineOptions options) : options_(options) {}
Engine::Engine(std::unique_ptr<Compute> compute) : compute_(std::move(compute)) {}
Engine::~Engine() = default;

std::string Engine::version() {
    return AFA_VERSION;
}

Compute& Engine::compute() {
    if (!compute_) {
        const auto create = computeLibrary().get<Compute*(const EngineOptions&)>("afaCreateCompute");
        compute_.reset(create(options_));
    }
    return *compute_;
}

DeviceInfo Engine::device(const ComputeSettings& settings) {
    return compute().device(settings);
}

GenerateResult Engine::generate(const GenerateRequest& request, const GenerateEvents& events,
                                const TaskControl& control) {
    requireValid(request);
    return compute().generate(request, events, control);
}

void Engine::load(const GenerateRequest& request, const TaskControl& control) {
    requireValid(request);
    compute().load(request, control);
}

TrainingDataInfo Engine::trainingData(const std::vector<std::filesystem::path>& sources, std::size_t most) {
    return compute().trainingData(sources, most);
}

TrainingPlan Engine::planTraining(const TrainRequest& request, bool measure, const TaskControl& control) {
    requireValid(request);
    return compute().planTraining(request, measure, control);
}

TrainRequest Engine::trainingRequest(const std::filesystem::path& run) {
    return compute().trainingRequest(run);
}

TrainResult Engine::train(const TrainRequest& request, const TrainEvents& events,
                          const TaskControl& control) {
    requireValid(request);
    return compute().train(withAbsolutePaths(request), false, events, control);
}

TrainResult Engine::resumeTraining(const TrainRequest& request, const TrainEvents& events,
                                   const TaskControl& control) {
    requireValid(request);
    Message changed;
    for (const auto& option : changedOnResume(trainingRequest(request.output), request))
        changed = changed.empty() ? option : Message::of("%1, %2", changed, option);
    if (!changed.empty())
        throw RequestError(
            Message::of("%1: not to be changed when a run is resumed; start a new one in another folder, or "
                        "leave the option out",
                        changed));
    return compute().train(withAbsolutePaths(request), true, events, control);
}

ScreenResult Engine::screen(const ScreenRequest& request, const EvaluationEvents& events,
                            const TaskControl& control) {
    requireValid(request);
    return compute().screen(request, events, control);
}

CapabilityResult Engine::capability(const CapabilityRequest& request, const EvaluationEvents& events,
                                    const TaskControl& control) {
    requireValid(request);
    return compute().capability(request, events, control);
}

BenchmarkResult Engine::benchmark(const BenchmarkRequest& request, const TaskControl& control) {
    requireValid(request);
    return compute().benchmark(request, control);
}

void Engine::unload() {
    if (compute_) compute_->unload();
}

void leaveProcess(int code) {
    std::cout.flush();
    std::cerr.flush();
    std::fflush(nullptr);
    std::_Exit(code);
}

}  // namespace afa
