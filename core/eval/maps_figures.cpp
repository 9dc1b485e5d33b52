#include "core/eval/maps_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/io/half.h"

namespace afa {
namespace {

constexpr std::size_t kHalfOne = 0x3C00;  // 1.0 in half; weights are 0 to 1

/// A weight and w log w for every half from 0 to 1: a logarithm per weight of a record would take a second.
struct HalfTable {
    std::array<double, kHalfOne + 1> weight{}, weightLog{};
    HalfTable() {
        for (std::size_t bits = 1; bits <= kHalfOne; ++bits) {
            weight[bits] = static_cast<double>(widenHalf(static_cast<std::uint16_t>(bits)));
            weightLog[bits] = weight[bits] * std::log(weight[bits]);
        }
    }
};

}  // namespace

MapFigures mapFigures(const MapsRecord& record, const StageMap& map, int half) {
    static const HalfTable table;
    const auto models = static_cast<std::size_t>(record.models());
    const auto area = static_cast<std::size_t>(map.height * map.width);
    const double logModels = models > 1 ? std::log(static_cast<double>(models)) : 1.0;
    MapFigures figures{std::vector<double>(models), std::vector<double>(models), 0};
    for (std::size_t i = 0; i < models; ++i) {
        const auto* plane = map.fp16.data() + (static_cast<std::size_t>(half) * models + i) * area;
        double sum = 0, squares = 0, logs = 0;
        for (std::size_t at = 0; at < area; ++at) {
            const std::size_t bits = std::min<std::size_t>(plane[at] & 0x7FFFU, kHalfOne);
            const double weight = table.weight[bits];
            sum += weight;
            squares += weight * weight;
            logs += table.weightLog[bits];
        }
        const auto positions = static_cast<double>(area);
        figures.mean[i] = sum / positions;
        figures.spread[i] = std::sqrt(std::max(squares / positions - figures.mean[i] * figures.mean[i], 0.0));
        if (models > 1) figures.entropy -= logs / positions / logModels;
    }
    return figures;
}

MapsOverview::MapsOverview(const MapsRecord& record) {
    for (const StageMap& map : record.maps)
        add(record, map);
}

void MapsOverview::add(const MapsRecord& record, const StageMap& map) {
    if (entries_.empty()) {
        steps_ = static_cast<int>(record.timesteps.size());
        stages_ = static_cast<int>(record.stages.size());
        entries_.resize(record.timesteps.size() * record.stages.size());
    }
    Entry& entry = entries_[static_cast<std::size_t>(map.step * stages_ + map.stage - 1)];
    entry.there = true;
    entry.halves[0] = mapFigures(record, map, 0);
    entry.halves[1] = record.halves == 2 ? mapFigures(record, map, 1) : entry.halves[0];
    entry.halves[2] = entry.halves[0];
    for (std::size_t i = 0; i < entry.halves[2].mean.size(); ++i) {
        entry.halves[2].mean[i] = (entry.halves[0].mean[i] + entry.halves[1].mean[i]) / 2;
        entry.halves[2].spread[i] = (entry.halves[0].spread[i] + entry.halves[1].spread[i]) / 2;
    }
    entry.halves[2].entropy = (entry.halves[0].entropy + entry.halves[1].entropy) / 2;
}

const MapFigures* MapsOverview::find(int step, int stage, MapsHalf half) const {
    if (step < 0 || step >= steps_ || stage < 1 || stage > stages_) return nullptr;
    const Entry& entry = entries_[static_cast<std::size_t>(step * stages_ + stage - 1)];
    return entry.there ? &entry.halves[static_cast<std::size_t>(half)] : nullptr;
}

double MapsOverview::meanOverSteps(int stage, MapsHalf half, int model) const {
    double sum = 0;
    int count = 0;
    for (int step = 0; step < steps_; ++step)
        if (const auto* figures = find(step, stage, half)) {
            sum += figures->mean[static_cast<std::size_t>(model)];
            ++count;
        }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace afa
