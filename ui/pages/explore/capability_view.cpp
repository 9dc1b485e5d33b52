#include "ui/pages/explore/capability_view.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtGui/QAction>
#include <QtGui/QImageReader>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "core/base/model_colours.h"
#include "core/engine/picture_request.h"
#include "ui/pages/explore/capability_panels.h"
#include "ui/pages/explore/capability_table.h"
#include "ui/pages/explore/explored_maps.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/parts/widgets/save_dialog.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/studio/studio.h"

namespace afa {
namespace {

constexpr int kThumbnail = 168, kFormWidth = 300;  // pixels
constexpr int kMostInMenu = 12;
constexpr int kPatches[]{1, 2, 4, 8, 16};

QLabel* field(const QString& text, QWidget* buddy, const QString& tooltip) {
    auto* label = new QLabel(text);
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    buddy->setToolTip(tooltip);
    return label;
}

}  // namespace

CapabilityView::CapabilityView(Studio& studio, QWidget* parent)
    : QWidget(parent), studio_(studio), table_(new CapabilityTable(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(makeForm());
    layout->addWidget(makeResult(), 1);
    connect(&studio.ensemble(), &Ensemble::edited, this, &CapabilityView::updateForm);
    const auto& measuring = studio.measuring();
    connect(&measuring, &Measuring::changed, this, &CapabilityView::updateForm);
    connect(&measuring, &Measuring::progressed, this, &CapabilityView::onProgress);
    connect(&measuring, &Measuring::measured, this, &CapabilityView::showMeasured);
    if (measuring.request()) fill(*measuring.request());
    showMeasured();
    updateForm();
}

bool CapabilityView::measuring() const {
    return studio_.measuring().running();
}

/// What was asked in a window before this one, in another language.
void CapabilityView::fill(const CapabilityRequest& request) {
    setPicture(QString::fromStdString(request.image.string()));
    prompt_->setText(QString::fromStdString(request.prompt));
    QStringList timesteps;
    for (const auto timestep : request.timesteps)
        timesteps.append(QString::number(timestep));
    timesteps_->setText(timesteps.join(QStringLiteral(", ")));
    samples_->setValue(request.noiseSamples);
    seed_->setValue(static_cast<int>(request.seed));
}

void CapabilityView::showMeasured() {
    if (studio_.measuring().maps()) studio_.notices().guard([&] { showResult(studio_.measuring().maps()); });
}

QWidget* CapabilityView::makeForm() {
    thumbnail_ = new QLabel;
    thumbnail_->setFixedSize(kThumbnail, kThumbnail);
    thumbnail_->setAlignment(Qt::AlignCenter);
    thumbnail_->setWordWrap(true);
    thumbnail_->setProperty("muted", true);
    thumbnail_->setObjectName("capabilityPicture");
    auto* choose =
        makeCommand(this, "image", tr("Choose a picture to measure on …"), "chooseCapabilityPicture", [this] {
            const QString path =
                QFileDialog::getOpenFileName(this, tr("Picture to measure on"), studio_.gallery().folder(),
                                             tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)"));
            if (!path.isEmpty()) setPicture(path);
        });
    choose->setIconText(tr("Picture …"));
    choose->setToolTip(tr("Choose the picture to measure on; or drop one on this page"));
    auto* fromGallery = new QPushButton(tr("Gallery"));
    fromGallery->setProperty("menu", true);
    fromGallery->setToolTip(tr("Take a picture that was made here"));
    gallery_ = new QMenu(fromGallery);
    fromGallery->setMenu(gallery_);
    connect(gallery_, &QMenu::aboutToShow, this, &CapabilityView::fillGallery);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(makeActionButton(choose), 1);
    buttons->addWidget(fromGallery, 1);

    prompt_ = new QLineEdit;
    prompt_->setObjectName("capabilityPrompt");
    timesteps_ = new QLineEdit(QStringLiteral("100, 300, 500, 700, 900"));
    timesteps_->setObjectName("capabilityTimesteps");
    const CapabilityRequest defaults;
    samples_ = new QSpinBox;
    samples_->setRange(1, 1024);
    samples_->setValue(defaults.noiseSamples);
    samples_->setObjectName("capabilitySamples");
    seed_ = new QSpinBox;
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setObjectName("capabilitySeed");
    measure_ = makeCommand(this, "", tr("Measure the capability"), "measure", [this] { measure(); });
    measure_->setIconText(tr("Measure"));
    measure_->setToolTip(tr("Measure the ensemble's models on this picture, in the background"));
    measureButton_ = makePrimaryButton(measure_);
    cancel_ = makeCommand(this, "", tr("Cancel measuring"), "cancelMeasure",
                          [this] { studio_.measuring().cancel(); });
    cancel_->setIconText(tr("Cancel"));
    cancel_->setToolTip(tr("Stop measuring"));
    cancelButton_ = makeActionButton(cancel_);
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of measuring"));
    state_ = makeMuted({});
    state_->setObjectName("capabilityState");

    auto* card = makeCard();
    card->setFixedWidth(kFormWidth);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(makeHeading(tr("Denoising capability")));
    layout->addWidget(
        makeMuted(tr("Noise is added to a picture; where a model predicts it with a smaller "
                     "error than the others, it is the best there.")));
    layout->addWidget(thumbnail_, 0, Qt::AlignHCenter);
    layout->addLayout(buttons);
    layout->addWidget(field(tr("Prompt"), prompt_, tr("What the picture shows")));
    layout->addWidget(prompt_);
    layout->addWidget(field(tr("Timesteps"), timesteps_, tr("Noise levels, 0 to 999, separated by commas")));
    layout->addWidget(timesteps_);
    auto* numbers = new QHBoxLayout;
    auto* left = new QVBoxLayout;
    left->addWidget(field(tr("Noise samples"), samples_, tr("Averaged over: more are slower and surer")));
    left->addWidget(samples_);
    auto* right = new QVBoxLayout;
    right->addWidget(field(tr("Seed"), seed_, tr("The number the noise is drawn from")));
    right->addWidget(seed_);
    numbers->addLayout(left);
    numbers->addLayout(right);
    layout->addLayout(numbers);
    layout->addStretch();
    layout->addWidget(state_);
    layout->addWidget(progress_);
    layout->addWidget(measureButton_);
    layout->addWidget(cancelButton_);
    return card;
}

QWidget* CapabilityView::makeResult() {
    auto* card = makeCard();
    timestep_ = new QComboBox;
    timestep_->setObjectName("capabilityTimestep");
    timestep_->setAccessibleName(tr("Timestep shown"));
    timestep_->setToolTip(timestep_->accessibleName());
    connect(timestep_, &QComboBox::currentIndexChanged, this, &CapabilityView::showTimestep);
    patch_ = new QComboBox;
    patch_->setAccessibleName(tr("Size of the table's patches"));
    patch_->setToolTip(patch_->accessibleName());
    patch_->setObjectName("capabilityPatch");
    for (const int patch : kPatches)
        patch_->addItem(tr("patches of %1 × %1").arg(patch), patch);
    patch_->setCurrentIndex(1);
    connect(patch_, &QComboBox::currentIndexChanged, this, &CapabilityView::showTimestep);
    summary_ = makeMuted({});
    summary_->setWordWrap(false);
    summary_->setTextFormat(Qt::PlainText);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    export_ = new QPushButton(tr("Export"));
    export_->setProperty("menu", true);
    export_->setToolTip(tr("Save the measurement"));
    auto* menu = new QMenu(export_);
    export_->setMenu(menu);
    connect(menu->addAction(tr("Sheet as in the paper …")), &QAction::triggered, this,
            [this] { save("png", tr("PNG (*.png)")); });
    connect(menu->addAction(tr("Values of all positions …")), &QAction::triggered, this,
            [this] { save("csv", tr("Table (*.csv)")); });
    connect(menu->addAction(tr("Measurement …")), &QAction::triggered, this,
            [this] { save("safetensors", tr("Capability (*.safetensors)")); });
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(timestep_);
    bar->addWidget(summary_, 1);
    bar->addWidget(patch_);
    bar->addWidget(export_);

    panels_ = new CapabilityPanels;
    panels_->setObjectName("capabilityPanels");
    auto* table = new QTableView;
    table->setModel(table_);
    table->setObjectName("capabilityTable");
    table->setAccessibleName(tr("Errors per patch"));
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(panels_);
    splitter->addWidget(table);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto* result = new QWidget;
    auto* resultLayout = new QVBoxLayout(result);
    resultLayout->setContentsMargins(12, 10, 12, 10);
    resultLayout->addLayout(bar);
    resultLayout->addWidget(splitter, 1);
    stack_ = new QStackedWidget;
    stack_->addWidget(makeEmptyState("explore", tr("Choose a picture, say what it shows, and measure.\n"
                                                   "A capability file can be dropped here as well.")));
    stack_->addWidget(result);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(stack_);
    return card;
}

void CapabilityView::fillGallery() {
    gallery_->clear();
    for (int i = 0; i < std::min(studio_.gallery().size(), kMostInMenu); ++i) {
        const Picture picture = studio_.gallery().at(i);
        const QString title = fontMetrics().elidedText(
            tr("%1 · seed %2").arg(picture.prompt.simplified()).arg(picture.seed), Qt::ElideMiddle, 420);
        connect(gallery_->addAction(QString(title).replace('&', "&&")), &QAction::triggered, this,
                [this, path = picture.path] { setPicture(path); });
    }
    if (gallery_->isEmpty()) gallery_->addAction(tr("No pictures yet"))->setEnabled(false);
}

void CapabilityView::setPicture(const QString& path) {
    QImageReader reader(path);
    reader.setAutoTransform(true);  // upright, as it is measured
    const QImage picture = reader.read();
    if (picture.isNull()) return studio_.notices().problem(tr("%1: the picture cannot be read.").arg(path));
    picture_ = path;
    thumbnail_->setPixmap(QPixmap::fromImage(
        picture.scaled(thumbnail_->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    thumbnail_->setAccessibleName(tr("Picture %1").arg(QFileInfo(path).fileName()));
    try {
        const auto known = readPictureRequest(path.toStdString());
        if (!known.request.prompt.empty()) prompt_->setText(QString::fromStdString(known.request.prompt));
    } catch (const Error&) {
        // No PNG, or one without settings: the prompt stays as it was typed.
    }
    updateForm();
}

CapabilityRequest CapabilityView::request() const {
    GenerateRequest ensemble;
    studio_.applyTo(ensemble);
    CapabilityRequest request;
    request.models = ensemble.models;
    request.host = ensemble.host;
    request.vae = ensemble.vae;
    request.compute = ensemble.compute;
    request.image = picture_.toStdString();
    request.prompt = prompt_->text().toStdString();
    request.noiseSamples = samples_->value();
    request.seed = static_cast<std::uint64_t>(seed_->value());
    request.timesteps.clear();
    for (const auto& part : timesteps_->text().split(',', Qt::SkipEmptyParts)) {
        bool ok = false;
        request.timesteps.push_back(part.trimmed().toLongLong(&ok));
        if (!ok)
            throw ConfigError(tr("Timesteps: expected whole numbers from 0 to 999, found \"%1\".")
                                  .arg(part.trimmed())
                                  .toStdString());
    }
    const auto stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-hhmmss-zzz"));
    request.output = (studio_.folder().path() + "/capability/" + stamp).toStdString();
    return request;
}

void CapabilityView::measure() {
    if (measuring()) return;
    studio_.notices().guard([&] {
        const auto asked = request();
        QStringList problems;
        if (picture_.isEmpty()) problems.append(tr("Choose a picture to measure on."));
        for (const auto& problem : asked.validate())
            problems.append(inWindowLanguage(problem.text));
        if (!problems.isEmpty()) {
            const QString first = problems.takeFirst();
            return studio_.notices().problem(first, problems);
        }
        studio_.measuring().start(asked);
    });
}

void CapabilityView::onProgress() {
    const auto& progress = studio_.measuring().progress();
    progress_->setRange(0, static_cast<int>(progress.total));  // 0 and 0 = not known yet
    progress_->setValue(static_cast<int>(progress.done));
    if (progress.phase == "measure")
        state_->setText(tr("Measuring, %1 of %2").arg(progress.done + 1).arg(progress.total));
    else
        state_->setText(progress.phase.empty() ? tr("Waiting for its turn …") : tr("Loading models …"));
}

void CapabilityView::updateForm() {
    const bool busy = measuring();
    progress_->setVisible(busy);
    cancelButton_->setVisible(busy);
    cancel_->setEnabled(busy);
    measureButton_->setVisible(!busy);
    measure_->setEnabled(!busy && !picture_.isEmpty() && studio_.ensemble().rowCount() > 0);
    if (picture_.isEmpty()) thumbnail_->setText(tr("Drop a picture here."));
    if (busy)
        onProgress();
    else
        state_->setText(tr("%n model(s) of the ensemble", nullptr, studio_.ensemble().rowCount()));
}

void CapabilityView::openFile(const QString& path) {
    showResult(std::make_shared<CapabilityMaps>(readCapability(path.toStdString())));
}

void CapabilityView::showResult(std::shared_ptr<const CapabilityMaps> maps) {
    if (maps->models() > static_cast<int>(kModelColours.size()))
        throw ConfigError(tr("The measurement is of %1 models; up to %2 can be told apart here.")
                              .arg(maps->models())
                              .arg(kModelColours.size())
                              .toStdString());
    maps_ = std::move(maps);
    const QSignalBlocker quiet(timestep_);
    timestep_->clear();
    for (const auto& at : maps_->timesteps)
        timestep_->addItem(tr("t = %1").arg(at.timestep));
    timestep_->setCurrentIndex(timestep_->count() / 2);
    summary_->setText(QString::fromStdString(maps_->prompt));
    stack_->setCurrentIndex(1);
    showTimestep();
}

void CapabilityView::showTimestep() {
    if (!maps_ || timestep_->currentIndex() < 0) return;
    panels_->show(maps_, timestep_->currentIndex());
    table_->show(maps_, timestep_->currentIndex(), patch_->currentData().toInt());
}

void CapabilityView::save(const QString& ending, const QString& filter) {
    const QString path = askWhereToSave(this, tr("Save the measurement"),
                                        studio_.folder().path() + "/capability." + ending, filter);
    if (path.isEmpty()) return;
    studio_.notices().guard([&] {
        const std::filesystem::path target = path.toStdString();
        if (ending == QStringLiteral("csv")) return writeCapabilityCsv(target, *maps_);
        if (ending == QStringLiteral("safetensors")) return writeCapability(target, *maps_);
        writeCapabilitySheet(target, *maps_);
    });
}

}  // namespace afa
