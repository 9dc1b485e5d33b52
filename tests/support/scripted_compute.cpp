#include "tests/support/scripted_compute.h"

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>

#include "core/base/error.h"
#include "core/base/samplers.h"
#include "core/engine/request_json.h"
#include "core/engine/stored_training.h"
#include "core/engine/training_history.h"
#include "core/io/picture_file.h"
#include "core/io/picture_metadata.h"

namespace afa::test {
namespace {

namespace fs = std::filesystem;

constexpr int kSide = 64;                // pixels
constexpr std::int64_t kPictures = 240;  // of any training data

void write(const fs::path& path, const std::string& text, std::ios::openmode mode = std::ios::trunc) {
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary | mode);
    if (!(file << text).flush()) throw FileError(path.string() + ": cannot be written");
}

/// Stripes in colours that follow from the text: equal texts, equal pictures.
Image pictureOf(const std::string& text, int width, int height) {
    Image image{width, height, {}};
    auto state = static_cast<std::uint32_t>(std::hash<std::string>{}(text));
    std::vector<std::uint8_t> row;
    for (int i = 0; i < width * 3; ++i) {
        state = state * 1664525U + 1013904223U;
        row.push_back(static_cast<std::uint8_t>(state >> 24));
    }
    for (int y = 0; y < height; ++y)
        image.rgb.insert(image.rgb.end(), row.begin(), row.end());
    return image;
}

fs::path freePath(const fs::path& folder, std::uint64_t seed) {
    fs::create_directories(folder);
    fs::path path = folder / (std::to_string(seed) + ".png");
    for (int i = 2; fs::exists(path); ++i)
        path = folder / (std::to_string(seed) + "-" + std::to_string(i) + ".png");
    return path;
}

std::string parametersOf(const GenerateRequest& request, const GeneratedPicture& made) {
    return formatA1111({request.prompt,
                        request.negativePrompt,
                        {{"Steps", std::to_string(request.steps)},
                         {"Sampler", findSampler(request.sampler)->webUi},
                         {"Schedule type", request.karras ? "Karras" : "Automatic"},
                         {"CFG scale", std::to_string(request.cfg)},
                         {"Seed", std::to_string(made.seed)},
                         {"Size", std::to_string(made.width) + "x" + std::to_string(made.height)},
                         {"AFA mode", request.resolvedMode()}}});
}

/// All that decides how a picture looks; where it is written does not.
std::string looksOf(GenerateRequest request, std::uint64_t seed) {
    request.output = "";
    request.count = 1;
    request.seed = seed;
    return generateRequestJson(request);
}

class ScriptedCompute : public Compute {
  public:
    explicit ScriptedCompute(Script& script) : script_(script) {}

    DeviceInfo device(const ComputeSettings& settings) override {
        const std::string precision = settings.precision == "auto" ? "bf16" : settings.precision;
        return {"scripted networks, " + precision, precision, false};
    }

    GenerateResult generate(const GenerateRequest& request, const GenerateEvents& events,
                            const TaskControl& control) override {
        script_.called("generate");
        GenerateResult result;
        begin(control);
        for (int i = 0; i < request.count; ++i) {
            auto made = makePicture(request, i, events, control);
            if (events.picture) events.picture(made);
            result.pictures.push_back(std::move(made));
        }
        return result;
    }

    void load(const GenerateRequest&, const TaskControl& control) override {
        script_.called("load");
        begin(control);
    }

    TrainingDataInfo trainingData(const std::vector<fs::path>& sources, std::size_t most) override {
        TrainingDataInfo info;
        for (const auto& source : sources) {
            if (!fs::exists(source))
                throw FileError(source.string() + ": expected training data, found nothing");
            info.pictures += kPictures;
        }
        for (std::int64_t i = 0; i < std::min(info.pictures, static_cast<std::int64_t>(most)); ++i)
            info.entries.push_back({"", "picture " + std::to_string(i), "scripted:" + std::to_string(i)});
        return info;
    }

