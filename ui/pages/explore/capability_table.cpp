#include "ui/pages/explore/capability_table.h"

#include <QtCore/QLocale>
#include <algorithm>

#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

enum Column { Place, Winner, FirstModel };

}  // namespace

void CapabilityTable::show(std::shared_ptr<const CapabilityMaps> maps, int timestep, int patch) {
    beginResetModel();
    maps_ = std::move(maps);
    patches_.clear();
    if (maps_) {
        const auto& at = maps_->timesteps[static_cast<std::size_t>(timestep)];
        const auto wins = capabilityWins(at);
        const auto models = static_cast<std::size_t>(maps_->models());
        const int height = static_cast<int>(maps_->height), width = static_cast<int>(maps_->width);
        for (int top = 0; top < height; top += patch)
            for (int left = 0; left < width; left += patch) {
                Patch row{top, left, 0, std::vector<double>(models)};
                std::vector<int> won(models);
                const int bottom = std::min(top + patch, height), right = std::min(left + patch, width);
                for (int y = top; y < bottom; ++y)
                    for (int x = left; x < right; ++x) {
                        const auto position = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                              static_cast<std::size_t>(x);
                        ++won[wins[position]];
                        for (std::size_t model = 0; model < models; ++model)
                            row.errors[model] -= static_cast<double>(at.capability[model][position]);
                    }
                for (double& error : row.errors)
                    error /= (bottom - top) * (right - left);
                row.winner = static_cast<int>(std::max_element(won.begin(), won.end()) - won.begin());
                patches_.push_back(std::move(row));
            }
    }
    endResetModel();
}

int CapabilityTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(patches_.size());
}

int CapabilityTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstModel + (maps_ ? maps_->models() : 0);
}

QVariant CapabilityTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Patch& patch = patches_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == Winner) return modelColour(patch.winner);
    if (role == Qt::TextAlignmentRole && index.column() >= FirstModel)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    if (index.column() == Place) return tr("x %1, y %2").arg(patch.x).arg(patch.y);
    if (index.column() == Winner) return modelLetter(patch.winner);
    return QLocale().toString(patch.errors[static_cast<std::size_t>(index.column() - FirstModel)], 'g', 4);
}

QVariant CapabilityTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    if (section == Place) return tr("Patch");
    if (section == Winner) return tr("Best");
    return tr("Error of %1").arg(modelLetter(section - FirstModel));
}

}  // namespace afa
