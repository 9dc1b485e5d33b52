#pragma once
#include <QtCore/QString>

#include "ui/pages/explore/explore_state.h"

class QWidget;

namespace afa {

class FigureView;
class MapView;
class OverviewMatrix;
class RegionPlots;

/// Everything that can be taken out of the Explore page.
enum class ExploreExport {
    View,
    Second,
    Difference,
    Figure,
    Overview,
    CurvesOverSteps,
    CurvesOverStages,
    CurveValues,
    Weights,
    Means,
    Recipe,
    Record
};

/// The page's views, to be written to files.
struct ExploreViews {
    ExploreState& state;
    const MapView &map, &second, &difference;
    FigureView& figure;
    OverviewMatrix& overview;
    RegionPlots& curves;
};

struct ExportKind {
    ExploreExport what;
    QString title;   ///< of its menu entry
    QString filter;  ///< of a file dialog
    QString name;    ///< suggested, with its ending
};
QList<ExportKind> exportKinds();

/// By the path's ending where there is a choice. Throws FileError, ConfigError.
void writeExport(const ExploreViews& views, ExploreExport what, const QString& path);
/// Every position of one map: y,x,half,<a column per model>; numbers read back equal.
QString weightsCsv(const MapsRecord& record, const StageMap& map);

}  // namespace afa
