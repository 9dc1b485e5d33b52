#pragma once
#include <QtCore/QObject>
#include <memory>
#include <optional>

#include "core/engine/engine.h"
#include "core/engine/maps.h"
#include "ui/services/jobs/job_runner.h"

namespace afa {

/// Measures denoising capability, one picture at a time, in the background; windows come and go meanwhile.
class Measuring : public QObject {
    Q_OBJECT
  public:
    Measuring(Engine& engine, JobRunner& compute, QObject* parent = nullptr);

    bool running() const { return job_ != 0; }
    const Progress& progress() const { return progress_; }  ///< of the one in hand; total 0 = not known yet
    const std::optional<CapabilityRequest>& request() const { return request_; }  ///< what was asked last
    /// What was measured last; nullptr at first.
    const std::shared_ptr<const CapabilityMaps>& maps() const { return maps_; }

    /// Of a request that is valid. Nothing happens while one is running.
    void start(const CapabilityRequest& request);
    void cancel();

  Q_SIGNALS:
    void changed();  ///< started or ended
    void progressed();
    void measured();
    void warned(const QString& message);
    void failed(const QString& message);

  private:
    Engine& engine_;
    JobRunner& compute_;
    std::optional<CapabilityRequest> request_;
    std::shared_ptr<const CapabilityMaps> maps_;
    Progress progress_;
    JobId job_ = 0;
};

}  // namespace afa
