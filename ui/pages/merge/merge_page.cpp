#include "ui/pages/merge/merge_page.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QSaveFile>
#include <QtCore/QSettings>
#include <QtCore/QStorageInfo>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/pages/merge/block_sliders.h"
#include "ui/pages/merge/merge_form.h"
#include "ui/pages/merge/search_panel.h"
#include "ui/parts/pictures/canvas.h"
#include "ui/parts/pictures/progress_strip.h"
#include "ui/parts/request/ensemble_summary.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/parts/widgets/save_dialog.h"
#include "ui/parts/widgets/tabbed_card.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/merging/merging.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/studio/studio.h"
#include "ui/services/values/images.h"

namespace afa {
namespace {

constexpr int kPreviewDelay = 150;  // milliseconds after the last change
constexpr int kFewestModels = 2;
const char* const kPrompt = "merge/prompt";
const char* const kOutput = "merge/output";
const char* const kDiffusers = "merge/diffusers";

std::string numbersText(const BlockSliders::Rows& rows) {
    QString text;
    for (const auto& row : rows)
        for (const double share : row)
            text += (text.isEmpty() ? "" : ",") + QString::number(share, 'g', 17);
    return text.toStdString();
}

/// All of it or nothing; what went wrong, "" = it is written.
QString storeText(const QString& path, const std::string& text) {
    QSaveFile file(path);
    const auto bytes = QByteArray::fromStdString(text);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
    return file.errorString();
}

/// Shares that were set by hand for `blocks` blocks; where these models have others, even shares instead.
MergePreview previewOfOwn(MergeRequest request, std::size_t blocks) {
    auto weighted = request;  // tells the blocks
    weighted.method = "weighted";
    weighted.blockWeights.clear();
    weighted.baseWeight.clear();
    const auto count = previewMerge(weighted).blocks.size();
    if (count != blocks) {
        const auto models = static_cast<int>(request.models.size());
        const BlockSliders::Rows even(static_cast<int>(count), QList<double>(models, 1.0 / models));
        request.blockWeights = numbersText(even);
    }
    return previewMerge(request);
}

}  // namespace

MergePage::MergePage(Studio& studio, QWidget* parent)
    : Page("merge", tr("Merge"), tr("&Merge"), parent), studio_(studio), splitter_(new QSplitter) {
    splitter_->addWidget(makeForm());
    splitter_->addWidget(makeTabs());
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(10);
    splitter_->setSizes({360, 840});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(splitter_);

    previewTimer_.setSingleShot(true);
    previewTimer_.setInterval(kPreviewDelay);
    connect(&previewTimer_, &QTimer::timeout, this, [this] { preview(); });
    connect(form_, &MergeForm::edited, this, &MergePage::previewSoon);
    connect(sliders_, &BlockSliders::edited, this, [this] {
        form_->presetIsCustom();
        previewSoon();
    });
    // Told for every model that the library reads: what is worked on stays unless the models are others.
    connect(&studio.ensemble(), &Ensemble::edited, this, [this] {
        const auto& ensemble = studio_.ensemble();
        if (!preview_ || ensemble.paths() != takenPaths_ || ensemble.names() != takenNames_) takeEnsemble();
    });
    connect(&studio.merging(), &Merging::changed, this, &MergePage::refresh);
    connect(&studio.merging(), &Merging::progressed, this, &MergePage::showProgress);
    connect(search_, &SearchPanel::recipeChosen, this, &MergePage::loadRecipe);
    connect(&studio.queue(), &GenerationQueue::pictureMade, this, [this](const Picture&, const Image& image) {
        if (studio_.queue().runningId() != tried_) return;
        tried_ = 0;
        canvas_->show(toQImage(image), prompt_->text());
        caption_->setText(tr("Made without writing a model; the picture is in the gallery."));
    });
    for (const auto signal : {&GenerationQueue::runningChanged, &GenerationQueue::removed})
        connect(&studio.queue(), signal, this, &MergePage::tellTried);
    connect(&studio.queue(), &GenerationQueue::changed, this, &MergePage::tellTried);
    restoreForm();
    connect(&previews_, &ThreadedRunner::failed, this,
            [this](const QString& text) { studio_.notices().problem(text); });
    takeEnsemble();
    showTab(BlocksTab);
    refresh();
}

MergePage::~MergePage() {
    leaving_ = true;
}

QWidget* MergePage::makeForm() {
    form_ = new MergeForm;
    auto* models = new EnsembleSummary(studio_.ensemble(), false);
    connect(models, &EnsembleSummary::changeAsked, this, [this] { Q_EMIT pageAsked("library"); });
    models_ = models;
    layoutOfOutput_ = new QComboBox;
    layoutOfOutput_->addItem(tr("Single file (.safetensors)"), false);
    layoutOfOutput_->addItem(tr("Folder (diffusers)"), true);
    layoutOfOutput_->setAccessibleName(tr("Layout of the merged model"));
    layoutOfOutput_->setToolTip(layoutOfOutput_->accessibleName());
    layoutOfOutput_->setObjectName("mergeLayout");
    connect(layoutOfOutput_, &QComboBox::currentIndexChanged, this, [this](int index) {
        auto path = output_->text();
        if (index == 1 && path.endsWith(".safetensors")) path.chop(QStringLiteral(".safetensors").size());
        if (index == 0 && !path.isEmpty() && !path.endsWith(".safetensors")) path += ".safetensors";
        output_->setText(path);
    });
    output_ = new QLineEdit;
    output_->setAccessibleName(tr("Where the merged model goes"));
    output_->setToolTip(output_->accessibleName());
    output_->setPlaceholderText(tr("Choose a file …"));
    output_->setObjectName("mergeOutput");
    connect(output_, &QLineEdit::textChanged, this, &MergePage::refresh);
    auto* browse = makeIconButton("folder", tr("Choose where the merged model goes"));
    connect(browse, &QToolButton::clicked, this, &MergePage::chooseOutput);
    auto* outputLine = new QHBoxLayout;
    outputLine->addWidget(output_, 1);
    outputLine->addWidget(browse);
    auto* outputLabel = new QLabel(tr("Merged model"));
    outputLabel->setBuddy(output_);

    auto* fields = new QWidget;
    auto* fieldsLayout = new QVBoxLayout(fields);
    fieldsLayout->setContentsMargins(16, 14, 16, 8);
    fieldsLayout->setSpacing(12);
    fieldsLayout->addWidget(models_);
    fieldsLayout->addWidget(form_);
    auto* target = new QVBoxLayout;
    target->setSpacing(4);
    target->addWidget(outputLabel);
    target->addLayout(outputLine);
    target->addWidget(layoutOfOutput_);
    fieldsLayout->addLayout(target);
    fieldsLayout->addStretch();

    estimate_ = makeMuted({});
    estimate_->setObjectName("mergeEstimate");
    obstacle_ = new QLabel;
    obstacle_->setWordWrap(true);
    obstacle_->setProperty("danger", true);
    obstacle_->setObjectName("mergeObstacle");
    progress_ = new QProgressBar;
    progress_->setAccessibleName(tr("Progress of the merge"));
    progress_->setObjectName("mergeProgress");
    progress_->hide();
    merge_ = makeCommand(this, "merge", tr("Merge into a model"), "merge", [this] { merge(); });
    merge_->setIconText(tr("Merge"));
    merge_->setToolTip(tr("Write the merged model; it appears when it is complete"));
    auto* mergeButton = makePrimaryButton(merge_);
    open_ = makeCommand(this, "folder", tr("Open a recipe …"), "openRecipe", [this] { openRecipe(); });
    save_ = makeCommand(this, "save", tr("Save the recipe …"), "saveRecipe", [this] { saveRecipe(); });
    cancel_ = makeCommand(this, "cancel", tr("Cancel the merge"), "cancelMerge",
                          [this] { studio_.merging().cancel(); });
    cancel_->setIconText(tr("Cancel"));
    cancel_->setToolTip(tr("Stop merging; nothing is left behind"));
    cancelButton_ = makeActionButton(cancel_);
    cancelButton_->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(mergeButton, 1);
    buttons->addWidget(cancelButton_);
    buttons->addWidget(makeActionIcon(open_));
    buttons->addWidget(makeActionIcon(save_));
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(16, 8, 16, 14);
    foot->setSpacing(8);
    foot->addWidget(obstacle_);
    foot->addWidget(estimate_);
    foot->addWidget(progress_);
    foot->addLayout(buttons);
    return makeFormCard(fields, foot, 330);
}

QWidget* MergePage::makeTabs() {
    search_ = new SearchPanel(studio_);
    tabs_ = new TabbedCard;
    tabs_->addTab(tr("Recipe"), "mergeTab0", makeBlocks());
    tabs_->addTab(tr("Search"), "mergeTab1", search_);
    return tabs_;
}

QWidget* MergePage::makeBlocks() {
    sliders_ = new BlockSliders;
    prompt_ = new QLineEdit(QSettings().value(kPrompt).toString());
    prompt_->setAccessibleName(tr("Prompt to try the merge with"));
    prompt_->setToolTip(tr("What to draw; size, steps and the like are those of the Create page"));
    prompt_->setPlaceholderText(tr("What the merge shall draw"));
    prompt_->setClearButtonEnabled(true);
    prompt_->setObjectName("mergePrompt");
    connect(prompt_, &QLineEdit::returnPressed, this, &MergePage::tryIt);
    try_ = makeCommand(this, "image", tr("Try the recipe"), "tryMerge", [this] { tryIt(); });
    try_->setIconText(tr("Try it"));
    try_->setToolTip(tr("Draw a picture by this recipe without writing a model (Ctrl+Shift+R)"));
    try_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    canvas_ = new Canvas;
    canvas_->setObjectName("mergeCanvas");
    canvas_->clear(tr("Try a recipe before it is written: the picture comes here."));
    caption_ = makeMuted({});
    caption_->setObjectName("mergeCaption");
    auto* line = new QHBoxLayout;
    line->addWidget(prompt_, 1);
    line->addWidget(makeActionButton(try_));
    auto* made = new QWidget;
    auto* layout = new QVBoxLayout(made);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(sliders_);
    layout->addLayout(line);
    layout->addWidget(canvas_, 1);
    layout->addWidget(caption_);
    return made;
}

void MergePage::fillMenu(QMenu& menu) {
    menu.addActions({try_, merge_});
    menu.addSeparator();
    menu.addActions({open_, save_});
    menu.addSeparator();
    menu.addAction(cancel_);
    menu.addActions(search_->actions());
}

void MergePage::showTab(Tab tab) {
    tabs_->showTab(tab);
}

/// What became of the try on the queue.
void MergePage::tellTried() {
    if (!tried_) return;
    if (studio_.queue().runningId() == tried_) return caption_->setText(tr("Being made …"));
    const auto* entry = studio_.queue().find(tried_);
    const bool failed = entry && entry->state == QueueEntry::State::Failed;
    if (entry && !failed && entry->state != QueueEntry::State::Cancelled) return;
    caption_->setText(failed ? tr("The picture failed.") : tr("The picture was cancelled."));
    tried_ = 0;
}

void MergePage::takeEnsemble() {
    const auto& ensemble = studio_.ensemble();
    takenPaths_ = ensemble.paths();
    takenNames_ = ensemble.names();
    form_->setModels(takenNames_, takenPaths_);
    sliders_->setModels(ensemble.names());
    if (restoring_ && ensemble.rowCount() >= kFewestModels) {
        preview_.reset();
        preview(keptRecipe(), true);
    } else {
        previewSoon();
    }
}

MergeRequest MergePage::request() const {
    auto request = form_->request();
    for (const auto& path : studio_.ensemble().paths())
        request.models.emplace_back(path.toStdString());
    if (form_->byBlock() && request.blockWeights.empty())
        request.blockWeights = numbersText(sliders_->rows());
    request.output = output_->text().trimmed().toStdString();
    request.diffusers = layoutOfOutput_->currentData().toBool();
    return request;
}

void MergePage::previewSoon() {
    preview_.reset();
    problem_.clear();
    previewTimer_.start();
    refresh();
}

void MergePage::preview(const QString& recipe, bool restoring) {
    const auto number = ++asked_;
    previewTimer_.stop();
    if (studio_.ensemble().rowCount() < kFewestModels) return refresh();
    auto wanted = request();
    if (!recipe.isEmpty()) {
        MergeRequest from;
        from.models = wanted.models;
        from.recipe = recipe.toStdString();
        wanted = std::move(from);
    }
    const bool custom = form_->byBlock() && form_->request().blockWeights.empty() && recipe.isEmpty();
    const auto own = static_cast<std::size_t>(sliders_->count());
    auto result = std::make_shared<MergePreview>();
    previews_.start(std::make_unique<FunctionJob>(
        [wanted, result, own, custom](const JobContext&) {
            *result = custom ? previewOfOwn(wanted, own) : previewMerge(wanted);
        },
        [this, wanted, result, number, restoring](const JobEnd& end) {
            if (leaving_ || number != asked_ || end.outcome == JobEnd::Outcome::Cancelled) return;
            restoring_ = false;
            if (restoring && !end.message.isEmpty())
                return previewSoon();  // of other models than those of the ensemble now
            onPreview(wanted, *result, end.message);
        }));
}

void MergePage::onPreview(const MergeRequest& asked, const MergePreview& preview, const QString& problem) {
    problem_ = problem;
    if (!problem.isEmpty()) {
        preview_.reset();
        return refresh();
    }
    QStringList names, modules;
    for (const auto& name : preview.blocks)
        names.append(QString::fromStdString(name));
    for (const auto& module : preview.blockModules)
        modules.append(QString::fromStdString(module));
    sliders_->setBlocks(names, modules);
    if (!asked.recipe.empty()) form_->show(preview);
    if (preview.method == "mbw") {
        BlockSliders::Rows rows;
        for (const auto& row : preview.blockShares)
            rows.append(QList<double>(row.begin(), row.end()));
        sliders_->setRows(rows);
    }
    preview_ = preview;
    refresh();
}

QString MergePage::obstacle() const {
    const int count = studio_.ensemble().rowCount();
    if (count < kFewestModels) return tr("A merge takes two models or more. Choose them in the Library.");
    if (auto hint = form_->obstacle(); !hint.isEmpty()) return hint;
    if (!problem_.isEmpty()) return problem_;
    if (!preview_) return {};
    const auto path = output_->text().trimmed();
    if (path.isEmpty()) return {};
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < static_cast<qint64>(preview_->writtenBytes))
        return tr("The disk has %1 free, the merged model takes %2.")
            .arg(sizeText(static_cast<std::uint64_t>(disk.bytesAvailable())),
                 sizeText(preview_->writtenBytes));
    return {};
}

