#pragma once
#include <QtCore/QAbstractTableModel>

#include "ui/services/queue/generation_queue.h"

namespace afa {

/// The queue as a table.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { StateColumn, PromptColumn, SettingsColumn, PicturesColumn, CreatedColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole,
        StateRole,
        ProgressRole
    };  ///< ProgressRole: 0 .. 1, of the running one

    explicit QueueModel(GenerationQueue& queue, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

  private:
    QVariant text(const QueueEntry& entry, int column) const;
    GenerationQueue& queue_;
};

QString stateText(const QueueEntry& entry);
/// "3 models · 25 steps · CFG 4 · ddim · seed 7"
QString settingsText(const GenerateRequest& request);

}  // namespace afa
