#pragma once
#include <QtCore/QAbstractListModel>

#include "core/engine/training_plan.h"

namespace afa {

class Thumbnails;

/// The pictures of training data with their captions.
class TrainingDataModel : public QAbstractListModel {
    Q_OBJECT
  public:
    explicit TrainingDataModel(Thumbnails& thumbnails, QObject* parent = nullptr);

    void setEntries(std::vector<TrainingDataInfo::Entry> entries);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    QString pathOf(int row) const;

    Thumbnails& thumbnails_;
    std::vector<TrainingDataInfo::Entry> entries_;
};

}  // namespace afa
