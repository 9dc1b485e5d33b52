#include "core/compute/training.h"

#include <fmt/format.h>
#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <ctime>

#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/compute/evaluated_models.h"
#include "core/compute/outputs.h"
#include "core/compute/training_log.h"
#include "core/compute/training_samples.h"
#include "core/compute/training_setup.h"
#include "core/engine/training_history.h"
#include "core/io/folder_lock.h"
#include "core/tensor/runtime.h"
#include "core/train/process_group.h"
#include "core/train/sample_order.h"
#include "core/train/training_state.h"
#include "core/train/validator.h"
#include "core/train/weight_cosine.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::uint64_t kOrderSalt = 0x6F72646572;    // in which order
constexpr std::uint64_t kDrawSalt = 0x64726177;       // timestep, noise and text drop of a sample
constexpr std::uint64_t kWeightsSalt = 0x7765696768;  // fresh aggregators

std::string today() {
    const std::time_t now = std::time(nullptr);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", std::gmtime(&now));
    return text;
}

/// What goes into the aggregator: folders are nobody's business who gets it.
TrainRequest withoutFolders(TrainRequest request) {
    for (auto* paths : {&request.models, &request.data})
        for (auto& path : *paths)
            path = lastName(path);
    request.vae = lastName(request.vae);
    request.validation = lastName(request.validation);
    request.cache = lastName(request.cache);
    return request;
}

class TrainingRun {
  public:
    TrainingRun(const TrainRequest& request, bool resume, ModelCache& cache, const TrainEvents& events,
                const TaskControl& control)
        : request_(request),
          resume_(resume),
          cache_(cache),
          events_(events),
          control_(control),
          group_(openProcessGroup()) {}

    TrainResult train() {
        try {
            return trainAlone();
        } catch (const Cancelled&) {
            throw;  // agreed on by all processes
        } catch (const std::exception& error) {
            group_->fail(error.what());
            throw;
        }
    }

  private:
    TrainResult trainAlone() {
        configureCpu(request_.compute.threads);
        placement_.device = chooseDevice(deviceName());
        placement_.dtype = trainingPrecision(request_, placement_.device);
        openFolder();
        openModels();
        config_ = aggregatorConfig(request_, unetConfig_);
        prepareData();
        prepareAggregator();
        openLog();
        if (trainer_->stepsDone() == 0) validate();
        run();
        finish();
        return std::move(result_);
    }

    void warn(const std::string& message) {
        result_.warnings.push_back(message);
        if (events_.warning && group_->leads()) events_.warning(message);
    }
    void note(const std::string& line) {
        if (events_.note && group_->leads()) events_.note(line);
    }

    /// Several processes of one machine take a GPU each.
    std::string deviceName() const {
        const auto& name = request_.compute.device;
        if (group_->size() == 1 || (name != "cuda" && name != "auto")) return name;
        const bool cuda = name == "cuda" || chooseDevice("auto").is_cuda();
        return cuda ? "cuda:" + std::to_string(group_->localRank()) : name;
    }

    void openFolder() {
        if (group_->leads()) {
            if (!resume_) requireFolder(request_.output);
            lock_.emplace(request_.output);
        }
        state_ = readTrainingState(request_.output, [&](const std::string& text) { warn(text); });
        if (state_ && !resume_)
            throw RequestError(request_.output.string() +
                               ": holds a training run already; go on with --resume, or name another folder");
        if (!state_ && resume_)
            throw FileError(
                request_.output.string() +
                ": expected the state of a training run to resume, found none; check the path, or start "
                "the run without --resume");
        std::error_code ec;
        if (!state_ && fs::exists(request_.output / "aggregator.safetensors", ec))
            throw RequestError(request_.output.string() +
                               ": holds a finished aggregator already; name another folder");
        if (state_ && state_->processes != group_->size())
            warn("the run was trained by " + std::to_string(state_->processes) +
                 " processes and goes on with " + std::to_string(group_->size()) +
                 ": its steps hold another number of pictures now");
    }

    /// Not before everything is in order: a run that cannot begin leaves what is there.
    void openLog() {
        if (group_->leads())
            log_ = std::make_unique<TrainingLog>(request_.output / "history.jsonl",
                                                 state_ ? state_->history : std::vector<std::string>{},
                                                 [&](const std::string& text) { warn(text); });
    }

