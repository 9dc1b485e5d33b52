#include "core/compute/training_run.h"

#include <fmt/format.h>
#include <algorithm>

#include "core/base/clock.h"
#include "core/compute/training_folder.h"
#include "core/compute/training_inputs.h"
#include "core/compute/training_setup.h"
#include "core/engine/training_history.h"
#include "core/tensor/runtime.h"
#include "core/train/process_group.h"
#include "core/train/training_batches.h"
#include "core/train/validator.h"

namespace afa {
namespace {

constexpr std::uint64_t kWeightsSalt = 0x7765696768;  // fresh aggregators

/// Several processes of one machine take a GPU each.
std::string deviceOf(const std::string& asked, const ParallelGroup& group) {
    if (group.size() == 1 || (asked != "cuda" && asked != "auto")) return asked;
    const bool cuda = asked == "cuda" || chooseDevice("auto").is_cuda();
    return cuda ? "cuda:" + std::to_string(group.localRank()) : asked;
}

Placement trainingPlacement(const TrainRequest& request, const ParallelGroup& group) {
    auto settings = request.compute;
    settings.device = deviceOf(settings.device, group);
    return withTrainingPrecision(placementOf(settings));
}

/// A copy in fp16's values, as the file holds them: what is measured is what users get.
std::shared_ptr<Aggregator> shippedCopy(const Aggregator& source, torch::Device device) {
    const torch::NoGradGuard noGrad;
    auto shipped = std::make_shared<Aggregator>(source.config(), 0, device);
    for (std::size_t i = 0; i < source.parameters().size(); ++i)
        shipped->parameters()[i].second.copy_(source.parameters()[i].second.to(torch::kFloat16));
    return shipped;
}

bool due(std::int64_t step, std::int64_t every) {
    return every > 0 && step % every == 0;
}

/// The loop between what a run opens (TrainingInputs) and what it writes (TrainingFolder).
class TrainingRun {
  public:
    TrainingRun(const TrainRequest& request, bool resume, ModelCache& cache, const TrainEvents& events,
                const TaskControl& control, ParallelGroup& group)
        : request_(request),
          resume_(resume),
          control_(control),
          group_(group),
          placement_(trainingPlacement(request, group)),
          reporter_(events, group.leads()),
          folder_(request, resume, group, reporter_),
          inputs_(request, placement_, cache, reporter_, control) {}

    TrainResult train() {
        if (folder_.state()) inputs_.requireBaseModelsOf(*folder_.state());
        const auto config = aggregatorConfig(request_, inputs_.models().unetConfig());
        const bool samples = request_.sampleEvery > 0 && group_.leads();
        inputs_.openData(samples ? folder_.samples() : std::filesystem::path(), folder_.state());
        inputs_.loadUNets();
        prepareTrainer(config);
        if (auto* state = folder_.state()) restore(*state);
        folder_.openLog();
        if (trainer_->stepsDone() == 0) validate();
        run();
        finish();
        result_.warnings = reporter_.warnings();
        return std::move(result_);
    }

  private:
    void prepareTrainer(const AggregatorConfig& config) {
        auto aggregator =
            std::make_shared<Aggregator>(config, mixSeeds(request_.seed, kWeightsSalt), placement_.device);
        std::int64_t count = 0;
        for (const auto& [name, tensor] : aggregator->parameters()) {
            parameterNames_.push_back(name);
            count += tensor.numel();
        }
        const auto& schedule = inputs_.models().schedule();
        batches_.emplace(
            inputs_.data(), schedule,
            TrainingBatches::Options{request_.seed, request_.batch, request_.accumulate, request_.textDrop},
            group_);
        total_ = request_.steps > 0 ? request_.steps : request_.epochs * batches_->stepsPerEpoch();
        trainer_.emplace(optimiserOptions(request_), total_, inputs_.unets(), aggregator, group_);
        const bool checkpointing = checkpointingFor(
            request_,
            trainingActivations(request_, inputs_.models().unetConfig(), inputs_.latentSide(), placement_),
            placement_);
        trainer_->setCheckpointing(checkpointing);
        if (group_.size() == 1) trainer_->setControl(control_);
        validator_.emplace(inputs_.unets(), inputs_.heldOut(), schedule, request_.seed, request_.batch);
        reporter_.note(
            Message::of("aggregators: %1, %2 million parameters; %3 steps of %4 pictures, base models in %5, "
                        "checkpointing %6",
                        config.stages.size(), fmt::format("{:.1f}", static_cast<double>(count) / 1e6), total_,
                        batches_->perStep(), precisionName(placement_.dtype),
                        checkpointing ? Message::of("on") : Message::of("off")));
    }

    void restore(TrainingState& state) {
        if (!(state.config == trainer_->aggregator().config()) || state.parameterNames != parameterNames_)
            throw ConfigError(
                Message::of("%1: its state is of another aggregator than asked for", request_.output));
        trainer_->restore(state.memory);
        // Of the pictures held out then; where the data changed, they are measured anew.
        if (state.dataDigest == inputs_.dataDigest()) validator_->setBaselines(state.baselines);
        state.memory = {};
    }

    void run() {
        if (trainer_->stepsDone() < total_) batches_->announce(trainer_->stepsDone());
        if (resume_) stoppable([&] { catchUp(); });
        while (trainer_->stepsDone() < total_) {
            if (group_.any(control_.stopRequested())) stop();
            stoppable([&] { doStep(); });
            const auto step = trainer_->stepsDone();
            if (step == total_) break;  // finish() does the rest
            stoppable([&] {
                if (due(step, request_.validateEvery)) validate();
                if (due(step, request_.sampleEvery)) sample();
            });
            if (due(step, request_.saveEvery)) save();
        }
    }

