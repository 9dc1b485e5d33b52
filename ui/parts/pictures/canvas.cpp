#include "ui/parts/pictures/canvas.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <algorithm>

#include "ui/parts/style/icons.h"

namespace afa {
namespace {

constexpr int kMargin = 16, kCorner = 8, kIcon = 56;  // pixels

}  // namespace

Canvas::Canvas(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Canvas::show(const QImage& image, const QString& description) {
    image_ = image;
    setAccessibleName(description);
    update();
}

void Canvas::clear(const QString& sentence) {
    image_ = {};
    sentence_ = sentence;
    setAccessibleName(sentence);
    update();
}

void Canvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRect room = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    if (image_.isNull()) {
        painter.setOpacity(0.45);
        themedIcon("image").paint(
            &painter, QRect(room.center().x() - kIcon / 2, room.center().y() - kIcon, kIcon, kIcon));
        painter.setOpacity(1);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRect(room.left(), room.center().y() + 12, room.width(), room.height() / 2),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, sentence_);
        return;
    }
    const QSize size = image_.size().scaled(room.size(), Qt::KeepAspectRatio);
    QRect target({}, size);
    target.moveCenter(room.center());
    QPainterPath corners;
    corners.addRoundedRect(target, kCorner, kCorner);
    painter.setClipPath(corners);
    painter.drawImage(target, image_);
}

void Canvas::mouseDoubleClickEvent(QMouseEvent*) {
    if (!image_.isNull()) Q_EMIT activated();
}

}  // namespace afa
