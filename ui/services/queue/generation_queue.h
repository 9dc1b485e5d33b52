#pragma once
#include <QtCore/QElapsedTimer>
#include <QtCore/QMap>
#include <QtCore/QObject>

#include "core/engine/engine.h"
#include "ui/services/gallery/gallery.h"
#include "ui/services/jobs/job_runner.h"
#include "ui/services/storage/queue_journal.h"

namespace afa {

/// How far the running job is.
struct RunProgress {
    Progress now;               ///< phase and step of the picture in hand
    int picture = 0;            ///< index of that picture within the job
    double secondsPerStep = 0;  ///< 0 = not known yet
    double secondsLeft = -1;    ///< for the whole job; -1 = not known yet
};

/// The jobs people put on the queue, run one at a time, every change in the journal first.
class GenerationQueue : public QObject {
    Q_OBJECT
  public:
    /// Takes up the journal. Jobs that were running when the program ended are put back as interrupted, and a
    /// queue with jobs left from last time starts paused.
    GenerationQueue(Engine& engine, JobRunner& compute, QueueJournal journal, Gallery& gallery,
                    QObject* parent = nullptr);
    ~GenerationQueue() override;

    const QList<QueueEntry>& entries() const { return entries_; }
    const QueueEntry* find(qint64 id) const;
    qint64 runningId() const { return running_; }  ///< 0 = none
    const RunProgress& progress() const { return progress_; }
    int pendingCount() const;
    bool paused() const { return paused_; }
    QString held() const { return held_.isEmpty() ? QString() : held_.first(); }  ///< "" = jobs may start

    /// Settles the seed and puts the request at the end; its id.
    qint64 add(GenerateRequest request);
    void replace(qint64 id, const GenerateRequest& request);  ///< a pending or ended one; it is pending then
    void duplicate(qint64 id);
    void runAgain(qint64 id);  ///< a failed or cancelled one
    void cancel(qint64 id);    ///< a pending or running one
    void cancelAll();
    void remove(qint64 id);  ///< one that is not running
    void removeEnded();
    void move(int from, int to);  ///< the entry at index `from` stands at index `to` afterwards
    void setPaused(bool paused);  ///< the running job is not stopped
    /// Where and how jobs run, from the next one that starts.
    void setComputeSettings(const ComputeSettings& settings) { computeSettings_ = settings; }
    /// While other work has the compute thread: nothing new starts until everyone who held it has given it
    /// free with "". `reason` is shown.
    void setHeld(const QObject* by, const QString& reason);
    /// For leaving the program: the running job stops and is put back, nothing else starts.
    void suspend();
    void resume();  ///< the program stays after all

    const QStringList& problems() const { return problems_; }  ///< jobs that could not be read

  Q_SIGNALS:
    void aboutToInsert(int index);
    void inserted();
    void aboutToRemove(int index);
    void removed();
    void aboutToMove(int from, int to);
    void moved();
    void changed(int index);
    void progressed();
    void previewed(const afa::PicturePreview& preview);
    void mapsMade(const afa::MapsOfStep& maps);
    void pictureMade(const afa::Picture& picture, const afa::Image& image);
    void warned(const QString& message);
    void pausedChanged(bool paused);
    void runningChanged();
    void heldChanged();
    void failed(const QString& message);

  private:
    int indexOf(qint64 id) const;
    void keep(int index, QueueEntry entry);
    void changeState(int index, QueueEntry::State state);
    void countPicturesOfInterrupted(QueueEntry& entry);
    void startNext();  ///< throws FileError: the journal cannot be written; nothing has started then
    void tryToStartNext();
    void onProgress(const Progress& progress);
    void onPicture(const GeneratedPicture& picture);
    void onEnd(const JobEnd& end);

    Engine& engine_;
    JobRunner& compute_;
    QueueJournal journal_;
    Gallery& gallery_;
    ComputeSettings computeSettings_;
    QList<QueueEntry> entries_;
    QStringList problems_;
    qint64 running_ = 0;
    JobId job_ = 0;
    bool paused_ = false, suspended_ = false;
    QMap<const QObject*, QString> held_;
    RunProgress progress_;
    QElapsedTimer jobTimer_, stepTimer_;
    double stepSeconds_ = 0;
    qint64 stepsTimed_ = 0;
};

}  // namespace afa
