#include "ui/services/library/ensemble.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtCore/QSettings>
#include <QtCore/QUrl>
#include <algorithm>

#include "core/base/limits.h"
#include "core/engine/memory.h"
#include "core/engine/requests.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/values/mode_title.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

const char* const kRowMime = "application/x-afa-ensemble-row";

bool sameArchitecture(const ModelInfo& a, const ModelInfo& b) {
    return a.stages == b.stages && a.channels == b.channels && a.textWidth == b.textWidth;
}

/// Whether an aggregator's stages have the widths of this model's.
bool hasWidthsOf(const ModelInfo& aggregator, const ModelInfo& model) {
    if (aggregator.textWidth != model.textWidth) return false;
    for (std::size_t i = 0; i < aggregator.stages.size() && i < aggregator.channels.size(); ++i) {
        const auto at = static_cast<std::size_t>(aggregator.stages[i]) - 1;
        if (at >= model.channels.size() || model.channels[at] != aggregator.channels[i]) return false;
    }
    return true;
}

}  // namespace

Ensemble::Ensemble(Library& library, QObject* parent) : QAbstractListModel(parent), library_(library) {
    QSettings settings;
    chosen_ = settings.contains("ensemble/models");
    paths_ = settings.value("ensemble/models").toStringList();
    host_ = settings.value("ensemble/host", 0).toInt();
    aggregator_ = settings.value("ensemble/aggregator").toString();
    mode_ = settings.value("ensemble/mode").toString();
    if (host_ < 0 || host_ >= paths_.size()) host_ = 0;
    const auto known = [this] {
        if (!paths_.isEmpty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        Q_EMIT edited();
    };
    connect(&library, &Library::changed, this, known);
    connect(&library, &Library::reset, this, known);
    connect(&library, &Library::scanEnded, this, [this] {
        if (!chosen_) chooseDemo();
        Q_EMIT edited();  // what was not found is missing now, not still to be read
    });
    connect(&library, &Library::scanBegun, this, &Ensemble::edited);
}

void Ensemble::chooseDemo() {
    const auto models = library_.demoModels();
    if (models.isEmpty()) return;
    const auto aggregator = library_.demoAggregator();
    set(models, 0, aggregator, aggregator.isEmpty() ? "block-average" : "afa");
}

QString Ensemble::nameOf(int index) const {
    if (const auto* info = library_.find(paths_[index])) return QString::fromStdString(info->name);
    return modelNameOf(paths_[index]);
}

const ModelInfo* Ensemble::hostInfo() const {
    return paths_.isEmpty() ? nullptr : library_.find(paths_[host_]);
}

void Ensemble::add(const QString& path) {
    if (paths_.size() >= kMaxModels || paths_.contains(path)) return;
    beginInsertRows({}, rowCount(), rowCount());
    paths_.append(path);
    endInsertRows();
    settle();
}

void Ensemble::removeAt(int index) {
    beginRemoveRows({}, index, index);
    paths_.removeAt(index);
    if (host_ > index || host_ >= paths_.size()) host_ = std::max(0, host_ - 1);
    endRemoveRows();
    settle();
}

void Ensemble::move(int from, int to) {
    if (from == to || from < 0 || to < 0 || from >= rowCount() || to >= rowCount()) return;
    const QString hostPath = paths_[host_];
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    paths_.move(from, to);
    host_ = static_cast<int>(paths_.indexOf(hostPath));
    endMoveRows();
    settle();
}

void Ensemble::setHost(int index) {
    if (index < 0 || index >= rowCount() || index == host_) return;
    host_ = index;
    settle();
}

void Ensemble::setAggregator(const QString& path) {
    if (path == aggregator_) return;
    aggregator_ = path;
    if (aggregator_.isEmpty() && needsAggregator(mode_.toStdString())) mode_ = "block-average";
    if (!aggregator_.isEmpty() && mode_ == "block-average") mode_ = "afa";
    settle();
}

void Ensemble::setMode(const QString& mode) {
    if (mode == mode_) return;
    mode_ = mode;
    settle();
}

void Ensemble::set(const QStringList& paths, int host, const QString& aggregator, const QString& mode) {
    beginResetModel();
    paths_ = paths.mid(0, kMaxModels);
    host_ = host >= 0 && host < paths_.size() ? host : 0;
    aggregator_ = aggregator;
    mode_ = mode;
    endResetModel();
    settle();
}

void Ensemble::settle() {
    chosen_ = true;
    // An aggregator that no longer fits stays chosen and is named as the problem: taking it away silently
    // would lose it while models are swapped.
    if (mode_.startsWith("single:") && mode_.mid(7).toInt() >= rowCount()) mode_.clear();
    if (mode_.isEmpty())
        mode_ = rowCount() < 2 ? "single:0" : aggregator_.isEmpty() ? "block-average" : "afa";
    QSettings settings;
    settings.setValue("ensemble/models", paths_);
    settings.setValue("ensemble/host", host_);
    settings.setValue("ensemble/aggregator", aggregator_);
    settings.setValue("ensemble/mode", mode_);
    if (!paths_.isEmpty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT edited();
}

QString Ensemble::modelProblem(int index) const {
    const auto* info = library_.find(paths_[index]);
    if (!info) {
        if (library_.scanning()) return {};
        return QFileInfo::exists(paths_[index]) ? tr("is not in the library; add its folder")
                                                : tr("is gone: moved or deleted");
    }
    if (info->role != ModelInfo::Role::BaseModel)
        return info->problem.empty() ? tr("lacks a text encoder or a VAE") : inWindowLanguage(info->problem);
    const auto* first = library_.find(paths_[0]);
    if (first && index > 0 && !sameArchitecture(*first, *info))
        return tr("has another architecture than %1").arg(nameOf(0));
    return {};
}

QString Ensemble::aggregatorObstacle(const ModelInfo& aggregator) const {
    if (aggregator.joins != rowCount())
        return tr("joins %n model(s)", nullptr, aggregator.joins) + ", " +
               tr("%n chosen", nullptr, rowCount());
    std::vector<std::string> fingerprints;
    for (const auto& path : paths_) {
        const auto* info = library_.find(path);
        if (!info) return tr("the models are still being read");
        if (!hasWidthsOf(aggregator, *info)) return tr("made for another architecture");
        fingerprints.push_back(info->fingerprint);
    }
    for (const auto& bound : aggregator.boundTo)
        if (std::find(fingerprints.begin(), fingerprints.end(), bound.fingerprint) == fingerprints.end())
            return tr("trained with %1, which is not chosen").arg(QString::fromStdString(bound.name));
    return {};
}

QList<Ensemble::Option> Ensemble::aggregatorOptions() const {
    QList<Option> options{{QString(), tr("None"), QString()}};
    for (const auto& model : library_.models()) {
        if (model.reading || model.info.role != ModelInfo::Role::Aggregator) continue;
        options.append({QString::fromStdString(model.info.path.string()),
                        QString::fromStdString(model.info.name), aggregatorObstacle(model.info)});
    }
    return options;
}

QStringList Ensemble::names() const {
    QStringList names;
    for (int i = 0; i < rowCount(); ++i)
        names.append(nameOf(i));
    return names;
}

QList<Ensemble::Option> Ensemble::modeOptions() const {
    const QString noAggregator = aggregator_.isEmpty() ? tr("needs an aggregator") : QString();
    const QString alone = rowCount() < 2 ? tr("needs two models or more") : QString();
    QList<Option> options;
    for (const auto* mode : {"afa", "last-block", "block-average", "noise-average", "magicfusion"})
        options.append({mode, modeTitle(mode, {}), needsAggregator(mode) ? noAggregator : alone});
    for (int i = 0; i < rowCount(); ++i) {
        const QString mode = QStringLiteral("single:%1").arg(i);
        options.append({mode, modeTitle(mode.toStdString(), names()), QString()});
    }
    return options;
}

QStringList Ensemble::problems() const {
    QStringList problems;
    if (paths_.isEmpty()) return {tr("No base model is chosen. Choose one or more in the Library.")};
    for (int i = 0; i < rowCount(); ++i)
        if (const auto problem = modelProblem(i); !problem.isEmpty())
            problems.append(QStringLiteral("%1: %2").arg(nameOf(i), problem));
    if (needsAggregator(mode_.toStdString())) {
        const auto* info = library_.find(aggregator_);
        if (aggregator_.isEmpty())
            problems.append(tr("The mode needs an aggregator. Choose one, or another mode."));
        else if (!info && !library_.scanning())
            problems.append(
                tr("The aggregator %1 is not in the library.").arg(QFileInfo(aggregator_).fileName()));
        else if (info)
            if (const auto obstacle = aggregatorObstacle(*info); !obstacle.isEmpty())
                problems.append(tr("The aggregator %1 does not fit: %2.")
                                    .arg(QString::fromStdString(info->name), obstacle));
    }
    return problems;
}

QStringList Ensemble::warnings() const {
    QStringList warnings;
    std::vector<const ModelInfo*> infos;
    for (const auto& path : paths_)
        infos.push_back(library_.find(path));
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < infos.size(); ++i) {
        if (!infos[i] || infos[i]->fingerprint.empty()) continue;
        const auto same = std::find_if(
            infos.begin(), infos.begin() + static_cast<std::ptrdiff_t>(i),
            [&](const auto* other) { return other && other->fingerprint == infos[i]->fingerprint; });
        if (same != infos.begin() + static_cast<std::ptrdiff_t>(i))
            warnings.append(
                tr("%1 and %2 are the same weights.")
                    .arg(nameOf(static_cast<int>(same - infos.begin())), nameOf(static_cast<int>(i))));
        else
            bytes += infos[i]->bytes;
    }
    const auto memory = memoryFigures();
    if (memory.available > 0 && bytes > memory.available + memory.process)
        warnings.append(tr("The models take about %1, %2 of memory are free.")
                            .arg(QLocale().formattedDataSize(static_cast<qint64>(bytes)),
                                 QLocale().formattedDataSize(static_cast<qint64>(memory.available))));
    return warnings;
}

void Ensemble::applyTo(GenerateRequest& request) const {
    request.models.clear();
    for (const auto& path : paths_)
        request.models.emplace_back(path.toStdString());
    request.host = host_;
    request.aggregator = needsAggregator(mode_.toStdString()) ? aggregator_.toStdString() : std::string();
    request.mode = mode_.toStdString();
}

int Ensemble::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(paths_.size());
}

