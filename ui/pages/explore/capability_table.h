#pragma once
#include <QtCore/QAbstractTableModel>
#include <memory>

#include "core/engine/maps.h"

namespace afa {

/// A row per patch of one timestep: its place, the model that is best at most of its positions, every model's
/// squared error averaged over it.
class CapabilityTable : public QAbstractTableModel {
    Q_OBJECT
  public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `patch`: positions on a side; the last patch of a row or column may be smaller.
    void show(std::shared_ptr<const CapabilityMaps> maps, int timestep, int patch);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    struct Patch {
        int y = 0, x = 0, winner = 0;
        std::vector<double> errors;
    };
    std::shared_ptr<const CapabilityMaps> maps_;
    std::vector<Patch> patches_;
};

}  // namespace afa
