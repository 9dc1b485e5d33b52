#include "ui/pages/explore/readout.h"

#include <QtCore/QLocale>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <algorithm>

#include "ui/parts/widgets/model_badge.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kRow = 22, kBadge = 16, kNumber = 54, kName = 110, kHead = 20, kBar = 8;  // pixels

}  // namespace

Readout::Readout(ExploreState& state, QWidget* parent) : QWidget(parent), state_(state) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Each model's weight at the pointer; a click chooses the model"));
    setAccessibleName(tr("Weights at the pointer"));
    for (const auto signal : {&ExploreState::moved, &ExploreState::viewChanged, &ExploreState::modelChanged,
                              &ExploreState::cursorMoved, &ExploreState::grown})
        connect(&state, signal, this, qOverload<>(&QWidget::update));
    connect(&state, &ExploreState::mapsChanged, this, [this] {
        updateGeometry();
        update();
    });
}

QSize Readout::sizeHint() const {
    return {420, kHead + kRow * (state_.maps() ? state_.maps()->models() : 3) + 4};
}

std::vector<double> Readout::values(MapSide side) const {
    const auto& maps = side == MapSide::Second ? state_.other() : state_.maps();
    const StageMap* map = side == MapSide::Second ? state_.otherMap() : state_.map();
    if (!map) return {};
    MapRegion where;
    if (state_.cursor())
        where = {state_.cursor()->x(), state_.cursor()->y(), state_.cursor()->x(), state_.cursor()->y()};
    return regionMeans(maps->record, *map, state_.half(), where);
}

QString Readout::place() const {
    const StageMap* map = state_.map();
    if (!map) return tr("No map at this step and stage");
    if (!state_.cursor()) return tr("Mean over the picture");
    const auto x = static_cast<int>(state_.cursor()->x() * static_cast<double>(map->width));
    const auto y = static_cast<int>(state_.cursor()->y() * static_cast<double>(map->height));
    return tr("Position x %1, y %2 of %3 × %4").arg(x).arg(y).arg(map->width).arg(map->height);
}

void Readout::paintEvent(QPaintEvent*) {
    if (!state_.maps()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(0, 0, width(), kHead), Qt::AlignVCenter | Qt::AlignLeft, place());
    const auto first = values(MapSide::First), second = values(MapSide::Second);
    const int models = state_.maps()->models();
    const int numbers = state_.other() ? 2 * kNumber : kNumber;
    for (int i = 0; i < models; ++i) {
        const QRect row(0, kHead + i * kRow, width(), kRow);
        if (i == state_.model() && state_.quantity() == ExploreState::Quantity::Weight) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette().color(QPalette::Button));
            painter.drawRoundedRect(row, 5, 5);
        }
        paintModelBadge(painter, QRect(4, row.top() + (kRow - kBadge) / 2, kBadge, kBadge), i);
        painter.setPen(palette().color(QPalette::Text));
        const QRect name(kBadge + 10, row.top(), kName, kRow);
        painter.drawText(
            name, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(
                QString::fromStdString(state_.maps()->record.modelNames[static_cast<std::size_t>(i)]),
                Qt::ElideMiddle, name.width()));
        const QRect bar(name.right() + 8, row.center().y() - kBar / 2, width() - name.right() - 16 - numbers,
                        kBar);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Mid));
        painter.drawRoundedRect(bar, kBar / 2.0, kBar / 2.0);
        const auto index = static_cast<std::size_t>(i);
        if (index >= first.size()) continue;
        painter.setBrush(modelColour(i));
        const double share = std::clamp(first[index], 0.0, 1.0);
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), std::max(2.0, bar.width() * share), kBar),
                                kBar / 2.0, kBar / 2.0);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(bar.right() + 4, row.top(), kNumber, kRow), Qt::AlignVCenter | Qt::AlignRight,
                         QLocale().toString(first[index], 'f', 4));
        if (index < second.size())
            painter.drawText(QRect(bar.right() + 4 + kNumber, row.top(), kNumber, kRow),
                             Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(second[index], 'f', 4));
    }
}

void Readout::mousePressEvent(QMouseEvent* event) {
    const int row = (event->pos().y() - kHead) / kRow;
    if (event->pos().y() >= kHead) state_.setModel(row);
}

}  // namespace afa
