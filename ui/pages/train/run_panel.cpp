#include "ui/pages/train/run_panel.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QSettings>
#include <QtGui/QAction>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/pages/train/loss_curves.h"
#include "ui/pages/train/routing_strip.h"
#include "ui/parts/pictures/canvas.h"
#include "ui/parts/pictures/progress_strip.h"
#include "ui/parts/plots/curve_plot.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/model_badge.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/messages/notices.h"
#include "ui/services/training/training.h"
#include "ui/services/values/mode_title.h"

namespace afa {
namespace {

constexpr int kUnits = 1000;        // of the bar
constexpr int kMostSmoothing = 99;  // percent
constexpr int kFirstSmoothing = 90;
constexpr int kLeastSample = 140, kWarningsHeight = 110, kRateHeight = 120;  // pixels
const char* const kLogarithmic = "train/logarithmic";
const char* const kSmoothing = "train/smoothing";

}  // namespace

RunPanel::RunPanel(Training& training, Notices& notices, QWidget* parent)
    : QWidget(parent), training_(training), notices_(notices), stack_(new QStackedWidget) {
    loader_.setMaxThreadCount(1);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(makeHead());
    auto* middle = new QSplitter;
    middle->setHandleWidth(10);
    middle->setChildrenCollapsible(false);
    middle->addWidget(makePlots());
    middle->addWidget(makeSide());
    middle->setStretchFactor(0, 1);
    layout->addWidget(middle, 1);
    layout->addWidget(makeRouting());
    stack_->addWidget(page);
    stack_->addWidget(makeEmptyState(
        "train", tr("Nothing has been trained yet. Choose data and models, then press Start.")));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(stack_);
    connect(&training, &Training::liveChanged, this, &RunPanel::refresh);
    connect(&training, &Training::runsChanged, this, &RunPanel::refresh);
    refresh();
}

RunPanel::~RunPanel() {
    loader_.waitForDone();
}

QWidget* RunPanel::makeHead() {
    name_ = makeHeading({});
    name_->setTextFormat(Qt::PlainText);
    name_->setObjectName("runName");
    text_ = new QLabel;
    text_->setObjectName("runText");
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    verdict_ = makeMuted({});
    verdict_->setObjectName("runVerdict");
    verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    bar_ = new QProgressBar;
    bar_->setRange(0, kUnits);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the training"));
    pause_ = makeCommand(
        this, "pause", tr("Pause training"), "pauseTraining", [this] { training_.pause(); }, Command::Unseen);
    pause_->setIconText(tr("Pause"));
    pause_->setToolTip(
        tr("Stop now and save a state; pictures can be made meanwhile, and the training can go "
           "on at any time, also after a restart"));
    pause_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    pauseButton_ = makeActionButton(pause_);
    continue_ = makeCommand(this, "play", tr("Continue training"), "continueTraining", [this] {
        notices_.guard([this] { training_.resume(training_.live().folder); });
    });
    continue_->setIconText(tr("Continue"));
    continue_->setToolTip(tr("Go on from the saved state"));
    continueButton_ = makeActionButton(continue_);
    auto* box = new QWidget;
    auto* left = new QVBoxLayout;
    left->setSpacing(5);
    left->addWidget(name_);
    left->addWidget(text_);
    left->addWidget(bar_);
    left->addWidget(verdict_);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addLayout(left, 1);
    layout->addWidget(pauseButton_, 0, Qt::AlignTop);
    layout->addWidget(continueButton_, 0, Qt::AlignTop);
    return box;
}

QWidget* RunPanel::makePlots() {
    const QSettings settings;
    loss_ = new CurvePlot;
    loss_->setAxisTitles(tr("Step"), tr("Squared error"));
    loss_->setEmptyText(tr("Curves appear with the first steps"));
    loss_->setAccessibleName(tr("Training and validation loss"));
    loss_->setObjectName("lossPlot");
    loss_->setWholeNumbersOnX(true);
    rate_ = new CurvePlot;
    rate_->setAxisTitles(tr("Step"), tr("Learning rate"));
    rate_->setAccessibleName(tr("Learning rate"));
    rate_->setLegend(false);
    rate_->setWholeNumbersOnX(true);
    rate_->setFixedHeight(kRateHeight);
    logarithmic_ = new QCheckBox(tr("Log axis"));
    logarithmic_->setToolTip(tr("A logarithmic axis for the error"));
    logarithmic_->setObjectName("logAxis");
    logarithmic_->setChecked(settings.value(kLogarithmic, true).toBool());
    loss_->setLogarithmic(logarithmic_->isChecked());
    connect(logarithmic_, &QCheckBox::toggled, this, [this](bool on) {
        QSettings().setValue(kLogarithmic, on);
        loss_->setLogarithmic(on);
    });
    smoothing_ = new QSlider(Qt::Horizontal);
    smoothing_->setRange(0, kMostSmoothing);
    smoothing_->setValue(settings.value(kSmoothing, kFirstSmoothing).toInt());
    smoothing_->setFixedWidth(120);
    smoothing_->setAccessibleName(tr("Smoothing of the training loss"));
    smoothing_->setToolTip(smoothing_->accessibleName());
    smoothing_->setObjectName("smoothing");
    connect(smoothing_, &QSlider::valueChanged, this, [this](int value) {
        QSettings().setValue(kSmoothing, value);
        refreshCurves();
    });
    auto* fit = new QToolButton;
    fit->setText(tr("Fit"));
    fit->setToolTip(tr("Show the whole curves again; the wheel zooms"));
    connect(fit, &QToolButton::clicked, loss_, &CurvePlot::showAll);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeHeading(tr("Loss")));
    bar->addStretch();
    bar->addWidget(new QLabel(tr("Smoothing")));
    bar->addWidget(smoothing_);
    bar->addSpacing(8);
    bar->addWidget(logarithmic_);
    bar->addWidget(fit);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(bar);
    layout->addWidget(loss_, 1);
    layout->addWidget(rate_);
    return box;
}

