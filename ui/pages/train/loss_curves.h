#pragma once
#include <QtCore/QStringList>

#include "core/engine/training_history.h"
#include "ui/parts/plots/curve_plot.h"

namespace afa {

/// Exponential smoothing without a bias at the start; `weight` 0 (none) .. 1 (excluded).
QList<double> smoothed(const QList<double>& values, double weight);

/// Training loss (as it is, and smoothed) and the held-out error of the ensemble, of the best single model
/// and of the averages. More points than a screen has are joined to means.
QList<Curve> lossCurves(const TrainingHistory& history, double smoothing, const QStringList& models);
QList<Curve> learningRateCurve(const TrainingHistory& history);
/// The held-out error of one run, or its smoothed training loss where it was not validated more than once.
Curve comparedCurve(const TrainingHistory& history, const QString& name, int index);

}  // namespace afa
