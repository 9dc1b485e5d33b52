#include "ui/pages/explore/map_view.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <algorithm>
#include <cmath>

#include "ui/parts/widgets/print.h"

namespace afa {
namespace {

constexpr int kDrag = 5;     // pixels the pointer moves before a click becomes a drag
constexpr int kMargin = 10;  // pixels around everything
constexpr int kPrintMargin = 12;

}  // namespace

MapView::MapView(ExploreState& state, MapSide side, QWidget* parent)
    : QWidget(parent), state_(state), side_(side) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::CrossCursor);
    setAccessibleName(side == MapSide::First    ? tr("Attention map")
                      : side == MapSide::Second ? tr("Attention map of the second picture")
                                                : tr("Difference of the attention maps"));
    for (const auto signal : {&ExploreState::mapsChanged, &ExploreState::moved, &ExploreState::viewChanged,
                              &ExploreState::modelChanged, &ExploreState::grown})
        connect(&state, signal, this, &MapView::refresh);
    for (const auto signal : {&ExploreState::cursorMoved, &ExploreState::regionsChanged})
        connect(&state, signal, this, qOverload<>(&QWidget::update));
}

void MapView::refresh() {
    stale_ = true;
    update();
}

void MapView::resizeEvent(QResizeEvent*) {
    stale_ = true;
}

const QImage& MapView::picture() const {
    static const QImage none;
    const auto& maps = side_ == MapSide::Second ? state_.other() : state_.maps();
    return maps && side_ != MapSide::Difference ? maps->picture : none;
}

QRect MapView::pictureRect() const {
    return mapLayout(rect().adjusted(kMargin, kMargin / 2, -kMargin, 0), state_, side_).picture;
}

void MapView::ensureDrawn() {
    if (!stale_) return;
    stale_ = false;
    const QSize size = pictureRect().size() * devicePixelRatio();
    drawn_ = drawMap(state_, side_, size);
    const QImage& source = picture();
    if (source.isNull()) {
        scaledPicture_ = {};
    } else if (scaledPicture_.size() != size || scaledFrom_ != source.cacheKey()) {
        scaledPicture_ = source.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_RGB32);
        scaledFrom_ = source.cacheKey();
    }
}

QRectF MapView::rectOf(const MapRegion& region) const {
    const QRectF room = pictureRect();
    QRectF rect(
        QPointF(room.left() + region.left * room.width(), room.top() + region.top * room.height()),
        QPointF(room.left() + region.right * room.width(), room.top() + region.bottom * room.height()));
    if (drawn_.plane.empty()) return rect;
    // A point is the position it lies in.
    const double cellWidth = room.width() / drawn_.plane.width,
                 cellHeight = room.height() / drawn_.plane.height;
    if (rect.width() < 1)
        rect.setRect(room.left() + std::floor(region.left * drawn_.plane.width) * cellWidth, rect.top(),
                     cellWidth, rect.height());
    if (rect.height() < 1)
        rect.setRect(rect.left(), room.top() + std::floor(region.top * drawn_.plane.height) * cellHeight,
                     rect.width(), cellHeight);
    return rect;
}

void MapView::paintMarks(QPainter& painter) const {
    const auto outline = [&](const QRectF& rect) {  // seen on any ground
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(rect);
        painter.setPen(QPen(Qt::white, 1.4));
        painter.drawRect(rect);
    };
    for (int i = 0; i < state_.regions().size(); ++i) {
        const QRectF rect = rectOf(state_.regions()[i]);
        outline(rect);
        const QRectF tag(rect.left() - 1, std::max<double>(rect.top() - 15, pictureRect().top()), 16, 15);
        painter.fillRect(tag, Qt::black);
        painter.setPen(Qt::white);
        painter.drawText(tag, Qt::AlignCenter, QString::number(i + 1));
    }
    if (!state_.cursor()) return;
    const QPointF at = *state_.cursor();
    if (pressed_)
        outline(rectOf({std::min(at.x(), pressed_->x()), std::min(at.y(), pressed_->y()),
                        std::max(at.x(), pressed_->x()), std::max(at.y(), pressed_->y())}));
    else if (!drawn_.plane.empty())
        outline(rectOf({at.x(), at.y(), at.x(), at.y()}));
}