QWidget* RunPanel::makeSide() {
    sample_ = new Canvas;
    sample_->setMinimumSize(kLeastSample, kLeastSample);
    sample_->setObjectName("sampleCanvas");
    sampleText_ = makeMuted({});
    sampleText_->setAlignment(Qt::AlignCenter);
    sampleSlider_ = new QSlider(Qt::Horizontal);
    sampleSlider_->setAccessibleName(tr("Which of the sample pictures is shown"));
    sampleSlider_->setToolTip(sampleSlider_->accessibleName());
    sampleSlider_->setObjectName("sampleSlider");
    connect(sampleSlider_, &QSlider::valueChanged, this, &RunPanel::showSample);
    warnings_ = new QListWidget;
    warnings_->setMaximumHeight(kWarningsHeight);
    warnings_->setWordWrap(true);
    warnings_->setAccessibleName(tr("Warnings of the training"));
    warnings_->setObjectName("trainWarnings");
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeHeading(tr("Sample picture")));
    layout->addWidget(sample_, 1);
    layout->addWidget(sampleText_);
    layout->addWidget(sampleSlider_);
    layout->addWidget(makeHeading(tr("Warnings")));
    layout->addWidget(warnings_);
    return box;
}

QWidget* RunPanel::makeRouting() {
    routing_ = new RoutingStrip;
    routing_->setObjectName("routingStrip");
    legend_ = new QWidget;
    new QHBoxLayout(legend_);
    legend_->layout()->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("Mean weight by stage")));
    head->addStretch();
    head->addWidget(legend_);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(routing_);
    return box;
}

QStringList RunPanel::modelNames() const {
    QStringList names;
    if (const auto* run = training_.find(training_.live().folder))
        for (const auto& path : run->request.models)
            names.append(modelNameOf(QString::fromStdString(path.string())));
    return names;
}

void RunPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void RunPanel::refresh() {
    if (!isVisible()) return;  // nobody looks: shown again, it is brought up to date
    const auto& live = training_.live();
    stack_->setCurrentIndex(live.folder.isEmpty() ? 1 : 0);
    if (live.folder.isEmpty()) return;
    refreshHead();
    refreshCurves();
    refreshSamples();
    const auto names = modelNames();
    routing_->setRouting(live.history.validations.empty() ? std::vector<StageRouting>{}
                                                          : live.history.validations.back().routing,
                         names);
    if (legendNames_ != names) {
        legendNames_ = names;
        while (auto* item = legend_->layout()->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (int i = 0; i < names.size(); ++i) {
            legend_->layout()->addWidget(new ModelBadge(i));
            auto* name = new QLabel(names[i]);
            name->setTextFormat(Qt::PlainText);
            legend_->layout()->addWidget(name);
        }
    }
    if (warnings_->count() != live.warnings.size()) {
        warnings_->clear();
        warnings_->addItems(live.warnings);
        warnings_->scrollToBottom();
    }
}

void RunPanel::refreshHead() {
    const auto& live = training_.live();
    const auto* run = training_.find(live.folder);
    const bool runs = training_.running() && training_.running()->folder == live.folder;
    name_->setText(run ? run->name : QString());
    const bool waits = run && run->canContinue();
    pauseButton_->setVisible(runs);
    pause_->setEnabled(runs && !live.stopping);
    continueButton_->setVisible(waits);
    continue_->setEnabled(waits && !training_.running());
    const QLocale locale;
    const auto done = run ? run->steps : 0;
    const bool preparing = runs && (done == 0 || live.history.steps.empty());
    const auto& phase = live.progress;  // of reading, encoding, measuring
    QStringList parts;
    if (runs && live.stopping)
        parts.append(tr("Stopping and saving a state …"));
    else if (runs && live.waiting)
        parts.append(tr("Waits for the picture that is being made"));
    else if (preparing)
        parts.append(live.note.isEmpty() ? tr("Preparing …") : live.note);
    else if (run && run->state == TrainingRun::State::Done)
        parts.append(tr("Done; the aggregator is in the Library"));
    else if (run && run->state == TrainingRun::State::Failed)
        parts.append(tr("Failed: %1").arg(run->message));
    else if (!runs)
        parts.append(tr("Paused"));
    if (preparing && phase.total > 0)
        parts.append(tr("%1 of %2").arg(locale.toString(phase.done), locale.toString(phase.total)));
    else if (live.total > 0)
        parts.append(tr("Step %1 of %2").arg(locale.toString(done), locale.toString(live.total)));
    if (runs && live.secondsPerStep > 0) {
        parts.append(tr("%1 s/step").arg(locale.toString(live.secondsPerStep, 'f', 2)));
        parts.append(tr("%1 left").arg(durationText(live.secondsLeft())));
    }
    if (!live.history.steps.empty())
        parts.append(
            tr("learning rate %1").arg(locale.toString(live.history.steps.back().learningRate, 'g', 3)));
    text_->setText(parts.join(QStringLiteral(" · ")));
    text_->setToolTip(text_->text());
    bar_->setVisible(runs);
    bar_->setValue(preparing && phase.total > 0 ? static_cast<int>(kUnits * phase.done / phase.total)
                   : live.total > 0             ? static_cast<int>(kUnits * done / live.total)
                                                : 0);
    verdict_->setText(run ? run->verdict : QString());
    verdict_->setVisible(!verdict_->text().isEmpty());
}

void RunPanel::refreshCurves() {
    const auto& history = training_.live().history;
    loss_->setCurves(lossCurves(history, smoothing_->value() / 100.0, modelNames()));
    rate_->setCurves(learningRateCurve(history));
}

void RunPanel::refreshSamples() {
    const auto& samples = training_.live().samples;
    const int last = static_cast<int>(samples.size()) - 1;
    const bool atEnd = sampleSlider_->value() == sampleSlider_->maximum();
    sampleSlider_->setVisible(last > 0);
    sampleSlider_->setRange(0, std::max(0, last));
    if (last < 0) {
        shownSample_.clear();
        sampleText_->hide();
        const auto* run = training_.find(training_.live().folder);
        sample_->clear(run && run->request.sampleEvery > 0
                           ? tr("The first one is still to come")
                           : tr("None is made: \"Sample picture every\" says never"));
        return;
    }
    if (atEnd) sampleSlider_->setValue(last);
    showSample(sampleSlider_->value());
}

void RunPanel::showSample(int index) {
    const QString path = training_.live().samples.value(index);
    if (path.isEmpty() || path == shownSample_) return;
    shownSample_ = path;
    const qint64 step = QFileInfo(path).completeBaseName().section('-', 1).toLongLong();
    sampleText_->setText(tr("after step %1").arg(QLocale().toString(step)));
    sampleText_->show();
    loader_.clear();
    loader_.start([this, path, step] {
        const QImage image(path);
        QMetaObject::invokeMethod(this, [this, path, image, step] {
            if (shownSample_ != path) return;
            if (image.isNull())
                sample_->clear(tr("The picture cannot be read: %1").arg(path));
            else
                sample_->show(image, tr("Sample picture after step %1").arg(step));
        });
    });
}

}  // namespace afa