QVariant Ensemble::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row();
    switch (role) {
        case Qt::DisplayRole:
            return nameOf(row);
        case Qt::AccessibleTextRole:
            return tr("Model %1: %2").arg(modelLetter(row), nameOf(row)) +
                   (row == host_ ? ", " + tr("host") : QString());
        case Qt::DecorationRole:
            return modelColour(row);
        case Qt::ToolTipRole: {
            const auto problem = modelProblem(row);
            return problem.isEmpty() ? paths_[row] : problem;
        }
        case PathRole:
            return paths_[row];
        case ProblemRole:
            return modelProblem(row);
        case IsHostRole:
            return row == host_;
        default:
            return {};
    }
}

Qt::ItemFlags Ensemble::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList Ensemble::mimeTypes() const {
    return {kRowMime, "text/uri-list"};
}

QMimeData* Ensemble::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty()) return nullptr;
    auto* mime = new QMimeData;
    mime->setData(kRowMime, QByteArray::number(indexes.first().row()));
    return mime;
}

bool Ensemble::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex& parent) {
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    if (data->hasFormat(kRowMime)) {
        const int from = data->data(kRowMime).toInt();
        move(from, before > from ? before - 1 : before);
        return false;  // moved already: the view must not remove the row
    }
    for (const auto& url : data->urls()) {
        const QString path = url.toLocalFile();
        if (const auto* info = library_.find(path); info && info->role == ModelInfo::Role::BaseModel)
            add(path);
    }
    return !data->urls().isEmpty();
}

}  // namespace afa
