#pragma once
#include <QtCore/QObject>
#include <QtGui/QImage>
#include <optional>
#include <vector>

#include "core/engine/engine.h"
#include "ui/services/jobs/job_runner.h"

namespace afa {

class GenerationQueue;

/// The search for block weights (autoMBW), one at a time on the compute thread, and what the last one found;
/// windows come and go meanwhile. Pictures wait until it ends or is stopped.
class MergeSearching : public QObject {
    Q_OBJECT
  public:
    /// Each search gets a folder of its own below `folder`.
    MergeSearching(Engine& engine, JobRunner& compute, GenerationQueue& queue, QString folder,
                   QObject* parent = nullptr);

    bool running() const { return job_ != 0; }
    const QString& folder() const { return folder_; }  ///< of the last search; "" = there was none
    const std::vector<MergeSearchTrial>& trials() const { return trials_; }  ///< since the program started
    const QImage& best() const { return best_; }  ///< a picture of the best merge; null = none
    const std::optional<Progress>& progress() const { return progress_; }  ///< none: its turn has not come

    /// Its output is set here. Nothing happens while one is running.
    void start(MergeSearchRequest request);
    void resume(const std::string& device);  ///< the last one, where it stopped
    void stop();                             ///< what was tried is kept

  Q_SIGNALS:
    void began();
    void tried();    ///< trials().back() is new
    void changed();  ///< running(), progress()
    void warned(const QString& message);
    void finished(const QString& message);
    void failed(const QString& message);

  private:
    void run(const MergeSearchRequest& request);
    void onTrial(MergeSearchTrial trial);
    void onEnd(const JobEnd& end);

    Engine& engine_;
    JobRunner& compute_;
    GenerationQueue& queue_;
    QString searches_, folder_;
    std::vector<MergeSearchTrial> trials_;
    QImage best_;
    std::optional<Progress> progress_;
    JobId job_ = 0;
};

}  // namespace afa
