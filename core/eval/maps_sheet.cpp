#include "core/eval/maps_sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <opencv2/core.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/path.h"
#include "core/eval/sheet_canvas.h"
#include "core/eval/sheet_drawing.h"
#include "core/io/atomic_file.h"
#include "core/io/picture_file.h"

namespace afa {
namespace {

constexpr std::int64_t kMaxPixels = 200'000'000;
constexpr int kMinCell = 8, kMaxCell = 2048, kMaxScale = 8;

// Distances in pixels.
constexpr int kMargin = 28, kGap = 4, kBlockGap = 30, kLabelGap = 14, kHeaderHeight = 50;
constexpr int kTitleHeight = 24, kStepsHeight = 38, kMaxNameWidth = 220;
constexpr int kLegendWidth = 200, kLegendHeight = 14, kNumberGap = 10;

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
                        const std::set<int>& present, bool steps) {
    if (wanted.empty()) return fallback;
    for (const int number : wanted)
        if (!present.contains(number))
            throw ConfigError(steps ? Message::of("the maps record has no step %1; it has steps %2", number,
                                                  ranges(present))
                                    : Message::of("the maps record has no stage %1; it has stages %2", number,
                                                  ranges(present)));
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
    std::vector<int> all(present.begin(), present.end());
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
        layOut(settings.cell, settings.scale);
    }

    cv::Size size() const { return {width_, height_}; }
    void draw(SheetCanvas& canvas) const {
        drawHeader(canvas);
        for (const Block& block : blocks_)
            drawBlock(canvas, block);
    }

  private:
    void check(const MapsSheetSettings& settings) {
        const int models = record_.models();
        if (models < 1 || models > kMaxSheetModels)
            throw ConfigError(
                Message::of("a sheet shows 1 to %1 models; the record has %2", kMaxSheetModels, models));
        if (settings.cell < kMinCell || settings.cell > kMaxCell)
            throw ConfigError(Message::of("a map on a sheet is %1 to %2 pixels long; %3 was asked for",
                                          kMinCell, kMaxCell, settings.cell));
        if (settings.scale < 1 || settings.scale > kMaxScale)
            throw ConfigError(
                Message::of("a sheet's scale is 1 to %1; %2 was asked for", kMaxScale, settings.scale));
        if (half_ < 0 || half_ >= record_.halves)
            throw ConfigError(
                record_.halves == 1
                    ? Message::of("the record has one half only (0): the picture was made without guidance, "
                                  "or by MagicFusion, whose mask is of both halves")
                    : Message::of("halves of a record are 0 (with prompt) and 1 (without); %1 was asked for",
                                  half_));
        std::set<int> stages, steps;
        for (const StageMap& map : record_.maps) {
            stages.insert(map.stage);
            steps.insert(map.step);
        }
        if (record_.maps.empty())
            throw ConfigError(
                Message::of("the record has no maps to draw: no stage was joined by an aggregator"));
        steps_ = chosen(settings.steps, spreadEvenly(steps), steps, true);
        for (const int stage : chosen(settings.stages, firstAndLastButOne(stages), stages, false)) {
            Block block;
            block.stage = stage;
            blocks_.push_back(block);
        }
    }

