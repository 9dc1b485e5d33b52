#include "ui/services/training/training_run.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtCore/QSaveFile>
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/engine/stored_training.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/storage/folder_paths.h"
#include "ui/services/storage/request_paths.h"
#include "ui/services/values/mode_title.h"

namespace afa {
namespace {

struct Runs {
    Q_DECLARE_TR_FUNCTIONS(TrainingRun)
};

using State = TrainingRun::State;
const QStringList kStates{"running", "paused", "interrupted", "done", "failed"};  // in the order of the enum
constexpr qint64 kLargestFile = 1 << 20;
constexpr int kLongestName = 80;

QString fileOf(const QString& folder) {
    return folder + "/run.json";
}

/// Of the data folder, where the run's folder lies two below.
FolderPaths pathsAround(const QString& folder) {
    return FolderPaths(QFileInfo(QFileInfo(folder).path()).path());
}

std::filesystem::path historyOf(const QString& folder) {
    return (folder + "/history.jsonl").toStdString();
}

QDateTime writtenAt(const QString& path) {
    return QFileInfo(path).lastModified();
}

/// ValidationReport::verdict() in the window's language.
QString verdictText(const ValidationReport& report, const TrainRequest& request) {
    if (report.methods.empty()) return {};
    QStringList models;
    for (const auto& path : request.models)
        models.append(QFileInfo(QString::fromStdString(path.string())).fileName());
    const auto& afa = report.methods.front();
    QStringList parts{Runs::tr("Adaptive %1").arg(QLocale().toString(afa.error, 'f', 5))};
    const auto compare = [&](const MethodError& method, const QString& title) {
        const double percent = method.error > 0 ? 100 * (afa.error - method.error) / method.error : 0;
        const auto figures = Runs::tr("%1 %2, that is %3%")
                                 .arg(title, QLocale().toString(method.error, 'f', 5),
                                      (percent > 0 ? "+" : "") + QLocale().toString(percent, 'f', 1));
        const bool chance = std::abs(method.above) <= method.interval;
        parts.append(chance ? Runs::tr("%1 (within chance)").arg(figures) : figures);
    };
    if (const auto* best = report.bestSingle())
        compare(*best, Runs::tr("best single model (%1)").arg(modeTitle(best->name, models)));
    for (const char* mean : {"block-average", "noise-average"})
        if (const auto* method = report.find(mean)) compare(*method, modeTitle(mean, models));
    return parts.join(QStringLiteral("; "));
}

/// Whether the folder says more than the window wrote down: another program trained there, or this one was
/// killed.
bool folderIsNewer(const TrainingRun& run) {
    const auto noted = writtenAt(fileOf(run.folder));
    return !noted.isValid() || writtenAt(run.folder + "/history.jsonl") > noted ||
           writtenAt(run.aggregator()) > noted;
}

/// A result is of the newest state; after a run went on, an older one still lies there.
bool hasResult(const TrainingRun& run, const StoredTraining& stored) {
    if (!QFileInfo::exists(run.aggregator())) return false;
    const auto states = trainingStates(run.folder.toStdString());
    const auto head = QString::fromStdString((states.front() / kTrainingStateHead).string());
    return stored.step > 0 && writtenAt(run.aggregator()) >= writtenAt(head);
}

/// What states and history say. False where there is no state: then nothing is changed.
bool readFolder(TrainingRun& run) {
    const auto stored = readStoredTraining(run.folder.toStdString());
    if (!stored) return false;
    run.request = stored->request;
    run.steps = stored->step;
    if (run.request.steps > 0) run.total = run.request.steps;
    run.state = hasResult(run, *stored) ? State::Done : State::Paused;
    run.message.clear();
    if (run.state == State::Done) run.total = run.steps;
    const auto history = readTrainingHistory(historyOf(run.folder));
    if (!history.validations.empty()) takeValidation(run, history.validations.back());
    return true;
}

/// A state keeps whole paths, also after the data folder was moved or copied; the notes kept those inside it
/// as relative ones.
void followFolder(TrainRequest& stored, TrainRequest noted) {
    const auto paths = pathsAround(QString::fromStdString(stored.output.string()));
    QStringList inside;
    changePaths(noted, [&](const QString& path) {
        if (paths.names(path)) inside.append(path.mid(paths.folder().size()));
        return path;
    });
    changePaths(stored, [&](const QString& path) {
        const auto tail = std::find_if(inside.cbegin(), inside.cend(),
                                       [&](const QString& one) { return path.endsWith(one); });
        return tail == inside.cend() ? path : paths.folder() + *tail;
    });
}

/// A run that the window did not start.
TrainingRun foundRun(const QString& folder) {
    TrainingRun run;
    run.folder = folder;
    run.name = QFileInfo(folder).fileName();
    const QFileInfo history(folder + "/history.jsonl");
    run.created =
        (history.birthTime().isValid() ? history.birthTime() : history.lastModified()).toMSecsSinceEpoch();
    return run;
}

}  // namespace

void takeValidation(TrainingRun& run, const ValidationReport& report) {
    run.verdict = verdictText(report, run.request);
    run.error = report.methods.empty() ? 0 : report.methods.front().error;
}

void saveTrainingRun(const TrainingRun& run) {
    auto request = run.request;
    changePaths(request, [paths = pathsAround(run.folder)](const QString& path) { return paths.kept(path); });
    const QJsonObject object{{"format", "training-run"},
                             {"version", 1},
                             {"name", run.name},
                             {"created", QString::number(run.created)},
                             {"state", kStates[static_cast<int>(run.state)]},
                             {"message", run.message},
                             {"steps", run.steps},
                             {"total", run.total},
                             {"verdict", run.verdict},
                             {"error", run.error},
                             {"request", QString::fromStdString(trainRequestJson(request))}};
    QDir().mkpath(run.folder);
    QSaveFile file(fileOf(run.folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit())
        throw FileError(Runs::tr("%1: cannot be written: %2; is the disk full or read-only?")
                            .arg(file.fileName(), file.errorString())
                            .toStdString());
}

TrainingRun loadTrainingRun(const QString& folder) {
    QFile file(fileOf(folder));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        throw FileError(Runs::tr("%1: expected the notes of a training run, but they cannot be read: %2")
                            .arg(file.fileName(), file.errorString())
                            .toStdString());
    const auto object = QJsonDocument::fromJson(file.readAll()).object();
    const auto state = kStates.indexOf(object["state"].toString());
    if (object["format"].toString() != "training-run" || state < 0)
        throw FileError(Runs::tr("%1: expected the notes of a training run, found something else; the "
                                 "folder is left as it is")
                            .arg(file.fileName())
                            .toStdString());
    TrainingRun run;
    run.folder = folder;
    run.name = object["name"].toString();
    run.created = object["created"].toString().toLongLong();
    run.state = static_cast<State>(state) == State::Running ? State::Interrupted : static_cast<State>(state);
    run.message = object["message"].toString();
    run.steps = object["steps"].toInteger();
    run.total = object["total"].toInteger();
    run.verdict = object["verdict"].toString();
    run.error = object["error"].toDouble();
    run.request =
        parseTrainRequest(object["request"].toString().toStdString(), file.fileName().toStdString());
    changePaths(run.request, [paths = pathsAround(folder)](const QString& path) { return paths.full(path); });
    run.request.output = folder.toStdString();
    if (folderIsNewer(run)) {
        const bool interrupted = run.state == State::Interrupted;
        const auto noted = run.request;
        if (readFolder(run)) {
            followFolder(run.request, noted);
            if (interrupted && run.state == State::Paused) run.state = State::Interrupted;
        }
    }
    return run;
}

QList<TrainingRun> loadTrainingRuns(const QString& folder, QStringList& problems) {
    QList<TrainingRun> runs;
    for (const auto& entry : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto run = entry.absoluteFilePath();
        try {
            if (QFileInfo::exists(fileOf(run))) {
                runs.append(loadTrainingRun(run));
            } else if (auto found = foundRun(run); readFolder(found)) {
                runs.append(found);
            }
        } catch (const Error& error) {
            problems.append(inWindowLanguage(error));
        }
    }
    std::sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.created > b.created; });
    return runs;
}

QString folderNameFor(const QString& name) {
    QString safe;
    for (const QChar c : name.trimmed().left(kLongestName))
        safe.append(c.isLetterOrNumber() || QStringLiteral("-_+ ").contains(c) ? c : QChar('-'));
    return safe.isEmpty() ? QStringLiteral("aggregator") : safe;
}

}  // namespace afa
