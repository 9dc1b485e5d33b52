#pragma once
#include <QtWidgets/QWidget>

class QPainter;

namespace afa {

/// A base model's letter on its colour.
void paintModelBadge(QPainter& painter, const QRect& rect, int index);

class ModelBadge : public QWidget {
    Q_OBJECT
  public:
    explicit ModelBadge(int index, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int index_;
};

}  // namespace afa
