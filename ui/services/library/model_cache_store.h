#pragma once
#include <QtCore/QHash>
#include <QtCore/QString>
#include <optional>

#include "core/engine/model_info.h"
#include "ui/services/storage/database.h"

namespace afa {

/// What was read from model files, kept as long as their size and time stay the same.
class ModelCacheStore {
  public:
    struct Known {
        FileStamp stamp;
        ModelInfo info;
    };
    explicit ModelCacheStore(Database& database) : database_(database) {}

    QHash<QString, Known> all();
    void put(const QString& path, const Known& known);

  private:
    Database& database_;
};

}  // namespace afa
