#include "core/eval/maps_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <set>

#include "core/base/error.h"

namespace afa {
namespace {

constexpr std::int64_t kMaxPixels = 200'000'000;
constexpr int kMinCell = 8, kMaxCell = 2048;

// Distances in pixels.
constexpr int kMargin = 28, kGap = 4, kBlockGap = 30, kLabelGap = 14, kBadge = 20, kHeaderHeight = 50;
constexpr int kTitleHeight = 24, kStepsHeight = 38, kMaxNameWidth = 220;
constexpr int kLegendWidth = 200, kLegendHeight = 14, kNumberGap = 10;

const cv::Scalar kWhite(255, 255, 255), kInk(38, 38, 38), kFaint(112, 112, 112), kAbsent(232, 232, 232);

// Okabe & Ito's palette for colour-blind readers, dark ones first: one colour per model.
const std::array<cv::Scalar, 8> kModelColours{
    cv::Scalar(0, 114, 178),  cv::Scalar(213, 94, 0),  cv::Scalar(0, 158, 115),  cv::Scalar(204, 121, 167),
    cv::Scalar(86, 180, 233), cv::Scalar(230, 159, 0), cv::Scalar(240, 228, 66), cv::Scalar(0, 0, 0)};

struct Font {
    int face;
    double scale;
};
constexpr Font kTitleFont{cv::FONT_HERSHEY_DUPLEX, 0.6}, kTextFont{cv::FONT_HERSHEY_DUPLEX, 0.45},
    kSmallFont{cv::FONT_HERSHEY_SIMPLEX, 0.4};

/// OpenCV's fonts know ASCII only.
std::string ascii(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F)
            result.push_back(c);
        else if (byte < 0x80 || byte >= 0xC0)  // one sign for each character, not for each byte
            result.push_back('?');
    }
    return result;
}

cv::Size extent(const std::string& text, const Font& font) {
    int baseline = 0;
    return cv::getTextSize(text, font.face, font.scale, 1, &baseline);
}

std::string shortened(std::string text, const Font& font, int width) {
    if (extent(text, font).width <= width) return text;
    while (!text.empty() && extent(text + "...", font).width > width)
        text.pop_back();
    return text + "...";
}

/// Left edge and vertical middle of the text's capital letters.
void write(cv::Mat& sheet, const std::string& text, const Font& font, int left, int middle,
           const cv::Scalar& colour) {
    const int height = extent("H", font).height;
    cv::putText(sheet, text, {left, middle + (height + 1) / 2}, font.face, font.scale, colour, 1,
                cv::LINE_AA);
}

void writeCentred(cv::Mat& sheet, const std::string& text, const Font& font, int centre, int middle,
                  const cv::Scalar& colour) {
    write(sheet, text, font, centre - extent(text, font).width / 2, middle, colour);
}

std::string number(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof(buffer), "%.5g", value);
    return buffer;
}

/// "0-3, 5".
std::string ranges(const std::set<int>& numbers) {
    std::string text;
    for (auto it = numbers.begin(); it != numbers.end();) {
        const int first = *it;
        int last = first;
        while (++it != numbers.end() && *it == last + 1)
            last = *it;
        if (!text.empty()) text += ", ";
        text += std::to_string(first);
        if (last > first) text += "-" + std::to_string(last);
    }
    return text;
}

std::vector<int> chosen(const std::vector<int>& wanted, const std::vector<int>& fallback,
                        const std::set<int>& present, const std::string& what) {
    if (wanted.empty()) return fallback;
    for (const int number : wanted)
        if (!present.contains(number))
            throw ConfigError("the maps record has no " + what + " " + std::to_string(number) + "; it has " +
                              what + "s " + ranges(present));
    return wanted;
}

std::vector<int> firstAndLastButOne(const std::set<int>& present) {
    std::vector<int> stages{*present.begin()};
    if (present.size() == 2) stages.push_back(*present.rbegin());
    if (present.size() > 2) stages.push_back(*std::next(present.rbegin()));
    return stages;
}

