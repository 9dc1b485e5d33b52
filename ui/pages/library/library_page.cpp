#include "ui/pages/library/library_page.h"

#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QDragEnterEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "core/engine/memory.h"
#include "ui/pages/library/ensemble_panel.h"
#include "ui/pages/library/model_details.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/kept_header.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/parts/widgets/show_in_folder.h"
#include "ui/services/library/library_model.h"
#include "ui/services/studio/studio.h"

namespace afa {
namespace {

constexpr int kMemoryInterval = 2000;  // milliseconds between two looks at the figures

}  // namespace

LibraryPage::LibraryPage(Studio& studio, QWidget* parent)
    : Page("library", tr("Library"), tr("&Library"), parent),
      studio_(studio),
      model_(new LibraryModel(studio.library(), this)),
      filter_(new LibraryFilter(this)),
      table_(new QTableView),
      stack_(new QStackedWidget),
      search_(new QLineEdit),
      details_(new ModelDetails),
      splitter_(new QSplitter),
      memory_(makeMuted({})) {
    setAcceptDrops(true);
    addFolder_ = makeCommand(
        this, "add", tr("Add a model folder …"), "addFolder", [this] { addFolder(); }, Command::Unseen);
    addFile_ = makeCommand(
        this, "add", tr("Add a model file …"), "addFile", [this] { addFile(); }, Command::Unseen);
    rescan_ = makeCommand(
        this, "refresh", tr("Look for models again"), "rescan", [this] { studio_.library().rescan(); },
        Command::Unseen);
    rescan_->setShortcut(QKeySequence(Qt::Key_F5));  // Refresh is Ctrl+R on some desktops: run again
    auto* ensembleCard = makeCard();
    ensembleCard->setMinimumWidth(280);
    auto* ensembleLayout = fillCard(ensembleCard);
    panel_ = new EnsemblePanel(studio.ensemble());
    ensembleLayout->addWidget(panel_, 1);
    ensembleLayout->addWidget(makeMemory());
    splitter_->addWidget(makeTable());
    splitter_->addWidget(ensembleCard);
    splitter_->setStretchFactor(0, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(10);
    splitter_->setSizes({820, 330});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(splitter_);

    auto& library = studio.library();
    connect(&library, &Library::reset, this, &LibraryPage::refresh);
    connect(&library, &Library::changed, this, &LibraryPage::refresh);
    connect(&library, &Library::scanEnded, this, &LibraryPage::refresh);
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this] {
        if (isVisible()) showMemory();
    });
    clock->start(kMemoryInterval);
    connect(&studio, &Studio::modelsUnloaded, this, &LibraryPage::showMemory);
    refresh();
}

QWidget* LibraryPage::makeTable() {
    filter_->setSourceModel(model_);
    table_->setModel(filter_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(LibraryModel::KindColumn, Qt::AscendingOrder);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(36);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[]{150, 210, 120, 210, 96, 96, 110};
    for (int column = 0; column < LibraryModel::ProblemColumn; ++column)
        table_->setColumnWidth(column, widths[column]);
    keepHeader(table_->horizontalHeader(), "library/columns");
    table_->setAccessibleName(tr("Models"));
    table_->setObjectName("libraryTable");
    connect(table_, &QTableView::activated, this, &LibraryPage::useCurrent);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &LibraryPage::refresh);
    connect(details_, &ModelDetails::useAsked, this, &LibraryPage::useCurrent);
    connect(details_, &ModelDetails::folderAsked, this, [this] { showInFolder(currentPath()); });

    search_->setPlaceholderText(tr("Filter by name, kind, hash …"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(search_->placeholderText());
    search_->setMinimumWidth(150);
    search_->setMaximumWidth(300);
    search_->setObjectName("librarySearch");
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_->setText(text);
        refresh();
    });
    auto* folders = new QPushButton(tr("Folders"));
    folders->setIcon(themedIcon("folder"));
    folders->setProperty("menu", true);  // for the style sheet
    folders->setToolTip(tr("Where the library looks for models"));
    folders_ = new QMenu(folders);
    folders->setMenu(folders_);
    connect(folders_, &QMenu::aboutToShow, this, &LibraryPage::fillFolders);

    stack_->addWidget(table_);
    stack_->addWidget(
        makeEmptyState("library", tr("No models yet. Add a folder with Stable Diffusion 1.x models, or "
                                     "drop files here.")));
    stack_->addWidget(makeEmptyState("search", tr("No model matches.")));

    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 0);
    head->addWidget(makeHeading(tr("Models")));
    head->addStretch();
    head->addWidget(search_, 1);
    head->addWidget(folders);
    auto* card = makeCard();
    auto* layout = fillCard(card, 8);
    layout->addLayout(head);
    layout->addWidget(stack_, 1);
    layout->addWidget(details_);
    return card;
}

QWidget* LibraryPage::makeMemory() {
    auto* box = new QWidget;
    load_ = makeCommand(
        this, {}, {}, "loadModels",
        [this] {
            loading_ = true;
            showLoading();
            studio_.loadModels();
        },
        Command::Unseen);
    load_->setToolTip(
        tr("Bring the ensemble's models into memory now, so that the next picture starts at once"));
    connect(&studio_, &Studio::modelsLoaded, this, [this] {
        loading_ = false;
        showLoading();
        showMemory();
    });
    unload_ = makeCommand(
        this, "memory", tr("Free models"), "unloadModels", [this] { studio_.unloadModels(); },
        Command::Unseen);
    unload_->setToolTip(tr("Give the models' memory back; they are loaded again when needed"));
    connect(&studio_.training(), &Training::runsChanged, this, &LibraryPage::showLoading);
    showLoading();
    auto* layout = new QGridLayout(box);
    layout->setContentsMargins(16, 8, 16, 14);
    layout->addWidget(memory_, 0, 0, 1, 2);
    layout->addWidget(makeActionButton(load_), 1, 0);
    layout->addWidget(makeActionButton(unload_), 1, 1);
    return box;
}

