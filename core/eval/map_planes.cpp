#include "core/eval/map_planes.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/io/half.h"

namespace afa {
namespace {

/// The recorded halves that a choice means.
std::vector<int> halvesOf(const MapsRecord& record, MapsHalf half) {
    if (record.halves == 1 || half == MapsHalf::Cond) return {0};
    if (half == MapsHalf::Uncond) return {1};
    return {0, 1};
}

MapPlane planeLike(const StageMap& map) {
    MapPlane plane{static_cast<int>(map.height), static_cast<int>(map.width), {}};
    plane.values.resize(static_cast<std::size_t>(map.height * map.width));
    return plane;
}

cv::Mat matOf(const MapPlane& plane) {
    return {plane.height, plane.width, CV_32F, const_cast<float*>(plane.values.data())};
}

MapPlane planeOf(const cv::Mat& values) {
    MapPlane plane{values.rows, values.cols, {}};
    plane.values.assign(values.begin<float>(), values.end<float>());
    return plane;
}

}  // namespace

MapPlane weightPlane(const MapsRecord& record, const StageMap& map, MapsHalf half, int model) {
    MapPlane plane = planeLike(map);
    const auto halves = halvesOf(record, half);
    const std::size_t area = plane.values.size();
    for (const int each : halves) {
        const auto* from = map.fp16.data() + static_cast<std::size_t>(each * record.models() + model) * area;
        for (std::size_t i = 0; i < area; ++i)
            plane.values[i] += widenHalf(from[i]);
    }
    if (halves.size() == 2)
        for (float& value : plane.values)
            value /= 2;
    return plane;
}

MapPlane entropyPlane(const MapsRecord& record, const StageMap& map, MapsHalf half) {
    MapPlane entropy = planeLike(map);
    if (record.models() < 2) return entropy;
    const float logModels = std::log(static_cast<float>(record.models()));
    for (int model = 0; model < record.models(); ++model) {
        const MapPlane weights = weightPlane(record, map, half, model);
        for (std::size_t i = 0; i < weights.values.size(); ++i)
            if (const float weight = weights.values[i]; weight > 0)
                entropy.values[i] -= weight * std::log(weight) / logModels;
    }
    for (float& value : entropy.values)
        value = std::clamp(value, 0.0F, 1.0F);  // the weights' rounding can carry it past either
    return entropy;
}

MapPlane dominantPlane(const MapsRecord& record, const StageMap& map, MapsHalf half) {
    MapPlane winner = planeLike(map);
    MapPlane best = weightPlane(record, map, half, 0);
    for (int model = 1; model < record.models(); ++model) {
        const MapPlane weights = weightPlane(record, map, half, model);
        for (std::size_t i = 0; i < weights.values.size(); ++i)
            if (weights.values[i] > best.values[i]) {
                best.values[i] = weights.values[i];
                winner.values[i] = static_cast<float>(model);
            }
    }
    return winner;
}

MapPlane differencePlane(const MapPlane& a, const MapPlane& b) {
    MapPlane difference = a;
    MapPlane other = b;
    if (a.height != b.height || a.width != b.width) {
        cv::Mat resampled;
        cv::resize(matOf(b), resampled, {a.width, a.height}, 0, 0,
                   a.width < b.width ? cv::INTER_AREA : cv::INTER_LINEAR);
        other = planeOf(resampled);
    }
    for (std::size_t i = 0; i < difference.values.size(); ++i)
        difference.values[i] = other.values[i] - a.values[i];
    return difference;
}

MapPlane smoothPlane(const MapPlane& plane, int width, int height) {
    cv::Mat smooth;
    cv::resize(matOf(plane), smooth, {width, height}, 0, 0, cv::INTER_CUBIC);
    const PlaneRange range = rangeOf(plane);
    cv::max(cv::min(smooth, range.highest), range.lowest, smooth);
    return planeOf(smooth);
}

std::vector<double> regionMeans(const MapsRecord& record, const StageMap& map, MapsHalf half,
                                const MapRegion& region) {
    const auto span = [](double from, double to, std::int64_t positions) {
        const auto size = static_cast<double>(positions);
        const auto first =
            std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(from * size)), 0, positions - 1);
        const auto end =
            std::clamp<std::int64_t>(static_cast<std::int64_t>(std::ceil(to * size)), first + 1, positions);
        return std::pair{first, end};
    };
    const auto [left, right] = span(region.left, region.right, map.width);
    const auto [top, bottom] = span(region.top, region.bottom, map.height);
    const auto halves = halvesOf(record, half);
    std::vector<double> means(static_cast<std::size_t>(record.models()));
    for (int model = 0; model < record.models(); ++model) {
        double sum = 0;
        for (const int each : halves)
            for (auto y = top; y < bottom; ++y)
                for (auto x = left; x < right; ++x)
                    sum += static_cast<double>(record.value(map, each, model, y, x));
        means[static_cast<std::size_t>(model)] =
            sum / static_cast<double>((bottom - top) * (right - left)) / static_cast<double>(halves.size());
    }
    return means;
}

PlaneRange rangeOf(const MapPlane& plane) {
    if (plane.empty()) return {};
    const auto [lowest, highest] = std::minmax_element(plane.values.begin(), plane.values.end());
    return {*lowest, *highest};
}

}  // namespace afa
