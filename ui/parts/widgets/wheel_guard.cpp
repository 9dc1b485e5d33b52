#include "ui/parts/widgets/wheel_guard.h"

#include <QtCore/QEvent>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSlider>

namespace afa {
namespace {

/// The widget where it is one that takes the wheel for its value, else nullptr.
QWidget* changedByWheel(QObject* object) {
    const bool is = qobject_cast<QAbstractSpinBox*>(object) || qobject_cast<QComboBox*>(object) ||
                    qobject_cast<QSlider*>(object);
    return is ? static_cast<QWidget*>(object) : nullptr;
}

bool scrolls(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (qobject_cast<const QScrollArea*>(widget)) return true;
    return false;
}

}  // namespace

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish) {  // before it is shown for the first time
        auto* field = changedByWheel(watched);
        if (field && field->focusPolicy() == Qt::WheelFocus) field->setFocusPolicy(Qt::StrongFocus);
    } else if (event->type() == QEvent::Wheel) {
        auto* field = changedByWheel(watched);
        if (field && !field->hasFocus() && scrolls(field)) {
            event->ignore();
            return true;  // goes on to what is around it
        }
    }
    return false;
}

}  // namespace afa
