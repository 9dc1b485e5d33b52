#include "ui/parts/widgets/unet_drawing.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QToolTip>
#include <algorithm>
#include <cmath>

namespace afa {
namespace {

constexpr int kSide = 8, kTop = 6, kCaption = 22, kGap = 3, kCorner = 4;  // pixels
constexpr int kTallest = 30;
constexpr double kDark = 0.55;  // luminance below which letters are white

double luminance(const QColor& colour) {
    return 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF();
}

/// Each stage's level by its modules' names; by its place between the ends where they say nothing.
QList<int> levelsOf(const QList<UNetDrawing::Stage>& stages) {
    static const QRegularExpression block(QStringLiteral("^(down|up)_blocks\\.(\\d+)\\.(\\w+)"));
    QList<int> levels;
    int deepest = 0;
    bool known = true;
    for (const auto& stage : stages) {
        const auto match = block.match(stage.name);
        int level = 0;
        if (match.hasMatch()) {
            level = match.captured(2).toInt();
            if (match.captured(1) == u"up")
                level = -1 - level;  // from below; settled when the depth is known
            else if (match.captured(3) == u"downsamplers")
                ++level;
        } else if (stage.name.startsWith(QStringLiteral("mid_block"))) {
            level = -1;
        } else if (!stage.name.startsWith(QStringLiteral("conv_in"))) {
            known = false;
        }
        deepest = std::max(deepest, level);
        levels.append(level);
    }
    const int count = static_cast<int>(stages.size());
    for (int i = 0; i < count; ++i) {
        if (known && levels[i] < 0) levels[i] = std::max(0, deepest + 1 + levels[i]);
        if (!known) levels[i] = std::min(i, count - 1 - i) / 3;
    }
    return levels;
}

}  // namespace

UNetDrawing::UNetDrawing(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("U-Net stages"));
}

void UNetDrawing::setStages(const QList<Stage>& stages) {
    stages_ = stages;
    levels_ = levelsOf(stages);
    deepest_ = levels_.isEmpty() ? 0 : *std::max_element(levels_.begin(), levels_.end());
    current_ = std::min(current_, count() - 1);
    hovered_ = -1;
    update();
}

void UNetDrawing::setValues(const QList<double>& values) {
    if (values_ == values) return;
    values_ = values;
    update();
}

void UNetDrawing::setColours(std::function<QColor(double)> colours) {
    colours_ = std::move(colours);
    update();
}

void UNetDrawing::setValueTitle(const QString& title) {
    valueTitle_ = title;
}

void UNetDrawing::setCurrent(int index) {
    if (index == current_ || index >= count()) return;
    current_ = index;
    setAccessibleDescription(index >= 0 ? describe(index) : QString());
    update();
}

void UNetDrawing::choose(int index) {
    if (count() == 0) return;
    index = std::clamp(index, 0, count() - 1);
    if (index == current_) return;
    setCurrent(index);
    Q_EMIT chosen(index);
}

QRect UNetDrawing::blockRect(int index) const {
    const double pitch = (width() - 2.0 * kSide + kGap) / std::max(1, count());
    const int left = kSide + static_cast<int>(std::lround(index * pitch));
    const int right = kSide + static_cast<int>(std::lround((index + 1) * pitch)) - kGap;
    const int room = height() - kTop - kCaption;
    const int tall = std::min(kTallest, room / (deepest_ + 1) + 6);
    const int drop = deepest_ > 0 ? (room - tall) / deepest_ : 0;
    return {left, kTop + levels_[index] * drop, std::max(2, right - left), tall};
}

int UNetDrawing::blockAt(const QPoint& position) const {
    for (int i = 0; i < count(); ++i)
        if (blockRect(i).adjusted(-1, -2, 1, 2).contains(position)) return i;
    return -1;
}

