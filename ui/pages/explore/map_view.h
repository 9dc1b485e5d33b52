#pragma once
#include <QtWidgets/QWidget>
#include <optional>

#include "ui/pages/explore/map_drawing.h"

namespace afa {

/// One map over its picture: the pointer reads weights, a click or a drag makes a region. With Shift the
/// arrow keys move the reading position; Enter makes a region of it.
class MapView : public QWidget {
    Q_OBJECT
  public:
    MapView(ExploreState& state, MapSide side, QWidget* parent = nullptr);

    QRect pictureRect() const;
    /// The weight, entropy, model or difference drawn at a point of the widget; nothing outside.
    std::optional<double> valueAt(const QPoint& point);
    /// As it is shown, for print: white ground, black letters. False: the file could not be written.
    bool savePng(const QString& path, QSize size = {600, 660}, int dotsPerInch = 300) const;
    bool saveSvg(const QString& path, QSize size = {600, 660}) const;  ///< text as text

    QSize sizeHint() const override { return {480, 520}; }
    QSize minimumSizeHint() const override { return {200, 240}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void print(QPainter& painter, QSize size, int sharpness) const;
    void refresh();
    void ensureDrawn();
    void paintMarks(QPainter& painter) const;
    void moveCursor(int dx, int dy);
    QPointF fractionAt(const QPointF& point) const;
    QRectF rectOf(const MapRegion& region) const;
    const QImage& picture() const;

    ExploreState& state_;
    MapSide side_;
    DrawnMap drawn_;
    bool stale_ = true;
    QImage scaledPicture_;
    qint64 scaledFrom_ = 0;
    std::optional<QPointF> pressed_;
};

}  // namespace afa
