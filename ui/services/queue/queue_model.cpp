#include "ui/services/queue/queue_model.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QMimeData>

#include "ui/services/values/mode_title.h"
#include "ui/services/values/samplers.h"

namespace afa {
namespace {

const char* const kMime = "application/x-afa-queue-row";

}  // namespace

QString stateText(const QueueEntry& entry) {
    switch (entry.state) {
        case QueueEntry::State::Pending:
            return entry.interrupted ? QueueModel::tr("Interrupted") : QueueModel::tr("Waiting");
        case QueueEntry::State::Running:
            return QueueModel::tr("Running");
        case QueueEntry::State::Done:
            return QueueModel::tr("Done");
        case QueueEntry::State::Failed:
            return QueueModel::tr("Failed");
        case QueueEntry::State::Cancelled:
            return QueueModel::tr("Cancelled");
    }
    return {};
}

QString settingsText(const GenerateRequest& request) {
    const QLocale locale;
    QStringList names;
    for (const auto& path : request.models)
        names.append(modelNameOf(QString::fromStdString(path.string())));
    const QString size = request.width > 0 && request.height > 0
                             ? QStringLiteral("%1 × %2").arg(request.width).arg(request.height)
                             : QueueModel::tr("the models' size");
    return QStringList{QueueModel::tr("%n model(s)", nullptr, static_cast<int>(request.models.size())),
                       modeTitle(request.resolvedMode(), names),
                       size,
                       QueueModel::tr("%n step(s)", nullptr, request.steps),
                       QueueModel::tr("CFG %1").arg(locale.toString(request.cfg)),
                       samplerTitle(request.sampler),
                       QueueModel::tr("seed %1").arg(request.seed ? QString::number(*request.seed) : "-")}
        .join(QStringLiteral(" · "));
}

QueueModel::QueueModel(GenerationQueue& queue, QObject* parent) : QAbstractTableModel(parent), queue_(queue) {
    connect(&queue, &GenerationQueue::aboutToInsert, this,
            [this](int row) { beginInsertRows({}, row, row); });
    connect(&queue, &GenerationQueue::inserted, this, [this] { endInsertRows(); });
    connect(&queue, &GenerationQueue::aboutToRemove, this,
            [this](int row) { beginRemoveRows({}, row, row); });
    connect(&queue, &GenerationQueue::removed, this, [this] { endRemoveRows(); });
    connect(&queue, &GenerationQueue::aboutToMove, this,
            [this](int from, int to) { beginMoveRows({}, from, from, {}, to > from ? to + 1 : to); });
    connect(&queue, &GenerationQueue::moved, this, [this] { endMoveRows(); });
    const auto tell = [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1)); };
    connect(&queue, &GenerationQueue::changed, this, tell);
    connect(&queue, &GenerationQueue::progressed, this, [this, tell] {
        for (int row = 0; row < rowCount(); ++row)
            if (queue_.entries()[row].id == queue_.runningId()) tell(row);
    });
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(queue_.entries().size());
}

int QueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& entry = queue_.entries()[index.row()];
    switch (role) {
        case Qt::DisplayRole:
            return text(entry, index.column());
        case Qt::ToolTipRole:
            return entry.message.isEmpty() ? text(entry, index.column()) : entry.message;
        case IdRole:
            return entry.id;
        case StateRole:
            return static_cast<int>(entry.state);
        case ProgressRole: {
            const auto& now = queue_.progress().now;
            if (entry.id != queue_.runningId() || entry.request.count < 1) return {};
            const double inPicture = now.phase == "denoise" && now.total > 0
                                         ? static_cast<double>(now.done) / static_cast<double>(now.total)
                                         : 0.0;
            return (entry.made + inPicture) / entry.request.count;
        }
        default:
            return {};
    }
}

QVariant QueueModel::text(const QueueEntry& entry, int column) const {
    switch (column) {
        case StateColumn:
            return stateText(entry);
        case PromptColumn:
            return QString::fromStdString(entry.request.prompt).simplified();
        case SettingsColumn:
            return settingsText(entry.request);
        case PicturesColumn:
            return tr("%1 of %2").arg(entry.made).arg(entry.request.count);
        case CreatedColumn:
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.created), QLocale::ShortFormat);
        default:
            return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case StateColumn:
            return tr("State");
        case PromptColumn:
            return tr("Prompt");
        case SettingsColumn:
            return tr("Settings");
        case PicturesColumn:
            return tr("Pictures");
        case CreatedColumn:
            return tr("Added");
        default:
            return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList QueueModel::mimeTypes() const {
    return {kMime};
}

QMimeData* QueueModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty()) return nullptr;
    auto* mime = new QMimeData;
    mime->setData(kMime, indexes.first().data(IdRole).toByteArray());
    return mime;
}

bool QueueModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                              const QModelIndex& parent) {
    if (action != Qt::MoveAction || !data->hasFormat(kMime)) return false;
    const qint64 id = data->data(kMime).toLongLong();
    for (int from = 0; from < rowCount(); ++from) {
        if (queue_.entries()[from].id != id) continue;
        const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
        queue_.move(from, before > from ? before - 1 : before);
    }
    return false;  // moved already: the view must not remove the row
}

}  // namespace afa
