#include "ui/services/training/data_model.h"

#include "ui/services/gallery/thumbnails.h"

namespace afa {

TrainingDataModel::TrainingDataModel(Thumbnails& thumbnails, QObject* parent)
    : QAbstractListModel(parent), thumbnails_(thumbnails) {
    connect(&thumbnails, &Thumbnails::ready, this, [this](const QString& path) {
        for (int row = 0; row < rowCount(); ++row)
            if (pathOf(row) == path) Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
}

void TrainingDataModel::setEntries(std::vector<TrainingDataInfo::Entry> entries) {
    beginResetModel();
    entries_ = std::move(entries);
    endResetModel();
}

QString TrainingDataModel::pathOf(int row) const {
    return QString::fromStdString(entries_[static_cast<std::size_t>(row)].image.string());
}

int TrainingDataModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant TrainingDataModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& entry = entries_[static_cast<std::size_t>(index.row())];
    const QString caption = QString::fromStdString(entry.text);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return caption;
        case Qt::DecorationRole: {
            const auto pixmap = thumbnails_.get(pathOf(index.row()));
            return pixmap.isNull() ? QVariant() : pixmap;
        }
        case Qt::ToolTipRole:
            return QStringLiteral("%1\n%2\n%3")
                .arg(caption, pathOf(index.row()), QString::fromStdString(entry.origin));
        default:
            return {};
    }
}

}  // namespace afa
