#pragma once
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace afa {

/// Pictures next to each other, or two over each other with a divider, under one zoom: the same place of
/// each is seen.
class CompareCanvas : public QWidget {
    Q_OBJECT
  public:
    struct Item {
        QImage image;
        QString caption;
        QString state;  ///< shown where there is no image
    };
    static constexpr double kLargestZoom = 32;

    explicit CompareCanvas(QWidget* parent = nullptr);

    void setItems(const QList<Item>& items);
    int columns() const;  ///< of the arrangement side by side

    /// Indexes of the pictures left and right of the divider; -1, -1 = side by side.
    void setWipe(int left, int right);
    bool isWipe() const { return left_ >= 0; }
    double divider() const { return divider_; }  ///< 0 .. 1 of the picture's width
    void setDivider(double share);

    double zoom() const { return zoom_; }  ///< 1 = the whole picture is seen
    void setZoom(double zoom);
    /// The point of the pictures that stands in the middle, 0 .. 1 on each side.
    QPointF centre() const { return centre_; }

    QSize minimumSizeHint() const override { return {320, 240}; }
    QSize sizeHint() const override { return {1000, 600}; }

  Q_SIGNALS:
    void zoomChanged(double zoom);
    void dividerMoved(double share);
    void activated(int index);  ///< double click

  protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QRect cellOf(int index) const;
    QRectF placeOf(const QRect& cell, const QSize& size) const;  ///< of the whole picture, on the widget
    int indexAt(const QPoint& position) const;
    void zoomAt(const QPointF& position, double factor);
    void pan(const QPointF& pixels);
    void keepInside();
    void paintPicture(class QPainter& painter, const QRect& cell, const Item& item) const;
    void paintCaption(class QPainter& painter, const QRect& strip, const QString& text) const;
    double dividerX() const;

    QList<Item> items_;
    int left_ = -1, right_ = -1;
    double divider_ = 0.5, zoom_ = 1;
    QPointF centre_{0.5, 0.5}, dragged_;
    enum class Drag { None, Pan, Divider } drag_ = Drag::None;
};

}  // namespace afa
