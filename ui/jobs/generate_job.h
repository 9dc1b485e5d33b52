#pragma once
#include <functional>

#include "core/engine/engine.h"
#include "ui/jobs/job.h"

namespace afa {

/// Makes the pictures of one request on the compute thread. What it tells arrives on the GUI thread.
class GenerateJob : public Job {
  public:
    struct Listener {
        std::function<void(const Progress&)> progressed;
        std::function<void(const PicturePreview&)> preview;
        std::function<void(const MapsOfStep&)> maps;
        std::function<void(const GeneratedPicture&)> picture;
        std::function<void(const QString&)> warning;
        std::function<void(const JobEnd&)> ended;
    };
    GenerateJob(Engine& engine, GenerateRequest request, Listener listener)
        : engine_(engine), request_(std::move(request)), listener_(std::move(listener)) {}

    void process(const JobContext& context) override;
    void progressed(const Progress& progress) override { listener_.progressed(progress); }
    void ended(const JobEnd& end) override { listener_.ended(end); }

  private:
    Engine& engine_;
    GenerateRequest request_;
    Listener listener_;
};

}  // namespace afa
