#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/eval/maps_figures.h"

namespace afa {

/// Values at positions, row-major.
struct MapPlane {
    int height = 0, width = 0;
    std::vector<float> values;

    bool empty() const { return values.empty(); }
    float at(int y, int x) const {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
};

/// A model's weight at every position, exactly as recorded; of MapsHalf::Both the mean. A record with one
/// half has it for every choice.
MapPlane weightPlane(const MapsRecord& record, const StageMap& map, MapsHalf half, int model);
/// Entropy over the models at every position, normalised by log N.
MapPlane entropyPlane(const MapsRecord& record, const StageMap& map, MapsHalf half);
/// The model with the largest weight at every position (the first of equals), as a whole number.
MapPlane dominantPlane(const MapsRecord& record, const StageMap& map, MapsHalf half);

/// b - a. Where their sizes differ, b is resampled to a's.
MapPlane differencePlane(const MapPlane& a, const MapPlane& b);
/// Interpolated (bicubic, kept within the plane's own range) between the centres of the positions.
MapPlane smoothPlane(const MapPlane& plane, int width, int height);

/// Positions of a picture that are looked at together, in fractions of its sides.
struct MapRegion {
    double left = 0, top = 0, right = 1, bottom = 1;
};
/// Each model's weight averaged over the positions that the region touches, at least one.
std::vector<double> regionMeans(const MapsRecord& record, const StageMap& map, MapsHalf half,
                                const MapRegion& region);
struct PlaneRange {
    float lowest = 0, highest = 1;
};
PlaneRange rangeOf(const MapPlane& plane);

}  // namespace afa
