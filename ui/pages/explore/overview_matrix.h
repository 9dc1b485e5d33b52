#pragma once
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include "ui/pages/explore/explore_state.h"

namespace afa {

/// Steps by stages in colours: mean weight of the chosen model, entropy, or how much the weight varies over
/// the picture. A click jumps there.
class OverviewMatrix : public QWidget {
    Q_OBJECT
  public:
    enum class Figure { Mean, Entropy, Spread };

    explicit OverviewMatrix(ExploreState& state, QWidget* parent = nullptr);
    void setFigure(Figure figure);
    Figure figure() const { return figure_; }
    QRect cellRect(int step, int stage) const;
    /// NaN where the map is missing.
    double value(int step, int stage) const;
    bool savePng(const QString& path, QSize size = {640, 480}, int dotsPerInch = 300);
    bool saveSvg(const QString& path, QSize size = {640, 480});

    QSize sizeHint() const override { return {520, 380}; }
    QSize minimumSizeHint() const override { return {260, 200}; }

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

  private:
    struct Cell {
        int step = -1, stage = -1;
    };
    Cell cellAt(const QPoint& position) const;
    QRect plotRect(const QRect& rect) const;
    QString describe(int step, int stage) const;
    QString title() const;
    PlaneRange range() const;
    void rebuild();
    void paint(QPainter& painter, const QRect& rect, const QPalette& palette, bool marker);
    void jump(const QPoint& position);

    ExploreState& state_;
    Figure figure_ = Figure::Mean;
    QImage cells_;  ///< a pixel per cell
    bool stale_ = true;
};

}  // namespace afa
