#include "ui/parts/plots/curve_plot.h"

#include <qcustomplot.h>

#include <QtCore/QLocale>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QVBoxLayout>
#include <cmath>
#include <limits>

#include "ui/parts/widgets/print.h"

namespace afa {
namespace {

constexpr double kMargin = 0.05;  // of a range, free above and below the curves
constexpr double kKeyZoom = 0.8;  // of a range, for one press of a key
constexpr double kTipReach = 24;  // pixels from the pointer to a value that is told
constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

/// Ticks at 1, 2, 5, 10, .. and never between whole numbers.
class WholeTicker : public QCPAxisTicker {
  protected:
    double getTickStep(const QCPRange& range) override {
        return std::max(1.0, QCPAxisTicker::getTickStep(range));
    }
    int getSubTickCount(double) override { return 0; }
};

}  // namespace

struct CurvePlot::Colours {
    QColor ground, text, faint, grid;
};

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot), marker_(nullptr) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot_->setFocusPolicy(Qt::NoFocus);  // this widget takes the keys
    plot_->installEventFilter(this);
    plot_->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 110);
    plot_->axisRect()->setMinimumMargins(QMargins(0, 8, 10, 0));
    plot_->legend->setBorderPen(Qt::NoPen);
    plot_->legend->setRowSpacing(0);
    plot_->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
    // Moving the marker paints this layer alone.
    plot_->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
    marker_ = new QCPItemLine(plot_);
    marker_->setLayer(QStringLiteral("overlay"));
    marker_->start->setTypeX(QCPItemPosition::ptPlotCoords);
    marker_->end->setTypeX(QCPItemPosition::ptPlotCoords);
    for (auto* position : {marker_->start, marker_->end})
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    marker_->setVisible(false);
    for (auto* axis : {plot_->xAxis, plot_->yAxis})
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
            if (!fitting_) zoomed_ = true;
        });
    recolour();
}

void CurvePlot::setAxisTitles(const QString& x, const QString& y) {
    plot_->xAxis->setLabel(x);
    plot_->yAxis->setLabel(y);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::setLogarithmic(bool logarithmic) {
    logarithmic_ = logarithmic;
    if (logarithmic) {
        plot_->yAxis->setScaleType(QCPAxis::stLogarithmic);
        plot_->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        plot_->yAxis->setNumberFormat(QStringLiteral("gb"));
        plot_->yAxis->setNumberPrecision(2);
    } else {
        plot_->yAxis->setScaleType(QCPAxis::stLinear);
        plot_->yAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        plot_->yAxis->setNumberPrecision(6);
    }
    setCurves(QList<Curve>(curves_));
    showAll();
}

void CurvePlot::setYRange(double lowest, double highest) {
    yRange_ = Range{lowest, highest};
    if (!zoomed_) fitRanges();
}

void CurvePlot::setWholeNumbersOnX(bool whole) {
    plot_->xAxis->setTicker(whole ? QSharedPointer<QCPAxisTicker>(new WholeTicker)
                                  : QSharedPointer<QCPAxisTicker>::create());
}

void CurvePlot::setLegend(bool shown) {
    plot_->legend->setVisible(shown);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::setEmptyText(const QString& text) {
    emptyText_ = text;
    setAccessibleDescription(curves_.isEmpty() ? text : QString());
    plot_->update();
}

QList<double> CurvePlot::drawable(const QList<double>& y) const {
    if (!logarithmic_) return y;
    QList<double> values = y;
    for (double& value : values)
        if (!(value > 0)) value = kGap;
    return values;
}

void CurvePlot::fillGraph(int index) {
    const Curve& curve = curves_[index];
    auto* graph = plot_->graph(index);
    graph->setName(curve.name);
    graph->setPen(QPen(curve.colour, curve.width, curve.style));
    graph->setScatterStyle(curve.points ? QCPScatterStyle(QCPScatterStyle::ssDisc, 4)
                                        : QCPScatterStyle(QCPScatterStyle::ssNone));
    graph->setData(curve.x, drawable(curve.y), true);
}

void CurvePlot::setCurves(const QList<Curve>& curves) {
    curves_ = curves;
    while (plot_->graphCount() > curves_.size())
        plot_->removeGraph(plot_->graphCount() - 1);
    while (plot_->graphCount() < curves_.size())
        plot_->addGraph();
    for (int i = 0; i < curves_.size(); ++i)
        fillGraph(i);
    setAccessibleDescription(curves_.isEmpty() ? emptyText_ : QString());
    if (!zoomed_) fitRanges();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::append(int curve, double x, double y) {
    curves_[curve].x.append(x);
    curves_[curve].y.append(y);
    plot_->graph(curve)->addData(x, logarithmic_ && !(y > 0) ? kGap : y);
    if (!zoomed_) fitRanges();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::setMarker(std::optional<double> x) {
    marker_->setVisible(x.has_value());
    marker_->start->setCoords(x.value_or(0), 0);
    marker_->end->setCoords(x.value_or(0), 1);
    plot_->layer(QStringLiteral("overlay"))->replot();
    plot_->update();
}

void CurvePlot::fitRanges() {
    double left = HUGE_VAL, right = -HUGE_VAL, low = HUGE_VAL, high = -HUGE_VAL;
    for (const Curve& curve : curves_)
        for (int i = 0; i < std::min(curve.x.size(), curve.y.size()); ++i) {
            if (!std::isfinite(curve.y[i]) || (logarithmic_ && curve.y[i] <= 0)) continue;
            left = std::min(left, curve.x[i]);
            right = std::max(right, curve.x[i]);
            low = std::min(low, curve.y[i]);
            high = std::max(high, curve.y[i]);
        }
    fitting_ = true;
    if (left <= right) {
        const double side = left == right ? 0.5 : 0.0;
        plot_->xAxis->setRange(left - side, right + side);
        if (logarithmic_) {
            const double margin = std::max(std::pow(high / low, kMargin), 1.01);
            plot_->yAxis->setRange(low / margin, high * margin);
        } else {
            const double margin = high > low ? kMargin * (high - low) : std::max(std::abs(high) * 0.1, 1e-6);
            plot_->yAxis->setRange(low - margin, high + margin);
        }
    }
    if (yRange_) plot_->yAxis->setRange(yRange_->lowest, yRange_->highest);
    fitting_ = false;
    zoomed_ = false;
}

void CurvePlot::showAll() {
    fitRanges();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

CurvePlot::Range CurvePlot::xRange() const {
    return {plot_->xAxis->range().lower, plot_->xAxis->range().upper};
}

CurvePlot::Range CurvePlot::yRange() const {
    return {plot_->yAxis->range().lower, plot_->yAxis->range().upper};
}

void CurvePlot::paintIn(const Colours& colours) {
    plot_->setBackground(QBrush(colours.ground));
    for (auto* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setBasePen(colours.faint);
        axis->setTickPen(colours.faint);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(colours.faint);
        axis->setLabelColor(colours.text);
        axis->setLabelFont(font());
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() > 0 ? small.pointSizeF() * 0.9 : 9);
        axis->setTickLabelFont(small);
        axis->grid()->setPen(colours.grid);
        axis->grid()->setZeroLinePen(colours.grid);
        plot_->legend->setFont(small);
    }
    QColor veil = colours.ground;
    veil.setAlpha(215);
    plot_->legend->setBrush(veil);
    plot_->legend->setTextColor(colours.text);
    marker_->setPen(QPen(colours.text, 1, Qt::DashLine));
}

void CurvePlot::recolour() {
    QColor grid = palette().color(QPalette::Mid);
    grid.setAlpha(150);
    paintIn({palette().color(QPalette::AlternateBase), palette().color(QPalette::Text),
             palette().color(QPalette::PlaceholderText), grid});
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) recolour();
}

void CurvePlot::zoom(double factor) {
    plot_->xAxis->scaleRange(factor);
    plot_->yAxis->scaleRange(factor);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Plus)
        zoom(kKeyZoom);
    else if (event->key() == Qt::Key_Minus)
        zoom(1 / kKeyZoom);
    else if (event->key() == Qt::Key_Home)
        showAll();
    else
        QWidget::keyPressEvent(event);
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched != plot_) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonDblClick) {
        showAll();
    } else if (event->type() == QEvent::MouseButtonPress) {
        pressed_ = static_cast<QMouseEvent*>(event)->pos();
        setFocus(Qt::MouseFocusReason);
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const QPoint released = static_cast<QMouseEvent*>(event)->pos();
        if ((released - pressed_).manhattanLength() < 4 && plot_->axisRect()->rect().contains(released))
            Q_EMIT clicked(plot_->xAxis->pixelToCoord(released.x()));
    } else if (event->type() == QEvent::ToolTip) {
        showTip(static_cast<QHelpEvent*>(event)->pos());
        return true;
    } else if (event->type() == QEvent::Paint && curves_.isEmpty() && !emptyText_.isEmpty()) {
        QPainter painter(plot_);
        painter.fillRect(plot_->rect(), palette().color(QPalette::AlternateBase));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(plot_->rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         emptyText_);
        return true;
    }
    return false;
}

