#include "ui/services/training/runs_model.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include "ui/services/training/training.h"

namespace afa {

QString runStateText(const TrainingRun& run) {
    switch (run.state) {
        case TrainingRun::State::Running:
            return RunsModel::tr("Training");
        case TrainingRun::State::Paused:
            return RunsModel::tr("Paused");
        case TrainingRun::State::Interrupted:
            return RunsModel::tr("Interrupted");
        case TrainingRun::State::Done:
            return RunsModel::tr("Done");
        case TrainingRun::State::Failed:
            return RunsModel::tr("Failed");
    }
    return {};
}

RunsModel::RunsModel(Training& training, QObject* parent) : QAbstractTableModel(parent), training_(training) {
    for (const auto& run : training_.runs())
        folders_.append(run.folder);
    connect(&training, &Training::runsChanged, this, &RunsModel::follow);
    connect(&training, &Training::liveChanged, this, [this] {
        if (!folders_.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void RunsModel::follow() {
    QStringList folders;
    for (const auto& run : training_.runs())
        folders.append(run.folder);
    if (folders == folders_) {
        if (!folders_.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    // Runs come at the top and go one at a time, so that a selection stays.
    if (folders.mid(1) == folders_) {
        beginInsertRows({}, 0, 0);
        folders_ = folders;
        endInsertRows();
        return;
    }
    for (int row = 0; row < folders_.size(); ++row) {
        auto without = folders_;
        without.removeAt(row);
        if (without != folders) continue;
        beginRemoveRows({}, row, row);
        folders_ = folders;
        endRemoveRows();
        return;
    }
    beginResetModel();
    folders_ = folders;
    endResetModel();
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(folders_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto* run = training_.find(folders_[index.row()]);
    if (!run) return {};
    if (role == FolderRole) return run->folder;
    if (role == Qt::ToolTipRole) return run->message.isEmpty() ? run->verdict : run->message;
    if (role != Qt::DisplayRole) return {};
    const QLocale locale;
    switch (index.column()) {
        case NameColumn:
            return run->name;
        case StateColumn:
            return runStateText(*run);
        case StepsColumn:
            return run->total > 0
                       ? tr("%1 of %2").arg(locale.toString(run->steps), locale.toString(run->total))
                       : QStringLiteral("–");
        case ErrorColumn:
            return run->error > 0 ? locale.toString(run->error, 'f', 5) : QStringLiteral("–");
        case CreatedColumn:
            return locale.toString(QDateTime::fromMSecsSinceEpoch(run->created), QLocale::ShortFormat);
        default:
            return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case NameColumn:
            return tr("Name");
        case StateColumn:
            return tr("State");
        case StepsColumn:
            return tr("Steps");
        case ErrorColumn:
            return tr("Held-out error");
        case CreatedColumn:
            return tr("Started");
        default:
            return {};
    }
}

}  // namespace afa
