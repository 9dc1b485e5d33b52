#pragma once
#include <QtWidgets/QWidget>

#include "core/engine/train_events.h"

namespace afa {

/// The mean weight of every model at every aggregated stage: one column a stage, its models stacked in their
/// colours.
class RoutingStrip : public QWidget {
    Q_OBJECT
  public:
    explicit RoutingStrip(QWidget* parent = nullptr);

    void setRouting(const std::vector<StageRouting>& routing, const QStringList& models);

    QSize minimumSizeHint() const override { return {200, 96}; }
    QSize sizeHint() const override { return {480, 120}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    QRectF columnOf(int index) const;

    std::vector<StageRouting> routing_;
    QStringList models_;
};

}  // namespace afa
