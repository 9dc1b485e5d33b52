#include "ui/train/training_run.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <algorithm>

#include "core/base/error.h"
#include "ui/messages/core_messages.h"
#include "ui/storage/folder_paths.h"
#include "ui/storage/request_paths.h"

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

}  // namespace

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
    return run;
}

QList<TrainingRun> loadTrainingRuns(const QString& folder, QStringList& problems) {
    QList<TrainingRun> runs;
    for (const auto& entry : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!QFileInfo::exists(fileOf(entry.absoluteFilePath()))) continue;
        try {
            runs.append(loadTrainingRun(entry.absoluteFilePath()));
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
