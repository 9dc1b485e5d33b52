#include "ui/pages/explore/overview_matrix.h"

#include <QtCore/QLocale>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/pages/explore/map_drawing.h"
#include "ui/parts/widgets/print.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kLeft = 86, kTop = 8, kRight = 10, kAxis = 38, kLegend = 40, kTick = 4;  // pixels
constexpr int kLeastPitch = 13;      // pixels between labels
constexpr float kMostSpread = 0.5F;  // standard deviation of weights half 0 and half 1

}  // namespace

OverviewMatrix::OverviewMatrix(ExploreState& state, QWidget* parent) : QWidget(parent), state_(state) {
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Overview of all steps and stages"));
    const auto outdated = [this] {
        stale_ = true;
        update();
    };
    for (const auto signal : {&ExploreState::mapsChanged, &ExploreState::viewChanged,
                              &ExploreState::modelChanged, &ExploreState::grown})
        connect(&state, signal, this, outdated);
    connect(&state, &ExploreState::moved, this, [this] {
        setAccessibleDescription(describe(state_.step(), state_.stage()));
        update();
    });
}

void OverviewMatrix::setFigure(Figure figure) {
    figure_ = figure;
    stale_ = true;
    update();
}

double OverviewMatrix::value(int step, int stage) const {
    const auto* figures = state_.maps() ? state_.maps()->overview.find(step, stage, state_.half()) : nullptr;
    if (!figures) return std::numeric_limits<double>::quiet_NaN();
    const auto model = static_cast<std::size_t>(state_.model());
    switch (figure_) {
        case Figure::Entropy:
            return figures->entropy;
        case Figure::Spread:
            return figures->spread[model];
        case Figure::Mean:
            break;
    }
    return figures->mean[model];
}

PlaneRange OverviewMatrix::range() const {
    const PlaneRange whole{0, figure_ == Figure::Spread ? kMostSpread : 1.0F};
    if (!state_.stretched()) return whole;
    PlaneRange own{2, -1};
    for (int step = 0; step < state_.maps()->steps(); ++step)
        for (int stage = 1; stage <= state_.maps()->stages(); ++stage)
            if (const auto at = static_cast<float>(value(step, stage)); std::isfinite(at)) {
                own.lowest = std::min(own.lowest, at);
                own.highest = std::max(own.highest, at);
            }
    return own.highest > own.lowest ? own : whole;
}

QString OverviewMatrix::title() const {
    const QString letter = modelLetter(state_.model());
    switch (figure_) {
        case Figure::Entropy:
            return tr("entropy over the models");
        case Figure::Spread:
            return tr("spatial variation of %1 (standard deviation)").arg(letter);
        case Figure::Mean:
            break;
    }
    return tr("mean weight of %1").arg(letter);
}

void OverviewMatrix::rebuild() {
    stale_ = false;
    const auto& maps = *state_.maps();
    const PlaneRange scale = range();
    cells_ = QImage(maps.steps(), maps.stages(), QImage::Format_ARGB32);
    cells_.fill(Qt::transparent);
    for (int step = 0; step < maps.steps(); ++step)
        for (int stage = 1; stage <= maps.stages(); ++stage)
            if (const double at = value(step, stage); std::isfinite(at)) {
                const Rgb colour = colourOf(at, state_.colours(), scale.lowest, scale.highest);
                cells_.setPixel(step, stage - 1, qRgb(colour.r, colour.g, colour.b));
            }
}

QRect OverviewMatrix::plotRect(const QRect& rect) const {
    return rect.adjusted(kLeft, kTop, -kRight, -kAxis - kLegend);
}

QRect OverviewMatrix::cellRect(int step, int stage) const {
    const QRect plot = plotRect(rect());
    const auto& maps = *state_.maps();
    const auto edge = [](int start, int length, int index, int count) {
        return start + index * length / count;
    };
    const int left = edge(plot.left(), plot.width(), step, maps.steps());
    const int top = edge(plot.top(), plot.height(), stage - 1, maps.stages());
    return {QPoint(left, top), QPoint(edge(plot.left(), plot.width(), step + 1, maps.steps()) - 1,
                                      edge(plot.top(), plot.height(), stage, maps.stages()) - 1)};
}

