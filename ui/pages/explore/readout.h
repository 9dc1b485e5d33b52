#pragma once
#include <QtWidgets/QWidget>

#include "ui/pages/explore/map_drawing.h"

namespace afa {

/// Every model's weight under the pointer, as bars and numbers; the mean over the picture while the pointer
/// is elsewhere. Of the second picture too, while two are compared.
class Readout : public QWidget {
    Q_OBJECT
  public:
    explicit Readout(ExploreState& state, QWidget* parent = nullptr);

    /// What is shown, a number per model; empty where there is no map.
    std::vector<double> values(MapSide side) const;
    QString place() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {220, sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    ExploreState& state_;
};

}  // namespace afa
