#pragma once
#include <QtCore/QList>
#include <QtCore/QString>

#include "core/engine/train_request.h"
#include "core/engine/training_history.h"

namespace afa {

/// One run of the training's history: a folder of its own, which is the truth about it. The window's notes in
/// it, run.json, keep the person's name for the run, what was asked for before there was a state, and how the
/// run ended; where state, history or aggregator are newer, those count. A run of `afa train` has none and
/// needs none.
struct TrainingRun {
    enum class State { Running, Paused, Interrupted, Done, Failed };
    QString folder, name;
    qint64 created = 0;  ///< milliseconds since 1970, UTC
    State state = State::Paused;
    QString message;       ///< Failed: why
    qint64 steps = 0;      ///< done
    qint64 total = 0;      ///< in all; 0 = not known yet
    QString verdict;       ///< of the last validation
    double error = 0;      ///< of the last validation; 0 = none
    TrainRequest request;  ///< its output is the folder

    bool canContinue() const { return state != State::Running && state != State::Done; }
    QString aggregator() const { return folder + "/aggregator.safetensors"; }
};

/// The last validation's figures, in words and as a number.
void takeValidation(TrainingRun& run, const ValidationReport& report);

/// Writes run.json into the run's folder, atomically. Throws FileError.
void saveTrainingRun(const TrainingRun& run);
/// Throws FileError for what has no notes or is damaged. A run that was running when the program ended is
/// Interrupted.
TrainingRun loadTrainingRun(const QString& folder);
/// Every run below the folder, newest first; what cannot be read is left out and named in `problems`.
QList<TrainingRun> loadTrainingRuns(const QString& folder, QStringList& problems);

/// A name that a folder can have, from what people type; never empty.
QString folderNameFor(const QString& name);

}  // namespace afa