QString MergePage::estimate() const {
    if (!preview_) return {};
    const double seconds =
        static_cast<double>(preview_->readBytes + preview_->writtenBytes) / Merging::speed();
    auto text = tr("Size %1; takes about %2.")
                    .arg(sizeText(preview_->writtenBytes), durationText(std::max(1.0, seconds)));
    for (const auto& warning : preview_->warnings)
        text += "\n" + inWindowLanguage(warning);
    return text;
}

void MergePage::refresh() {
    const auto found = obstacle();
    obstacle_->setText(found);
    obstacle_->setVisible(!found.isEmpty());
    estimate_->setText(estimate());
    estimate_->setVisible(!estimate_->text().isEmpty());
    sliders_->setVisible(form_->byBlock());
    const bool ready = preview_ && found.isEmpty();
    const bool merging = studio_.merging().running();
    merge_->setEnabled(ready && !merging && !output_->text().trimmed().isEmpty());
    try_->setEnabled(preview_.has_value());
    progress_->setVisible(merging);
    cancelButton_->setVisible(merging);
    cancel_->setEnabled(merging);
    save_->setEnabled(preview_.has_value());
    showProgress();
}

void MergePage::showProgress() {
    const auto& progress = studio_.merging().progress();
    progress_->setRange(0, static_cast<int>(progress.total));
    progress_->setValue(static_cast<int>(progress.done));
}