    template <typename Work>
    void stoppable(const Work& work) {
        try {
            work();
        } catch (const Cancelled&) {
            stop();
        }
    }

    /// What was due at the step that the run goes on from, and was cut short when it was stopped.
    void catchUp() {
        const auto step = trainer_->stepsDone();
        if (step == 0 || step == total_ || !group_.leads()) return;
        const auto history = readTrainingHistory(request_.output / "history.jsonl");
        if (due(step, request_.validateEvery) &&
            (history.validations.empty() || history.validations.back().step < step))
            validate();
        std::error_code ec;
        if (due(step, request_.sampleEvery) && inputs_.samples() &&
            !std::filesystem::exists(inputs_.samples()->path(step), ec))
            sample();
    }

    void doStep() {
        const auto start = Clock::now();
        const auto step = trainer_->stepsDone();
        if (step + 1 < total_) batches_->announce(step + 1);
        auto done = trainer_->step([&](int k) { return batches_->micro(step, k); });
        done.epoch = batches_->epochsAt(done.step);
        if (trainer_->lastSkipped())
            reporter_.warn(
                Message::of("step %1: gradients not finite (NaN or infinite), step not taken", done.step));
        folder_.log(done);
        reporter_.step(done);
        control_.report({"train", done.step, total_});
        stepSeconds_.push_back(secondsSince(start));
        mathSeconds_ += done.mathSeconds;
    }

    void validate() {
        if (!group_.leads()) return;
        validate(trainer_->result());
        inputs_.tellUnusable();  // without a cache they are met on the way
    }

    void validate(std::shared_ptr<const Aggregator> aggregator) {
        const auto start = Clock::now();
        auto report = validator_->run(trainer_->stepsDone(), std::move(aggregator), runControl());
        report.seconds = secondsSince(start);
        folder_.log(report);
        for (const auto& warning : routingWarnings(report.routing, inputs_.models().names()))
            reporter_.warn(warning);
        reporter_.validation(report);
        result_.validation = std::move(report);
    }

    /// With several processes a stop is agreed on between steps; a validation of one of them goes on.
    TaskControl runControl() const { return group_.size() == 1 ? control_ : TaskControl(); }

    void sample() {
        if (const auto* samples = inputs_.samples())
            reporter_.sample(
                samples->make(trainer_->stepsDone(), inputs_.unets(), trainer_->result(), runControl()));
    }

    bool save() {
        if (!group_.leads()) return true;
        inputs_.tellUnusable();
        TrainingState state;
        state.step = trainer_->stepsDone();
        state.dataDigest = inputs_.dataDigest();
        state.processes = group_.size();
        state.config = trainer_->aggregator().config();
        state.baseModels = inputs_.baseModels();
        state.parameterNames = parameterNames_;
        state.memory = trainer_->memory();
        state.baselines = validator_->baselines();
        return folder_.save(std::move(state));
    }

    [[noreturn]] void stop() {
        if (trainer_->stepsDone() > 0 && !save())
            throw FileError(
                Message::of("%1: stopped, but the state of step %2 could not be saved; what was saved before "
                            "is still there",
                            request_.output, trainer_->stepsDone()));
        throw Cancelled();
    }

    void finish() {
        if (!group_.leads()) return;
        save();
        const auto shipped = shippedCopy(*trainer_->result(), placement_.device);
        validate(shipped);
        sample();
        result_.steps = trainer_->stepsDone();
        result_.aggregator =
            folder_.writeAggregator(*shipped, inputs_.baseModels(),
                                    trainingDescription(request_, inputs_.data().size(), result_.steps,
                                                        batches_->perStep(), result_.validation));
        inputs_.tellUnusable();
        result_.badPictures = inputs_.badPictures();
        result_.peakBytes = peakResidentBytes();
        measureSteps();
    }

    void measureSteps() {
        if (stepSeconds_.empty()) return;
        double sum = 0;
        for (const auto seconds : stepSeconds_)
            sum += seconds;
        result_.overhead = 1 - mathSeconds_ / sum;
        const auto middle = stepSeconds_.begin() + static_cast<std::ptrdiff_t>(stepSeconds_.size() / 2);
        std::nth_element(stepSeconds_.begin(), middle, stepSeconds_.end());
        result_.secondsPerStep = *middle;
    }

    const TrainRequest& request_;
    bool resume_;
    const TaskControl& control_;
    ParallelGroup& group_;
    Placement placement_;
    TrainingReporter reporter_;
    TrainingFolder folder_;
    TrainingInputs inputs_;

    std::vector<std::string> parameterNames_;
    std::optional<TrainingBatches> batches_;
    std::int64_t total_ = 0;
    std::optional<Trainer> trainer_;
    std::optional<Validator> validator_;
    std::vector<double> stepSeconds_;
    double mathSeconds_ = 0;
    TrainResult result_;
};

}  // namespace

TrainResult trainAggregator(const TrainRequest& request, bool resume, ModelCache& cache,
                            const TrainEvents& events, const TaskControl& control) {
    const auto group = openProcessGroup();
    try {
        return TrainingRun(request, resume, cache, events, control, *group).train();
    } catch (const Cancelled&) {
        throw;  // agreed on by all processes
    } catch (const std::exception& error) {
        group->fail(messageOf(error));
        throw;
    }
}

}  // namespace afa
