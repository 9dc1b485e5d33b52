#pragma once
#include <functional>

#include "core/engine/engine.h"
#include "ui/jobs/job.h"

namespace afa {

/// Trains an aggregator on the compute thread, from the folder's state where there is one. What it tells
/// arrives on the GUI thread.
class TrainJob : public Job {
  public:
    struct Listener {
        std::function<void()> started;  ///< its turn has come
        std::function<void(const QString&)> note;
        std::function<void(const Progress&)> progressed;
        std::function<void(const TrainStep&)> step;
        std::function<void(const ValidationReport&)> validation;
        std::function<void(const QString&)> sample, saved, warning;
        /// `published`: where the finished aggregator was copied to; "" = nowhere.
        std::function<void(const JobEnd&, const TrainResult&, const QString& published)> ended;
    };
    /// A finished aggregator is copied to `publishAs` as well, on the compute thread: it may be large.
    TrainJob(Engine& engine, TrainRequest request, std::filesystem::path publishAs, Listener listener)
        : engine_(engine),
          request_(std::move(request)),
          publishAs_(std::move(publishAs)),
          listener_(std::move(listener)) {}

    void process(const JobContext& context) override;
    void progressed(const Progress& progress) override { listener_.progressed(progress); }
    void ended(const JobEnd& end) override { listener_.ended(end, result_, published_); }

  private:
    void publish(const JobContext& context);

    Engine& engine_;
    TrainRequest request_;
    std::filesystem::path publishAs_;
    Listener listener_;
    TrainResult result_;
    QString published_;
};

}  // namespace afa
