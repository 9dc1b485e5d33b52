#include "ui/pages/compare/compare_canvas.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <algorithm>
#include <cmath>

namespace afa {
namespace {

constexpr int kMargin = 12, kGap = 12, kCaption = 26, kGrip = 8, kHandle = 22;  // pixels
constexpr double kStep = 1.25;                                                  // of one key or wheel notch
constexpr double kPanStep = 0.1;   // of the widget, for an arrow key
constexpr double kPixelsSeen = 6;  // screen pixels to one of the picture: from here its squares are shown

}  // namespace

CompareCanvas::CompareCanvas(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Compared pictures"));
    setToolTip(
        tr("Wheel, + and − zoom into all pictures, 0 shows them whole; drag or use the arrow keys to "
           "move"));
}

void CompareCanvas::setItems(const QList<Item>& items) {
    items_ = items;
    if (std::max(left_, right_) >= items_.size()) left_ = right_ = -1;
    QStringList captions;
    for (const auto& item : items_)
        captions.append(item.caption);
    setAccessibleDescription(captions.join(QStringLiteral("; ")));
    update();
}

void CompareCanvas::setWipe(int left, int right) {
    const bool both = left >= 0 && right >= 0 && left < items_.size() && right < items_.size();
    left_ = both ? left : -1;
    right_ = both ? right : -1;
    update();
}

void CompareCanvas::setDivider(double share) {
    share = std::clamp(share, 0.0, 1.0);
    if (share == divider_) return;
    divider_ = share;
    Q_EMIT dividerMoved(divider_);
    update();
}

void CompareCanvas::setZoom(double zoom) {
    zoomAt(isWipe() || items_.isEmpty() ? QRectF(rect()).center() : QRectF(cellOf(0)).center(), zoom / zoom_);
}

int CompareCanvas::columns() const {
    // The arrangement whose cells show pictures largest, taking the first one's shape for all.
    const auto count = static_cast<int>(items_.size());
    QSizeF shape(1, 1);
    for (const auto& item : items_)
        if (!item.image.isNull()) {
            shape = item.image.size();
            break;
        }
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const QSizeF cell((width() - 2.0 * kMargin - (columns - 1) * kGap) / columns,
                          (height() - 2.0 * kMargin - (rows - 1) * kGap) / rows - kCaption);
        const double side = shape.scaled(cell, Qt::KeepAspectRatio).width();
        if (side > largest + 0.5) {
            largest = side;
            best = columns;
        }
    }
    return best;
}

QRect CompareCanvas::cellOf(int index) const {
    if (isWipe()) return rect().adjusted(kMargin, kMargin, -kMargin, -kMargin - kCaption);
    const int across = columns(), count = static_cast<int>(items_.size());
    const int down = (count + across - 1) / across;
    const int wide = (width() - 2 * kMargin - (across - 1) * kGap) / across;
    const int high = (height() - 2 * kMargin - (down - 1) * kGap) / down;
    return {kMargin + index % across * (wide + kGap), kMargin + index / across * (high + kGap), wide,
            std::max(1, high - kCaption)};
}

QRectF CompareCanvas::placeOf(const QRect& cell, const QSize& size) const {
    const QSizeF whole = QSizeF(size).scaled(QSizeF(cell.size()), Qt::KeepAspectRatio) * zoom_;
    const QPointF middle = QRectF(cell).center();
    return {middle.x() - centre_.x() * whole.width(), middle.y() - centre_.y() * whole.height(),
            whole.width(), whole.height()};
}

double CompareCanvas::dividerX() const {
    const QRect cell = cellOf(left_);
    const auto& image = items_[left_].image;
    const QRectF seen = image.isNull() ? QRectF(cell) : placeOf(cell, image.size()) & QRectF(cell);
    return seen.left() + divider_ * seen.width();
}

void CompareCanvas::paintCaption(QPainter& painter, const QRect& strip, const QString& text) const {
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(strip, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideMiddle, strip.width()));
}

void CompareCanvas::paintPicture(QPainter& painter, const QRect& cell, const Item& item) const {
    if (item.image.isNull()) {
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(cell.adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, item.state);
        return;
    }
    painter.save();
    painter.setClipRect(cell, Qt::IntersectClip);
    const QRectF place = placeOf(cell, item.image.size());
    const bool squares = zoom_ > 1 && place.width() / item.image.width() >= kPixelsSeen;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !squares);
    painter.drawImage(place, item.image);
    painter.restore();
}

void CompareCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QApplication::palette().color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
    if (!isWipe()) {
        for (int i = 0; i < items_.size(); ++i) {
            const QRect cell = cellOf(i);
            paintPicture(painter, cell, items_[i]);
            paintCaption(painter, {cell.left(), cell.bottom() + 1, cell.width(), kCaption},
                         items_[i].caption);
        }
        return;
    }
    const QRect cell = cellOf(left_);
    const double x = dividerX();
    painter.save();
    painter.setClipRect(QRectF(cell.left(), cell.top(), x - cell.left(), cell.height()));
    paintPicture(painter, cell, items_[left_]);
    painter.setClipRect(QRectF(x, cell.top(), cell.right() + 1 - x, cell.height()));
    paintPicture(painter, cell, items_[right_]);
    painter.restore();
    painter.setPen(QPen(Qt::black, 3));
    painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()));
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()));
    painter.setBrush(QApplication::palette().color(QPalette::Highlight));
    const QRectF handle(x - kHandle / 2.0, cell.center().y() - kHandle / 2.0, kHandle, kHandle);
    painter.drawEllipse(handle);
    painter.drawText(handle, Qt::AlignCenter, QStringLiteral("⇆"));
    const int half = width() / 2 - kMargin - kGap / 2, top = cell.bottom() + 1;
    paintCaption(painter, {kMargin, top, half, kCaption}, tr("Left: %1").arg(items_[left_].caption));
    paintCaption(painter, {width() / 2 + kGap / 2, top, half, kCaption},
                 tr("Right: %1").arg(items_[right_].caption));
}

int CompareCanvas::indexAt(const QPoint& position) const {
    if (isWipe()) return position.x() < dividerX() ? left_ : right_;
    for (int i = 0; i < items_.size(); ++i)
        if (cellOf(i).adjusted(0, 0, 0, kCaption).contains(position)) return i;
    return -1;
}

/// The point under `position` stays where it is.
void CompareCanvas::zoomAt(const QPointF& position, double factor) {
    const double before = zoom_;
    zoom_ = std::clamp(zoom_ * factor, 1.0, kLargestZoom);
    const int index = indexAt(position.toPoint());
    if (index >= 0 && zoom_ != before) {
        const QRect cell = cellOf(index);
        const QSize shape = items_[index].image.isNull() ? cell.size() : items_[index].image.size();
        const QSizeF whole = QSizeF(shape).scaled(QSizeF(cell.size()), Qt::KeepAspectRatio);
        const QPointF away = position - QRectF(cell).center();
        centre_ += QPointF(away.x() / whole.width(), away.y() / whole.height()) * (1 / before - 1 / zoom_);
    }
    keepInside();
    if (zoom_ != before) Q_EMIT zoomChanged(zoom_);
    update();
}

void CompareCanvas::pan(const QPointF& pixels) {
    if (items_.isEmpty()) return;
    const int index = isWipe() ? left_ : 0;
    const QRect cell = cellOf(index);
    const QSize shape = items_[index].image.isNull() ? cell.size() : items_[index].image.size();
    const QSizeF whole = QSizeF(shape).scaled(QSizeF(cell.size()), Qt::KeepAspectRatio) * zoom_;
    centre_ -= QPointF(pixels.x() / whole.width(), pixels.y() / whole.height());
    keepInside();
    update();
}

void CompareCanvas::keepInside() {
    const double half = 0.5 / zoom_;
    centre_ = {std::clamp(centre_.x(), half, 1 - half), std::clamp(centre_.y(), half, 1 - half)};
}

void CompareCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0) zoomAt(event->position(), std::pow(kStep, notches));
    event->accept();
}

void CompareCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const bool atDivider = isWipe() && std::abs(event->position().x() - dividerX()) <= kGrip + kHandle / 2.0;
    drag_ = atDivider ? Drag::Divider : Drag::Pan;
    dragged_ = event->position();
}

void CompareCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (drag_ == Drag::Pan) pan(event->position() - dragged_);
    if (drag_ == Drag::Divider) {
        const QRect cell = cellOf(left_);
        const auto& image = items_[left_].image;
        const QRectF seen = image.isNull() ? QRectF(cell) : placeOf(cell, image.size()) & QRectF(cell);
        setDivider((event->position().x() - seen.left()) / seen.width());
    }
    dragged_ = event->position();
    const bool atDivider = isWipe() && std::abs(event->position().x() - dividerX()) <= kGrip + kHandle / 2.0;
    setCursor(atDivider ? Qt::SplitHCursor : zoom_ > 1 ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent*) {
    drag_ = Drag::None;
}

void CompareCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const int index = indexAt(event->position().toPoint());
    if (index >= 0) Q_EMIT activated(index);
}

void CompareCanvas::keyPressEvent(QKeyEvent* event) {
    const QPointF step(width() * kPanStep, height() * kPanStep);
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return setZoom(zoom_ * kStep);
        case Qt::Key_Minus:
            return setZoom(zoom_ / kStep);
        case Qt::Key_0:
            return setZoom(1);
        case Qt::Key_Left:
            return pan({step.x(), 0});
        case Qt::Key_Right:
            return pan({-step.x(), 0});
        case Qt::Key_Up:
            return pan({0, step.y()});
        case Qt::Key_Down:
            return pan({0, -step.y()});
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace afa