void MergePage::chooseOutput() {
    const bool folder = layoutOfOutput_->currentData().toBool();
    const auto path = QFileDialog::getSaveFileName(this, tr("Merged model"), output_->text(),
                                                   folder ? QString() : tr("Models (*.safetensors)"));
    if (path.isEmpty()) return;
    output_->setText(!folder && !path.endsWith(".safetensors") ? path + ".safetensors" : path);
}

void MergePage::merge() {
    if (!merge_->isEnabled() || !preview_) return;
    const auto wanted = request();
    const auto bytes = preview_->readBytes + preview_->writtenBytes;  // of now, as in saveRecipe()
    const auto path = QString::fromStdString(wanted.output.string());
    if (QFileInfo(path).isFile() &&
        QMessageBox::question(this, tr("Replace the model?"),
                              tr("%1 exists. Shall it be replaced?").arg(path)) != QMessageBox::Yes)
        return;
    studio_.merging().start(wanted, bytes);
}

void MergePage::tryIt() {
    if (!preview_) return;
    studio_.notices().guard([&] {
        GenerateRequest wanted = studio_.pictureSettings();
        studio_.applyTo(wanted);
        wanted.aggregator.clear();
        wanted.host = 0;
        wanted.mode = "merge";
        wanted.mergeRecipe = preview_->recipe;
        wanted.count = 1;
        if (!wanted.seed) wanted.seed = 1;  // the same at every try, so that recipes can be compared
        if (!prompt_->text().trimmed().isEmpty()) wanted.prompt = prompt_->text().trimmed().toStdString();
        wanted.output = studio_.gallery().folder().toStdString();
        tried_ = studio_.queue().add(wanted);
        caption_->setText(tr("On the queue …"));
        QSettings().setValue(kPrompt, prompt_->text());
    });
}

