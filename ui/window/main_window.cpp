#include "ui/window/main_window.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <QtCore/QUrl>
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

#include "ui/pages/compare/compare_window.h"
#include "ui/pages/create/create_page.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/pages/library/library_page.h"
#include "ui/pages/merge/merge_page.h"
#include "ui/pages/queue/queue_page.h"
#include "ui/pages/train/train_page.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/info_bar.h"
#include "ui/parts/widgets/wheel_guard.h"
#include "ui/services/studio/studio.h"

namespace afa {
namespace {

constexpr int kMostNotices = 3;  // the oldest goes: messages must not push the work out of the window
constexpr int kRailWidth = 84, kRailButton = 68, kRailIcon = 24;  // pixels

}  // namespace

MainWindow::MainWindow(Studio& studio, QWidget* parent) : QMainWindow(parent), studio_(studio) {
    setWindowTitle(tr("AFA Studio"));
    qApp->installEventFilter(
        new WheelGuard(this));  // before the fields are made: laying them out polishes them
    makePages();
    makeMenus();
    makeStatus();
    connect(&studio.notices(), &Notices::posted, this, &MainWindow::post);
    connect(&studio.training(), &Training::stopped, this, [this](bool kept) {
        if (!leaving_) return;
        if (kept) {
            close();
            return;
        }
        leaving_ = abandonMerge_ = false;  // what was promised could not be done: whoever asked must read why
        studio_.queue().resume();
        updateStatus();
    });
    resize(QSize(1280, 820).boundedTo(screen()->availableSize()));
    restoreLayout();
}

/// The one list of pages, in the order of their tabs.
void MainWindow::makePages() {
    auto* create = new CreatePage(studio_);
    auto* explore = new ExplorePage(studio_);
    pages_ = {new LibraryPage(studio_), create,  new QueuePage(studio_, create->promptCounter()),
              new TrainPage(studio_),   explore, new MergePage(studio_)};
    connect(create, &CreatePage::mapsAsked, this, [this, explore](const QString& picture) {
        bring(explore);
        explore->explorePicture(picture);
    });

    stack_ = new QStackedWidget;
    auto* rail = new QFrame;
    rail->setObjectName("rail");
    rail->setFixedWidth(kRailWidth);
    auto* railLayout = new QVBoxLayout(rail);
    railLayout->setContentsMargins(8, 12, 8, 12);
    railLayout->setSpacing(6);
    tabs_ = new QActionGroup(this);
    for (auto* page : pages_) {
        connect(page, &Page::comeForward, this, [this, page] { bring(page); });
        connect(page, &Page::pageAsked, this, &MainWindow::showPage);
        connect(page, &Page::filesAsked, this, &MainWindow::openFiles);
        stack_->addWidget(page);
        railLayout->addWidget(makeTab(page));
    }
    railLayout->addStretch();

    notices_ = new QVBoxLayout;
    notices_->setContentsMargins(12, 0, 12, 0);
    notices_->setSpacing(6);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addLayout(notices_);
    content->addWidget(stack_, 1);
    auto* central = new QWidget;
    auto* layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(rail);
    layout->addLayout(content, 1);
    setCentralWidget(central);
}

QWidget* MainWindow::makeTab(Page* page) {
    const int number = static_cast<int>(tabs_->actions().size());
    auto* action = tabs_->addAction(themedIcon(page->name()), page->title());
    action->setCheckable(true);
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number)));
    action->setToolTip(
        tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    action->setObjectName(QStringLiteral("tab%1").arg(number));
    connect(action, &QAction::triggered, this, [this, page] { bring(page); });
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize({kRailIcon, kRailIcon});
    button->setFixedWidth(kRailButton);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tr("Go to %1").arg(action->text()));
    return button;
}

void MainWindow::makeStatus() {
    state_ = new QLabel;
    state_->setObjectName("queueState");
    device_ = new QLabel(studio_.device().isEmpty() ? tr("Looking for the device …") : studio_.device());
    device_->setObjectName("device");
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(state_, 1);
    statusBar()->addPermanentWidget(device_);
    connect(&studio_, &Studio::deviceFound, device_, &QLabel::setText);
    auto& queue = studio_.queue();
    for (const auto signal :
         {&GenerationQueue::inserted, &GenerationQueue::removed, &GenerationQueue::runningChanged})
        connect(&queue, signal, this, &MainWindow::updateStatus);
    connect(&queue, &GenerationQueue::changed, this, &MainWindow::updateStatus);
    connect(&queue, &GenerationQueue::pausedChanged, this, &MainWindow::updateStatus);
    connect(&queue, &GenerationQueue::heldChanged, this, &MainWindow::updateStatus);
    connect(&studio_.training(), &Training::liveChanged, this, &MainWindow::updateStatus);
    connect(&studio_.ensemble(), &Ensemble::edited, this, &MainWindow::updateStatus);
    updateStatus();
}

void MainWindow::updateStatus() {
    auto& queue = studio_.queue();
    const int waiting = queue.pendingCount();
    QString text;
    if (queue.runningId())
        text = waiting > 0 ? tr("Making a picture, %n job(s) waiting", nullptr, waiting)
                           : tr("Making a picture");
    else if (const auto* run = studio_.training().running())
        text = leaving_ ? tr("Saving the training's state …")
               : run->total > 0
                   ? tr("Training %1, step %2 of %3").arg(run->name).arg(run->steps).arg(run->total)
                   : tr("Preparing the training of %1").arg(run->name);
    else if (waiting > 0)
        text = tr("Queue paused, %n job(s) waiting", nullptr, waiting);
    else if (studio_.library().scanning())
        text = tr("Reading models …");
    else
        text = studio_.ensemble().problems().isEmpty() ? tr("Ready") : studio_.ensemble().problems().first();
    state_->setText(text);
}

