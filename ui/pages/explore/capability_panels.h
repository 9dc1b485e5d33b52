#pragma once
#include <QtGui/QImage>
#include <QtWidgets/QWidget>
#include <memory>

#include "core/engine/maps.h"

namespace afa {

/// One timestep of a capability measurement: the picture, the best model at each position, and each model's
/// squared error on one scale.
class CapabilityPanels : public QWidget {
    Q_OBJECT
  public:
    explicit CapabilityPanels(QWidget* parent = nullptr);

    void show(std::shared_ptr<const CapabilityMaps> maps, int timestep);
    /// Errors at the pointer's position, one per model; empty elsewhere.
    std::vector<double> errorsAt(const QPoint& point) const;
    QRect panelRect(int panel) const;  ///< 0 the picture, 1 the best model, then the models

    QSize sizeHint() const override { return {640, 300}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    int panels() const { return maps_ ? maps_->models() + 2 : 0; }
    QString caption(int panel) const;
    QString figures(int panel) const;

    std::shared_ptr<const CapabilityMaps> maps_;
    int timestep_ = 0;
    QList<QImage> pictures_;
    PlaneRange range_;
    std::vector<double> shares_, means_;
};

}  // namespace afa
