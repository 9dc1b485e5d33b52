#pragma once
#include <QtCore/QRect>
#include <QtGui/QImage>
#include <QtGui/QPalette>

#include "ui/pages/explore/explore_state.h"

class QPainter;

namespace afa {

/// Which map of the state is drawn: of its picture, of the one to compare with, or the second minus the
/// first.
enum class MapSide { First, Second, Difference };

/// A map as it will be seen: values, their colours, and what the colours mean.
struct DrawnMap {
    MapPlane plane;          ///< as recorded; empty = missing
    QImage colours;          ///< as large as its place
    PlaneRange range{0, 1};  ///< of the legend
};

/// Where the parts of a drawn map lie in a rectangle.
struct MapLayout {
    QRect head, picture, legend;
};
MapLayout mapLayout(const QRect& rect, const ExploreState& state, MapSide side);

DrawnMap drawMap(const ExploreState& state, MapSide side, QSize size);
/// Head line, picture under the map, legend: everything that makes it readable alone. `picture` is scaled
/// already, or null.
void paintMap(QPainter& painter, const MapLayout& layout, const ExploreState& state, MapSide side,
              const DrawnMap& map, const QImage& picture, const QPalette& palette);

/// "weight of A", "entropy", ..
QString quantityTitle(const ExploreState& state, MapSide side);
QString halfTitle(const ExploreState& state);
/// A ramp of `colours` with its ends' values below.
void paintRamp(QPainter& painter, const QRect& rect, ColourMap colours, PlaneRange range,
               const QString& title, const QPalette& palette);

}  // namespace afa
