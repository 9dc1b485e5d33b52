#include "ui/pages/explore/map_drawing.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <algorithm>
#include <cmath>

#include "ui/pages/explore/map_view.h"
#include "ui/parts/widgets/model_badge.h"
#include "ui/services/values/images.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kLine = 18, kHead = 2 * kLine + 4, kLegend = 40, kRampHeight = 10, kMaxRamp = 260;  // pixels
constexpr int kBadge = 16, kMostName = 140;
constexpr float kLeastSpan = 1e-3F;  // of a stretched scale: rounding must not look like a map

const ExploredMaps* mapsOf(const ExploreState& state, MapSide side) {
    return side == MapSide::Second ? state.other().get() : state.maps().get();
}

MapPlane quantityPlane(const ExploreState& state, const MapsRecord& record, const StageMap& map,
                       ExploreState::Quantity quantity) {
    switch (quantity) {
        case ExploreState::Quantity::Entropy:
            return entropyPlane(record, map, state.half());
        case ExploreState::Quantity::Dominant:
            return dominantPlane(record, map, state.half());
        case ExploreState::Quantity::Weight:
            break;
    }
    return weightPlane(record, map, state.half(), std::min(state.model(), record.models() - 1));
}

/// A difference of dominant models has no meaning: that of weights is shown.
ExploreState::Quantity shownQuantity(const ExploreState& state, MapSide side) {
    return side == MapSide::Difference && state.quantity() == ExploreState::Quantity::Dominant
               ? ExploreState::Quantity::Weight
               : state.quantity();
}

MapPlane planeOf(const ExploreState& state, MapSide side) {
    const StageMap* first = state.map();
    const StageMap* second = state.otherMap();
    const auto quantity = shownQuantity(state, side);
    if (side == MapSide::First)
        return first ? quantityPlane(state, state.maps()->record, *first, quantity) : MapPlane{};
    if (!second) return {};
    MapPlane plane = quantityPlane(state, state.other()->record, *second, quantity);
    if (side == MapSide::Second) return plane;
    if (!first) return {};
    return differencePlane(quantityPlane(state, state.maps()->record, *first, quantity), plane);
}

PlaneRange shownRange(const ExploreState& state, MapSide side, const MapPlane& plane) {
    const PlaneRange own = rangeOf(plane);
    if (side == MapSide::Difference) {
        const float bound =
            state.stretched() ? std::max({std::abs(own.lowest), std::abs(own.highest), kLeastSpan}) : 1.0F;
        return {-bound, bound};
    }
    if (!state.stretched()) return {0, 1};
    return own.highest - own.lowest >= kLeastSpan
               ? own
               : PlaneRange{own.lowest - kLeastSpan, own.highest + kLeastSpan};
}

QString number(double value) {
    return QLocale().toString(value, 'g', 3);
}

void paintModels(QPainter& painter, const QRect& rect, const ExploredMaps& maps, const QPalette& palette) {
    const int room = std::min(kMostName, rect.width() / std::max(1, maps.models()));
    const int left = rect.center().x() - room * maps.models() / 2;
    for (int i = 0; i < maps.models(); ++i) {
        const QRect cell(left + i * room, rect.top() + 4, room - 6, kBadge);
        paintModelBadge(painter, {cell.left(), cell.top(), kBadge, kBadge}, i);
        painter.setPen(palette.color(QPalette::Text));
        const QRect name = cell.adjusted(kBadge + 5, 0, 0, 0);
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(
                             QString::fromStdString(maps.record.modelNames[static_cast<std::size_t>(i)]),
                             Qt::ElideRight, name.width()));
    }
    painter.setPen(palette.color(QPalette::PlaceholderText));
    painter.drawText(QRect(rect.left(), rect.top() + kBadge + 4, rect.width(), kLine), Qt::AlignCenter,
                     MapView::tr("model with the largest weight"));
}

QString placeText(const ExploreState& state, MapSide side) {
    const ExploredMaps& maps = *mapsOf(state, side);
    const int step = side == MapSide::Second ? state.otherStep() : state.step();
    const StageInfo* stage = maps.stage(state.stage());
    QString place = MapView::tr("stage %1 (%2)")
                        .arg(state.stage())
                        .arg(stage ? QString::fromStdString(stage->mbwKey) : QStringLiteral("–"));
    place += QStringLiteral(" · ") + MapView::tr("step %1 of %2, t = %3")
                                         .arg(step + 1)
                                         .arg(maps.steps())
                                         .arg(number(maps.record.timesteps[static_cast<std::size_t>(step)]));
    return place + QStringLiteral(" · ") + halfTitle(state);
}

}  // namespace

QString halfTitle(const ExploreState& state) {
    if (state.half() == MapsHalf::Both) return MapView::tr("mean of with and without prompt");
    return state.half() == MapsHalf::Cond ? MapView::tr("with prompt") : MapView::tr("without prompt");
}

QString quantityTitle(const ExploreState& state, MapSide side) {
    const auto quantity = shownQuantity(state, side);
    QString title = quantity == ExploreState::Quantity::Entropy ? MapView::tr("entropy over the models")
                    : quantity == ExploreState::Quantity::Dominant
                        ? MapView::tr("dominant model")
                        : MapView::tr("weight of %1").arg(modelLetter(state.model()));
    if (side == MapSide::Difference) title = MapView::tr("difference (second − first): %1").arg(title);
    return title;
}