std::vector<int> spreadEvenly(const std::set<int>& present) {
    constexpr std::size_t kColumns = 9;
    const std::vector<int> all(present.begin(), present.end());
    if (all.size() <= kColumns) return all;
    std::vector<int> steps;
    for (std::size_t i = 0; i < kColumns; ++i)
        steps.push_back(all[(i * (all.size() - 1) + (kColumns - 1) / 2) / (kColumns - 1)]);
    return steps;
}

/// One stage's rows: where they lie and how large a map is drawn.
struct Block {
    int stage = 0;
    int top = 0;                         ///< of its title
    cv::Size map;                        ///< as drawn
    std::int64_t height = 0, width = 0;  ///< as recorded
    int rowPitch() const { return std::max(map.height, kBadge) + kGap; }
};

cv::Size drawnSize(const StageMap& map, int cell) {
    const double scale = static_cast<double>(cell) / static_cast<double>(std::max(map.height, map.width));
    const auto side = [&](std::int64_t length) {
        return std::max(1, static_cast<int>(std::lround(scale * static_cast<double>(length))));
    };
    return {side(map.width), side(map.height)};
}

class Sheet {
  public:
    Sheet(const MapsRecord& record, const MapsSheetSettings& settings)
        : record_(record), half_(settings.half) {
        check(settings);
        layOut(settings.cell);
        sheet_ = cv::Mat(height_, width_, CV_8UC3, kWhite);
        drawHeader();
        for (const Block& block : blocks_)
            drawBlock(block);
    }

    Image image() const {
        Image image{sheet_.cols, sheet_.rows, {}};
        image.rgb.assign(sheet_.datastart, sheet_.dataend);
        return image;
    }

  private:
    void check(const MapsSheetSettings& settings) {
        const int models = record_.models();
        if (models < 1 || models > static_cast<int>(kModelColours.size()))
            throw ConfigError("a sheet shows 1 to " + std::to_string(kModelColours.size()) +
                              " models; the record has " + std::to_string(models));
        if (settings.cell < kMinCell || settings.cell > kMaxCell)
            throw ConfigError("a map on a sheet is " + std::to_string(kMinCell) + " to " +
                              std::to_string(kMaxCell) + " pixels long; " + std::to_string(settings.cell) +
                              " was asked for");
        if (half_ < 0 || half_ >= record_.halves)
            throw ConfigError(
                record_.halves == 1
                    ? "the record has maps of the half with prompt (0) only: the picture was made at "
                      "guidance scale 1"
                    : "halves of a record are 0 (with prompt) and 1 (without); " + std::to_string(half_) +
                          " was asked for");
        std::set<int> stages, steps;
        for (const StageMap& map : record_.maps) {
            stages.insert(map.stage);
            steps.insert(map.step);
        }
        if (record_.maps.empty())
            throw ConfigError("the record has no maps to draw: no stage was joined by an aggregator");
        steps_ = chosen(settings.steps, spreadEvenly(steps), steps, "step");
        for (const int stage : chosen(settings.stages, firstAndLastButOne(stages), stages, "stage")) {
            Block block;
            block.stage = stage;
            blocks_.push_back(block);
        }
    }