QString UNetDrawing::describe(int index) const {
    const Stage& stage = stages_[index];
    QString text = tr("Stage %1 · %2 · %3").arg(index + 1).arg(stage.label, stage.name);
    if (index < values_.size() && std::isfinite(values_[index]))
        text += QStringLiteral(" · ") +
                (valueTitle_.isEmpty()
                     ? QLocale().toString(values_[index], 'f', 3)
                     : tr("%1: %2").arg(valueTitle_, QLocale().toString(values_[index], 'f', 3)));
    else if (!values_.isEmpty())
        text += QStringLiteral(" · ") + tr("no maps");
    return text;
}

QColor UNetDrawing::colourOf(int index) const {
    if (index >= values_.size() || !std::isfinite(values_[index])) return {};
    if (colours_) return colours_(values_[index]);
    QColor colour = palette().color(QPalette::Highlight);
    colour.setAlphaF(static_cast<float>(std::clamp(values_[index], 0.0, 1.0)));
    return colour;
}

void UNetDrawing::paintSkips(QPainter& painter) const {
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
    for (int i = 0; i < count() / 2; ++i) {
        const QRect from = blockRect(i), to = blockRect(count() - 1 - i);
        if (levels_[i] != levels_[count() - 1 - i]) continue;
        // Several stages share a level: their lines lie beside each other.
        const int lane = from.top() + 5 + (i * 7) % std::max(1, from.height() - 9);
        painter.drawLine(from.right() + 1, lane, to.left() - 1, lane);
    }
}

void UNetDrawing::paintBlock(QPainter& painter, int index) const {
    const QRect block = blockRect(index);
    const QColor colour = colourOf(index);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(block).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, colour.isValid() ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawPath(shape);
    if (colour.isValid()) painter.fillPath(shape, colour);
    const QString number = QString::number(index + 1);
    if (painter.fontMetrics().horizontalAdvance(number) + 2 <= block.width()) {
        const bool dark = colour.isValid() && colour.alphaF() > 0.6F && luminance(colour) < kDark;
        const bool bright = colour.isValid() && colour.alphaF() > 0.6F && !dark;
        painter.setPen(dark ? Qt::white : bright ? Qt::black : palette().color(QPalette::PlaceholderText));
        painter.drawText(block, Qt::AlignCenter, number);
    }
    if (index == current_ || index == hovered_) {
        const bool now = index == current_;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(now ? QPalette::Text : QPalette::PlaceholderText), now ? 2 : 1));
        painter.drawRoundedRect(QRectF(block).adjusted(-1.5, -1.5, 1.5, 1.5), kCorner + 1, kCorner + 1);
        if (now && hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRoundedRect(QRectF(block).adjusted(-3.5, -3.5, 3.5, 3.5), kCorner + 3, kCorner + 3);
        }
    }
}

void UNetDrawing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(10);
    painter.setFont(small);
    paintSkips(painter);
    for (int i = 0; i < count(); ++i)
        paintBlock(painter, i);
    const int told = hovered_ >= 0 ? hovered_ : current_;
    if (told < 0) return;
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QRect caption(kSide, height() - kCaption + 2, width() - 2 * kSide, kCaption - 2);
    painter.drawText(caption, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(describe(told), Qt::ElideRight, caption.width()));
}

void UNetDrawing::mousePressEvent(QMouseEvent* event) {
    if (const int index = blockAt(event->pos()); index >= 0) choose(index);
}

void UNetDrawing::mouseMoveEvent(QMouseEvent* event) {
    const int index = blockAt(event->pos());
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (index >= 0 && (event->buttons() & Qt::LeftButton)) choose(index);
    if (index == hovered_) return;
    hovered_ = index;
    update();
}

void UNetDrawing::leaveEvent(QEvent*) {
    hovered_ = -1;
    update();
}

bool UNetDrawing::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int index = blockAt(help->pos());
        if (index < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), describe(index), this);
        return true;
    }
    return QWidget::event(event);
}

void UNetDrawing::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return choose(current_ - 1);
        case Qt::Key_Right:
            return choose(current_ + 1);
        case Qt::Key_Home:
            return choose(0);
        case Qt::Key_End:
            return choose(count() - 1);
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace afa
