#pragma once
#include <QtCore/QAbstractTableModel>

namespace afa {

class Training;
struct TrainingRun;

QString runStateText(const TrainingRun& run);

/// The runs, newest first.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { NameColumn, StateColumn, StepsColumn, ErrorColumn, CreatedColumn, ColumnCount };
    enum Role { FolderRole = Qt::UserRole };

    explicit RunsModel(Training& training, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    Training& training_;
    QStringList folders_;  ///< of the rows told to views
    void follow();
};

}  // namespace afa
