#include "ui/parts/widgets/page.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>

#include "ui/parts/style/icons.h"

namespace afa {
namespace {

void bringForward(QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (auto* page = qobject_cast<Page*>(widget)) return Q_EMIT page->comeForward();
}

}  // namespace

QAction* makeCommand(QWidget* owner, const QString& icon, const QString& text, const QString& name,
                     const std::function<void()>& run, Command kind) {
    auto* action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), text, owner);
    action->setObjectName(name + "Action");
    QObject::connect(action, &QAction::triggered, owner, [owner, run, kind] {
        if (kind == Command::Shown) bringForward(owner);
        run();
    });
    owner->addAction(action);
    return action;
}

QAction* addChoice(QActionGroup* group, const QString& title, const QString& name, bool now,
                   const std::function<void()>& choose) {
    auto* action = group->addAction(title);
    action->setCheckable(true);
    action->setChecked(now);
    action->setObjectName(name);
    QObject::connect(action, &QAction::triggered, group, choose);
    return action;
}

}  // namespace afa
