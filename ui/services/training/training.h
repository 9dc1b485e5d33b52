#pragma once
#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>

#include "core/engine/engine.h"
#include "ui/services/jobs/job_runner.h"
#include "ui/services/training/training_run.h"

namespace afa {

class GenerationQueue;

/// What is known about a run while it trains, and kept until the next one starts.
struct LiveTraining {
    QString folder;  ///< "" = none yet
    TrainingHistory history;
    QStringList samples;  ///< pictures, oldest first
    QStringList warnings;
    QString note;               ///< what is being done
    Progress progress;          ///< of that
    bool waiting = false;       ///< its turn has not come: a picture is being made
    bool stopping = false;      ///< pause was asked for
    double secondsPerStep = 0;  ///< mean of the last steps; 0 = not known yet
    qint64 total = 0;

    double secondsLeft() const;  ///< -1 = not known
};

/// Training of aggregators: one run at a time on the compute thread, each in a folder of its own, all of them
/// in the history. Pictures wait meanwhile.
class Training : public QObject {
    Q_OBJECT
  public:
    /// Takes up the runs below `folder`. Finished aggregators are copied to `results`, under the runs' names.
    Training(Engine& engine, JobRunner& compute, GenerationQueue& queue, QString folder, QString results,
             QObject* parent = nullptr);

    const QList<TrainingRun>& runs() const { return runs_; }  ///< newest first
    const QStringList& problems() const { return problems_; }
    const TrainingRun* find(const QString& folder) const;
    const TrainingRun* running() const;  ///< nullptr = none
    const LiveTraining& live() const { return live_; }
    /// Takes up what came into the folder since, as `afa train` makes it.
    void lookAgain();

    /// Starts a run in a folder of its own; the request's output is set here. Throws FileError, and
    /// ConfigError where one is running.
    void start(TrainRequest request, const QString& name);
    /// Goes on with a run that is not done, from its newest state. Throws as start().
    void resume(const QString& folder);
    /// Where runs go on; "auto" leaves a run where it was. How, is settled when it is started.
    void setComputeSettings(const ComputeSettings& settings) { computeSettings_ = settings; }
    void pause();  ///< stops within a U-Net stage and saves a state
    /// Moves the run's folder to the desktop's trash; the aggregator among the results stays.
    void moveToTrash(const QString& folder);
    /// Why pictures have to wait; "" = they need not.
    QString holdReason() const;

  Q_SIGNALS:
    void runsChanged();
    void liveChanged();  ///< several times a second at most
    void finished(const QString& aggregator);
    /// The running job has ended. kept: as a result, or as a state to continue from.
    void stopped(bool kept);
    void warned(const QString& message);
    void failed(const QString& message);

  private:
    /// A new folder; its name, with a number where there is such a run already.
    QString makeFolder(const QString& wanted) const;
    int indexOf(const QString& folder) const;
    void launch(int index);
    static LiveTraining pastOf(const QString& folder);
    TrainEvents events();
    void onStep(const TrainStep& step);
    void onValidation(const ValidationReport& report);
    void onWarning(const QString& message);
    void onEnd(const JobEnd& end, const TrainResult& result, const QString& published);
    void keep(int index);
    void tellLive();

    Engine& engine_;
    JobRunner& compute_;
    GenerationQueue& queue_;
    QString folder_, results_;
    ComputeSettings computeSettings_;
    QList<TrainingRun> runs_;
    QStringList problems_;
    LiveTraining live_;
    QString running_;  ///< folder; "" = none
    JobId job_ = 0;
    QList<double> lastSeconds_;
    bool telling_ = false;
};

}  // namespace afa
