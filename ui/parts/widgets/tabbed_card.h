#pragma once
#include <QtWidgets/QFrame>

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;

namespace afa {

/// A card whose widgets are looked at one at a time, chosen by tabs along its top.
class TabbedCard : public QFrame {
    Q_OBJECT
  public:
    explicit TabbedCard(QWidget* parent = nullptr);

    void addTab(const QString& title, const QString& objectName, QWidget* widget);
    void showTab(int index);

  private:
    QHBoxLayout* bar_;
    QStackedWidget* widgets_;
    QButtonGroup* buttons_;
};

}  // namespace afa
