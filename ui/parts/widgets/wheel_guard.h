#pragma once
#include <QtCore/QObject>

namespace afa {

/// An event filter for the application: in forms that scroll, the mouse wheel scrolls. Only a field that has
/// the focus takes it for its value, and turning the wheel gives none.
class WheelGuard : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace afa
