#include "ui/pages/create/create_page.h"

#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtCore/QSettings>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QImageReader>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "core/engine/picture_request.h"
#include "core/engine/request_json.h"
#include "ui/pages/create/gallery_panel.h"
#include "ui/pages/create/restore.h"
#include "ui/parts/pictures/canvas.h"
#include "ui/parts/pictures/progress_strip.h"
#include "ui/parts/request/ensemble_summary.h"
#include "ui/parts/request/keep_maps_box.h"
#include "ui/parts/request/prompt_counter.h"
#include "ui/parts/request/request_panel.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/elided_label.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/queue/queue_model.h"
#include "ui/services/studio/studio.h"
#include "ui/services/values/images.h"

namespace afa {
namespace {

const char* const kForm = "create/request";
const char* const kSeedLocked = "create/seedLocked";
const char* const kRecentRequests = "create/recent";
constexpr int kRecent = 12;

}  // namespace

CreatePage::CreatePage(Studio& studio, QWidget* parent)
    : Page("create", tr("Create"), tr("&Picture"), parent),
      studio_(studio),
      counter_(new PromptCounter(studio.background(), this)),
      gallery_(new GalleryPanel(studio.gallery(), studio.thumbnails())),
      splitter_(new QSplitter) {
    loader_.setMaxThreadCount(1);
    setAcceptDrops(true);
    auto* galleryCard = makeCard();
    auto* galleryLayout = new QVBoxLayout(galleryCard);
    galleryLayout->setContentsMargins(0, 0, 0, 0);
    galleryLayout->addWidget(gallery_);

    makeActions();
    splitter_->addWidget(makeForm());
    splitter_->addWidget(makeViewer());
    splitter_->addWidget(galleryCard);
    splitter_->setStretchFactor(1, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(10);
    splitter_->setSizes({350, 560, 270});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(splitter_);

    auto& queue = studio.queue();
    connect(&queue, &GenerationQueue::previewed, this, &CreatePage::onPreview);
    connect(&queue, &GenerationQueue::pictureMade, this, &CreatePage::onPicture);
    connect(&queue, &GenerationQueue::runningChanged, this, [this] {
        if (studio_.queue().runningId() && following_ && canvas_->image().isNull())
            canvas_->clear(tr("Loading models …"));
        updateActions();
    });
    connect(&studio.ensemble(), &Ensemble::edited, this, [this] {
        panel_->setModel(studio_.ensemble().hostInfo());
        if (const auto* host = studio_.ensemble().hostInfo())
            counter_->setModel(QString::fromStdString(host->path.string()));
        keepMaps_->updateCost();
    });
    connect(gallery_, &GalleryPanel::currentChanged, this, [this](const QString& path) {
        if (selecting_) return;
        following_ = path.isEmpty();
        shown_.clear();
        if (!path.isEmpty()) showPicture(path);
        updateActions();
    });
    for (QWidget* widget : {static_cast<QWidget*>(gallery_->view()), static_cast<QWidget*>(canvas_)})
        widget->QWidget::addAction(pictureActions_.last());
    connect(gallery_, &GalleryPanel::activated, this, &CreatePage::showDetails);
    connect(gallery_, &GalleryPanel::selectionChanged, this, &CreatePage::updateActions);
    connect(&studio.gallery(), &Gallery::changed, this, &CreatePage::updateActions);
    connect(gallery_, &GalleryPanel::locateAsked, this, &CreatePage::locateGone);
    connect(gallery_, &GalleryPanel::forgetAsked, this, &CreatePage::forgetGone);
    connect(gallery_, &GalleryPanel::menuAsked, this,
            [this](const QPoint& position) { QMenu::exec(pictureActions_, position, nullptr, this); });
    restoreForm();
    const auto tellSettings = [this] { studio_.setPictureSettings(panel_->request()); };
    connect(panel_, &RequestPanel::edited, this, tellSettings);
    tellSettings();
    updateActions();
}

CreatePage::~CreatePage() {
    loader_.waitForDone();
}

QWidget* CreatePage::makeForm() {
    panel_ = new RequestPanel(*counter_);
    summary_ = new EnsembleSummary(studio_.ensemble());
    connect(summary_, &EnsembleSummary::changeAsked, this, [this] { Q_EMIT pageAsked("library"); });
    auto* fields = new QWidget;
    auto* fieldsLayout = new QVBoxLayout(fields);
    fieldsLayout->setContentsMargins(16, 14, 16, 8);
    fieldsLayout->setSpacing(16);
    fieldsLayout->addWidget(panel_);
    fieldsLayout->addWidget(summary_);
    keepMaps_ = new KeepMapsBox(
        [this] {
            GenerateRequest request = panel_->request();
            studio_.applyTo(request);
            return request;
        },
        [this] { return studio_.ensemble().hostInfo(); });
    keepMaps_->follow(*panel_);
    fieldsLayout->addWidget(keepMaps_);
    fieldsLayout->addStretch();

    auto* generateButton = makePrimaryButton(generate_);
    auto* history = makeIconButton("history", tr("Recent requests"));
    history->setPopupMode(QToolButton::InstantPopup);
    history->setObjectName("recent");
    recent_ = new QMenu(history);
    connect(recent_, &QMenu::aboutToShow, this, &CreatePage::fillRecent);
    history->setMenu(recent_);

    auto* compare = makeIconButton("compare", tr("Make pictures to compare"));
    compare->setPopupMode(QToolButton::InstantPopup);
    compare->setObjectName("compareMenu");
    auto* comparisons = new QMenu(compare);
    comparisons->setToolTipsVisible(true);
    comparisons->addActions(comparisonActions_);
    compare->setMenu(comparisons);

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 10, 16, 14);
    foot->addWidget(generateButton, 1);
    foot->addWidget(compare);
    foot->addWidget(history);
    return makeFormCard(fields, foot, 320);
}

QWidget* CreatePage::makeViewer() {
    canvas_ = new Canvas;
    canvas_->clear(tr("Write a prompt and press Generate.\nDrop a picture here to use its settings."));
    canvas_->setObjectName("canvas");
    connect(canvas_, &Canvas::activated, this, &CreatePage::showDetails);
    caption_ = new ElidedLabel;
    caption_->setProperty("muted", true);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    live_ = new QPushButton(tr("Live"));
    live_->setIcon(themedIcon("play"));
    live_->setToolTip(tr("Show the picture that is being made"));
    connect(live_, &QPushButton::clicked, this, &CreatePage::showLive);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 10, 4);
    bar->setSpacing(2);
    bar->addWidget(caption_, 1);
    bar->addWidget(live_);
    for (auto* action : pictureActions_)
        bar->addWidget(makeActionIcon(action));
    auto* card = makeCard();
    auto* layout = fillCard(card);
    layout->addLayout(bar);
    layout->addWidget(canvas_, 1);
    layout->addWidget(new ProgressStrip(studio_.queue()));
    return card;
}

