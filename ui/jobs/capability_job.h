#pragma once
#include <functional>

#include "core/engine/engine.h"
#include "core/engine/maps.h"
#include "ui/jobs/job.h"

namespace afa {

/// Measures models on a picture, on the compute thread. What it tells arrives on the GUI thread.
class CapabilityJob : public Job {
  public:
    struct Listener {
        std::function<void(const Progress&)> progressed;
        std::function<void(const QString&)> warning;
        std::function<void(const CapabilityResult&, const CapabilityMaps&)> measured;
        std::function<void(const JobEnd&)> ended;
    };
    CapabilityJob(Engine& engine, CapabilityRequest request, Listener listener)
        : engine_(engine), request_(std::move(request)), listener_(std::move(listener)) {}

    void process(const JobContext& context) override;
    void progressed(const Progress& progress) override { listener_.progressed(progress); }
    void ended(const JobEnd& end) override { listener_.ended(end); }

  private:
    Engine& engine_;
    CapabilityRequest request_;
    Listener listener_;
};

}  // namespace afa
