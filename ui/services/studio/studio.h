#pragma once
#include <QtCore/QObject>
#include <functional>
#include <memory>

#include "core/engine/engine.h"
#include "ui/services/gallery/gallery.h"
#include "ui/services/gallery/thumbnails.h"
#include "ui/services/jobs/threaded_runner.h"
#include "ui/services/library/ensemble.h"
#include "ui/services/library/library.h"
#include "ui/services/measuring/measuring.h"
#include "ui/services/merging/merge_searching.h"
#include "ui/services/merging/merging.h"
#include "ui/services/messages/notices.h"
#include "ui/services/queue/generation_queue.h"
#include "ui/services/storage/data_folder.h"
#include "ui/services/training/training.h"

namespace afa {

/// Everything behind the window, built once and handed to the pages.
class Studio : public QObject {
    Q_OBJECT
  public:
    /// What an engine computes with; one each for the engine and the planner.
    using MakeCompute = std::function<std::unique_ptr<Compute>()>;
    /// Throws FileError: the folder cannot be used, or another program has it open. Without `makeCompute` the
    /// compute library is opened when a model has to run.
    explicit Studio(const QString& dataFolder, const MakeCompute& makeCompute = {});
    ~Studio() override;  ///< the running job stops and goes back into the queue

    /// The background work of a start: reads the library, compares the gallery with its folder, asks for the
    /// device. Called once the window is on screen.
    void start();

    Notices& notices() { return notices_; }
    Library& library() { return *library_; }
    Ensemble& ensemble() { return *ensemble_; }
    Gallery& gallery() { return *gallery_; }
    Thumbnails& thumbnails() { return thumbnails_; }
    GenerationQueue& queue() { return *queue_; }
    Training& training() { return *training_; }
    MergeSearching& mergeSearch() { return *mergeSearch_; }
    Merging& merging() { return *merging_; }
    Measuring& measuring() { return *measuring_; }
    JobRunner& background() { return *background_; }
    /// The thread that owns the models, and its engine: for jobs on it alone.
    JobRunner& compute() { return *compute_; }
    Engine& engine() { return engine_; }
    /// Looks at training data and plans, while other threads have long work; with an engine of its own.
    JobRunner& planning() { return *planning_; }
    Engine& planner() { return planner_; }
    const DataFolder& folder() const { return folder_; }
    const QString& device() const { return device_; }  ///< in words; empty until it was found
    bool hasGpu() const { return hasGpu_; }            ///< that this program can compute on

    /// Where and how networks run, from the next job that starts; kept for the next start.
    const ComputeSettings& computeSettings() const { return computeSettings_; }
    void setComputeSettings(const ComputeSettings& settings);
    /// What pictures are asked for with now, apart from models, as the form has it.
    const GenerateRequest& pictureSettings() const { return pictureSettings_; }
    void setPictureSettings(const GenerateRequest& settings) { pictureSettings_ = settings; }
    /// The chosen ensemble, and where it runs.
    void applyTo(GenerateRequest& request) const;

    /// Brings the ensemble's models into memory, so that the next picture starts at once.
    void loadModels();
    /// Gives the models' memory back, after the job in hand.
    void unloadModels();

  Q_SIGNALS:
    void computeSettingsChanged();
    void deviceFound(const QString& description);  ///< also after other settings
    void modelsLoaded(bool done);                  ///< false: failed or cancelled
    void modelsUnloaded();

  private:
    void askDevice();
    void takeComputeSettings(const ComputeSettings& settings);

    Notices notices_;
    QString device_;
    bool hasGpu_ = false;
    ComputeSettings computeSettings_;
    GenerateRequest pictureSettings_;
    DataFolder folder_;
    Database database_;
    Engine engine_, planner_;
    Thumbnails thumbnails_;
    std::unique_ptr<ThreadedRunner> compute_, background_, planning_;
    std::unique_ptr<Gallery> gallery_;
    std::unique_ptr<Library> library_;
    std::unique_ptr<Ensemble> ensemble_;
    std::unique_ptr<GenerationQueue> queue_;
    std::unique_ptr<Training> training_;
    std::unique_ptr<MergeSearching> mergeSearch_;
    std::unique_ptr<Merging> merging_;
    std::unique_ptr<Measuring> measuring_;
};

}  // namespace afa
