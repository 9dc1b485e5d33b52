#pragma once
#include <QtWidgets/QWidget>

#include "ui/pages/explore/explore_state.h"

namespace afa {

/// The learned recipe: each stage's weights, averaged over steps and positions, as a bar.
class RecipeBars : public QWidget {
    Q_OBJECT
  public:
    explicit RecipeBars(ExploreState& state, QWidget* parent = nullptr);
    /// Of a stage, one per model, sum 1; empty for a stage without maps.
    std::vector<double> weights(int stage) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {260, sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    ExploreState& state_;
};

}  // namespace afa
