#pragma once
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <optional>

#include "core/engine/model_info.h"
#include "ui/services/jobs/job_runner.h"
#include "ui/services/library/model_cache_store.h"

namespace afa {

/// The models in the user's folders and the demo models, read in the background.
class Library : public QObject {
    Q_OBJECT
  public:
    struct Model {
        ModelInfo info;  ///< only path and name while it is being read
        bool reading = true;
        bool isDemo = false;
    };

    /// `ownFolder`: where the program itself puts aggregators; it need not be there yet.
    Library(JobRunner& background, ModelCacheStore cache, QString demoFolder, QString ownFolder = {},
            QObject* parent = nullptr);

    const QStringList& folders() const { return folders_; }
    void addFolder(const QString& folder);  ///< or a single model
    void removeFolder(const QString& folder);
    void rescan();
    bool scanning() const { return scan_ != 0; }

    const QList<Model>& models() const { return models_; }
    /// nullptr: not there, or not read yet.
    const ModelInfo* find(const QString& path) const;
    /// A base model by its U-Net's fingerprint, or by its file's short hash; "" = none.
    QString pathOfBaseModel(const std::string& fingerprint, const std::string& shortHash) const;
    QString pathOfAggregator(const QString& fileName) const;
    QStringList demoModels() const;  ///< base models, in order; empty until they are read
    QString demoAggregator() const;

  Q_SIGNALS:
    void aboutToReset();
    void reset();
    void changed(int index);
    void scanBegun();
    void scanEnded();
    void foldersChanged();
    void problem(const QString& message);

  private:
    void takeList(const std::vector<std::filesystem::path>& paths);
    void take(const QString& path, const FileStamp& stamp, const ModelInfo& info, bool fresh);

    JobRunner& background_;
    ModelCacheStore cache_;
    QString demoFolder_, ownFolder_;
    QStringList folders_;
    QList<Model> models_;
    QHash<QString, int> index_;
    JobId scan_ = 0;
    bool again_ = false;
};

}  // namespace afa
