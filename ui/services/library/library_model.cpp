#include "ui/services/library/library_model.h"

#include <QtCore/QLocale>
#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>

#include "ui/services/messages/core_messages.h"

namespace afa {
namespace {

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

QString architectureText(const std::string& architecture) {
    if (architecture == "sd1") return QStringLiteral("SD 1.x");
    if (architecture == "sd2") return QStringLiteral("SD 2.x");
    if (architecture == "sdxl") return QStringLiteral("SDXL");
    if (architecture == "unknown" || architecture.empty()) return QStringLiteral("–");
    return text(architecture);
}

QString partsText(const std::vector<std::string>& parts) {
    QStringList names;
    for (const auto& part : parts)
        names.append(part == "unet"           ? LibraryModel::tr("U-Net")
                     : part == "vae"          ? LibraryModel::tr("VAE")
                     : part == "text_encoder" ? LibraryModel::tr("text encoder")
                     : part == "tokenizer"    ? LibraryModel::tr("tokenizer")
                     : part == "scheduler"    ? LibraryModel::tr("scheduler")
                                              : text(part));
    return names.join(", ");
}

/// The reason without the path it begins with: the row says which file.
QString problemText(const ModelInfo& info) {
    QString problem = inWindowLanguage(info.problem);
    const QString path = text(info.path.string()) + ": ";
    if (problem.startsWith(path)) problem.remove(0, path.size());
    return problem;
}

}  // namespace

QString kindText(const ModelInfo& info) {
    if (info.role == ModelInfo::Role::BaseModel) return LibraryModel::tr("Base model");
    if (info.role == ModelInfo::Role::Aggregator)
        return LibraryModel::tr("Aggregator for %n model(s)", nullptr, info.joins);
    if (info.kind == "unreadable") return LibraryModel::tr("Unreadable");
    if (info.kind == "maps") return LibraryModel::tr("Attention maps");
    if (info.kind == "vae") return LibraryModel::tr("VAE");
    if (info.kind == "unet") return LibraryModel::tr("U-Net");
    if (info.kind == "lora") return LibraryModel::tr("LoRA");
    if (info.kind == "unknown") return LibraryModel::tr("Unknown");
    return text(info.kind);
}

LibraryModel::LibraryModel(const Library& library, QObject* parent)
    : QAbstractTableModel(parent), library_(library) {
    connect(&library, &Library::aboutToReset, this, [this] { beginResetModel(); });
    connect(&library, &Library::reset, this, [this] { endResetModel(); });
    connect(&library, &Library::changed, this,
            [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
}

int LibraryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(library_.models().size());
}

int LibraryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& model = library_.models()[index.row()];
    const bool usable = model.info.role != ModelInfo::Role::Other;
    switch (role) {
        case Qt::DisplayRole:
            return text(model, index.column());
        case Qt::ToolTipRole:
            return index.column() == ProblemColumn ? problemText(model.info)
                                                   : QString::fromStdString(model.info.path.string());
        case Qt::TextAlignmentRole:
            return QVariant(index.column() == SizeColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                         : Qt::AlignLeft | Qt::AlignVCenter);
        case Qt::ForegroundRole:
            return usable ? QVariant()
                          : QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText));
        case PathRole:
            return QString::fromStdString(model.info.path.string());
        case SortRole:
            return index.column() == SizeColumn ? QVariant(static_cast<qulonglong>(model.info.bytes))
                                                : text(model, index.column());
        case UsableRole:
            return usable;
        default:
            return {};
    }
}

QVariant LibraryModel::text(const Library::Model& model, int column) const {
    const auto& info = model.info;
    if (column == NameColumn) return afa::text(info.name);
    if (model.reading) return column == KindColumn ? tr("Reading …") : QString();
    switch (column) {
        case KindColumn:
            return model.isDemo ? tr("%1 (demo)").arg(kindText(info)) : kindText(info);
        case ArchitectureColumn:
            return info.role == ModelInfo::Role::Aggregator ? QStringLiteral("SABW")
                                                            : architectureText(info.architecture);
        case PartsColumn:
            return partsText(info.parts);
        case PrecisionColumn:
            return afa::text(info.precision);
        case SizeColumn:
            return info.bytes ? QLocale().formattedDataSize(static_cast<qint64>(info.bytes)) : QString();
        case HashColumn:
            return afa::text(info.shortHash);
        case ProblemColumn:
            return problemText(info);
        default:
            return {};
    }
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == SizeColumn ? Qt::AlignRight | Qt::AlignVCenter
                                              : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case NameColumn:
            return tr("Name");
        case KindColumn:
            return tr("Kind");
        case ArchitectureColumn:
            return tr("Architecture");
        case PartsColumn:
            return tr("Parts");
        case PrecisionColumn:
            return tr("Precision");
        case SizeColumn:
            return tr("Size");
        case HashColumn:
            return tr("Hash");
        case ProblemColumn:
            return tr("Problem");
        default:
            return {};
    }
}

LibraryFilter::LibraryFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(LibraryModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void LibraryFilter::setText(const QString& text) {
    words_ = text.split(' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool LibraryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    QString all = sourceModel()->index(row, 0, parent).data(LibraryModel::PathRole).toString();
    for (int column = 0; column < LibraryModel::ColumnCount; ++column)
        all += ' ' + sourceModel()->index(row, column, parent).data().toString();
    return std::all_of(words_.begin(), words_.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace afa
