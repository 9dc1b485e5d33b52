#pragma once
#include <QtCore/QString>
#include <QtGui/QImage>
#include <memory>

#include "core/engine/maps.h"

namespace afa {

/// A picture's maps as the window explores them: the record, its figures, and the picture if there is one.
struct ExploredMaps {
    MapsRecord record;
    MapsOverview overview;
    QImage picture;     ///< null: only the maps are known
    QString title;      ///< prompt, or the file's name
    QString path;       ///< of the maps file; "" = not on disk
    bool live = false;  ///< steps are still being made

    int steps() const { return static_cast<int>(record.timesteps.size()); }
    int stages() const { return static_cast<int>(record.stages.size()); }
    int models() const { return record.models(); }
    /// The step that is nearest to a timestep: how two pictures with other steps are looked at together.
    int stepAt(double timestep) const;
    const StageInfo* stage(int number) const;
};
using ExploredMapsPtr = std::shared_ptr<ExploredMaps>;

/// Reads a maps file, checks it and works out its figures; the picture beside it, if there is one. Throws
/// FileError, ConfigError for more models than have colours.
ExploredMapsPtr openMaps(const QString& path);
/// Throws ConfigError: no model, or more models than have colours.
void requireShowable(const MapsRecord& record);
/// The request's prompt; "" where the record does not tell.
QString promptOf(const MapsRecord& record);

}  // namespace afa
