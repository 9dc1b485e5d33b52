#include "core/eval/map_colours.h"

#include <algorithm>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace afa {
namespace {

constexpr int kEntries = 256;
using Table = std::array<Rgb, kEntries>;

Table tableOf(const cv::Mat& row) {  // CV_8UC3, RGB
    Table table;
    for (int i = 0; i < kEntries; ++i) {
        const auto& colour = row.at<cv::Vec3b>(i);
        table[static_cast<std::size_t>(i)] = {colour[0], colour[1], colour[2]};
    }
    return table;
}

Table openCvTable(int colourMap) {
    cv::Mat levels(1, kEntries, CV_8U), colours;
    for (int i = 0; i < kEntries; ++i)
        levels.at<std::uint8_t>(i) = static_cast<std::uint8_t>(i);
    cv::applyColorMap(levels, colours, colourMap);
    cv::cvtColor(colours, colours, cv::COLOR_BGR2RGB);
    return tableOf(colours);
}

/// Two straight lines through CIELAB, so that equal differences look alike on either side of zero. The ends
/// are of equal lightness (K. Moreland, Diverging Color Maps for Scientific Visualization, 2009).
Table differenceTable() {
    const cv::Vec3f low(59.0F / 255, 76.0F / 255, 192.0F / 255), middle(0.95F, 0.95F, 0.95F),
        high(180.0F / 255, 4.0F / 255, 38.0F / 255);
    cv::Mat ends(1, 3, CV_32FC3);
    ends.at<cv::Vec3f>(0) = low;
    ends.at<cv::Vec3f>(1) = middle;
    ends.at<cv::Vec3f>(2) = high;
    cv::cvtColor(ends, ends, cv::COLOR_RGB2Lab);
    cv::Mat row(1, kEntries, CV_32FC3);
    for (int i = 0; i < kEntries; ++i) {
        const float at = static_cast<float>(i) / (kEntries - 1) * 2;
        const int from = at < 1 ? 0 : 1;
        const float part = at - static_cast<float>(from);
        row.at<cv::Vec3f>(i) = ends.at<cv::Vec3f>(from) * (1 - part) + ends.at<cv::Vec3f>(from + 1) * part;
    }
    cv::cvtColor(row, row, cv::COLOR_Lab2RGB);
    row.convertTo(row, CV_8UC3, 255);
    return tableOf(row);
}

Table greyTable() {
    Table table;
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i)};
    return table;
}

const Table& tableFor(ColourMap colours) {
    static const Table viridis = openCvTable(cv::COLORMAP_VIRIDIS), magma = openCvTable(cv::COLORMAP_MAGMA),
                       cividis = openCvTable(cv::COLORMAP_CIVIDIS), grey = greyTable(),
                       difference = differenceTable();
    switch (colours) {
        case ColourMap::Magma:
            return magma;
        case ColourMap::Cividis:
            return cividis;
        case ColourMap::Grey:
            return grey;
        case ColourMap::Difference:
            return difference;
        case ColourMap::Viridis:
            break;
    }
    return viridis;
}

std::size_t entryOf(float value, float lowest, float scale) {
    const float entry = (value - lowest) * scale;
    return static_cast<std::size_t>(std::clamp(entry, 0.0F, static_cast<float>(kEntries - 1)));
}

float scaleOf(float lowest, float highest) {
    return highest > lowest ? static_cast<float>(kEntries) / (highest - lowest) : 0.0F;
}

Image imageLike(const MapPlane& plane) {
    Image image{plane.width, plane.height, {}};
    image.rgb.resize(plane.values.size() * 3);
    return image;
}

}  // namespace

Image colourValues(const MapPlane& plane, ColourMap colours, float lowest, float highest) {
    const Table& table = tableFor(colours);
    const float scale = scaleOf(lowest, highest);
    Image image = imageLike(plane);
    auto* pixel = image.rgb.data();
    for (const float value : plane.values) {
        const Rgb colour = table[entryOf(value, lowest, scale)];
        *pixel++ = colour.r;
        *pixel++ = colour.g;
        *pixel++ = colour.b;
    }
    return image;
}

Image colourModels(const MapPlane& plane) {
    Image image = imageLike(plane);
    auto* pixel = image.rgb.data();
    for (const float value : plane.values) {
        const Rgb colour = kModelColours.at(static_cast<std::size_t>(value));
        *pixel++ = colour.r;
        *pixel++ = colour.g;
        *pixel++ = colour.b;
    }
    return image;
}

Rgb colourOf(double value, ColourMap colours, double lowest, double highest) {
    const auto low = static_cast<float>(lowest), high = static_cast<float>(highest);
    return tableFor(colours)[entryOf(static_cast<float>(value), low, scaleOf(low, high))];
}

Image colourRamp(ColourMap colours) {
    MapPlane plane{1, kEntries, {}};
    for (int i = 0; i < kEntries; ++i)
        plane.values.push_back((static_cast<float>(i) + 0.5F) / kEntries);
    return colourValues(plane, colours);
}

}  // namespace afa
