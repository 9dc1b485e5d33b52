#pragma once
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <string>

namespace afa {

/// What a model is called by its path alone: a directory by its name, a file without its ending.
QString modelNameOf(const QString& path);
/// What a mode of GenerateRequest is called, with the models' names for "single:I".
QString modeTitle(const std::string& mode, const QStringList& models);
/// The same in English, for sheets: what draws them knows ASCII only.
QString englishModeTitle(const std::string& mode, const QStringList& models);

}  // namespace afa