void MergePage::openRecipe() {
    const auto path = QFileDialog::getOpenFileName(this, tr("Open a recipe"), {},
                                                   tr("Recipes (*.json *.txt *.csv);;All files (*)"));
    if (!path.isEmpty()) loadRecipe(path);
}

bool MergePage::loadRecipe(const QString& path) {
    showTab(BlocksTab);
    restoring_ = false;
    preview_.reset();
    preview(path);
    return true;
}

void MergePage::saveRecipe() {
    if (!preview_) return;
    const auto recipe = preview_->recipe;  // of now: while the dialog is open the ensemble may change
    const auto path =
        askWhereToSave(this, tr("Save the recipe"), QStringLiteral("recipe.json"), tr("Recipes (*.json)"));
    if (!path.isEmpty()) storeRecipe(path, recipe);
}

bool MergePage::writeRecipe(const QString& path) {
    return preview_ && storeRecipe(path, preview_->recipe);
}

bool MergePage::storeRecipe(const QString& path, const std::string& recipe) {
    const auto problem = storeText(path, recipe);
    if (problem.isEmpty()) return true;
    studio_.notices().problem(tr("%1: the recipe could not be written: %2").arg(path, problem));
    return false;
}

QString MergePage::keptRecipe() const {
    return studio_.folder().path() + "/recipes/merge-page.json";
}

void MergePage::saveForm() const {
    QSettings settings;
    settings.setValue(kOutput, output_->text());
    settings.setValue(kDiffusers, layoutOfOutput_->currentData());
    settings.setValue(kPrompt, prompt_->text());
    search_->saveForm();
    if (!preview_) return;
    QDir().mkpath(QFileInfo(keptRecipe()).path());
    storeText(keptRecipe(), preview_->recipe);  // where it cannot be, the form starts as at first
}

void MergePage::restoreForm() {
    const QSettings settings;
    layoutOfOutput_->setCurrentIndex(layoutOfOutput_->findData(settings.value(kDiffusers, false).toBool()));
    output_->setText(settings.value(kOutput).toString());
    restoring_ = QFileInfo::exists(keptRecipe());
}

QByteArray MergePage::saveState() const {
    return splitter_->saveState();
}

void MergePage::restoreState(const QByteArray& state) {
    splitter_->restoreState(state);
}

}  // namespace afa