MapLayout mapLayout(const QRect& rect, const ExploreState& state, MapSide side) {
    MapLayout layout;
    layout.head = QRect(rect.left(), rect.top(), rect.width(), kHead);
    const QRect room = rect.adjusted(0, kHead, 0, -kLegend);
    QSize shape(1, 1);
    const StageMap* map = side == MapSide::Second ? state.otherMap() : state.map();
    if (map)
        shape = QSize(static_cast<int>(map->width), static_cast<int>(map->height)) * 64;
    else if (const auto* maps = mapsOf(state, side); maps && !maps->picture.isNull())
        shape = maps->picture.size();
    else if (maps && !maps->record.maps.empty())
        shape = QSize(static_cast<int>(maps->record.maps.front().width),
                      static_cast<int>(maps->record.maps.front().height)) *
                64;
    QRect picture(QPoint(), shape.scaled(room.size().expandedTo({8, 8}), Qt::KeepAspectRatio));
    picture.moveCenter(room.center());
    layout.picture = picture;
    layout.legend = QRect(rect.left(), picture.bottom() + 5, rect.width(), kLegend - 4);
    return layout;
}

DrawnMap drawMap(const ExploreState& state, MapSide side, QSize size) {
    DrawnMap drawn;
    drawn.plane = planeOf(state, side);
    if (drawn.plane.empty() || size.isEmpty()) return drawn;
    drawn.range = shownRange(state, side, drawn.plane);
    const bool models = side != MapSide::Difference && state.quantity() == ExploreState::Quantity::Dominant;
    const auto colour = [&](const MapPlane& plane) {
        if (models) return colourModels(plane);
        const auto colours = side == MapSide::Difference ? ColourMap::Difference : state.colours();
        return colourValues(plane, colours, drawn.range.lowest, drawn.range.highest);
    };
    if (state.smooth() && !models)
        drawn.colours = toQImage(colour(smoothPlane(drawn.plane, size.width(), size.height())))
                            .convertToFormat(QImage::Format_RGB32);
    else
        drawn.colours = toQImage(colour(drawn.plane))
                            .convertToFormat(QImage::Format_RGB32)
                            .scaled(size, Qt::IgnoreAspectRatio, Qt::FastTransformation);
    return drawn;
}

void paintRamp(QPainter& painter, const QRect& rect, ColourMap colours, PlaneRange range,
               const QString& title, const QPalette& palette) {
    const int width = std::min(rect.width(), kMaxRamp);
    const QRect ramp(rect.center().x() - width / 2, rect.top(), width, kRampHeight);
    painter.drawImage(ramp, toQImage(colourRamp(colours)));
    const QRect below(ramp.left() - 20, ramp.bottom() + 2, ramp.width() + 40, kLine);
    painter.setPen(palette.color(QPalette::PlaceholderText));
    const auto put = [&](double share, const QString& label) {
        const int centre = ramp.left() + static_cast<int>(share * (ramp.width() - 1));
        const QRect place(centre - 40, below.top(), 80, kLine);
        painter.drawText(place, Qt::AlignCenter, label);
    };
    put(0, number(range.lowest));
    put(1, number(range.highest));
    painter.setPen(palette.color(QPalette::Text));
    const QRect middle = below.adjusted(46, 0, -46, 0);
    painter.drawText(middle, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(title, Qt::ElideMiddle, middle.width()));
}

void paintMap(QPainter& painter, const MapLayout& layout, const ExploreState& state, MapSide side,
              const DrawnMap& map, const QImage& picture, const QPalette& palette) {
    const ExploredMaps* maps = mapsOf(state, side);
    if (!maps) return;
    const QRect head = layout.head;
    QFont bold = painter.font(), plain = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette.color(QPalette::Text));
    QString title = side == MapSide::Difference ? quantityTitle(state, side) : maps->title;
    painter.drawText(QRect(head.left(), head.top(), head.width(), kLine), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(title.simplified(), Qt::ElideRight, head.width()));
    painter.setFont(plain);
    painter.setPen(palette.color(QPalette::PlaceholderText));
    painter.drawText(QRect(head.left(), head.top() + kLine, head.width(), kLine), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(placeText(state, side), Qt::ElideRight, head.width()));

    if (map.plane.empty()) {
        if (!picture.isNull()) painter.drawImage(layout.picture, picture);
        painter.fillRect(layout.picture, QColor(128, 128, 128, picture.isNull() ? 40 : 150));
        painter.setPen(picture.isNull() ? palette.color(QPalette::PlaceholderText) : QColor(Qt::white));
        painter.drawText(layout.picture.adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         maps->live ? MapView::tr("This step has not been made yet.")
                                    : MapView::tr("No map at this step and stage: no aggregator joins it."));
        return;
    }
    if (!picture.isNull()) {
        painter.drawImage(layout.picture, picture);
        painter.setOpacity(state.opacity());
    }
    painter.drawImage(layout.picture, map.colours);
    painter.setOpacity(1);
    if (side != MapSide::Difference && state.quantity() == ExploreState::Quantity::Dominant)
        paintModels(painter, layout.legend, *maps, palette);
    else
        paintRamp(painter, layout.legend,
                  side == MapSide::Difference ? ColourMap::Difference : state.colours(), map.range,
                  side == MapSide::Difference ? MapView::tr("second − first") : quantityTitle(state, side),
                  palette);
}

}  // namespace afa