    void layOut(int cell, int scale) {
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
        if (width * scale > kMaxPixels / (height * scale))
            throw ConfigError(
                Message::of("the sheet would have %1 x %2 pixels, more than 200 megapixels; choose fewer "
                            "stages or steps, or a smaller cell or scale",
                            width * scale, height * scale));
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

    void drawHeader(SheetCanvas& canvas) const {
        const int middle = kMargin + kLegendHeight / 2;
        canvas.write(heading(), kTitleFont, kMargin, middle, kInk);
        const int left = width_ - kMargin - kLegendWidth;
        canvas.drawRamp(cv::Rect(left, kMargin, kLegendWidth, kLegendHeight));
        const int below = kMargin + kLegendHeight + kNumberGap + 2;
        canvas.write("0", kSmallFont, left, below, kFaint);
        canvas.writeCentred("weight", kSmallFont, left + kLegendWidth / 2, below, kFaint);
        canvas.write("1", kSmallFont, left + kLegendWidth - extent("1", kSmallFont).width, below, kFaint);
    }

    void drawBlock(SheetCanvas& canvas, const Block& block) const {
        canvas.write(title(block), kTextFont, kMargin, block.top + kTitleHeight / 2, kInk);
        drawSteps(canvas, block);
        const int rowsTop = block.top + kTitleHeight + kStepsHeight;
        for (int model = 0; model < record_.models(); ++model) {
            const int top = rowsTop + model * block.rowPitch();
            drawModel(canvas, model, top + (block.rowPitch() - kGap) / 2);
            for (std::size_t column = 0; column < steps_.size(); ++column) {
                const cv::Rect place(columnLeft(column) + (columnPitch_ - kGap - block.map.width) / 2, top,
                                     block.map.width, block.map.height);
                drawMap(canvas, record_.find(steps_[column], block.stage), model, place);
            }
        }
    }

    /// Step number and timestep over their column; where columns are narrow, over every second, third, ..
    void drawSteps(SheetCanvas& canvas, const Block& block) const {
        const int first = block.top + kTitleHeight + kNumberGap, second = first + kStepsHeight / 2 - 2;
        canvas.write("step", kSmallFont, kMargin, first, kFaint);
        canvas.write("timestep", kSmallFont, kMargin, second, kFaint);
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
            canvas.writeCentred(labels[column].first, kSmallFont, centre, first, kInk);
            canvas.writeCentred(labels[column].second, kSmallFont, centre, second, kFaint);
        }
    }

    void drawModel(SheetCanvas& canvas, int model, int middle) const {
        canvas.drawBadge(model, kMargin, middle);
        canvas.write(names_[static_cast<std::size_t>(model)], kTextFont, kMargin + kBadge + kLabelGap / 2,
                     middle, kInk);
    }

    void drawMap(SheetCanvas& canvas, const StageMap* map, int model, const cv::Rect& place) const {
        if (!map) {
            canvas.fill(place, kAbsent);
            return;
        }
        cv::Mat weights(static_cast<int>(map->height), static_cast<int>(map->width), CV_32F);
        for (int y = 0; y < weights.rows; ++y)
            for (int x = 0; x < weights.cols; ++x)
                weights.at<float>(y, x) = record_.value(*map, half_, model, y, x);
        canvas.drawValues(weights, place);
    }

    int columnLeft(std::size_t column) const { return mapsLeft_ + columnPitch_ * static_cast<int>(column); }

    const MapsRecord& record_;
    int half_;
    std::vector<int> steps_;
    std::vector<Block> blocks_;
    std::vector<std::string> names_;
    int mapsLeft_ = 0, columnPitch_ = 0, width_ = 0, height_ = 0;
};

}  // namespace

Image drawMapsSheet(const MapsRecord& record, const MapsSheetSettings& settings) {
    const Sheet sheet(record, settings);
    RasterCanvas canvas(sheet.size(), settings.scale);
    sheet.draw(canvas);
    return canvas.image();
}

std::string drawMapsSheetSvg(const MapsRecord& record, const MapsSheetSettings& settings) {
    const Sheet sheet(record, settings);
    SvgCanvas canvas(sheet.size());
    sheet.draw(canvas);
    return canvas.svg();
}

void writeMapsSheet(const std::filesystem::path& target, const MapsRecord& record,
                    const MapsSheetSettings& settings) {
    if (lowerExtension(target) != ".svg")
        return writePng(target, drawMapsSheet(record, settings), PngFacts{{}, kPrintDotsPerInch});
    const std::string svg = drawMapsSheetSvg(record, settings);
    AtomicFile file(target);
    file.write(svg);
    file.commit();
}

}  // namespace afa
