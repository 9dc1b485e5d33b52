#include "ui/services/library/library.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <algorithm>

#include "core/base/error.h"
#include "core/engine/model_files.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/messages/core_messages.h"

namespace afa {
namespace {

const char* const kFolders = "library/folders";

QString nameOf(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// Whether a scan of `folder` comes to `path`: it follows no links, and does not look into models.
bool isScannedWith(const QString& path, const QString& folder) {
    if (path == folder) return true;
    if (!path.startsWith(folder + "/") || QFileInfo(path).canonicalFilePath() != path) return false;
    for (QDir at = QFileInfo(path).dir(); at.path() != folder; at.setPath(QFileInfo(at.path()).path()))
        if (at.isRoot() || isModelDirectory(at.path().toStdString())) return false;
    return true;
}

}  // namespace

Library::Library(JobRunner& background, ModelCacheStore cache, QString demoFolder, QString ownFolder,
                 QObject* parent)
    : QObject(parent),
      background_(background),
      cache_(cache),
      demoFolder_(std::move(demoFolder)),
      ownFolder_(std::move(ownFolder)) {
    folders_ = QSettings().value(kFolders).toStringList();
}

void Library::addFolder(const QString& folder) {
    const QString path = QFileInfo(folder).absoluteFilePath();
    if (std::any_of(folders_.begin(), folders_.end(),
                    [&](const QString& known) { return isScannedWith(path, known); }))
        return rescan();  // what lies there may be new
    folders_.append(path);
    QSettings().setValue(kFolders, folders_);
    Q_EMIT foldersChanged();
    rescan();
}

void Library::removeFolder(const QString& folder) {
    if (!folders_.removeOne(folder)) return;
    QSettings().setValue(kFolders, folders_);
    Q_EMIT foldersChanged();
    rescan();
}

void Library::rescan() {
    if (scan_) {
        again_ = true;
        background_.cancel(scan_);
        return;
    }
    again_ = false;
    QStringList places = folders_;
    if (!demoFolder_.isEmpty()) places.prepend(demoFolder_);
    if (QFileInfo(ownFolder_).isDir()) places.append(ownFolder_);
    auto known = cache_.all();
    auto work = [this, places, known = std::move(known)](const JobContext& context) {
        std::vector<std::filesystem::path> paths;
        for (const auto& place : places) {
            // A single model that is gone is missing from the list, which says enough.
            if (!QFileInfo::exists(place) && isModelFile(place.toStdString())) continue;
            try {
                for (const auto& path : findModels(place.toStdString(), context.control()))
                    if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
            } catch (const FileError& error) {
                const auto message = inWindowLanguage(error);
                context.tell([this, message] { Q_EMIT problem(message); });
            }
        }
        context.tell([this, paths] { takeList(paths); });
        for (const auto& path : paths) {
            const QString name = nameOf(path);
            const FileStamp stamp = stampOf(path);
            const auto it = known.find(name);
            const bool fresh = it == known.end() || it->stamp != stamp;
            const ModelInfo info = fresh ? inspectModel(path, context.control()) : it->info;
            context.tell([this, name, stamp, info, fresh] { take(name, stamp, info, fresh); });
        }
    };
    auto end = [this](const JobEnd& ended) {
        scan_ = 0;
        if (ended.outcome == JobEnd::Outcome::Failed) Q_EMIT problem(ended.message);
        if (again_) return rescan();
        if (ended.outcome != JobEnd::Outcome::Cancelled) Q_EMIT scanEnded();
    };
    scan_ = background_.start(std::make_unique<FunctionJob>(std::move(work), std::move(end)));
    Q_EMIT scanBegun();
}

void Library::takeList(const std::vector<std::filesystem::path>& paths) {
    QList<Model> models;
    QHash<QString, int> index;
    for (const auto& path : paths) {
        const QString name = nameOf(path);
        Model model;
        if (const int old = index_.value(name, -1); old >= 0) {
            model = models_[old];  // stays usable while it is looked at again
        } else {
            model.info.path = path;
            model.info.name = QFileInfo(name).isDir() ? path.filename().string() : path.stem().string();
        }
        model.isDemo = !demoFolder_.isEmpty() && name.startsWith(demoFolder_ + "/");
        index[name] = static_cast<int>(models.size());
        models.append(model);
    }
    Q_EMIT aboutToReset();
    models_ = std::move(models);
    index_ = std::move(index);
    Q_EMIT reset();
}

void Library::take(const QString& path, const FileStamp& stamp, const ModelInfo& info, bool fresh) {
    const int at = index_.value(path, -1);
    if (at < 0) return;
    try {
        // A damaged file is looked at again each time: it may have been a download still going on.
        if (fresh && info.kind != "unreadable") cache_.put(path, {stamp, info});
    } catch (const Error& error) {
        Q_EMIT problem(inWindowLanguage(error));
    }
    models_[at].info = info;
    models_[at].reading = false;
    Q_EMIT changed(at);
}

const ModelInfo* Library::find(const QString& path) const {
    const int at = index_.value(path, -1);
    return at < 0 || models_[at].reading ? nullptr : &models_[at].info;
}

QString Library::pathOfBaseModel(const std::string& fingerprint, const std::string& shortHash) const {
    for (const auto& model : models_) {
        if (model.info.role != ModelInfo::Role::BaseModel) continue;
        if (!fingerprint.empty() ? model.info.fingerprint == fingerprint
                                 : !shortHash.empty() && model.info.shortHash == shortHash)
            return nameOf(model.info.path);
    }
    return {};
}

QString Library::pathOfAggregator(const QString& fileName) const {
    for (const auto& model : models_)
        if (model.info.role == ModelInfo::Role::Aggregator &&
            QString::fromStdString(model.info.path.filename().string()) == fileName)
            return nameOf(model.info.path);
    return {};
}

QStringList Library::demoModels() const {
    QStringList paths;
    for (const auto& model : models_)
        if (model.isDemo && model.info.role == ModelInfo::Role::BaseModel)
            paths.append(nameOf(model.info.path));
    return paths;
}

QString Library::demoAggregator() const {
    for (const auto& model : models_)
        if (model.isDemo && model.info.role == ModelInfo::Role::Aggregator) return nameOf(model.info.path);
    return {};
}

}  // namespace afa
