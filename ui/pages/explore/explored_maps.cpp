#include "ui/pages/explore/explored_maps.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <cmath>

#include "core/base/error.h"
#include "core/base/model_colours.h"

namespace afa {
namespace {

const char* const kKeptEnding = ".maps.safetensors";

/// The picture that the maps at `path` were kept beside, or one of the same name.
QImage pictureBeside(const QString& path) {
    QString stem = path;
    if (stem.endsWith(QLatin1String(kKeptEnding)))
        stem.chop(static_cast<int>(qstrlen(kKeptEnding)));
    else
        stem.chop(static_cast<int>(QFileInfo(path).suffix().size()) + 1);
    return QFileInfo::exists(stem + ".png") ? QImage(stem + ".png") : QImage();
}

}  // namespace

int ExploredMaps::stepAt(double timestep) const {
    int nearest = 0;
    for (int step = 1; step < steps(); ++step)
        if (std::abs(record.timesteps[static_cast<std::size_t>(step)] - timestep) <
            std::abs(record.timesteps[static_cast<std::size_t>(nearest)] - timestep))
            nearest = step;
    return nearest;
}

const StageInfo* ExploredMaps::stage(int number) const {
    return number >= 1 && number <= stages() ? &record.stages[static_cast<std::size_t>(number - 1)] : nullptr;
}

void requireShowable(const MapsRecord& record) {
    const auto most = static_cast<int>(kModelColours.size());
    if (record.models() > most)
        throw ConfigError(
            QCoreApplication::translate("afa::ExplorePage",
                                        "the maps are of %1 models; up to %2 can be told apart here. "
                                        "`afa maps --csv` prints them all.")
                .arg(record.models())
                .arg(most)
                .toStdString());
    if (record.timesteps.empty() || record.stages.empty() || record.maps.empty())
        throw ConfigError(
            QCoreApplication::translate(
                "afa::ExplorePage", "the record has no maps to show: no stage was joined by an aggregator.")
                .toStdString());
}

QString promptOf(const MapsRecord& record) {
    const auto request = QJsonDocument::fromJson(QByteArray::fromStdString(record.requestJson)).object();
    return request.value(QStringLiteral("prompt")).toString();
}

ExploredMapsPtr openMaps(const QString& path) {
    auto maps = std::make_shared<ExploredMaps>();
    maps->record = readMaps(path.toStdString());
    try {
        requireShowable(maps->record);
    } catch (const ConfigError& error) {
        throw ConfigError(Message::of("%1: %2", path.toStdString(), messageOf(error)));
    }
    maps->overview = MapsOverview(maps->record);
    maps->picture = pictureBeside(path);
    maps->title = promptOf(maps->record);
    if (maps->title.isEmpty()) maps->title = QFileInfo(path).fileName();
    maps->path = path;
    return maps;
}

}  // namespace afa
