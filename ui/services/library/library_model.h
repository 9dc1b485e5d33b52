#pragma once
#include <QtCore/QAbstractTableModel>
#include <QtCore/QSortFilterProxyModel>

#include "ui/services/library/library.h"

namespace afa {

/// The library as a table.
class LibraryModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column {
        NameColumn,
        KindColumn,
        ArchitectureColumn,
        PartsColumn,
        PrecisionColumn,
        SizeColumn,
        HashColumn,
        ProblemColumn,
        ColumnCount
    };
    enum Role { PathRole = Qt::UserRole, SortRole, UsableRole };

    explicit LibraryModel(const Library& library, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QVariant text(const Library::Model& model, int column) const;
    const Library& library_;
};

/// Filters by words in any column, sorts sizes as numbers.
class LibraryFilter : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    explicit LibraryFilter(QObject* parent = nullptr);
    void setText(const QString& text);

  protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

  private:
    QStringList words_;
};

QString kindText(const ModelInfo& info);  ///< "Base model", "Aggregator", "VAE", ..

}  // namespace afa
