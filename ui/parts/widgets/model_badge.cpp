#include "ui/parts/widgets/model_badge.h"

#include <QtGui/QPainter>

#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kSide = 20, kCorner = 6;  // pixels

/// Relative luminance as WCAG 2 defines it, without its gamma: enough to choose black or white.
bool isBright(const QColor& colour) {
    return 0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF() > 0.5;
}

}  // namespace

void paintModelBadge(QPainter& painter, const QRect& rect, int index) {
    const QColor colour = modelColour(index);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(rect, kCorner, kCorner);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(rect.height() * 3 / 5);
    painter.setFont(font);
    painter.setPen(isBright(colour) ? Qt::black : Qt::white);
    painter.drawText(rect, Qt::AlignCenter, modelLetter(index));
    painter.restore();
}

ModelBadge::ModelBadge(int index, QWidget* parent) : QWidget(parent), index_(index) {
    setFixedSize(kSide, kSide);
    setAccessibleName(tr("Model %1").arg(modelLetter(index)));
}

void ModelBadge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintModelBadge(painter, rect(), index_);
}

}  // namespace afa
