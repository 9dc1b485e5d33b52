#include "ui/services/studio/studio.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSettings>

#include "core/engine/compute.h"
#include "core/engine/demo_models.h"
#include "ui/services/gallery/gallery_check.h"
#include "ui/services/jobs/function_job.h"

namespace afa {
namespace {

Engine engineWith(const Studio::MakeCompute& make) {
    return make ? Engine(make()) : Engine();
}

}  // namespace

Studio::Studio(const QString& dataFolder, const MakeCompute& makeCompute)
    : folder_(dataFolder),
      database_(folder_.database()),
      engine_(engineWith(makeCompute)),
      planner_(engineWith(makeCompute)),
      compute_(std::make_unique<ThreadedRunner>()),
      background_(std::make_unique<ThreadedRunner>()),
      planning_(std::make_unique<ThreadedRunner>()),
      gallery_(std::make_unique<Gallery>(GalleryStore(database_), folder_.pictures())),
      library_(std::make_unique<Library>(*background_, ModelCacheStore(database_),
                                         QString::fromStdString(demoModelsFolder().string()),
                                         folder_.aggregators())),
      ensemble_(std::make_unique<Ensemble>(*library_)),
      queue_(std::make_unique<GenerationQueue>(engine_, *compute_, QueueJournal(database_), *gallery_)),
      training_(
          std::make_unique<Training>(engine_, *compute_, *queue_, folder_.training(), folder_.aggregators())),
      mergeSearch_(std::make_unique<MergeSearching>(engine_, *compute_, *queue_, folder_.searches())),
      merging_(std::make_unique<Merging>()),
      measuring_(std::make_unique<Measuring>(engine_, *compute_)) {
    const QSettings kept;
    takeComputeSettings({.device = kept.value("compute/device", "auto").toString().toStdString(),
                         .precision = kept.value("compute/precision", "auto").toString().toStdString()});
    const auto problem = [this](const QString& text) { notices_.problem(text); };
    const auto info = [this](const QString& text) { notices_.info(text); };
    for (const auto* runner : {compute_.get(), background_.get(), planning_.get()})
        connect(runner, &ThreadedRunner::failed, this, problem);
    connect(library_.get(), &Library::problem, this, problem);
    connect(queue_.get(), &GenerationQueue::failed, this, problem);
    connect(queue_.get(), &GenerationQueue::warned, this, info);
    connect(mergeSearch_.get(), &MergeSearching::failed, this, problem);
    connect(mergeSearch_.get(), &MergeSearching::warned, this, info);
    connect(mergeSearch_.get(), &MergeSearching::finished, this, info);
    connect(merging_.get(), &Merging::failed, this, problem);
    connect(merging_.get(), &Merging::finished, this,
            [this](const QString& output, const QStringList& warnings) {
                notices_.info(tr("The merged model is at %1.").arg(output), warnings);
                library_->addFolder(output);
            });
    connect(measuring_.get(), &Measuring::failed, this, problem);
    connect(measuring_.get(), &Measuring::warned, this, info);
    connect(training_.get(), &Training::failed, this, problem);
    connect(training_.get(), &Training::finished, this, [this](const QString& aggregator) {
        library_->rescan();
        notices_.info(tr("The aggregator %1 is finished; it is in the Library now.")
                          .arg(QFileInfo(aggregator).completeBaseName()));
    });
}

Studio::~Studio() {
    queue_->suspend();
    // The runners tell their jobs' ends to the objects below, so they go first.
    merging_.reset();
    compute_.reset();
    background_.reset();
    planning_.reset();
}

void Studio::start() {
    if (!database_.setAside().isEmpty())
        notices_.problem(
            tr("The studio's database was damaged. It was kept as %1 and a new one begun; the gallery is "
               "being read again from the pictures themselves.")
                .arg(database_.setAside()));
    if (!queue_->problems().isEmpty())
        notices_.problem(tr("%n job(s) of the queue could not be read.", nullptr,
                            static_cast<int>(queue_->problems().size())),
                         queue_->problems());
    if (!training_->problems().isEmpty())
        notices_.problem(tr("%n training run(s) could not be read.", nullptr,
                            static_cast<int>(training_->problems().size())),
                         training_->problems());
    library_->rescan();
    background_->start(std::make_unique<FunctionJob>([this](const JobContext&) { folder_.removeLeftovers(); },
                                                     [](const JobEnd&) {}));
    background_->start(makeGalleryCheck(*gallery_, [this](int added, int) {
        if (added > 0)
            notices_.info(tr("Gallery: %n picture(s) found in the folder were added.", nullptr, added));
    }));
    askDevice();
}

void Studio::setComputeSettings(const ComputeSettings& settings) {
    QSettings kept;
    kept.setValue("compute/device", QString::fromStdString(settings.device));
    kept.setValue("compute/precision", QString::fromStdString(settings.precision));
    takeComputeSettings(settings);
    Q_EMIT computeSettingsChanged();
    askDevice();
}

void Studio::takeComputeSettings(const ComputeSettings& settings) {
    computeSettings_ = settings;
    queue_->setComputeSettings(settings);
    training_->setComputeSettings(settings);
}

void Studio::applyTo(GenerateRequest& request) const {
    ensemble_->applyTo(request);
    request.compute = computeSettings_;
}

void Studio::askDevice() {
    struct Found {
        bool gpu = false;
        DeviceInfo chosen;
    };
    auto found = std::make_shared<Found>();
    compute_->start(std::make_unique<FunctionJob>(
        [this, found, settings = computeSettings_](const JobContext&) {
            found->gpu = engine_.device().cuda;
            found->chosen = engine_.device(settings);
        },
        [this, found](const JobEnd& end) {
            if (end.outcome == JobEnd::Outcome::Failed) notices_.problem(end.message);
            if (end.outcome == JobEnd::Outcome::Cancelled) return;
            hasGpu_ = found->gpu;
            device_ = end.outcome == JobEnd::Outcome::Failed
                          ? tr("The chosen device is not there")
                          : QString::fromStdString(found->chosen.description);
            Q_EMIT deviceFound(device_);
        }));
}

void Studio::loadModels() {
    GenerateRequest request;
    applyTo(request);
    request.output = gallery_->folder().toStdString();
    compute_->start(std::make_unique<FunctionJob>(
        [this, request](const JobContext& context) { engine_.load(request, context.control()); },
        [this](const JobEnd& end) {
            if (end.outcome == JobEnd::Outcome::Failed)
                notices_.problem(tr("The models could not be loaded: %1").arg(end.message));
            Q_EMIT modelsLoaded(end.outcome == JobEnd::Outcome::Done);
        }));
}

void Studio::unloadModels() {
    compute_->start(std::make_unique<FunctionJob>([this](const JobContext&) { engine_.unload(); },
                                                  [this](const JobEnd&) { Q_EMIT modelsUnloaded(); }));
}

}  // namespace afa
