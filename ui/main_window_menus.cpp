// The window's menus: every action has its entry.
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStackedWidget>

#include "ui/create/create_page.h"
#include "ui/explore/explore_page.h"
#include "ui/library/library_page.h"
#include "ui/main_window.h"
#include "ui/merge/merge_page.h"
#include "ui/queue/queue_page.h"
#include "ui/studio.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/train/train_page.h"

namespace afa {
namespace {

/// One of several that exclude each other.
QAction* addChoice(QActionGroup* group, const QString& title, const QString& name, bool now,
                   const std::function<void()>& choose) {
    auto* action = group->addAction(title);
    action->setCheckable(true);
    action->setChecked(now);
    action->setObjectName(name);
    QObject::connect(action, &QAction::triggered, group, choose);
    return action;
}

}  // namespace

void MainWindow::makeMenus() {
    auto* file = menuBar()->addMenu(tr("&File"));
    auto* open = file->addAction(themedIcon("reuse"), tr("Use a picture's settings …"), this,
                                 &MainWindow::openPicture);
    open->setShortcut(QKeySequence::Open);
    file->addAction(themedIcon("folder"), tr("Open the pictures' folder"), this, [this] {
        const QString pictures = studio_.gallery().folder();
        const bool there = QFileInfo(pictures).isDir();
        QDesktopServices::openUrl(QUrl::fromLocalFile(there ? pictures : studio_.folder().path()));
    });
    file->addSeparator();
    auto* quit = file->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setObjectName("quit");

    makeLibraryMenu();
    menuBar()->addMenu(tr("&Picture"))->addActions(create_->pictureActions());

    auto* queue = menuBar()->addMenu(tr("&Queue"));
    auto* generate = queue->addAction(themedIcon("create"), tr("Generate"), create_, &CreatePage::generate);
    generate->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    generate->setObjectName("generateAction");
    queue->addActions(create_->comparisonActions());
    auto* cancel = queue->addAction(themedIcon("cancel"), tr("Cancel the running job"), this,
                                    [this] { studio_.queue().cancel(studio_.queue().runningId()); });
    cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    cancel->setObjectName("cancelAction");
    queue->addSeparator();
    queue->addActions(queue_->queueActions());
    queue->addSeparator();
    queue->addActions(queue_->jobActions());

    auto* train = menuBar()->addMenu(tr("&Train"));
    auto* start = train->addAction(themedIcon("train"), tr("Start training"), this, [this] {
        showPage(TrainTab);
        train_->start();
    });
    start->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    start->setObjectName("startTrainingAction");
    auto* pause = train->addAction(themedIcon("pause"), tr("Pause training"), this,
                                   [this] { studio_.training().pause(); });
    pause->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    pause->setObjectName("pauseTrainingAction");
    const auto follow = [this, start, pause] {
        const bool running = studio_.training().running() != nullptr;
        start->setEnabled(!running);
        pause->setEnabled(running);
    };
    connect(&studio_.training(), &Training::runsChanged, this, follow);
    follow();

    addButtons(*train, TrainTab,
               {"continueTraining", "measureTraining", "useRunSettings", "showRunInFolder", "trashRun",
                "removeSource"});
    auto* explore = menuBar()->addMenu(tr("&Explore"));
    explore->setObjectName("exploreMenu");
    explore_->fillMenu(*explore);
    connect(explore, &QMenu::triggered, this, [this] { showPage(ExploreTab); });
    addButtons(*explore, ExploreTab, {"chooseCapabilityPicture", "measure", "cancelMeasure"});
    makeMergeMenu();
    makeViewMenu();
    menuBar()->addMenu(tr("&Help"))->addAction(tr("&About AFA Studio"), this, &MainWindow::showAbout);
    for (auto* menu : menuBar()->findChildren<QMenu*>())
        menu->setToolTipsVisible(true);
}

void MainWindow::makeLibraryMenu() {
    auto* menu = menuBar()->addMenu(tr("&Library"));
    menu->addAction(themedIcon("add"), tr("Add a model folder …"), library_, &LibraryPage::addFolder);
    menu->addAction(themedIcon("add"), tr("Add a model file …"), library_, &LibraryPage::addFile);
    menu->addAction(themedIcon("refresh"), tr("Look for models again"), library_, &LibraryPage::rescan)
        ->setShortcut(QKeySequence(Qt::Key_F5));  // Refresh is Ctrl+R on some desktops: run again
    menu->addSeparator();
    menu->addActions(library_->memoryActions());
    addButtons(*menu, LibraryTab,
               {"useModel", "showModelInFolder", "moveModelUp", "moveModelDown", "removeModel", "makeHost"});
    menu->addSeparator();
    addComputeMenu(*menu, "device", tr("Compute on"), &ComputeSettings::device,
                   {{"auto", tr("Automatic (the GPU where there is one)")},
                    {"cpu", tr("Processor")},
                    {"cuda", tr("GPU (CUDA)")}});
    addComputeMenu(*menu, "precision", tr("Precision"), &ComputeSettings::precision,
                   {{"auto", tr("Automatic")},
                    {"fp32", tr("fp32: exact, twice the memory")},
                    {"bf16", tr("bf16: wide range")},
                    {"fp16", tr("fp16: for GPUs without bf16")}});
}

void MainWindow::addButtons(QMenu& menu, Page page, std::initializer_list<const char*> names) {
    menu.addSeparator();
    for (const char* name : names) {
        auto* button = pages_->widget(page)->findChild<QAbstractButton*>(name);
        auto* action = menu.addAction(button->icon(), {}, this, [this, page, button] {
            showPage(page);
            button->click();
        });
        action->setObjectName(QString::fromLatin1(name) + "Entry");
        action->setToolTip(button->toolTip());
        const auto follow = [action, button] {
            action->setText(button->accessibleName().isEmpty() ? button->text() : button->accessibleName());
            action->setEnabled(button->isEnabled() && !button->isHidden());
        };
        connect(&menu, &QMenu::aboutToShow, action, follow);
        follow();
    }
}

/// One of the compute settings as a choice.
void MainWindow::addComputeMenu(QMenu& library, const char* name, const QString& title,
                                std::string ComputeSettings::*setting,
                                const QList<std::pair<std::string, QString>>& values) {
    auto* menu = library.addMenu(title);
    auto* group = new QActionGroup(menu);
    for (const auto& [value, text] : values) {
        auto* action = addChoice(group, text, QString::fromLatin1(name) + "-" + QString::fromStdString(value),
                                 false, [this, setting, chosen = value] {
                                     auto settings = studio_.computeSettings();
                                     settings.*setting = chosen;
                                     studio_.setComputeSettings(settings);
                                 });
        action->setData(QString::fromStdString(value));
    }
    menu->addActions(group->actions());
    const auto follow = [this, group, setting] {
        for (auto* action : group->actions()) {
            const auto value = action->data().toString().toStdString();
            action->setChecked(studio_.computeSettings().*setting == value);
            if (value == "cuda") action->setEnabled(studio_.hasGpu());
        }
    };
    connect(&studio_, &Studio::deviceFound, menu, follow);
    connect(&studio_, &Studio::computeSettingsChanged, menu, follow);
    follow();
}

void MainWindow::makeMergeMenu() {
    auto* menu = menuBar()->addMenu(tr("&Merge"));
    auto* attempt = menu->addAction(themedIcon("image"), tr("Try the recipe"), this, [this] {
        showPage(MergeTab);
        merge_->tryIt();
    });
    attempt->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    attempt->setObjectName("tryMergeAction");
    menu->addAction(themedIcon("merge"), tr("Merge into a model"), this, [this] {
        showPage(MergeTab);
        merge_->merge();
    });
    menu->addSeparator();
    menu->addAction(themedIcon("folder"), tr("Open a recipe …"), this, [this] {
        showPage(MergeTab);
        merge_->openRecipe();
    });
    menu->addAction(themedIcon("save"), tr("Save the recipe …"), merge_, &MergePage::saveRecipe);
    addButtons(*menu, MergeTab, {"cancelMerge", "startSearch", "resumeSearch", "useBest"});
}

void MainWindow::makeViewMenu() {
    auto* view = menuBar()->addMenu(tr("&View"));
    view->addActions(tabs_->actions());
    view->addSeparator();
    auto* appearance = view->addMenu(tr("Appearance"));
    auto* group = new QActionGroup(appearance);
    const auto now = appearanceFromName(QSettings().value("window/appearance").toString());
    const std::pair<Appearance, QString> choices[]{{Appearance::System, tr("As the desktop")},
                                                   {Appearance::Light, tr("Light")},
                                                   {Appearance::Dark, tr("Dark")}};
    for (const auto& [choice, title] : choices)
        addChoice(group, title, "appearance-" + appearanceName(choice), choice == now, [chosen = choice] {
            QSettings().setValue("window/appearance", appearanceName(chosen));
            applyAppearance(*qobject_cast<QApplication*>(QApplication::instance()), chosen);
        });
    appearance->addActions(group->actions());
    makeLanguageMenu(*view);
}

void MainWindow::makeLanguageMenu(QMenu& view) {
    auto* menu = view.addMenu(tr("Language"));
    auto* group = new QActionGroup(menu);
    for (const auto& language : languages())
        addChoice(group, language.name, "language-" + language.code, language.code == chosenLanguage(),
                  [this, code = language.code] {
                      keepLanguage(code);
                      Q_EMIT languageChosen(code);
                  });
    menu->addActions(group->actions());
}

}  // namespace afa
