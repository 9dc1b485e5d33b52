#include "ui/pages/explore/recipe_bars.h"

#include <QtCore/QLocale>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <cmath>

#include "ui/parts/widgets/model_badge.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kRow = 18, kHead = 28, kLabel = 78, kMargin = 8, kBadge = 16;  // pixels
constexpr int kLeastText = 34;  // pixels of a bar that has room for its number

}  // namespace

RecipeBars::RecipeBars(ExploreState& state, QWidget* parent) : QWidget(parent), state_(state) {
    setAccessibleName(tr("Mean weight per stage and model"));
    connect(&state, &ExploreState::mapsChanged, this, [this] {
        updateGeometry();
        update();
    });
    for (const auto signal : {&ExploreState::moved, &ExploreState::grown})
        connect(&state, signal, this, qOverload<>(&QWidget::update));
}

QSize RecipeBars::sizeHint() const {
    return {420, kHead + kRow * (state_.maps() ? state_.maps()->stages() : 25) + kMargin};
}

std::vector<double> RecipeBars::weights(int stage) const {
    // Of both halves, as the exported recipe (core/eval/maps_report.h).
    const auto& maps = *state_.maps();
    std::vector<double> weights;
    double sum = 0;
    for (int model = 0; model < maps.models(); ++model) {
        weights.push_back(maps.overview.meanOverSteps(stage, MapsHalf::Both, model));
        sum += weights.back();
    }
    if (!(sum > 0)) return {};
    for (double& weight : weights)
        weight /= sum;
    return weights;
}

void RecipeBars::paintEvent(QPaintEvent*) {
    if (!state_.maps()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& maps = *state_.maps();
    const int room = (width() - 2 * kMargin) / maps.models();
    for (int i = 0; i < maps.models(); ++i) {
        const QRect cell(kMargin + i * room, 4, room - 4, kBadge);
        paintModelBadge(painter, {cell.left(), cell.top(), kBadge, kBadge}, i);
        painter.setPen(palette().color(QPalette::Text));
        const QRect name = cell.adjusted(kBadge + 5, 0, 0, 0);
        painter.drawText(name, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(
                             QString::fromStdString(maps.record.modelNames[static_cast<std::size_t>(i)]),
                             Qt::ElideMiddle, name.width()));
    }
    QFont small = font();
    small.setPixelSize(10);
    painter.setFont(small);
    for (int stage = 1; stage <= maps.stages(); ++stage) {
        const QRect row(kMargin, kHead + (stage - 1) * kRow, width() - 2 * kMargin, kRow);
        const bool now = stage == state_.stage();
        painter.setPen(palette().color(now ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(row, Qt::AlignVCenter,
                         tr("%1 %2").arg(stage).arg(QString::fromStdString(maps.stage(stage)->mbwKey)));
        const QRectF bar(row.left() + kLabel, row.top() + 2, row.width() - kLabel, kRow - 4);
        const auto all = weights(stage);
        if (all.empty()) {
            painter.drawText(bar, Qt::AlignVCenter, tr("no maps"));
            continue;
        }
        double left = bar.left();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const QRectF part(left, bar.top(), bar.width() * all[i], bar.height());
            const QColor colour = modelColour(static_cast<int>(i));
            painter.fillRect(part.adjusted(0, 0, -1, 0), colour);
            if (part.width() >= kLeastText) {
                painter.setPen(colour.lightnessF() > 0.55F ? Qt::black : Qt::white);
                painter.drawText(part, Qt::AlignCenter, QLocale().toString(all[i], 'f', 2));
            }
            left += part.width();
        }
        if (now) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
            painter.drawRect(bar.adjusted(-1, -1, 0, 1));
        }
    }
}

void RecipeBars::mousePressEvent(QMouseEvent* event) {
    if (event->pos().y() >= kHead) state_.setStage((event->pos().y() - kHead) / kRow + 1);
}

}  // namespace afa