void OverviewMatrix::paint(QPainter& painter, const QRect& rect, const QPalette& palette, bool marker) {
    if (stale_) rebuild();
    const auto& maps = *state_.maps();
    const QRect plot = plotRect(rect);
    painter.fillRect(plot, QBrush(palette.color(QPalette::Mid), Qt::BDiagPattern));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(plot, cells_);
    painter.setPen(palette.color(QPalette::Mid));
    painter.drawRect(plot.adjusted(-1, -1, 0, 0));

    QFont small = painter.font();
    small.setPixelSize(10);
    const QFont usual = painter.font();
    painter.setFont(small);
    painter.setPen(palette.color(QPalette::PlaceholderText));
    const double tall = static_cast<double>(plot.height()) / maps.stages();
    const int everyStage = std::max(1, static_cast<int>(std::ceil(kLeastPitch / tall)));
    for (int stage = 1; stage <= maps.stages(); stage += everyStage) {
        const int middle = plot.top() + static_cast<int>((stage - 0.5) * tall);
        painter.drawText(QRect(plot.left() - 70, middle - 7, 64, 14), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %2").arg(stage).arg(QString::fromStdString(maps.stage(stage)->mbwKey)));
    }
    const double wide = static_cast<double>(plot.width()) / maps.steps();
    const int everyStep = std::max(1, static_cast<int>(std::ceil(26 / wide)));
    for (int step = 0; step < maps.steps(); step += everyStep) {
        const int middle = plot.left() + static_cast<int>((step + 0.5) * wide);
        painter.drawLine(middle, plot.bottom() + 2, middle, plot.bottom() + kTick);
        painter.drawText(QRect(middle - 20, plot.bottom() + kTick, 40, 14), Qt::AlignCenter,
                         QString::number(step + 1));
    }
    painter.setFont(usual);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(QRect(plot.left(), plot.bottom() + 17, plot.width(), 18), Qt::AlignCenter, tr("step"));
    painter.save();
    painter.translate(rect.left() + 9, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRect(-60, -9, 120, 18), Qt::AlignCenter, tr("stage"));
    painter.restore();
    paintRamp(painter, QRect(rect.left() + 12, plot.bottom() + kAxis, rect.width() - 24, kLegend),
              state_.colours(), range(), title(), palette);
    if (!marker) return;
    const QRect here = cellRect(state_.step(), state_.stage());
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(here.adjusted(-2, -2, 1, 1));
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawRect(here.adjusted(-2, -2, 1, 1));
}

void OverviewMatrix::paintEvent(QPaintEvent*) {
    if (!state_.maps()) return;
    QPainter painter(this);
    paint(painter, rect(), palette(), true);
}

OverviewMatrix::Cell OverviewMatrix::cellAt(const QPoint& position) const {
    const QRect plot = plotRect(rect());
    if (!state_.maps() || !plot.contains(position)) return {};
    const auto& maps = *state_.maps();
    return {(position.x() - plot.left()) * maps.steps() / plot.width(),
            (position.y() - plot.top()) * maps.stages() / plot.height() + 1};
}

QString OverviewMatrix::describe(int step, int stage) const {
    if (!state_.maps()) return {};
    const double at = value(step, stage);
    return tr("Step %1, stage %2 (%3): %4")
        .arg(step + 1)
        .arg(stage)
        .arg(QString::fromStdString(state_.maps()->stage(stage)->mbwKey),
             std::isfinite(at) ? tr("%1 %2").arg(title(), QLocale().toString(at, 'f', 3)) : tr("no map"));
}

void OverviewMatrix::jump(const QPoint& position) {
    const Cell cell = cellAt(position);
    if (cell.step < 0) return;
    state_.setStep(cell.step);
    state_.setStage(cell.stage);
}

void OverviewMatrix::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) jump(event->pos());
}

void OverviewMatrix::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) jump(event->pos());
}

bool OverviewMatrix::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const Cell cell = cellAt(help->pos());
        if (cell.step < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), describe(cell.step, cell.stage), this);
        return true;
    }
    return QWidget::event(event);
}

bool OverviewMatrix::savePng(const QString& path, QSize size, int dotsPerInch) {
    return state_.maps() && printPng(path, size, dotsPerInch, [&](QPainter& painter) {
               paint(painter, QRect(QPoint(), size), printPalette(), false);
           });
}

bool OverviewMatrix::saveSvg(const QString& path, QSize size) {
    return state_.maps() && printSvg(path, size, [&](QPainter& painter) {
               paint(painter, QRect(QPoint(), size), printPalette(), false);
           });
}

}  // namespace afa
