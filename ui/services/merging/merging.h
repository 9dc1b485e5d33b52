#pragma once
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include "core/engine/engine.h"
#include "ui/services/jobs/threaded_runner.h"

namespace afa {

/// Merges into files, one at a time, on a thread of their own; windows come and go meanwhile.
class Merging : public QObject {
    Q_OBJECT
  public:
    explicit Merging(QObject* parent = nullptr);

    bool running() const { return job_ != 0; }
    const Progress& progress() const { return progress_; }  ///< of the merge in hand; total 0 = not known yet
    const QString& output() const { return output_; }       ///< where it goes
    /// Bytes read and written a second, as the last merges took them.
    static double speed();

    /// `bytes` are read and written together. Nothing happens while one is running.
    void start(const MergeRequest& request, std::uint64_t bytes);
    void cancel();  ///< nothing is left behind

  Q_SIGNALS:
    void changed();  ///< started or ended
    void progressed();
    void finished(const QString& output, const QStringList& warnings);
    void failed(const QString& message);

  private:
    void onEnd(const JobEnd& end, const MergeResult& result);

    Engine engine_;  ///< of its own: merging needs no models in memory
    QString output_;
    Progress progress_;
    std::uint64_t bytes_ = 0;
    JobId job_ = 0;
    ThreadedRunner runner_;  ///< last, so that its job ends first
};

}  // namespace afa
