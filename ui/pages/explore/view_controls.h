#pragma once
#include <QtWidgets/QWidget>

#include "ui/pages/explore/explore_state.h"

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QSlider;
class QToolButton;

namespace afa {

/// How the map is shown: quantity, model, half, colours, smoothing, scale and opacity.
class ViewControls : public QWidget {
    Q_OBJECT
  public:
    explicit ViewControls(ExploreState& state, QWidget* parent = nullptr);

  private:
    void rebuildModels();
    void showState();

    ExploreState& state_;
    QComboBox *quantity_, *half_, *colours_;
    QHBoxLayout* models_;
    QButtonGroup* modelGroup_;
    QToolButton *smooth_, *stretch_;
    QSlider* opacity_;
};

}  // namespace afa
