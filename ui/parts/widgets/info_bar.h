#pragma once
#include <QtWidgets/QFrame>

#include "ui/services/messages/notices.h"

class QLabel;
class QToolButton;

namespace afa {

/// A message across the page, closed by the user; details unfold.
class InfoBar : public QFrame {
    Q_OBJECT
  public:
    explicit InfoBar(const Notice& notice, QWidget* parent = nullptr);
    const Notice& notice() const { return notice_; }

  protected:
    void changeEvent(QEvent* event) override;  ///< the icon takes the new appearance's colour

  private:
    void drawIcon();

    Notice notice_;
    QLabel* icon_;
    QString iconName_;
};

}  // namespace afa
