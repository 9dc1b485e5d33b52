#include "ui/pages/train/train_page.h"

#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtCore/QSettings>
#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/pages/train/data_panel.h"
#include "ui/pages/train/history_panel.h"
#include "ui/pages/train/run_panel.h"
#include "ui/pages/train/train_form.h"
#include "ui/parts/pictures/progress_strip.h"
#include "ui/parts/request/ensemble_summary.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/parts.h"
#include "ui/parts/widgets/tabbed_card.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/studio/studio.h"
#include "ui/services/training/training.h"

namespace afa {
namespace {

constexpr int kPlanDelay = 400;  // milliseconds after the last change
const char* const kForm = "train/request";
const char* const kSources = "train/sources";

}  // namespace

TrainPage::TrainPage(Studio& studio, QWidget* parent)
    : Page("train", tr("Train"), tr("&Train"), parent), studio_(studio), splitter_(new QSplitter) {
    data_ = new DataPanel(studio.planner(), studio.planning(), studio.thumbnails());
    run_ = new RunPanel(studio.training(), studio.notices());
    history_ = new HistoryPanel(studio.training(), studio.planning(), studio.notices());
    splitter_->addWidget(makeForm());
    splitter_->addWidget(makeTabs());
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(10);
    splitter_->setSizes({380, 820});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(splitter_);

    planTimer_.setSingleShot(true);
    planTimer_.setInterval(kPlanDelay);
    connect(&planTimer_, &QTimer::timeout, this, &TrainPage::plan);
    connect(form_, &TrainForm::edited, this, &TrainPage::planSoon);
    connect(data_, &DataPanel::sourcesChanged, this, &TrainPage::planSoon);
    connect(&studio.ensemble(), &Ensemble::edited, this, &TrainPage::planSoon);
    connect(&studio.training(), &Training::runsChanged, this, &TrainPage::refresh);
    connect(history_, &HistoryPanel::settingsAsked, this, &TrainPage::useSettings);
    connect(&studio, &Studio::computeSettingsChanged, this, &TrainPage::planSoon);
    connect(history_, &HistoryPanel::continueAsked, this, [this](const QString& folder) {
        if (studio_.notices().guard([&] { studio_.training().resume(folder); })) showTab(RunTab);
    });
    restoreForm();
    showTab(studio.training().running() ? RunTab : DataTab);
    refresh();
}

QWidget* TrainPage::makeForm() {
    form_ = new TrainForm;
    name_ = new QLineEdit;
    name_->setAccessibleName(tr("Name of the aggregator"));
    name_->setToolTip(tr("What the run and its aggregator are called"));
    name_->setObjectName("trainName");
    name_->setText(tr("my aggregator"));
    auto* nameLabel = new QLabel(tr("Name"));
    nameLabel->setBuddy(name_);
    models_ = new EnsembleSummary(studio_.ensemble(), false);
    connect(models_, &EnsembleSummary::changeAsked, this, [this] { Q_EMIT pageAsked("library"); });

    auto* fields = new QWidget;
    auto* fieldsLayout = new QVBoxLayout(fields);
    fieldsLayout->setContentsMargins(16, 14, 16, 8);
    fieldsLayout->setSpacing(10);
    fieldsLayout->addWidget(makeHeading(tr("New aggregator")));
    auto* nameRow = new QVBoxLayout;
    nameRow->setSpacing(4);
    nameRow->addWidget(nameLabel);
    nameRow->addWidget(name_);
    fieldsLayout->addLayout(nameRow);
    fieldsLayout->addWidget(models_);
    fieldsLayout->addWidget(makeHeading(tr("Settings")));
    fieldsLayout->addWidget(form_);
    fieldsLayout->addStretch();

    plan_ = makeMuted({});
    plan_->setObjectName("trainPlan");
    obstacle_ = new QLabel;
    obstacle_->setWordWrap(true);
    obstacle_->setProperty("danger", true);
    obstacle_->setObjectName("trainObstacle");
    measure_ = makeCommand(this, "history", tr("Measure the time"), "measureTraining", [this] { measure(); });
    measure_->setToolTip(tr("Load the models and time one step"));
    start_ = makeCommand(this, "train", tr("Start training"), "startTraining", [this] { start(); });
    start_->setToolTip(tr("Train in the background; pictures wait until it ends or is paused"));
    start_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    auto* startButton = makePrimaryButton(start_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(startButton, 1);
    buttons->addWidget(makeActionButton(measure_));
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(16, 8, 16, 14);
    foot->setSpacing(8);
    foot->addWidget(obstacle_);
    foot->addWidget(plan_);
    foot->addLayout(buttons);
    return makeFormCard(fields, foot, 340);
}

QWidget* TrainPage::makeTabs() {
    tabs_ = new TabbedCard;
    tabs_->addTab(tr("Data"), "trainTab0", data_);
    tabs_->addTab(tr("Training"), "trainTab1", run_);
    tabs_->addTab(tr("History"), "trainTab2", history_);
    return tabs_;
}

void TrainPage::fillMenu(QMenu& menu) {
    menu.addAction(start_);
    menu.addActions(run_->actions());
    menu.addSeparator();
    menu.addAction(measure_);
    menu.addActions(history_->actions());
    menu.addActions(data_->actions());
}

void TrainPage::showTab(Tab tab) {
    tabs_->showTab(tab);
}

TrainRequest TrainPage::request() const {
    TrainRequest request;
    form_->readInto(request);
    for (const auto& path : studio_.ensemble().paths())
        request.models.emplace_back(path.toStdString());
    request.host = studio_.ensemble().host();
    request.compute = studio_.computeSettings();
    for (const auto& source : data_->sources())
        request.data.emplace_back(source.toStdString());
    request.output = studio_.folder().path().toStdString();  // the run's own folder is made at the start
    return request;
}

QStringList TrainPage::problems(const TrainRequest& request) const {
    if (request.models.size() < 2)
        return {tr("An aggregator joins two base models or more. Choose them in the Library.")};
    if (request.data.empty()) return {tr("Add training data first.")};
    QStringList problems;
    for (const auto& problem : request.validate())
        problems.append(inWindowLanguage(problem));
    return problems;
}

void TrainPage::start() {
    form_->settle();
    const auto asked = request();
    auto found = problems(asked);
    if (!found.isEmpty()) {
        const QString first = found.takeFirst();
        studio_.notices().problem(first, found);
        return;
    }
    saveForm();
    if (studio_.notices().guard([&] { studio_.training().start(asked, name_->text()); })) showTab(RunTab);
}

void TrainPage::planSoon() {
    start_->setEnabled(!studio_.training().running());
    planTimer_.start();
}

void TrainPage::plan() {
    if (!isVisible()) return;
    const auto asked = request();
    const auto found = problems(asked);
    studio_.planning().cancel(planJob_);
    const std::string json = trainRequestJson(asked);
    if (json != timed_) secondsPerStep_ = 0;
    if (!found.isEmpty()) {
        planned_.clear();
        return showPlan({}, found.join('\n'));
    }
    planned_ = json;
    auto plan = std::make_shared<TrainingPlan>();
    const QPointer<TrainPage> here(this);
    planJob_ = studio_.planning().start(std::make_unique<FunctionJob>(
        [&engine = studio_.planner(), asked, plan](const JobContext& context) {
            *plan = engine.planTraining(asked, false, context.control());
            engine.unload();  // only sizes were wanted
        },
        [here, plan, json](const JobEnd& end) {
            if (!here || end.outcome == JobEnd::Outcome::Cancelled || here->planned_ != json) return;
            here->showPlan(*plan, end.message);
        }));
}

void TrainPage::measure() {
    const auto asked = request();
    if (!problems(asked).isEmpty() || measureJob_) return;
    const std::string json = trainRequestJson(asked);
    auto plan = std::make_shared<TrainingPlan>();
    const QPointer<TrainPage> here(this);
    measureJob_ = studio_.compute().start(std::make_unique<FunctionJob>(
        [&engine = studio_.engine(), asked, plan](const JobContext& context) {
            *plan = engine.planTraining(asked, true, context.control());
        },
        [here, plan, json](const JobEnd& end) {
            if (!here) return;
            here->measureJob_ = 0;
            if (end.outcome == JobEnd::Outcome::Failed) here->studio_.notices().problem(end.message);
            if (end.outcome == JobEnd::Outcome::Done) {
                here->timed_ = json;
                here->secondsPerStep_ = plan->secondsPerStep;
                if (here->planned_ == json) here->showPlan(*plan, {});
            }
            here->refresh();
        }));
    refresh();
}

void TrainPage::showPlan(const TrainingPlan& plan, const QString& problem) {
    obstacle_->setText(problem);
    obstacle_->setVisible(!problem.isEmpty());
    plan_->setVisible(problem.isEmpty());
    if (!problem.isEmpty()) return;
    const QLocale locale;
    QStringList lines;
    lines.append(tr("%1 pictures to train on, %2 held out, %3 px")
                     .arg(locale.toString(plan.trainingPictures), locale.toString(plan.heldOutPictures))
                     .arg(plan.size));
    lines.append(
        tr("%1 steps of %n picture(s), %2 M parameters", nullptr, static_cast<int>(plan.picturesPerStep))
            .arg(locale.toString(plan.steps),
                 locale.toString(static_cast<double>(plan.parameters) / 1e6, 'f', 1)));
    const bool scarce = plan.availableBytes > 0 && plan.totalBytes() > plan.availableBytes;
    QString memory = plan.availableBytes == 0
                         ? tr("Memory: about %1").arg(sizeText(plan.totalBytes()))
                         : tr("Memory: about %1, %2 are free")
                               .arg(sizeText(plan.totalBytes()), sizeText(plan.availableBytes));
    if (scarce) memory += tr(": choose a smaller batch");
    lines.append(memory);
    plan_->setToolTip(
        tr("Models %1, step %2, aggregator with its optimiser %3")
            .arg(sizeText(plan.modelBytes), sizeText(plan.stepBytes), sizeText(plan.aggregatorBytes)));
    if (secondsPerStep_ > 0)
        lines.append(tr("Time: about %1 (%2 s a step, measured)")
                         .arg(durationText(secondsPerStep_ * static_cast<double>(plan.steps)),
                              locale.toString(secondsPerStep_, 'f', 2)));
    else
        lines.append(tr("Time: not measured yet"));
    plan_->setText(lines.join('\n'));
}

void TrainPage::useSettings(const QString& folder) {
    const auto* run = studio_.training().find(folder);
    if (!run) return;
    form_->setRequest(run->request);
    QStringList sources;
    for (const auto& path : run->request.data)
        sources.append(QString::fromStdString(path.string()));
    data_->setSources(sources);
    QStringList models;
    for (const auto& path : run->request.models)
        models.append(QString::fromStdString(path.string()));
    auto& ensemble = studio_.ensemble();
    if (models != ensemble.paths() || run->request.host != ensemble.host())
        ensemble.set(models, run->request.host, {}, "block-average");
    name_->setText(run->name);
    showTab(DataTab);
}

void TrainPage::refresh() {
    const bool running = studio_.training().running() != nullptr;
    start_->setEnabled(!running);
    measure_->setEnabled(!running && !measureJob_);
    measure_->setText(measureJob_ ? tr("Measuring …") : tr("Measure the time"));
}

void TrainPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    studio_.training().lookAgain();
    planTimer_.start(0);
}

QByteArray TrainPage::saveState() const {
    return splitter_->saveState();
}

void TrainPage::restoreState(const QByteArray& state) {
    splitter_->restoreState(state);
}

void TrainPage::saveForm() const {
    form_->settle();
    TrainRequest request;
    form_->readInto(request);
    QSettings settings;
    settings.setValue(kForm, QString::fromStdString(trainRequestJson(request)));
    settings.setValue(kSources, data_->sources());
    settings.setValue("train/name", name_->text());
}

void TrainPage::restoreForm() {
    const QSettings settings;
    TrainRequest request;
    // A fixed number of steps between samples, so that the example shows one; the command line makes none.
    request.sampleEvery = 100;
    if (const auto kept = settings.value(kForm).toString(); !kept.isEmpty()) try {
            request = parseTrainRequest(kept.toStdString(), "last settings");
        } catch (const Error&) {
            // Written by another version: the form starts as at first.
        }
    form_->setRequest(request);
    QStringList sources = settings.value(kSources).toStringList();
    if (!settings.contains(kSources) && !DataPanel::demoSource().isEmpty())
        sources = QStringList{DataPanel::demoSource()};
    data_->setSources(sources);
    if (settings.contains("train/name")) name_->setText(settings.value("train/name").toString());
}

}  // namespace afa
