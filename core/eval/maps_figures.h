#pragma once
#include <numeric>
#include <vector>

#include "core/io/maps_file.h"

namespace afa {

/// What one half of one map comes to.
struct MapFigures {
    std::vector<double> mean;    ///< weight over positions, one per model
    std::vector<double> spread;  ///< its standard deviation over positions; 0 without spatial location
    double entropy = 0;          ///< over models, normalised by log N, averaged over positions

    double meanSpread() const {
        return std::accumulate(spread.begin(), spread.end(), 0.0) / static_cast<double>(spread.size());
    }
};
MapFigures mapFigures(const MapsRecord& record, const StageMap& map, int half);

/// Which halves a view shows: the ones with and without prompt, or the mean of both.
enum class MapsHalf { Cond, Uncond, Both };

/// The figures of a record's maps to look up: what an overview of steps by stages shows.
class MapsOverview {
  public:
    MapsOverview() = default;
    explicit MapsOverview(const MapsRecord& record);
    /// One more map, while a picture is being made.
    void add(const MapsRecord& record, const StageMap& map);

    /// Means of both halves' figures for MapsHalf::Both. Nothing for a map that is not there.
    const MapFigures* find(int step, int stage, MapsHalf half) const;
    /// Mean weight of a model over the record's steps; NaN where the stage has no maps.
    double meanOverSteps(int stage, MapsHalf half, int model) const;
    int steps() const { return steps_; }
    int stages() const { return stages_; }

  private:
    struct Entry {
        bool there = false;
        MapFigures halves[3];  ///< by MapsHalf
    };
    int steps_ = 0, stages_ = 0;
    std::vector<Entry> entries_;  ///< [steps, stages]
};

}  // namespace afa
