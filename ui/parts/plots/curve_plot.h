#pragma once
#include <QtCore/QList>
#include <QtGui/QColor>
#include <QtWidgets/QWidget>
#include <memory>
#include <optional>

class QCPItemLine;
class QCustomPlot;

namespace afa {

/// A line of a plot. NaN in y is a gap.
struct Curve {
    QString name;
    QColor colour;
    QList<double> x, y;
    Qt::PenStyle style = Qt::SolidLine;
    double width = 1.6;   ///< pixels
    bool points = false;  ///< a dot at every value
};

/// Named curves over one x axis: legend, tooltips at the nearest value, zoom by wheel and keys, pan by
/// dragging, the whole again by a double click, in the colours of the palette.
class CurvePlot : public QWidget {
    Q_OBJECT
  public:
    explicit CurvePlot(QWidget* parent = nullptr);

    void setAxisTitles(const QString& x, const QString& y);
    /// Values that are not above 0 are gaps on a logarithmic axis.
    void setLogarithmic(bool logarithmic);
    bool logarithmic() const { return logarithmic_; }
    /// What the whole view shows of y; without it, what the curves take.
    void setYRange(double lowest, double highest);
    void setWholeNumbersOnX(bool whole);  ///< no ticks between 1 and 2
    void setLegend(bool shown);
    /// Shown in the middle while there is nothing to draw.
    void setEmptyText(const QString& text);

    /// Replaces all curves. A view that was zoomed stays as it is; the whole view follows the curves.
    void setCurves(const QList<Curve>& curves);
    const QList<Curve>& curves() const { return curves_; }
    void append(int curve, double x, double y);
    /// A vertical line, such as "you are here"; cheap to move.
    void setMarker(std::optional<double> x);
    void showAll();
    bool zoomed() const { return zoomed_; }

    struct Range {
        double lowest = 0, highest = 0;
    };
    Range xRange() const;
    Range yRange() const;

    /// As it is shown, at `width` x `height` points; a white ground and black axes whatever the theme. False:
    /// the file could not be written. The old file stays then.
    bool savePng(const QString& path, QSize size = {640, 400}, int dotsPerInch = 300);
    bool saveSvg(const QString& path, QSize size = {640, 400});  ///< text as text

  Q_SIGNALS:
    void clicked(double x);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Colours;
    void paintIn(const Colours& colours);
    void recolour();
    void fillGraph(int index);
    void fitRanges();
    void zoom(double factor);
    void showTip(const QPoint& position);
    QList<double> drawable(const QList<double>& y) const;

    QCustomPlot* plot_;
    QCPItemLine* marker_;
    QList<Curve> curves_;
    QString emptyText_;
    std::optional<Range> yRange_;
    bool logarithmic_ = false, zoomed_ = false, fitting_ = false;
    QPoint pressed_;
};

}  // namespace afa
