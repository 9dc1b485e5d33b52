#include "ui/services/training/training.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <algorithm>
#include <functional>
#include <numeric>

#include "core/base/error.h"
#include "core/engine/output_names.h"
#include "ui/services/jobs/events.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/queue/generation_queue.h"
#include "ui/services/storage/trash.h"

namespace afa {
namespace {

using State = TrainingRun::State;

/// From the newest sound state where there is one: a run stopped before its first step has none.
TrainResult trainOrResume(Engine& engine, const TrainRequest& request, const TrainEvents& events,
                          const TaskControl& control) {
    const auto states = request.output / "state";
    std::error_code ec;
    const bool begun = std::filesystem::exists(states, ec) && !std::filesystem::is_empty(states, ec);
    return begun ? engine.resumeTraining(request, events, control) : engine.train(request, events, control);
}

/// Copies the finished aggregator, which may be large, to a name of its own near `target`. "" where that
/// fails: `warn` is told why, and it is no failure of the training.
QString publish(const std::filesystem::path& aggregator, const std::filesystem::path& target,
                const std::function<void(const QString&)>& warn) {
    try {
        const auto copy = copyToFreeName(aggregator, target.parent_path(), target.stem().string(),
                                         target.extension().string());
        return QString::fromStdString(copy.string());
    } catch (const Error& error) {
        warn(Training::tr(
                 "%1: could not be copied to %2 (%3); is the disk full? The aggregator itself is safe.")
                 .arg(QString::fromStdString(aggregator.string()), QString::fromStdString(target.string()),
                      inWindowLanguage(error)));
        return {};
    }
}

constexpr int kTimedSteps = 20;     // whose mean is told as seconds per step
constexpr int kTellInterval = 150;  // milliseconds: plots drawn more often would only cost

}  // namespace

double LiveTraining::secondsLeft() const {
    if (secondsPerStep <= 0 || total <= 0) return -1;
    const auto done = history.steps.empty() ? 0 : history.steps.back().step;
    return secondsPerStep * static_cast<double>(std::max<std::int64_t>(0, total - done));
}

Training::Training(Engine& engine, JobRunner& compute, GenerationQueue& queue, QString folder,
                   QString results, QObject* parent)
    : QObject(parent),
      engine_(engine),
      compute_(compute),
      queue_(queue),
      folder_(std::move(folder)),
      results_(std::move(results)) {
    runs_ = loadTrainingRuns(folder_, problems_);
    // One that can be continued is shown again, as it was left.
    for (const auto& run : runs_) {
        if (!run.canContinue()) continue;
        try {
            live_ = pastOf(run.folder);
            live_.total = run.total;
            break;
        } catch (const Error&) {
            continue;  // told when it is to be continued
        }
    }
}

void Training::lookAgain() {
    QStringList problems;
    auto runs = loadTrainingRuns(folder_, problems);
    for (auto& run : runs)
        if (run.folder == running_) run = *running();  // this program has it in hand
    const auto looks = [](const QList<TrainingRun>& list) {
        QStringList all;
        for (const auto& run : list)
            all += {run.folder, QString::number(static_cast<int>(run.state)), QString::number(run.steps)};
        return all;
    };
    const bool same = looks(runs) == looks(runs_);
    runs_ = std::move(runs);
    if (!same) Q_EMIT runsChanged();
}

int Training::indexOf(const QString& folder) const {
    for (int i = 0; i < runs_.size(); ++i)
        if (runs_[i].folder == folder) return i;
    return -1;
}

const TrainingRun* Training::find(const QString& folder) const {
    const int index = indexOf(folder);
    return index < 0 ? nullptr : &runs_[index];
}

const TrainingRun* Training::running() const {
    return running_.isEmpty() ? nullptr : find(running_);
}

/// Neither a folder nor a result of that name is there yet.
QString Training::makeFolder(const QString& wanted) const {
    const auto free = [this](const std::string& name) {
        return !QFileInfo::exists(results_ + "/" + QString::fromStdString(name) + ".safetensors");
    };
    return QString::fromStdString(
        makeFreeFolder(folder_.toStdString(), folderNameFor(wanted).toStdString(), free).filename().string());
}

void Training::start(TrainRequest request, const QString& name) {
    if (running())
        throw ConfigError(tr("%1 is being trained. Pause it first.").arg(running()->name).toStdString());
    TrainingRun run;
    run.name = makeFolder(name);
    run.folder = folder_ + "/" + run.name;
    run.created = QDateTime::currentMSecsSinceEpoch();
    run.state = State::Running;
    run.request = std::move(request);
    run.request.output = run.folder.toStdString();
    run.request = withAbsolutePaths(std::move(run.request));  // as the engine keeps it
    saveTrainingRun(run);
    runs_.prepend(run);
    live_ = {};
    launch(0);
}

void Training::resume(const QString& folder) {
    if (running())
        throw ConfigError(tr("%1 is being trained. Pause it first.").arg(running()->name).toStdString());
    const int index = indexOf(folder);
    if (index < 0 || !runs_[index].canContinue()) return;
    auto live = pastOf(folder);  // it, or the run, may be unreadable: nothing is changed before
    auto run = runs_[index];
    run.state = State::Running;
    run.message.clear();
    saveTrainingRun(run);
    runs_[index] = std::move(run);
    live_ = std::move(live);
    launch(index);
}

/// What a run left behind. Small enough to read here: a line for each step.
LiveTraining Training::pastOf(const QString& folder) {
    LiveTraining past;
    past.folder = folder;
    past.history = readTrainingHistory((folder + "/history.jsonl").toStdString());
    for (const auto& file : QDir(folder + "/samples").entryInfoList({"*.png"}, QDir::Files, QDir::Name))
        past.samples.append(file.absoluteFilePath());
    return past;
}

void Training::launch(int index) {
    running_ = runs_[index].folder;
    live_.folder = running_;
    live_.waiting = queue_.runningId() != 0 || !queue_.held().isEmpty();
    live_.total = runs_[index].total;
    lastSeconds_.clear();
    const QString target = results_ + "/" + QFileInfo(running_).fileName() + ".safetensors";
    auto request = runs_[index].request;
    // Not the precision: a run goes on as it began.
    if (computeSettings_.device != ComputeSettings{}.device) request.compute.device = computeSettings_.device;
    struct Outcome {
        TrainResult result;
        QString published;  ///< where the finished aggregator was copied to; "" = nowhere
    };
    auto outcome = std::make_shared<Outcome>();
    job_ = compute_.start(std::make_unique<FunctionJob>(
        [this, request, target, outcome, events = events()](const JobContext& context) {
            context.tell([this] {
                live_.waiting = false;
                tellLive();
            });
            outcome->result = trainOrResume(engine_, request, onGui(context, events), context.control());
            outcome->published = publish(
                outcome->result.aggregator, target.toStdString(),
                [&](const QString& problem) { context.tell([this, problem] { onWarning(problem); }); });
        },
        [this, outcome](const JobEnd& end) { onEnd(end, outcome->result, outcome->published); },
        [this](const Progress& progress) {
            live_.progress = progress;
            tellLive();
        }));
    queue_.setHeld(this, holdReason());
    Q_EMIT runsChanged();
    Q_EMIT liveChanged();
}

TrainEvents Training::events() {
    TrainEvents events;
    events.note = [this](const Message& line) {
        live_.note = inWindowLanguage(line);
        tellLive();
    };
    events.step = [this](const TrainStep& step) { onStep(step); };
    events.validation = [this](const ValidationReport& report) { onValidation(report); };
    events.sample = [this](const std::filesystem::path& path) {
        const auto sample = QString::fromStdString(path.string());
        live_.samples.removeAll(sample);
        live_.samples.append(sample);
        tellLive();
    };
    events.saved = [this](const std::filesystem::path&) {
        if (const int at = indexOf(running_); at >= 0) keep(at);
    };
    events.warning = [this](const Message& message) { onWarning(inWindowLanguage(message)); };
    return events;
}

void Training::onWarning(const QString& message) {
    live_.warnings.append(message);
    Q_EMIT warned(message);
    tellLive();
}

void Training::onValidation(const ValidationReport& report) {
    auto& list = live_.history.validations;
    while (!list.empty() && list.back().step >= report.step)
        list.pop_back();
    list.push_back(report);
    if (const int at = indexOf(running_); at >= 0) {
        takeValidation(runs_[at], report);
        keep(at);
    }
    tellLive();
}

QString Training::holdReason() const {
    const auto* run = running();
    return run ? tr("%1 is being trained; pictures wait until it ends or is paused").arg(run->name)
               : QString();
}

void Training::onStep(const TrainStep& step) {
    auto& steps = live_.history.steps;
    while (!steps.empty() && steps.back().step >= step.step)
        steps.pop_back();  // of a part of the run that was lost
    steps.push_back(step);
    live_.total = step.total;
    if (step.seconds > 0) lastSeconds_.append(step.seconds);
    if (lastSeconds_.size() > kTimedSteps) lastSeconds_.removeFirst();
    if (!lastSeconds_.isEmpty())
        live_.secondsPerStep = std::accumulate(lastSeconds_.begin(), lastSeconds_.end(), 0.0) /
                               static_cast<double>(lastSeconds_.size());
    if (const int index = indexOf(running_); index >= 0) {
        runs_[index].steps = step.step;
        runs_[index].total = step.total;
    }
    tellLive();
}

void Training::tellLive() {
    if (telling_) return;
    telling_ = true;
    QTimer::singleShot(kTellInterval, this, [this] {
        telling_ = false;
        Q_EMIT liveChanged();
    });
}

void Training::keep(int index) {
    try {
        saveTrainingRun(runs_[index]);
    } catch (const Error& error) {
        const auto message = inWindowLanguage(error);
        if (!live_.warnings.contains(message)) {
            live_.warnings.append(message);
            Q_EMIT warned(message);
        }
    }
}

void Training::pause() {
    if (running_.isEmpty()) return;
    live_.stopping = true;
    compute_.cancel(job_);
    tellLive();
}

void Training::onEnd(const JobEnd& end, const TrainResult& result, const QString& published) {
    const int index = indexOf(running_);
    running_.clear();
    job_ = 0;
    live_.stopping = live_.waiting = false;
    live_.note.clear();
    live_.progress = {};
    if (index >= 0) {
        auto& run = runs_[index];
        run.message = end.message;
        run.state = end.outcome == JobEnd::Outcome::Done     ? State::Done
                    : end.outcome == JobEnd::Outcome::Failed ? State::Failed
                                                             : State::Paused;
        if (end.outcome == JobEnd::Outcome::Done) run.steps = run.total = result.steps;
        keep(index);
    }
    queue_.setHeld(this, {});
    Q_EMIT runsChanged();
    Q_EMIT liveChanged();
    if (end.outcome == JobEnd::Outcome::Failed) Q_EMIT failed(end.message);
    if (!published.isEmpty()) Q_EMIT finished(published);
    Q_EMIT stopped(end.outcome != JobEnd::Outcome::Failed);
}

void Training::moveToTrash(const QString& folder) {
    const int index = indexOf(folder);
    if (index < 0 || folder == running_) return;
    afa::moveToTrash(folder, QFileInfo(folder_).path());
    runs_.removeAt(index);
    if (live_.folder == folder) live_ = {};
    Q_EMIT runsChanged();
    Q_EMIT liveChanged();
}

}  // namespace afa
