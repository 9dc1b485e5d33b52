#include "ui/pages/train/loss_curves.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>
#include <algorithm>
#include <cmath>

#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

struct Curves {
    Q_DECLARE_TR_FUNCTIONS(LossCurves)
};

constexpr std::size_t kMostPoints = 2000;
constexpr double kComparedSmoothing = 0.95;

// Paul Tol's bright scheme for colour-blind readers (personal.sron.nl/~pault): runs must not look like
// models.
const char* const kRunColours[]{"#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377", "#888888"};

struct Points {
    QList<double> x, y;
};

/// `value(step)` over the steps; neighbours joined to their mean where there are too many. Without those that
/// were not finite.
template <typename Value>
Points pointsOf(const std::vector<TrainStep>& steps, Value&& value) {
    Points points;
    const std::size_t each = (steps.size() + kMostPoints - 1) / kMostPoints;
    for (std::size_t i = 0; i < steps.size(); i += each) {
        const auto end = std::min(i + each, steps.size());
        double sum = 0;
        int count = 0;
        for (auto k = i; k < end; ++k)
            if (const double found = value(steps[k]); std::isfinite(found)) {
                sum += found;
                ++count;
            }
        if (count == 0) continue;
        points.x.append(static_cast<double>(steps[end - 1].step));
        points.y.append(sum / count);
    }
    return points;
}

Points errorsOf(const TrainingHistory& history, const std::string& method) {
    Points points;
    for (const auto& report : history.validations)
        if (const auto* found = report.find(method); found && std::isfinite(found->error)) {
            points.x.append(static_cast<double>(report.step));
            points.y.append(found->error);
        }
    return points;
}

std::string bestSingle(const TrainingHistory& history) {
    const auto* best = history.validations.back().bestSingle();
    return best ? best->name : std::string();
}

}  // namespace

QList<double> smoothed(const QList<double>& values, double weight) {
    QList<double> result;
    double sum = 0, weights = 0;
    for (const double value : values) {
        sum = weight * sum + value;
        weights = weight * weights + 1;
        result.append(sum / weights);
    }
    return result;
}

QList<Curve> lossCurves(const TrainingHistory& history, double smoothing, const QStringList& models) {
    QList<Curve> curves;
    const QPalette palette = QGuiApplication::palette();
    const QColor accent = palette.color(QPalette::Highlight),
                 muted = palette.color(QPalette::PlaceholderText);
    const auto loss = pointsOf(history.steps, [](const TrainStep& step) { return step.loss; });
    if (!loss.x.isEmpty()) {
        QColor faint = muted;
        faint.setAlpha(70);
        if (smoothing > 0) curves.append({Curves::tr("Training"), faint, loss.x, loss.y, Qt::SolidLine, 1.0});
        curves.append({smoothing > 0 ? Curves::tr("Training, smoothed") : Curves::tr("Training"), muted,
                       loss.x, smoothed(loss.y, smoothing), Qt::SolidLine, 1.6});
    }
    if (history.validations.empty()) return curves;
    const auto add = [&](const std::string& method, const QString& name, const QColor& colour,
                         Qt::PenStyle style) {
        const auto points = errorsOf(history, method);
        if (!points.x.isEmpty())
            curves.append({name, colour, points.x, points.y, style, 1.8, style == Qt::SolidLine});
    };
    if (const auto single = bestSingle(history); !single.empty()) {
        const int index = QString::fromStdString(single.substr(7)).toInt();
        add(single, Curves::tr("Held out: only %1").arg(models.value(index, modelLetter(index))),
            modelColour(index), Qt::DashLine);
    }
    add("block-average", Curves::tr("Held out: average"), palette.color(QPalette::Text), Qt::DotLine);
    add("afa", Curves::tr("Held out: adaptive"), accent, Qt::SolidLine);
    return curves;
}

QList<Curve> learningRateCurve(const TrainingHistory& history) {
    const auto rate = pointsOf(history.steps, [](const TrainStep& step) { return step.learningRate; });
    if (rate.x.isEmpty()) return {};
    return {
        {Curves::tr("Learning rate"), QGuiApplication::palette().color(QPalette::Highlight), rate.x, rate.y}};
}

Curve comparedCurve(const TrainingHistory& history, const QString& name, int index) {
    const QColor colour(kRunColours[static_cast<std::size_t>(index) % std::size(kRunColours)]);
    if (history.validations.size() > 1) {
        const auto points = errorsOf(history, "afa");
        return {name, colour, points.x, points.y, Qt::SolidLine, 1.8, true};
    }
    const auto loss = pointsOf(history.steps, [](const TrainStep& step) { return step.loss; });
    return {Curves::tr("%1 (training loss)").arg(name), colour, loss.x, smoothed(loss.y, kComparedSmoothing)};
}

}  // namespace afa
