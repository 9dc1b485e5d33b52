// The window's menus: its own, and one that each page fills.
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

#include "ui/parts/style/icons.h"
#include "ui/parts/style/theme.h"
#include "ui/parts/widgets/page.h"
#include "ui/services/messages/language.h"
#include "ui/services/studio/studio.h"
#include "ui/window/main_window.h"

namespace afa {
void MainWindow::makeMenus() {
    makeFileMenu();
    for (auto* page : pages_) {
        auto* menu = menuBar()->addMenu(page->menuTitle());
        menu->setObjectName(page->name() + "Menu");
        page->fillMenu(*menu);
    }
    makeViewMenu();
    menuBar()->addMenu(tr("&Help"))->addAction(tr("&About AFA Studio"), this, &MainWindow::showAbout);
    for (auto* menu : menuBar()->findChildren<QMenu*>())
        menu->setToolTipsVisible(true);
}

void MainWindow::makeFileMenu() {
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