void MapView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!state_.maps() || (side_ != MapSide::First && !state_.other())) return;
    ensureDrawn();
    const auto layout = mapLayout(rect().adjusted(kMargin, kMargin / 2, -kMargin, 0), state_, side_);
    paintMap(painter, layout, state_, side_, drawn_, scaledPicture_, palette());
    paintMarks(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(layout.picture.adjusted(-3, -3, 2, 2));
    }
}

QPointF MapView::fractionAt(const QPointF& point) const {
    const QRectF room = pictureRect();
    // Below 1: the last position ends there.
    constexpr double kLast = 1 - 1e-9;
    return {std::clamp((point.x() - room.left()) / room.width(), 0.0, kLast),
            std::clamp((point.y() - room.top()) / room.height(), 0.0, kLast)};
}

std::optional<double> MapView::valueAt(const QPoint& point) {
    ensureDrawn();
    if (drawn_.plane.empty() || !pictureRect().contains(point)) return std::nullopt;
    const QPointF at = fractionAt(QPointF(point) + QPointF(0.5, 0.5));
    return static_cast<double>(drawn_.plane.at(static_cast<int>(at.y() * drawn_.plane.height),
                                               static_cast<int>(at.x() * drawn_.plane.width)));
}

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && pictureRect().contains(event->pos()))
        pressed_ = fractionAt(event->position());
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    if (pressed_ || pictureRect().contains(event->pos()))
        state_.setCursor(fractionAt(event->position() + QPointF(0.5, 0.5)));
    else
        state_.setCursor(std::nullopt);
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !pressed_) return;
    const QPointF from = *pressed_, to = fractionAt(event->position());
    pressed_.reset();
    const QPointF moved((to.x() - from.x()) * pictureRect().width(),
                        (to.y() - from.y()) * pictureRect().height());
    if (moved.manhattanLength() < kDrag)
        state_.addRegion({from.x(), from.y(), from.x(), from.y()});
    else
        state_.addRegion({std::min(from.x(), to.x()), std::min(from.y(), to.y()), std::max(from.x(), to.x()),
                          std::max(from.y(), to.y())});
}

void MapView::leaveEvent(QEvent*) {
    if (!pressed_) state_.setCursor(std::nullopt);
}

void MapView::moveCursor(int dx, int dy) {
    ensureDrawn();
    if (drawn_.plane.empty()) return;
    const QPointF now = state_.cursor().value_or(QPointF(0.5, 0.5));
    const auto moved = [](double at, int by, int positions) {
        const int index = std::clamp(static_cast<int>(at * positions) + by, 0, positions - 1);
        return (index + 0.5) / positions;
    };
    state_.setCursor(
        QPointF(moved(now.x(), dx, drawn_.plane.width), moved(now.y(), dy, drawn_.plane.height)));
}

void MapView::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (shift && event->key() == Qt::Key_Left) return moveCursor(-1, 0);
    if (shift && event->key() == Qt::Key_Right) return moveCursor(1, 0);
    if (shift && event->key() == Qt::Key_Up) return moveCursor(0, -1);
    if (shift && event->key() == Qt::Key_Down) return moveCursor(0, 1);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state_.cursor()) {
        const QPointF at = *state_.cursor();
        return state_.addRegion({at.x(), at.y(), at.x(), at.y()});
    }
    QWidget::keyPressEvent(event);
}

bool MapView::savePng(const QString& path, QSize size, int dotsPerInch) const {
    return state_.maps() && printPng(path, size, dotsPerInch, [&](QPainter& painter) {
               painter.setRenderHint(QPainter::SmoothPixmapTransform);
               print(painter, size, 3);
           });
}

bool MapView::saveSvg(const QString& path, QSize size) const {
    return state_.maps() && printSvg(path, size, [&](QPainter& painter) { print(painter, size, 1); });
}

/// `sharpness`: pixels of the map for a point of paper.
void MapView::print(QPainter& painter, QSize size, int sharpness) const {
    const QRect paper(QPoint(), size);
    const auto layout =
        mapLayout(paper.adjusted(kPrintMargin, kPrintMargin, -kPrintMargin, 0), state_, side_);
    paintMap(painter, layout, state_, side_, drawMap(state_, side_, layout.picture.size() * sharpness),
             picture(), printPalette());
}

}  // namespace afa