void MainWindow::bring(Page* page) {
    stack_->setCurrentWidget(page);
    tabs_->actions()[stack_->currentIndex()]->setChecked(true);
    page->arrive();
}

void MainWindow::showPage(const QString& name) {
    for (auto* page : pages_)
        if (page->name() == name) bring(page);
}

void MainWindow::openFiles(const QStringList& paths) {
    for (const auto& path : paths) {
        const auto page = std::find_if(pages_.rbegin(), pages_.rend(),
                                       [&](const Page* one) { return one->takesFile(path); });
        bring(*page);
        (*page)->openFile(path);
    }
}

void MainWindow::post(const Notice& notice) {
    const auto take = [this](int index) {
        auto* item = notices_->takeAt(index);
        delete item->widget();
        delete item;
    };
    // The same once more says nothing new.
    for (int i = notices_->count() - 1; i >= 0; --i) {
        const auto* shown = qobject_cast<InfoBar*>(notices_->itemAt(i)->widget());
        if (shown && shown->notice().text == notice.text && shown->notice().details == notice.details)
            take(i);
    }
    while (notices_->count() >= kMostNotices)
        take(0);
    notices_->setContentsMargins(12, 12, 12, 0);
    auto* bar = new InfoBar(notice);
    notices_->addWidget(bar);
    QAccessibleEvent alert(bar, QAccessible::Alert);  // read out where a screen reader listens
    QAccessible::updateAccessibility(&alert);
    connect(bar, &QObject::destroyed, notices_, [this] {
        if (notices_->count() == 0) notices_->setContentsMargins(12, 0, 12, 0);
    });
}

void MainWindow::openPicture() {
    const auto path =
        QFileDialog::getOpenFileName(this, tr("Use a picture's settings"), studio_.gallery().folder(),
                                     tr("Pictures (*.png *.jpg *.jpeg *.webp)"));
    if (!path.isEmpty()) openFiles({path});
}

void MainWindow::showAbout() {
    QMessageBox::about(this, tr("About AFA Studio"),
                       tr("<h3>AFA Studio %1</h3><p>Makes pictures with several Stable Diffusion models at "
                          "once, joined by adaptive "
                          "feature aggregation (\"Ensembling Diffusion Models via Adaptive Feature "
                          "Aggregation\").</p><p>Free "
                          "software under the GNU General Public License, version 3 or later.</p>")
                           .arg(QString::fromStdString(Engine::version())));
}

void MainWindow::restoreLayout() {
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    for (auto* page : pages_)
        if (const auto state = settings.value("window/" + page->name()).toByteArray(); !state.isEmpty())
            page->restoreState(state);
    showPage("create");
    showPage(settings.value("window/page").toString());
}

void MainWindow::handOver(MainWindow& next) const {
    for (auto* comparison : findChildren<CompareWindow*>())
        comparison->continueIn(&next);
}

void MainWindow::saveLayout() const {
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    for (const auto* page : pages_) {
        settings.setValue("window/" + page->name(), page->saveState());
        page->saveForm();
    }
    settings.setValue("window/page", pages_[stack_->currentIndex()]->name());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (studio_.merging().running() && !abandonMerge_) {
        event->ignore();
        askBeforeAbandoningMerge();
        return;
    }
    if (studio_.training().running()) {
        event->ignore();
        if (!leaving_) askBeforeLeaving();
        return;
    }
    saveLayout();
    studio_.queue().suspend();  // the running job goes back into the queue
    event->accept();
}

/// One of these at a time; `go` and `stay` are the answers' work.
void MainWindow::askBeforeClosing(const LeavingQuestion& question, const std::function<void()>& go,
                                  const std::function<void()>& stay) {
    if (findChild<QMessageBox*>(question.name)) return;
    auto* box = new QMessageBox(QMessageBox::Question, tr("Leave AFA Studio"), question.text,
                                QMessageBox::NoButton, this);
    box->setObjectName(question.name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(question.details);
    box->addButton(question.go, QMessageBox::AcceptRole)->setObjectName(question.goName);
    box->addButton(tr("Stay"), QMessageBox::RejectRole)->setObjectName("stay");
    connect(box, &QMessageBox::buttonClicked, this, [box, go, stay](QAbstractButton* button) {
        box->buttonRole(button) == QMessageBox::AcceptRole ? go() : stay();
    });
    box->open();
}

/// Minutes of work go with a merge, and nothing of it is kept.
void MainWindow::askBeforeAbandoningMerge() {
    askBeforeClosing(
        {"leaveMerge", tr("Models are being merged."),
         tr("The merge stops when the program ends, and no file of it is left:\n%1")
             .arg(studio_.merging().output()),
         tr("Stop it and leave"), "stopAndLeave"},
        [this] {
            abandonMerge_ = true;
            close();
        },
        [this] {
            leaving_ = false;  // a training that was to be saved first has been; all goes on
            studio_.queue().resume();
        });
}

/// A training is not thrown away by a click: it is asked, and its state is on disk before the window goes.
void MainWindow::askBeforeLeaving() {
    askBeforeClosing(
        {"leaveTraining", tr("%1 is being trained.").arg(studio_.training().running()->name),
         tr("Its state is saved before the program ends, and you can continue the training "
            "next time."),
         tr("Save and leave"), "saveAndLeave"},
        [this] {
            if (!studio_.training().running()) {  // it ended while the question was open
                close();
                return;
            }
            leaving_ = true;
            studio_.queue().suspend();
            studio_.training().pause();
            updateStatus();
        },
        [this] { abandonMerge_ = false; });
}

}  // namespace afa
