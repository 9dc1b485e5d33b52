// What the window's menus hold and do, and what every action and button has.
#include <QtCore/QHash>
#include <QtGui/QAction>
#include <QtGui/QImage>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include "tests/ui/program.h"
#include "ui/parts/widgets/page.h"
#include "ui/services/studio/studio.h"
#include "ui/window/main_window.h"

using namespace afa;
using test::Networks;
using test::Program;

class TestMenus : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QSettings().clear();
    }
    void cleanup() { home_.reset(); }

    void deviceAndPrecisionAreChosenInTheMenu() {
        QList<QImage> pictures;
        {
            Program program(home_->data(), Networks::Real);
            QSignalSpy device(&program.studio, &Studio::deviceFound);
            AFA_TRY(program.ready() && device.size() == 1);
            QVERIFY(program.find<QAction>("precision-auto")->isChecked());
            QVERIFY(program.find<QAction>("device-auto")->isChecked());
            QCOMPARE(program.find<QAction>("device-cuda")->isEnabled(), program.studio.hasGpu());
            program.find<QAction>("device-cpu")->trigger();
            program.setSteps(1);
            program.setSeed("7");
            program.find<QAction>("precision-bf16")->trigger();
            program.generate();
            AFA_TRY(program.studio.gallery().size() == 1);
            // What has been put on the queue runs as it is chosen when its turn comes.
            auto& queue = program.studio.queue();
            queue.setPaused(true);
            program.generate();
            program.find<QAction>("precision-fp32")->trigger();
            AFA_TRY(program.find<QLabel>("device")->text().contains("fp32"));
            QVERIFY(!program.find<QLabel>("device")->text().contains("bf16"));
            queue.setPaused(false);
            AFA_TRY(program.studio.gallery().size() == 2);
            const char* const precisions[]{"bf16", "fp32"};
            for (int i = 0; i < 2; ++i) {
                QCOMPARE(queue.entries()[i].request.compute.precision, precisions[i]);
                QCOMPARE(queue.entries()[i].request.compute.device, "cpu");
                pictures.append(QImage(program.studio.gallery().at(i).path));
            }
            QVERIFY(pictures[0] != pictures[1]);
        }
        Program program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        QCOMPARE(program.studio.computeSettings().precision, "fp32");
        QCOMPARE(program.studio.computeSettings().device, "cpu");
        QVERIFY(program.find<QAction>("precision-fp32")->isChecked());
    }

    void buttonsHaveTheirMenuEntries() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        auto& ensemble = program.studio.ensemble();
        const auto entry = [&](const char* name) {
            auto* action = program.find<QAction>(name);
            for (auto* menu : program.window.findChildren<QMenu*>())
                if (menu->actions().contains(action)) Q_EMIT menu->aboutToShow();
            return action;
        };
        program.find<QListView>("ensembleList")->setCurrentIndex({});
        QVERIFY(!entry("moveModelDownAction")->isEnabled());
        program.find<QListView>("ensembleList")->setCurrentIndex(ensemble.index(0));
        QVERIFY(entry("moveModelDownAction")->isEnabled());
        const auto first = ensemble.paths().first();
        entry("moveModelDownAction")->trigger();
        QCOMPARE(ensemble.paths()[1], first);
        for (const char* name : {"useModelAction", "makeHostAction", "measureTrainingAction",
                                 "startSearchAction", "cancelMergeAction", "measureAction", "trashRunAction"})
            QVERIFY2(!entry(name)->text().isEmpty(), name);
        QVERIFY(!entry("cancelMergeAction")->isEnabled());  // nothing is merged
    }

    void everyCommandOfAPageStandsInItsMenu() {
        Program program(home_->data());
        const auto pages = program.window.findChildren<Page*>();
        QCOMPARE(pages.size(), 6);
        for (auto* page : pages) {
            auto* menu = program.find<QMenu>(qPrintable(page->name() + "Menu"));
            int commands = 0;
            for (auto* action : page->findChildren<QAction*>()) {
                if (!action->objectName().endsWith("Action")) continue;  // Qt's own, and entries of menus
                QVERIFY2(menu->actions().contains(action), qPrintable(action->objectName()));
                ++commands;
            }
            QVERIFY2(commands > 0, qPrintable(page->name()));
        }
    }

    void aCommandBringsItsPageForward() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        program.window.showPage("queue");
        program.find<QAction>("modeCapabilityAction")->trigger();
        QVERIFY(program.find<QAction>("tab4")->isChecked());
        program.find<QAction>("pauseQueueAction")->trigger();  // not this one: it is of use from anywhere
        QVERIFY(program.find<QAction>("tab4")->isChecked());
        program.find<QListView>("ensembleList")->setCurrentIndex(program.studio.ensemble().index(0));
        program.find<QAction>("moveModelDownAction")->trigger();
        QVERIFY(program.find<QAction>("tab0")->isChecked());
    }

    void theWholeQueueIsSteeredFromTheMenu() {
        Program program(home_->data());
        AFA_TRY(program.ready());
        auto& queue = program.studio.queue();
        auto* pause = program.find<QAction>("pauseQueueAction");
        auto* cancel = program.find<QAction>("cancelAllAction");
        auto* clear = program.find<QAction>("clearEndedAction");
        QVERIFY(!cancel->isEnabled() && !clear->isEnabled());
        QCOMPARE(program.find<QPushButton>("pauseQueue")->text(), "Pause");
        pause->trigger();
        QVERIFY(queue.paused());
        QCOMPARE(program.find<QPushButton>("pauseQueue")->text(), "Resume");
        program.generate();
        program.generate();
        QCOMPARE(queue.pendingCount(), 2);
        QVERIFY(program.find<QPushButton>("cancelAll")->isEnabled());
        cancel->trigger();
        QCOMPARE(queue.pendingCount(), 0);
        QCOMPARE(queue.entries().size(), 2);
        clear->trigger();
        QVERIFY(queue.entries().isEmpty());
        QVERIFY(!clear->isEnabled());
        pause->trigger();
        QVERIFY(!queue.paused());
    }

    void everyActionAndButtonHasANameForTheScreenReader() {
        Program program(home_->data());
        for (auto* button : program.window.findChildren<QAbstractButton*>()) {
            // Qt's own parts: a table's corner, a line edit's clear button, a menu bar's extension.
            if (button->parent()->inherits("QTableView") || button->parent()->inherits("QLineEdit")) continue;
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty() ||
                         button->objectName().startsWith("qt_"),
                     qPrintable(button->objectName() + " " + button->toolTip()));
        }
        for (auto* edit : program.window.findChildren<QPlainTextEdit*>())
            QVERIFY(!edit->accessibleName().isEmpty());
        for (auto* slider : program.window.findChildren<QSlider*>())
            QVERIFY(!slider->accessibleName().isEmpty());
        for (auto* combo : program.window.findChildren<QComboBox*>())
            QVERIFY2(!combo->accessibleName().isEmpty(), qPrintable(combo->objectName()));
    }

    void noTwoActionsShareAShortcut() {
        Program program(home_->data());
        // Where an action's shortcut works: in the window, or in the widgets that have it.
        const auto places = [&](const QAction* action) {
            QList<QWidget*> widgets;
            if (action->shortcutContext() == Qt::WindowShortcut) return QList<QWidget*>{&program.window};
            for (auto* object : action->associatedObjects())
                if (auto* widget = qobject_cast<QWidget*>(object); widget && !qobject_cast<QMenu*>(object))
                    widgets.append(widget);
            return widgets;
        };
        const auto meet = [&](const QAction* one, const QAction* other) {
            for (const auto* a : places(one))
                for (const auto* b : places(other))
                    if (a == b || a->isAncestorOf(b) || b->isAncestorOf(a)) return true;
            return false;
        };
        QHash<QKeySequence, QList<QAction*>> owners;
        for (auto* action : program.window.findChildren<QAction*>())
            for (const auto& shortcut : action->shortcuts()) {
                for (const auto* owner : owners[shortcut])
                    QVERIFY2(!meet(owner, action),
                             qPrintable(QStringLiteral("%1: %2 and %3")
                                            .arg(shortcut.toString(), owner->text(), action->text())));
                owners[shortcut].append(action);
            }
        QVERIFY(owners.size() > 10);
    }
};

QTEST_MAIN(TestMenus)
#include "test_menus.moc"