    void openModels() {
        for (const auto& path : request_.models)
            paths_.push_back(canonicalPath(path));
        hostVae_ = request_.vae.empty() ? paths_[static_cast<std::size_t>(request_.host)]
                                        : canonicalPath(request_.vae);
        std::set<fs::path> wanted(paths_.begin(), paths_.end());
        wanted.insert(hostVae_);
        cache_.begin(placement_, wanted, control_);
        const auto first = cache_.checkpoint(paths_[0]);
        unetConfig_ = first->unetConfig();
        for (const auto& path : paths_) {
            control_.checkStop();
            note("reading " + path.string());
            const auto model = cache_.checkpoint(path);
            requireSameNetwork(*first, *model);
            baseModels_.push_back({model->name(), cache_.fingerprint(path), path.filename().string()});
        }
        refuseSameModels();
        size_ = trainingSize(request_, unetConfig_, cache_.vaeConfig(hostVae_).factor());
        if (state_) checkBaseModels();
    }

    /// Two copies of one model teach an aggregator nothing.
    void refuseSameModels() {
        std::vector<const PartReader*> parts;
        for (const auto& path : paths_)
            parts.push_back(&cache_.checkpoint(path)->part(ModelPart::UNet));
        const auto cosines = weightCosines(parts, control_);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            for (std::size_t j = i + 1; j < parts.size(); ++j) {
                if (cosines[i][j] <= kSameWeightsCosine) continue;
                const auto text =
                    fmt::format("models {} and {} hold the same weights (cosine {:.6f}): {} and {}", i, j,
                                cosines[i][j], paths_[i].string(), paths_[j].string());
                if (!request_.allowSameModels)
                    throw ConfigError(text + "; leave one out, or say --allow-same-models");
                warn(text);
            }
        }
    }

    void checkBaseModels() {
        for (std::size_t i = 0; i < baseModels_.size(); ++i) {
            if (i < state_->baseModels.size() && state_->baseModels[i].sha256 == baseModels_[i].sha256)
                continue;
            throw ConfigError(
                paths_[i].string() + ": is not the base model that " + request_.output.string() +
                " was started with (its weights differ); put that one back, or start a new run");
        }
    }

    void prepareData() {
        note("reading the training data");
        auto split = splitData(request_, readTrainingData(request_.data));
        dataDigest_ = digest(split);
        if (state_ && state_->dataDigest != dataDigest_)
            warn("the training data changed since the run was started; it goes on, but not as it would have");
        for (const auto& problem : split.problems)
            warn(problem.where + ": " + problem.what);
        result_.badPictures = static_cast<std::int64_t>(split.problems.size());
        auto encoders = openEncoders(cache_, paths_, paths_[static_cast<std::size_t>(request_.host)],
                                     hostVae_, placement_);
        note(fmt::format("{} pictures to train on, {} held out, {} px", split.training.pictures.size(),
                         split.heldOut.pictures.size(), size_));
        heldOut_ =
            std::make_unique<EncodedData>(std::move(split.heldOut), dataSettings(), encoders, control_);
        tellUnusable(*heldOut_, heldOutTold_);
        if (request_.sampleEvery > 0 && group_->leads()) prepareSamples(encoders);
        data_ = std::make_unique<EncodedData>(std::move(split.training), dataSettings(), std::move(encoders),
                                              control_);
        tellUnusable(*data_, told_);
        if (request_.cache != "off") {
            cache_.dropTextEncoders();
            if (!samples_) cache_.dropVaes();
        }
    }

    /// Pictures that could not be read or encoded, those that have not been told yet.
    void tellUnusable(const EncodedData& data, std::size_t& told) {
        const auto problems = data.problems();
        for (; told < problems.size(); ++told)
            warn(problems[told].where + ": " + problems[told].what);
    }

    EncodedDataSettings dataSettings() {
        EncodedDataSettings settings;
        settings.size = size_;
        settings.crop = request_.crop == "center" ? Crop::Center : Crop::Random;
        settings.seed = request_.seed;
        if (request_.cache != "off")
            settings.cache = request_.cache.empty() ? request_.output / "cache" : fs::path(request_.cache);
        settings.maxBad = request_.maxBad;
        settings.queue = std::max(settings.queue, 2 * request_.batch);
        settings.warning = [this](const std::string& text) { warn(text); };
        return settings;
    }

    void prepareSamples(const Encoders& encoders) {
        const auto prompt = request_.samplePrompt.empty() ? heldOut_->picture(0).text : request_.samplePrompt;
        samples_ = std::make_unique<TrainingSamples>(
            TrainingSamples::Settings{request_.output / "samples", prompt, request_.sampleCfg, request_.seed,
                                      size_},
            encoders, cache_.vae(hostVae_));
    }

    void prepareAggregator() {
        for (const auto& path : paths_) {
            control_.checkStop();
            control_.report(
                {"load", static_cast<std::int64_t>(unets_.size()), static_cast<std::int64_t>(paths_.size())});
            unets_.push_back(cache_.unet(path));
        }
        auto aggregator =
            std::make_shared<Aggregator>(config_, mixSeeds(request_.seed, kWeightsSalt), placement_.device);
        std::int64_t count = 0;
        for (const auto& [name, tensor] : aggregator->parameters()) {
            parameterNames_.push_back(name);
            count += tensor.numel();
        }
        const auto perStep = stepSamples();
        const auto stepsPerEpoch = (data_->size() + perStep - 1) / perStep;
        total_ = request_.steps > 0 ? request_.steps : request_.epochs * stepsPerEpoch;
        trainer_ = std::make_unique<Trainer>(request_, total_, unets_, aggregator, *group_);
        const bool checkpointing = useCheckpointing();
        trainer_->setCheckpointing(checkpointing);
        if (group_->size() == 1) trainer_->setControl(control_);
        order_ = std::make_unique<SampleOrder>(mixSeeds(request_.seed, kOrderSalt), data_->size());
        validator_ = std::make_unique<Validator>(unets_, *heldOut_, request_.seed, request_.batch);
        if (state_) {
            if (!(state_->config == config_) || state_->parameterNames != parameterNames_)
                throw ConfigError(request_.output.string() +
                                  ": its state is of another aggregator than asked for");
            trainer_->restore(state_->memory);
            // Of the pictures held out then; where the data changed, they are measured anew.
            if (state_->dataDigest == dataDigest_) validator_->setBaselines(state_->baselines);
            state_->memory = {};
        }
        note(fmt::format(
            "aggregators: {}, {:.1f} million parameters; {} steps of {} pictures, base models in {}, "
            "checkpointing {}",
            config_.stages.size(), static_cast<double>(count) / 1e6, total_, perStep,
            precisionName(placement_.dtype), checkpointing ? "on" : "off"));
    }

    bool useCheckpointing() const {
        const auto needed = trainingActivations(request_, unetConfig_,
                                                size_ / cache_.vaeConfig(hostVae_).factor(), placement_);
        return checkpointingFor(request_, needed, placement_);
    }

    std::int64_t stepSamples() const {
        return static_cast<std::int64_t>(request_.batch) * request_.accumulate * group_->size();
    }

    /// Sample i of this process's micro-batch k: neighbours of one step stand side by side, so that two
    /// processes with batch b see what one with batch 2b does.
    std::int64_t position(std::int64_t step, int k, int i) const {
        const auto micro = step * request_.accumulate + k;
        return (micro * group_->size() + group_->rank()) * request_.batch + i;
    }

    std::vector<EncodedData::Draw> pictures(std::int64_t step, int k) const {
        std::vector<EncodedData::Draw> draws;
        for (int i = 0; i < request_.batch; ++i) {
            const auto place = order_->at(position(step, k, i));
            draws.push_back({place.picture, place.epoch});
        }
        return draws;
    }

    void announce(std::int64_t step) {
        for (int k = 0; k < request_.accumulate; ++k)
            data_->prefetch(pictures(step, k));
    }

    NoisedBatch micro(std::int64_t step, int k) {
        const auto encoded = data_->batch(pictures(step, k));
        std::vector<SampleDraw> draws;
        for (int i = 0; i < request_.batch; ++i)
            draws.push_back({mixSeeds(mixSeeds(request_.seed, kDrawSalt),
                                      static_cast<std::uint64_t>(position(step, k, i))),
                             -1, request_.textDrop});
        return noiseBatch(encoded, draws, schedule_, data_->emptyTexts());
    }

    static bool due(std::int64_t step, std::int64_t every) { return every > 0 && step % every == 0; }

    void run() {
        if (trainer_->stepsDone() < total_) announce(trainer_->stepsDone());
        if (resume_) stoppable([&] { catchUp(); });
        while (trainer_->stepsDone() < total_) {
            if (group_->any(control_.stopRequested())) stop();
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
        if (step == 0 || step == total_ || !group_->leads()) return;
        const auto history = readTrainingHistory(request_.output / "history.jsonl");
        if (due(step, request_.validateEvery) &&
            (history.validations.empty() || history.validations.back().step < step))
            validate();
        std::error_code ec;
        if (due(step, request_.sampleEvery) && samples_ && !fs::exists(samples_->path(step), ec)) sample();
    }

    void doStep() {
        const auto start = Clock::now();
        const auto step = trainer_->stepsDone();
        if (step + 1 < total_) announce(step + 1);
        auto done = trainer_->step([&](int k) { return micro(step, k); });
        done.epoch = static_cast<double>(done.step * stepSamples()) / static_cast<double>(data_->size());
        if (trainer_->lastSkipped())
            warn("step " + std::to_string(done.step) +
                 ": gradients not finite (NaN or infinite), step not taken");
        if (log_) {
            log_->step(done);
            if (events_.step) events_.step(done);
        }
        control_.report({"train", done.step, total_});
        done.seconds = secondsSince(start);
        stepSeconds_.push_back(done.seconds);
        mathSeconds_ += done.mathSeconds;
    }

    void validate() {
        if (!group_->leads()) return;
        const auto start = Clock::now();
        report(validator_->run(trainer_->stepsDone(), trainer_->result(), runControl()), start);
        tellUnusable(*heldOut_, heldOutTold_);  // without a cache they are met on the way
    }

    void report(ValidationReport report, Clock::time_point start) {
        report.seconds = secondsSince(start);
        std::vector<std::string> names;
        for (const auto& model : baseModels_)
            names.push_back(model.name);
        if (log_) log_->validation(report);
        for (const auto& warning : routingWarnings(report.routing, names))
            warn(warning);
        if (events_.validation) events_.validation(report);
        result_.validation = std::move(report);
    }

    /// With several processes a stop is agreed on between steps; a validation of one of them goes on.
    TaskControl runControl() const { return group_->size() == 1 ? control_ : TaskControl(); }

    void sample() {
        if (!samples_) return;
        const auto path = samples_->make(trainer_->stepsDone(), unets_, trainer_->result(), runControl());
        if (events_.sample) events_.sample(path);
    }

    /// A state that cannot be written is no reason to throw the training away: it is told, and tried again.
    bool save() {
        if (!group_->leads()) return true;
        tellUnusable(*data_, told_);
        TrainingState state;
        state.step = trainer_->stepsDone();
        state.requestJson = trainRequestJson(request_);
        state.dataDigest = dataDigest_;
        state.processes = group_->size();
        state.config = trainer_->aggregator().config();
        state.baseModels = baseModels_;
        state.parameterNames = parameterNames_;
        state.memory = trainer_->memory();
        state.history = log_->lines();
        state.baselines = validator_->baselines();
        try {
            const auto path = writeTrainingState(request_.output, state);
            if (events_.saved) events_.saved(path);
            return true;
        } catch (const FileError& error) {
            warn(std::string("the training state could not be saved: ") + error.what());
            return false;
        }
    }

    [[noreturn]] void stop() {
        if (trainer_->stepsDone() > 0 && !save())
            throw FileError(request_.output.string() + ": stopped, but the state of step " +
                            std::to_string(trainer_->stepsDone()) +
                            " could not be saved; what was saved before is still there");
        throw Cancelled();
    }

    /// The result in fp16, as it is written: what is measured is what users get.
    std::shared_ptr<Aggregator> shippedAggregator() {
        const torch::NoGradGuard noGrad;
        const auto source = trainer_->result();
        auto shipped = std::make_shared<Aggregator>(source->config(), 0, placement_.device);
        for (std::size_t i = 0; i < parameterNames_.size(); ++i)
            shipped->parameters()[i].second.copy_(source->parameters()[i].second.to(torch::kFloat16));
        return shipped;
    }

    void finish() {
        if (!group_->leads()) return;
        save();
        const auto shipped = shippedAggregator();
        const auto start = Clock::now();
        report(validator_->run(trainer_->stepsDone(), shipped, runControl()), start);
        if (samples_) sample();

        const auto& afa = result_.validation.methods.front();
        const json::object training{
            {"data", std::to_string(data_->size()) + " captioned pictures"},
            {"steps", trainer_->stepsDone()},
            {"optimiser", fmt::format("AdamW, lr {}{}, batch {}{}{}", request_.lr,
                                      request_.lrSchedule == "cosine" ? " cosine" : "", stepSamples(),
                                      request_.ema > 0 ? fmt::format(", EMA {}", request_.ema) : "",
                                      request_.clip > 0 ? fmt::format(", clip {}", request_.clip) : "")},
            {"date", today()},
            {"validation_loss", numberOrNull(afa.error)},
            {"verdict", result_.validation.verdict()},
            {"request", parseJson(trainRequestJson(withoutFolders(request_)), "request")}};
        std::vector<torch::Tensor> tensors;
        for (const auto& [name, tensor] : shipped->parameters())
            tensors.push_back(tensor);
        result_.aggregator = request_.output / "aggregator.safetensors";
        writeAggregatorFile(result_.aggregator, shipped->config(), baseModels_, json::serialize(training),
                            parameterNames_, tensors, torch::kFloat16);
        if (events_.saved) events_.saved(result_.aggregator);

        result_.steps = trainer_->stepsDone();
        tellUnusable(*data_, told_);
        tellUnusable(*heldOut_, heldOutTold_);
        result_.badPictures += static_cast<std::int64_t>(told_ + heldOutTold_);
        result_.peakBytes = peakResidentBytes();
        if (stepSeconds_.empty()) return;
        double sum = 0;
        for (const auto seconds : stepSeconds_)
            sum += seconds;
        result_.overhead = 1 - mathSeconds_ / sum;
        auto sorted = stepSeconds_;
        std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2),
                         sorted.end());
        result_.secondsPerStep = sorted[sorted.size() / 2];
    }

    const TrainRequest& request_;
    bool resume_;
    ModelCache& cache_;
    const TrainEvents& events_;
    const TaskControl& control_;
    std::shared_ptr<ParallelGroup> group_;
    TrainResult result_;

    Placement placement_;
    std::optional<TrainingState> state_;
    std::optional<FolderLock> lock_;
    std::unique_ptr<TrainingLog> log_;
    std::vector<fs::path> paths_;
    fs::path hostVae_;
    UNetConfig unetConfig_;
    std::vector<BaseModelRef> baseModels_;
    std::int64_t size_ = 0;
    std::string dataDigest_;
    AggregatorConfig config_;
    std::unique_ptr<EncodedData> data_, heldOut_;
    std::size_t told_ = 0, heldOutTold_ = 0;  ///< of their unusable pictures
    std::unique_ptr<TrainingSamples> samples_;
    std::vector<std::shared_ptr<const UNet>> unets_;
    std::vector<std::string> parameterNames_;
    std::int64_t total_ = 0;
    std::unique_ptr<Trainer> trainer_;
    std::unique_ptr<SampleOrder> order_;
    std::unique_ptr<Validator> validator_;
    NoiseSchedule schedule_ = NoiseSchedule::stableDiffusion1();
    std::vector<double> stepSeconds_;
    double mathSeconds_ = 0;
};

}  // namespace

TrainResult trainAggregator(const TrainRequest& request, bool resume, ModelCache& cache,
                            const TrainEvents& events, const TaskControl& control) {
    return TrainingRun(request, resume, cache, events, control).train();
}

}  // namespace afa