    void layOut(int cell) {
        int labelWidth = extent("timestep", kSmallFont).width;
        for (const std::string& name : record_.modelNames) {
            names_.push_back(shortened(ascii(name), kTextFont, kMaxNameWidth));
            labelWidth =
                std::max(labelWidth, kBadge + kLabelGap / 2 + extent(names_.back(), kTextFont).width);
        }
        mapsLeft_ = kMargin + labelWidth + kLabelGap;
        std::int64_t columnWidth = 0, height = kMargin + kHeaderHeight, titleWidth = 0;
        for (Block& block : blocks_) {
            const auto first = std::find_if(record_.maps.begin(), record_.maps.end(),
                                            [&](const StageMap& map) { return map.stage == block.stage; });
            block.map = drawnSize(*first, cell);
            block.height = first->height;
            block.width = first->width;
            block.top = static_cast<int>(std::min<std::int64_t>(height, kMaxPixels));
            height +=
                kTitleHeight + kStepsHeight + std::int64_t{block.rowPitch()} * record_.models() + kBlockGap;
            columnWidth = std::max<std::int64_t>(columnWidth, block.map.width);
            titleWidth = std::max<std::int64_t>(titleWidth, extent(title(block), kTextFont).width);
        }
        columnPitch_ = static_cast<int>(columnWidth) + kGap;
        height += kMargin - kBlockGap;
        std::int64_t width =
            mapsLeft_ + std::int64_t{columnPitch_} * static_cast<std::int64_t>(steps_.size()) - kGap;
        width = std::max({width, kMargin + titleWidth, legendLeftAtLeast() + kLegendWidth}) + kMargin;
        if (width > kMaxPixels / height)
            throw ConfigError(
                "the sheet would have " + std::to_string(width) + " x " + std::to_string(height) +
                " pixels, more than 200 megapixels; choose fewer stages or steps, or a smaller cell");
        width_ = static_cast<int>(width);
        height_ = static_cast<int>(height);
    }

    std::string heading() const {
        return std::string("Aggregation maps, ") + (half_ == 0 ? "with prompt" : "without prompt");
    }
    std::int64_t legendLeftAtLeast() const {
        return kMargin + extent(heading(), kTitleFont).width + 3 * kLabelGap;
    }

    std::string title(const Block& block) const {
        std::string text = "Stage " + std::to_string(block.stage);
        for (const StageInfo& info : record_.stages) {
            if (info.stage != block.stage) continue;
            text += "   " + ascii(info.mbwKey) + "   " + ascii(info.name);
        }
        // Long module names are cut before the size, which must stay.
        constexpr int kMaxTitleWidth = 600;
        return shortened(text, kTextFont, kMaxTitleWidth) + "   " + std::to_string(block.height) + " x " +
               std::to_string(block.width) + " (h x w)";
    }

    void drawHeader() {
        const int middle = kMargin + kLegendHeight / 2;
        write(sheet_, heading(), kTitleFont, kMargin, middle, kInk);
        const int left = width_ - kMargin - kLegendWidth;
        cv::Mat ramp(1, kLegendWidth, CV_32F);
        for (int x = 0; x < kLegendWidth; ++x)
            ramp.at<float>(x) = static_cast<float>(x) / (kLegendWidth - 1);
        cv::Mat bar;
        cv::resize(coloured(ramp), bar, {kLegendWidth, kLegendHeight}, 0, 0, cv::INTER_NEAREST);
        bar.copyTo(sheet_(cv::Rect(left, kMargin, kLegendWidth, kLegendHeight)));
        const int below = kMargin + kLegendHeight + kNumberGap + 2;
        write(sheet_, "0", kSmallFont, left, below, kFaint);
        writeCentred(sheet_, "weight", kSmallFont, left + kLegendWidth / 2, below, kFaint);
        write(sheet_, "1", kSmallFont, left + kLegendWidth - extent("1", kSmallFont).width, below, kFaint);
    }

    void drawBlock(const Block& block) {
        write(sheet_, title(block), kTextFont, kMargin, block.top + kTitleHeight / 2, kInk);
        drawSteps(block);
        const int rowsTop = block.top + kTitleHeight + kStepsHeight;
        for (int model = 0; model < record_.models(); ++model) {
            const int top = rowsTop + model * block.rowPitch();
            drawModel(model, top + (block.rowPitch() - kGap) / 2);
            for (std::size_t column = 0; column < steps_.size(); ++column) {
                const cv::Rect place(columnLeft(column) + (columnPitch_ - kGap - block.map.width) / 2, top,
                                     block.map.width, block.map.height);
                drawMap(record_.find(steps_[column], block.stage), model, place);
            }
        }
    }

