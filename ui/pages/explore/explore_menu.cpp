// What the Explore page can do, by key and from the window's menu.
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>

#include "core/engine/maps.h"
#include "ui/pages/explore/capability_view.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/parts/style/icons.h"

namespace afa {

void ExplorePage::makeCommands() {
    using Quantity = ExploreState::Quantity;
    const auto step = [this](int by) { return [this, by] { state_.setStep(state_.step() + by); }; };
    const auto stage = [this](int by) { return [this, by] { state_.setStage(state_.stage() + by); }; };
    const auto show = [this](Quantity quantity) {
        return [this, quantity] { state_.setQuantity(quantity); };
    };
    moving_ = {{Qt::Key_Space, tr("Play the steps"), [this] { setPlaying(!play_->isActive()); }},
               {Qt::Key_Right, tr("Next step"), step(1)},
               {Qt::Key_Left, tr("Previous step"), step(-1)},
               {Qt::Key_Down, tr("Next stage"), stage(1)},
               {Qt::Key_Up, tr("Previous stage"), stage(-1)}};
    showing_ = {{Qt::Key_W, tr("Weight"), show(Quantity::Weight)},
                {Qt::Key_D, tr("Dominant model"), show(Quantity::Dominant)},
                {Qt::Key_E, tr("Entropy"), show(Quantity::Entropy)},
                {Qt::Key_S, tr("Smooth"), [this] { state_.setSmooth(!state_.smooth()); }},
                {Qt::Key_Delete, tr("Remove all regions"), [this] { state_.clearRegions(); }}};
}

void ExplorePage::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!plain || modes_->currentIndex() != MapsMode || !state_.maps()) return Page::keyPressEvent(event);
    for (const auto& commands : {moving_, showing_})
        for (const auto& command : commands)
            if (command.key == event->key()) return command.run();
    if (event->key() < Qt::Key_1 || event->key() > Qt::Key_9) return Page::keyPressEvent(event);
    state_.setQuantity(ExploreState::Quantity::Weight);
    state_.setModel(event->key() - Qt::Key_1);
}

void ExplorePage::fillMenu(QMenu& menu) {
    menu.addActions(actions());
    menu.addSeparator();
    menu.addAction(themedIcon("folder"), tr("Open a maps file …"), this, [this] { askForFile(false); });
    auto* live =
        menu.addAction(themedIcon("play"), tr("Show the picture made last"), this, &ExplorePage::showLive);
    auto* compare = menu.addAction(themedIcon("compare"), tr("Compare with a maps file …"), this,
                                   [this] { askForFile(true); });
    auto* swap = menu.addAction(tr("Swap the two"), &state_, &ExploreState::swap);
    auto* stop = menu.addAction(tr("Stop comparing"), this, [this] { state_.setOther(nullptr); });
    menu.addSeparator();
    QList<QAction*> needMaps{compare};
    // The keys are written beside the titles, and belong to the page: as shortcuts they would take the arrows
    // and letters from its fields.
    const auto add = [&](QMenu& to, const QList<Command>& commands) {
        for (const auto& command : commands)
            needMaps.append(to.addAction(
                command.title + '\t' + QKeySequence(command.key).toString(QKeySequence::NativeText), this,
                command.run));
    };
    add(menu, moving_);
    auto* shown = menu.addMenu(tr("Show"));
    add(*shown, showing_);
    menu.addSeparator();
    auto* exports = menu.addMenu(themedIcon("save"), tr("Export"));
    fillExportMenu(*exports);
    connect(&menu, &QMenu::aboutToShow, this, [this, needMaps, live, swap, stop, exports] {
        const bool inView = modes_->currentIndex() == MapsMode && state_.maps();
        for (auto* action : needMaps)
            action->setEnabled(inView);
        exports->setEnabled(inView);
        live->setEnabled(live_ != nullptr);
        for (auto* action : {swap, stop})
            action->setEnabled(inView && state_.other());
    });
    connect(&menu, &QMenu::triggered, this, &Page::comeForward);
    menu.addSeparator();
    menu.addActions(capability_->actions());
}

bool ExplorePage::takesFile(const QString& path) const {
    return recordKind(path.toStdString()) != RecordKind::Other;
}

void ExplorePage::fillExportMenu(QMenu& menu) {
    QList<QAction*> needTwo;
    for (const auto& kind : exportKinds()) {
        auto* action = menu.addAction(kind.title, this, [this, kind] { askForExport(kind); });
        if (kind.what == ExploreExport::Second || kind.what == ExploreExport::Difference)
            needTwo.append(action);
    }
    connect(&menu, &QMenu::aboutToShow, this, [this, needTwo] {
        for (auto* action : needTwo)
            action->setEnabled(state_.other() != nullptr);
    });
}

}  // namespace afa