    TrainingPlan planTraining(const TrainRequest& request, bool measure,
                              const TaskControl& control) override {
        control.checkStop();
        TrainingPlan plan;
        plan.heldOutPictures = 16;
        plan.trainingPictures = kPictures - plan.heldOutPictures;
        plan.size = request.size > 0 ? request.size : kSide;
        plan.picturesPerStep = request.batch;
        plan.stepsPerEpoch = std::max<std::int64_t>(1, plan.trainingPictures / request.batch);
        plan.steps = stepsOf(request);
        plan.parameters = 1'000'000;
        plan.precision = "bf16";
        plan.modelBytes = plan.stepBytes = plan.aggregatorBytes = 1'000'000;
        plan.availableBytes = 1'000'000'000;
        if (measure) plan.secondsPerStep = 0.5;
        return plan;
    }

    TrainRequest trainingRequest(const fs::path& run) override {
        const auto stored = readStoredTraining(run);
        if (!stored) throw FileError(run.string() + ": expected the state of a training run, found none");
        return stored->request;
    }

    TrainResult train(const TrainRequest& request, bool resume, const TrainEvents& events,
                      const TaskControl& control) override {
        script_.called("train");
        if (events.note) events.note(Message::verbatim("scripted networks are trained"));
        const auto total = stepsOf(request);
        std::int64_t step = resume ? readStoredTraining(request.output).value().step : 0;
        TrainResult result;
        try {
            begin(control);
            if (!resume) result.validation = validate(request, 0, events);
            while (step < total) {
                script_.pass(control);
                takeStep(request, ++step, total, events);
                if (step == total || (request.validateEvery > 0 && step % request.validateEvery == 0))
                    result.validation = validate(request, step, events);
            }
        } catch (const Cancelled&) {
            save(request, step, events);
            throw;
        }
        save(request, step, events);
        result.aggregator = request.output / "aggregator.safetensors";
        result.steps = step;
        write(result.aggregator, "scripted");
        return result;
    }

    ScreenResult screen(const ScreenRequest&, const EvaluationEvents&, const TaskControl& control) override {
        begin(control);
        return {};
    }

    CapabilityResult capability(const CapabilityRequest&, const EvaluationEvents&,
                                const TaskControl&) override {
        throw ConfigError("scripted networks have no capability");
    }

    std::unique_ptr<MergeScorer> denoisingScorer(const MergeSearchRequest&, const EvaluationEvents&,
                                                 const TaskControl&) override {
        throw ConfigError("scripted networks score no merge");
    }

    BenchmarkResult benchmark(const BenchmarkRequest&, const TaskControl&) override { return {}; }

    void unload() override { script_.called("unload"); }

  private:
    void begin(const TaskControl& control) {
        control.report({"load", 0, 1});
        script_.endAsTold();
        control.checkStop();
    }

    GeneratedPicture makePicture(const GenerateRequest& request, int index, const GenerateEvents& events,
                                 const TaskControl& control) {
        GeneratedPicture made;
        made.seed = request.seed.value_or(1) + static_cast<std::uint64_t>(index);
        made.width = request.width > 0 ? request.width : kSide;
        made.height = request.height > 0 ? request.height : kSide;
        made.image = pictureOf(looksOf(request, made.seed), made.width, made.height);
        for (int step = 0; step < request.steps; ++step) {
            control.report({"denoise", step, request.steps});
            script_.pass(control);
            if (events.preview)
                events.preview({index, step + 1, request.steps, pictureOf("preview", kSide / 8, kSide / 8)});
        }
        control.report({"decode", 0, 1});
        if (!request.writePictures) return made;
        made.path = request.outputIsFile() ? request.output : freePath(request.output, made.seed);
        std::map<std::string, std::string> text;
        if (request.metadata) text["parameters"] = parametersOf(request, made);
        writePng(made.path, made.image, text);
        return made;
    }

    static std::int64_t stepsOf(const TrainRequest& request) {
        return request.steps > 0 ? request.steps : request.epochs * std::int64_t{28};
    }