    /// Step number and timestep over their column; where columns are narrow, over every second, third, ..
    void drawSteps(const Block& block) {
        const int first = block.top + kTitleHeight + kNumberGap, second = first + kStepsHeight / 2 - 2;
        write(sheet_, "step", kSmallFont, kMargin, first, kFaint);
        write(sheet_, "timestep", kSmallFont, kMargin, second, kFaint);
        std::vector<std::pair<std::string, std::string>> labels;
        int widest = 0;
        for (const int step : steps_) {
            const auto index = static_cast<std::size_t>(step);
            const bool known = step >= 0 && index < record_.timesteps.size();
            labels.emplace_back(std::to_string(step), known ? number(record_.timesteps[index]) : "");
            widest = std::max({widest, extent(labels.back().first, kSmallFont).width,
                               extent(labels.back().second, kSmallFont).width});
        }
        const auto every = static_cast<std::size_t>((widest + kNumberGap + columnPitch_ - 1) / columnPitch_);
        for (std::size_t column = 0; column < labels.size(); column += every) {
            const int half = (columnPitch_ - kGap) / 2;
            // A label wider than its column must not leave the sheet.
            const int centre = std::min(columnLeft(column) + half, width_ - kMargin / 2 - widest / 2);
            writeCentred(sheet_, labels[column].first, kSmallFont, centre, first, kInk);
            writeCentred(sheet_, labels[column].second, kSmallFont, centre, second, kFaint);
        }
    }

    void drawModel(int model, int middle) {
        const auto index = static_cast<std::size_t>(model);
        const cv::Scalar& colour = kModelColours[index];
        cv::rectangle(sheet_, cv::Rect(kMargin, middle - kBadge / 2, kBadge, kBadge), colour, cv::FILLED);
        const double luminance = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
        writeCentred(sheet_, std::string(1, static_cast<char>('A' + model)), kTextFont, kMargin + kBadge / 2,
                     middle, luminance > 140 ? kInk : kWhite);
        write(sheet_, names_[index], kTextFont, kMargin + kBadge + kLabelGap / 2, middle, kInk);
    }

    void drawMap(const StageMap* map, int model, const cv::Rect& place) {
        cv::Mat target = sheet_(place);
        if (!map) {
            target.setTo(kAbsent);
            return;
        }
        cv::Mat weights(static_cast<int>(map->height), static_cast<int>(map->width), CV_32F);
        for (int y = 0; y < weights.rows; ++y)
            for (int x = 0; x < weights.cols; ++x)
                weights.at<float>(y, x) = record_.value(*map, half_, model, y, x);
        // Each recorded value keeps its own square; where there are more values than pixels, their mean is
        // shown.
        const bool shrinks = weights.cols > place.width || weights.rows > place.height;
        cv::Mat scaled;
        cv::resize(weights, scaled, place.size(), 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_NEAREST);
        coloured(scaled).copyTo(target);
    }

    /// Weights in [0, 1] in the colours of viridis, RGB.
    static cv::Mat coloured(const cv::Mat& weights) {
        cv::Mat levels, colours;
        weights.convertTo(levels, CV_8U, 255);
        cv::applyColorMap(levels, colours, cv::COLORMAP_VIRIDIS);
        cv::cvtColor(colours, colours, cv::COLOR_BGR2RGB);
        return colours;
    }

    int columnLeft(std::size_t column) const { return mapsLeft_ + columnPitch_ * static_cast<int>(column); }

    const MapsRecord& record_;
    int half_;
    std::vector<int> steps_;
    std::vector<Block> blocks_;
    std::vector<std::string> names_;
    int mapsLeft_ = 0, columnPitch_ = 0, width_ = 0, height_ = 0;
    cv::Mat sheet_;
};

}  // namespace

Image drawMapsSheet(const MapsRecord& record, const MapsSheetSettings& settings) {
    return Sheet(record, settings).image();
}

}  // namespace afa