/// The value nearest to the pointer, and what the other curves have at that x.
void CurvePlot::showTip(const QPoint& position) {
    double nearest = kTipReach, at = 0;
    for (const Curve& curve : curves_)
        for (int i = 0; i < std::min(curve.x.size(), curve.y.size()); ++i) {
            if (!std::isfinite(curve.y[i])) continue;
            const double distance = std::hypot(plot_->xAxis->coordToPixel(curve.x[i]) - position.x(),
                                               plot_->yAxis->coordToPixel(curve.y[i]) - position.y());
            if (!(distance < nearest)) continue;
            nearest = distance;
            at = curve.x[i];
        }
    if (nearest >= kTipReach) return QToolTip::hideText();
    const QLocale locale;
    QStringList lines{
        tr("%1 %2").arg(plot_->xAxis->label(), locale.toString(at, 'g', 6)).trimmed().toHtmlEscaped()};
    for (const Curve& curve : curves_) {
        const auto index = curve.x.indexOf(at);
        if (index < 0 || index >= curve.y.size() || !std::isfinite(curve.y[index])) continue;
        lines.append(QStringLiteral("<span style='color:%1'>■</span> %2: <b>%3</b>")
                         .arg(curve.colour.name(), curve.name.toHtmlEscaped(),
                              locale.toString(curve.y[index], 'g', 4)));
    }
    QToolTip::showText(plot_->mapToGlobal(position), lines.join(QStringLiteral("<br>")), plot_);
}

bool CurvePlot::savePng(const QString& path, QSize size, int dotsPerInch) {
    paintIn({Qt::white, Qt::black, QColor(70, 70, 70), QColor(222, 222, 222)});
    const double scale = static_cast<double>(dotsPerInch) / kPointsPerInch;
    QImage image = plot_->toPixmap(size.width(), size.height(), scale).toImage();
    recolour();
    return writePng(path, std::move(image), dotsPerInch);
}

bool CurvePlot::saveSvg(const QString& path, QSize size) {
    paintIn({Qt::white, Qt::black, QColor(70, 70, 70), QColor(222, 222, 222)});
    const bool written = writeSvg(path, size, [&](QPaintDevice& paper) {
        QCPPainter painter;
        painter.begin(&paper);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        plot_->toPainter(&painter, size.width(), size.height());
    });
    recolour();
    return written;
}

}  // namespace afa