void LibraryPage::showMemory() {
    const auto figures = memoryFigures();
    const QLocale locale;
    if (figures.process > 0)
        memory_->setText(tr("%1 in use, %2 free")
                             .arg(locale.formattedDataSize(static_cast<qint64>(figures.process), 1),
                                  locale.formattedDataSize(static_cast<qint64>(figures.available), 1)));
}

/// A training has the models and the compute thread to itself.
void LibraryPage::showLoading() {
    const bool training = studio_.training().running() != nullptr;
    load_->setText(loading_ ? tr("Loading …") : tr("Load models"));
    load_->setEnabled(!loading_ && !training);
    unload_->setEnabled(!training);
}

void LibraryPage::fillFolders() {
    folders_->clear();
    folders_->addActions({addFolder_, addFile_, rescan_});
    if (studio_.library().folders().isEmpty()) return;
    folders_->addSeparator();
    for (const auto& folder : studio_.library().folders())
        folders_->addAction(themedIcon("remove"), tr("Leave out %1").arg(QString(folder).replace('&', "&&")),
                            this, [this, folder] { studio_.library().removeFolder(folder); });
}

void LibraryPage::fillMenu(QMenu& menu) {
    menu.addActions({addFolder_, addFile_, rescan_});
    menu.addSeparator();
    menu.addActions({load_, unload_});
    menu.addSeparator();
    menu.addActions(details_->actions());
    menu.addActions(panel_->actions());
    menu.addSeparator();
    addComputeMenu(menu, "device", tr("Compute on"), &ComputeSettings::device,
                   {{"auto", tr("Automatic (the GPU where there is one)")},
                    {"cpu", tr("Processor")},
                    {"cuda", tr("GPU (CUDA)")}});
    addComputeMenu(menu, "precision", tr("Precision"), &ComputeSettings::precision,
                   {{"auto", tr("Automatic")},
                    {"fp32", tr("fp32: exact, twice the memory")},
                    {"bf16", tr("bf16: wide range")},
                    {"fp16", tr("fp16: for GPUs without bf16")}});
}

/// One of the compute settings as a choice.
void LibraryPage::addComputeMenu(QMenu& menu, const QString& name, const QString& title,
                                 std::string ComputeSettings::*setting,
                                 const QList<std::pair<std::string, QString>>& values) {
    auto* choices = menu.addMenu(title);
    auto* group = new QActionGroup(choices);
    for (const auto& [value, text] : values) {
        auto* action = addChoice(group, text, name + "-" + QString::fromStdString(value), false,
                                 [this, setting, chosen = value] {
                                     auto settings = studio_.computeSettings();
                                     settings.*setting = chosen;
                                     studio_.setComputeSettings(settings);
                                 });
        action->setData(QString::fromStdString(value));
    }
    choices->addActions(group->actions());
    const auto follow = [this, group, setting] {
        for (auto* action : group->actions()) {
            const auto value = action->data().toString().toStdString();
            action->setChecked(studio_.computeSettings().*setting == value);
            if (value == "cuda") action->setEnabled(studio_.hasGpu());
        }
    };
    connect(&studio_, &Studio::deviceFound, choices, follow);
    connect(&studio_, &Studio::computeSettingsChanged, choices, follow);
    follow();
}

void LibraryPage::openFile(const QString& path) {
    studio_.library().addFolder(path);
}

void LibraryPage::addFolder() {
    const auto folder = QFileDialog::getExistingDirectory(this, tr("Add a folder of models"));
    if (!folder.isEmpty()) studio_.library().addFolder(folder);
}

void LibraryPage::addFile() {
    const auto file = QFileDialog::getOpenFileName(this, tr("Add a model file"), {},
                                                   tr("Models (*.safetensors *.ckpt *.pt)"));
    if (!file.isEmpty()) studio_.library().addFolder(file);
}

void LibraryPage::refresh() {
    const bool none = model_->rowCount() == 0;
    stack_->setCurrentIndex(none ? 1 : filter_->rowCount() == 0 ? 2 : 0);
    details_->show(none ? nullptr : studio_.library().find(currentPath()));
}

QString LibraryPage::currentPath() const {
    return table_->currentIndex().siblingAtColumn(0).data(LibraryModel::PathRole).toString();
}

void LibraryPage::useCurrent() {
    const auto* info = studio_.library().find(currentPath());
    if (!info) return;
    if (info->role == ModelInfo::Role::BaseModel) studio_.ensemble().add(currentPath());
    if (info->role == ModelInfo::Role::Aggregator) studio_.ensemble().setAggregator(currentPath());
}

void LibraryPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void LibraryPage::dropEvent(QDropEvent* event) {
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile()) studio_.library().addFolder(url.toLocalFile());
    event->acceptProposedAction();
}

void LibraryPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    showMemory();
}

QByteArray LibraryPage::saveState() const {
    return splitter_->saveState();
}

void LibraryPage::restoreState(const QByteArray& state) {
    splitter_->restoreState(state);
}

}  // namespace afa
