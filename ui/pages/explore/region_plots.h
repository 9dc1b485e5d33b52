#pragma once
#include <QtWidgets/QWidget>

#include "ui/pages/explore/explore_state.h"
#include "ui/parts/plots/curve_plot.h"

class QHBoxLayout;
class QLabel;
class QTimer;

namespace afa {

/// The weights of chosen regions as curves: over steps at the current stage, and over stages at the current
/// step. The whole picture while no region is chosen.
class RegionPlots : public QWidget {
    Q_OBJECT
  public:
    explicit RegionPlots(ExploreState& state, QWidget* parent = nullptr);

    CurvePlot& overSteps() { return *overSteps_; }
    CurvePlot& overStages() { return *overStages_; }
    /// Brings both up to date, for an export while they are not seen.
    void refresh();
    /// axis,at,region,model,weight: a row per point of every curve.
    QString csv() const;

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void refreshLater();
    void refreshChips();
    QList<Curve> curves(bool overSteps) const;

    ExploreState& state_;
    CurvePlot *overSteps_, *overStages_;
    QHBoxLayout* chips_;
    QLabel* hint_;
    QTimer* later_;
    bool stale_ = true;
};

}  // namespace afa
