#pragma once
#include <QtWidgets/QLabel>

namespace afa {

/// One line of plain text that ends in "…" where there is no room, and then is its own tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT
  public:
    using QLabel::QLabel;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

}  // namespace afa
