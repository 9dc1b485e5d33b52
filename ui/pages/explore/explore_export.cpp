#include "ui/pages/explore/explore_export.h"

#include <charconv>

#include "core/base/error.h"
#include "ui/pages/explore/figure_view.h"
#include "ui/pages/explore/map_view.h"
#include "ui/pages/explore/overview_matrix.h"
#include "ui/pages/explore/region_plots.h"
#include "ui/parts/widgets/print.h"

namespace afa {
namespace {

void require(bool written, const QString& path) {
    if (!written)
        throw FileError(
            MapView::tr("%1: the file could not be written; choose a folder that can be written to.")
                .arg(path)
                .toStdString());
}

template <typename View>
void writePicture(View& view, const QString& path) {
    require(
        path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive) ? view.saveSvg(path) : view.savePng(path),
        path);
}

}  // namespace

QList<ExportKind> exportKinds() {
    const QString pictures = MapView::tr("PNG, 300 dpi (*.png);;SVG (*.svg)");
    const QString table = MapView::tr("Table (*.csv)");
    return {
        {ExploreExport::View, MapView::tr("This view …"), pictures, "map.png"},
        {ExploreExport::Second, MapView::tr("The second picture's view …"), pictures, "second-map.png"},
        {ExploreExport::Difference, MapView::tr("Difference of the two …"), pictures, "difference.png"},
        {ExploreExport::Figure, MapView::tr("Figure as in the paper …"), pictures, "maps.png"},
        {ExploreExport::Overview, MapView::tr("Overview …"), pictures, "overview.png"},
        {ExploreExport::CurvesOverSteps, MapView::tr("Curves over steps …"), pictures, "over-steps.png"},
        {ExploreExport::CurvesOverStages, MapView::tr("Curves over stages …"), pictures, "over-stages.png"},
        {ExploreExport::CurveValues, MapView::tr("Values of the curves …"), table, "curves.csv"},
        {ExploreExport::Weights, MapView::tr("Weights of this map …"), table, "weights.csv"},
        {ExploreExport::Means, MapView::tr("Means of all maps …"), table, "means.csv"},
        {ExploreExport::Recipe, MapView::tr("Learned recipe for merging …"), MapView::tr("Recipe (*.json)"),
         "recipe.json"},
        {ExploreExport::Record, MapView::tr("All maps …"), MapView::tr("Maps (*.safetensors)"),
         "maps.safetensors"}};
}

QString weightsCsv(const MapsRecord& record, const StageMap& map) {
    QString text = QStringLiteral("half,y,x");
    for (int model = 0; model < record.models(); ++model)
        text += QStringLiteral(",%1").arg(model);
    text += '\n';
    for (int half = 0; half < record.halves; ++half)
        for (std::int64_t y = 0; y < map.height; ++y)
            for (std::int64_t x = 0; x < map.width; ++x) {
                text += QStringLiteral("%1,%2,%3").arg(half).arg(y).arg(x);
                for (int model = 0; model < record.models(); ++model) {
                    char buffer[32];
                    const auto end =
                        std::to_chars(buffer, buffer + sizeof(buffer), record.value(map, half, model, y, x))
                            .ptr;
                    text += ',' + QString::fromLatin1(buffer, end - buffer);
                }
                text += '\n';
            }
    return text;
}

void writeExport(const ExploreViews& views, ExploreExport what, const QString& path) {
    const auto& maps = views.state.maps();
    if (!maps) throw ConfigError(MapView::tr("There are no maps to export; open some first.").toStdString());
    const std::filesystem::path target = path.toStdString();
    switch (what) {
        case ExploreExport::View:
            return writePicture(views.map, path);
        case ExploreExport::Second:
        case ExploreExport::Difference:
            if (!views.state.other())
                throw ConfigError(
                    MapView::tr("There is no second picture; choose one at “Compare” first.").toStdString());
            return writePicture(what == ExploreExport::Second ? views.second : views.difference, path);
        case ExploreExport::Figure:
            return views.figure.save(path);
        case ExploreExport::Overview:
            return writePicture(views.overview, path);
        case ExploreExport::CurvesOverSteps:
            views.curves.refresh();
            return writePicture(views.curves.overSteps(), path);
        case ExploreExport::CurvesOverStages:
            views.curves.refresh();
            return writePicture(views.curves.overStages(), path);
        case ExploreExport::CurveValues:
            return require(writeWhole(path, views.curves.csv().toUtf8()), path);
        case ExploreExport::Weights: {
            const StageMap* map = views.state.map();
            if (!map)
                throw ConfigError(
                    MapView::tr("There is no map at this step and stage; choose another.").toStdString());
            return require(writeWhole(path, weightsCsv(maps->record, *map).toUtf8()), path);
        }
        case ExploreExport::Means:
            return writeMapsCsv(target, maps->record);
        case ExploreExport::Recipe:
            return writeMapsRecipe(target, maps->record);
        case ExploreExport::Record:
            return writeMaps(target, maps->record);
    }
}

}  // namespace afa