void CreatePage::addAction(const QString& icon, const QString& text, const QKeySequence& shortcut,
                           void (CreatePage::*slot)()) {
    auto* action = new QAction(themedIcon(icon), text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(
        shortcut.isEmpty() ? text : tr("%1 (%2)").arg(text, shortcut.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, slot);
    QWidget::addAction(action);
    pictureActions_.append(action);
}

void CreatePage::makeActions() {
    addAction("star", tr("Favourite"), QKeySequence(Qt::CTRL | Qt::Key_D), &CreatePage::toggleFavourite);
    pictureActions_.last()->setIcon(themedIcon("star", "star-filled"));
    pictureActions_.last()->setCheckable(true);
    pictureActions_.last()->setObjectName("favourite");
    addAction("reuse", tr("Use these settings"), QKeySequence(Qt::CTRL | Qt::Key_U),
              &CreatePage::useSettings);
    pictureActions_.last()->setObjectName("useSettings");
    addAction("dice", tr("Same, but another seed"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U),
              &CreatePage::anotherSeed);
    pictureActions_.last()->setObjectName("anotherSeed");
    addAction("explore", tr("Explore maps"), QKeySequence(Qt::CTRL | Qt::Key_E), &CreatePage::exploreMaps);
    pictureActions_.last()->setObjectName("exploreMaps");
    addAction("duplicate", tr("Copy picture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
              &CreatePage::copyPicture);
    addAction("save", tr("Save as …"), QKeySequence(Qt::CTRL | Qt::Key_S), &CreatePage::savePictureAs);
    addAction("folder", tr("Show in folder"), {}, &CreatePage::showFolder);
    addAction("compare", tr("Compare …"), QKeySequence(Qt::CTRL | Qt::Key_K), &CreatePage::comparePictures);
    pictureActions_.last()->setObjectName("comparePictures");
    pictureActions_.last()->setToolTip(tr("Compare the chosen pictures, two or more (Ctrl+K)"));
    compare_ = pictureActions_.last();
    addAction("info", tr("Details …"), QKeySequence(Qt::CTRL | Qt::Key_I), &CreatePage::showDetails);
    addAction("trash", tr("Move to trash"), QKeySequence(Qt::Key_Delete), &CreatePage::trashPictures);
    pictureActions_.last()->setObjectName("trashPictures");
    pictureActions_.last()->setShortcuts(
        {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::CTRL | Qt::Key_Delete)});
    removeAction(
        pictureActions_.last());  // where text is typed these keys delete letters: see the constructor

    generate_ = makeCommand(
        this, "create", tr("Generate"), "generate", [this] { generate(); }, Command::Unseen);
    generate_->setToolTip(tr("Put this request on the queue (Ctrl+Enter)"));
    generate_->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    const auto addComparison = [this](const QString& text, const QString& tip, const QString& name,
                                      const QKeySequence& shortcut, void (CreatePage::*slot)()) {
        auto* action = new QAction(themedIcon("compare"), text, this);
        action->setToolTip(tip);
        action->setObjectName(name);
        action->setShortcut(shortcut);
        connect(action, &QAction::triggered, this, slot);
        comparisonActions_.append(action);
    };
    addComparison(tr("Compare modes"),
                  tr("The same prompt and seed by every single model and every way to join them"),
                  "compareModes", QKeySequence(Qt::CTRL | Qt::Key_M), &CreatePage::compareModes);
    addComparison(tr("Fewer steps"), tr("The same prompt and seed at 50, 20 and 10 steps"), "fewerSteps",
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), &CreatePage::compareSteps);
}

/// What the form and the ensemble say; nothing, and the problems told, where that cannot run.
std::optional<GenerateRequest> CreatePage::settledRequest() {
    auto& ensemble = studio_.ensemble();
    auto problems = ensemble.problems();
    if (problems.isEmpty()) {
        panel_->rollUnlessLocked();
        GenerateRequest request = panel_->request();
        studio_.applyTo(request);
        request.keepMaps = KeepMapsBox::wanted();
        request.output = studio_.gallery().folder().toStdString();
        for (const auto& problem : request.validate())
            problems.append(inWindowLanguage(problem));
        if (problems.isEmpty()) return request;
    }
    const QString first = problems.takeFirst();
    studio_.notices().problem(first, problems);
    return {};
}

void CreatePage::generate() {
    const auto request = settledRequest();
    if (!request) return;
    following_ = true;
    if (studio_.notices().guard([&] { studio_.queue().add(*request); })) rememberRequest(*request);
    saveForm();
    updateActions();
}

bool CreatePage::restoreFrom(const QString& path) {
    return studio_.notices().guard([&] {
        const auto found = readPictureRequest(path.toStdString());
        if (found.source == PictureRequest::Source::None)
            throw FileError(
                tr("%1: the picture carries no settings that this program knows; nothing was changed.")
                    .arg(path)
                    .toStdString());
        const auto notes = restoreRequest(found, studio_.library(), studio_.ensemble(), *panel_);
        const int left = static_cast<int>(notes.size());
        if (found.source == PictureRequest::Source::Other) {
            const QString program =
                found.program.empty() ? tr("another program") : QString::fromStdString(found.program);
            studio_.notices().info(
                (left == 0 ? tr("The settings of %1 were restored.")
                           : tr("The settings of %1 were restored, except %n.", nullptr, left))
                    .arg(program),
                notes);
        } else if (left > 0) {
            studio_.notices().info(tr("The settings were restored, except %n.", nullptr, left), notes);
        }
    });
}

void CreatePage::fillMenu(QMenu& menu) {
    menu.addAction(generate_);
    menu.addActions(comparisonActions_);
    menu.addSeparator();
    menu.addActions(pictureActions_);
}

bool CreatePage::takesFile(const QString& path) const {
    return mayCarrySettings(path.toStdString()) || !QImageReader::imageFormat(path).isEmpty();
}

void CreatePage::openFile(const QString& path) {
    restoreFrom(path);
}

void CreatePage::arrive() {
    panel_->focusPrompt();
}

/// Newest first, each once; whatever becomes of the queue.
void CreatePage::rememberRequest(const GenerateRequest& request) {
    QSettings settings;
    auto kept = settings.value(kRecentRequests).toStringList();
    const auto json = QString::fromStdString(generateRequestJson(request));
    kept.removeAll(json);
    kept.prepend(json);
    settings.setValue(kRecentRequests, kept.mid(0, kRecent));
}

void CreatePage::fillRecent() {
    recent_->clear();
    for (const auto& json : QSettings().value(kRecentRequests).toStringList())
        try {
            const auto request = generateRequestFromJson(json.toStdString(), kRecentRequests);
            const QString prompt = QString::fromStdString(request.prompt).simplified();
            const QString title =
                tr("%1  —  %2").arg(prompt.isEmpty() ? tr("(no prompt)") : prompt, settingsText(request));
            auto* action =
                recent_->addAction(fontMetrics().elidedText(title, Qt::ElideMiddle, 520).replace('&', "&&"));
            connect(action, &QAction::triggered, this, [this, request] {
                panel_->setRequest(request);
                if (request.seed) panel_->setSeed(*request.seed, true);
            });
        } catch (const Error&) {
            // Of another version of the program: left out.
        }
    if (recent_->isEmpty()) recent_->addAction(tr("Nothing yet"))->setEnabled(false);
}

void CreatePage::showPicture(const QString& path) {
    const int index = studio_.gallery().indexOf(path);
    if (index < 0) return;
    const Picture picture = studio_.gallery().at(index);
    QStringList parts{tr("seed %1").arg(picture.seed), tr("%1 × %2").arg(picture.width).arg(picture.height)};
    if (picture.seconds > 0) parts.append(tr("%1 s").arg(QLocale().toString(picture.seconds, 'f', 1)));
    caption_->setText(parts.join(QStringLiteral(" · ")));
    shown_ = path;
    if (picture.place != Picture::Place::Here) {
        canvas_->clear(picture.place == Picture::Place::Missing
                           ? tr("The picture's file is missing: %1").arg(path)
                           : tr("The picture lies outside the data folder: %1").arg(path));
        return;
    }
    loader_.clear();  // pictures passed over while an arrow key is held
    loader_.start([this, picture] {
        const QImage image(picture.path);
        QMetaObject::invokeMethod(this, [this, picture, image] {
            if (shown_ != picture.path) return;
            if (image.isNull())
                canvas_->clear(tr("The picture cannot be read: %1").arg(picture.path));
            else
                canvas_->show(image, tr("Picture: %1").arg(picture.prompt));
        });
    });
}

void CreatePage::showLive() {
    gallery_->clearSelection();
    following_ = true;
    updateActions();
}

void CreatePage::onPreview(const PicturePreview& preview) {
    if (!following_) return;
    leaveShown();
    canvas_->show(toQImage(preview.image), tr("Preview, step %1 of %2").arg(preview.step).arg(preview.steps));
    caption_->setText(tr("Preview"));
}

/// The canvas goes on to what is being made: what was chosen before is no longer seen, so nothing shall act
/// on it.
void CreatePage::leaveShown() {
    if (shown_.isEmpty()) return;
    shown_.clear();
    selecting_ = true;
    gallery_->clearSelection();
    selecting_ = false;
    updateActions();
}

void CreatePage::onPicture(const Picture& picture, const Image& image) {
    if (!following_) return;
    leaveShown();  // where the gallery's filter hides the new picture, none is chosen
    canvas_->show(toQImage(image), tr("Picture: %1").arg(picture.prompt));
    selecting_ = true;
    gallery_->select(picture.path);
    selecting_ = false;
    showPicture(picture.path);
    updateActions();
}

const Picture* CreatePage::current() const {
    const int index = studio_.gallery().indexOf(shown_);
    return index < 0 ? nullptr : &studio_.gallery().at(index);
}

void CreatePage::updateActions() {
    const auto* picture = current();
    for (auto* action : pictureActions_)
        action->setEnabled(picture != nullptr);
    compare_->setEnabled(gallery_->selectedPaths().size() > 1);
    pictureActions_.first()->setChecked(picture && picture->favourite);
    live_->setVisible(studio_.queue().runningId() != 0 && !following_);
}

void CreatePage::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (event->source() == nullptr && urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void CreatePage::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT filesAsked({event->mimeData()->urls().first().toLocalFile()});
}

QByteArray CreatePage::saveState() const {
    return splitter_->saveState();
}

void CreatePage::restoreState(const QByteArray& state) {
    splitter_->restoreState(state);
}

void CreatePage::saveForm() const {
    QSettings settings;
    settings.setValue(kForm, QString::fromStdString(generateRequestJson(panel_->request())));
    settings.setValue(kSeedLocked, panel_->seedLocked());
}

void CreatePage::restoreForm() {
    const auto kept = QSettings().value(kForm).toString();
    if (kept.isEmpty()) return;
    try {
        const auto request = generateRequestFromJson(kept.toStdString(), "last settings");
        panel_->setRequest(request);
        if (request.seed) panel_->setSeed(*request.seed, QSettings().value(kSeedLocked, false).toBool());
    } catch (const Error&) {
        // Written by another version: the form starts as at first.
    }
}

}  // namespace afa