    static void takeStep(const TrainRequest& request, std::int64_t step, std::int64_t total,
                         const TrainEvents& events) {
        TrainStep done;
        done.step = step;
        done.total = total;
        done.loss = 1.0 / static_cast<double>(step);
        done.learningRate = request.lr;
        done.seconds = 0.01;
        const boost::json::object line{
            {"step", step}, {"loss", done.loss}, {"lr", done.learningRate}, {"seconds", done.seconds}};
        write(request.output / "history.jsonl", boost::json::serialize(line) + "\n", std::ios::app);
        if (events.step) events.step(done);
        if (request.sampleEvery > 0 && step % request.sampleEvery == 0) {
            const auto path = request.output / "samples" / (std::to_string(step) + ".png");
            fs::create_directories(path.parent_path());
            writePng(path, pictureOf(std::to_string(step), kSide, kSide));
            if (events.sample) events.sample(path);
        }
    }

    static ValidationReport validate(const TrainRequest& request, std::int64_t step,
                                     const TrainEvents& events) {
        ValidationReport report;
        report.step = step;
        report.pictures = 16;
        const double error = 0.1 / static_cast<double>(step + 1);
        report.methods = {{"afa", error, {}, 0, 0}, {"single:0", 2 * error, {}, error, error / 2}};
        boost::json::array methods;
        for (const auto& method : report.methods) {
            auto object = methodJson(method);
            object["name"] = method.name;
            methods.push_back(std::move(object));
        }
        const boost::json::object line{
            {"validation",
             {{"step", step}, {"pictures", 16}, {"methods", methods}, {"routing", boost::json::array()}}}};
        write(request.output / "history.jsonl", boost::json::serialize(line) + "\n", std::ios::app);
        if (events.validation) events.validation(report);
        return report;
    }

    static void save(const TrainRequest& request, std::int64_t step, const TrainEvents& events) {
        auto name = std::to_string(step);
        name.insert(0, 10 - name.size(), '0');
        const auto state = request.output / "state" / ("step-" + name);
        const boost::json::object head{{"format", "training-state"},
                                       {"version", 1},
                                       {"step", step},
                                       {"request", boost::json::parse(trainRequestJson(request))}};
        write(state / kTrainingStateHead, boost::json::serialize(head));
        if (events.saved) events.saved(state);
    }

    Script& script_;
};

}  // namespace

void Script::endNext(End end, const std::string& message) {
    const std::lock_guard lock(mutex_);
    next_ = {end, message};
}

void Script::hold() {
    const std::lock_guard lock(mutex_);
    held_ = true;
    allowed_ = 0;
}

void Script::step(int steps) {
    const std::lock_guard lock(mutex_);
    allowed_ += steps;
    changed_.notify_all();
}

void Script::go() {
    const std::lock_guard lock(mutex_);
    held_ = false;
    changed_.notify_all();
}

int Script::calls(const std::string& name) const {
    const std::lock_guard lock(mutex_);
    const auto found = calls_.find(name);
    return found == calls_.end() ? 0 : found->second;
}

void Script::called(const std::string& name) {
    const std::lock_guard lock(mutex_);
    ++calls_[name];
}

void Script::pass(const TaskControl& control) {
    constexpr std::chrono::milliseconds kLook{2};  // for a stop, which wakes nobody
    std::unique_lock lock(mutex_);
    while (held_ && allowed_ == 0 && !control.stopRequested())
        changed_.wait_for(lock, kLook);
    control.checkStop();
    if (held_) --allowed_;
}

void Script::endAsTold() {
    const std::lock_guard lock(mutex_);
    if (!next_) return;
    const auto [end, message] = *std::exchange(next_, std::nullopt);
    if (end == End::Failed) throw DataError(message);
    if (end == End::OutOfMemory) throw OutOfMemory(message);
    if (end == End::Cancelled) throw Cancelled();
}

std::unique_ptr<Compute> makeScriptedCompute(Script& script) {
    return std::make_unique<ScriptedCompute>(script);
}

}  // namespace afa::test
