#include "core/eval/capability_sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/base/error.h"
#include "core/eval/sheet_drawing.h"
#include "core/io/picture_file.h"

namespace afa {
namespace {

constexpr std::int64_t kMaxPixels = 200'000'000;

// Distances in pixels.
constexpr int kMargin = 28, kGap = 14, kLabelGap = 12, kLine = 18, kMaxNameWidth = 200, kMinColumn = 196;
constexpr int kHeadHeight = 84, kPicture = 72, kColumnHead = 24, kLegendWidth = 160, kLegendHeight = 14;

std::string percent(double share) {
    char buffer[16];
    std::snprintf(buffer, sizeof(buffer), "%.0f%%", share * 100);
    return buffer;
}

std::string shortNumber(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof(buffer), "%.3g", value);
    return buffer;
}

/// A column's figures.
struct Column {
    std::int64_t timestep = 0;
    cv::Mat wins;                 ///< CV_8U
    std::vector<cv::Mat> errors;  ///< CV_32F per model, scaled to [0, 1] between `low` and `high`
    std::vector<double> shares, means;
    double low = 0, high = 0;  ///< smallest and largest error of any model at this timestep
};

Column columnOf(const CapabilityMaps& maps, const CapabilityMaps::AtTimestep& at) {
    const int h = static_cast<int>(maps.height), w = static_cast<int>(maps.width);
    Column column;
    column.timestep = at.timestep;
    const auto wins = capabilityWins(at);
    column.wins = cv::Mat(h, w, CV_8U, const_cast<std::uint8_t*>(wins.data())).clone();
    column.shares = winShares(wins, maps.models());
    column.means = meanErrors(at);
    column.low = HUGE_VAL;
    for (const auto& capability : at.capability)
        for (const float value : capability) {
            column.low = std::min(column.low, -static_cast<double>(value));
            column.high = std::max(column.high, -static_cast<double>(value));
        }
    const double range = column.high > column.low ? column.high - column.low : 1.0;
    for (const auto& capability : at.capability) {
        cv::Mat values(h, w, CV_32F);
        for (int y = 0, i = 0; y < h; ++y)
            for (int x = 0; x < w; ++x, ++i)
                values.at<float>(y, x) = static_cast<float>(
                    (-static_cast<double>(capability[static_cast<std::size_t>(i)]) - column.low) / range);
        column.errors.push_back(values);
    }
    return column;
}

class CapabilitySheet {
  public:
    CapabilitySheet(const CapabilityMaps& maps, int cell) : maps_(maps) {
        if (maps.models() < 1 || maps.models() > kMaxSheetModels)
            throw ConfigError(
                Message::of("a sheet shows 1 to %1 models; there are %2", kMaxSheetModels, maps.models()));
        if (maps.timesteps.empty()) throw ConfigError(Message::of("there is no timestep to draw"));
        layOut(cell);
        drawHead();
        for (std::size_t i = 0; i < maps.timesteps.size(); ++i)
            drawColumn(columnOf(maps, maps.timesteps[i]), columnsLeft_ + static_cast<int>(i) * pitch_);
        drawRowLabels();
    }

    Image image() const { return sheetImage(sheet_); }

  private:
    void layOut(int cell) {
        const auto longest = static_cast<double>(std::max(maps_.height, maps_.width));
        const auto side = [&](std::int64_t length) {
            return std::max(1, static_cast<int>(std::lround(cell * static_cast<double>(length) / longest)));
        };
        map_ = {side(maps_.width), side(maps_.height)};
        int labels = extent(kBest, kTextFont).width;
        for (const auto& name : maps_.modelNames) {
            names_.push_back(shortened(ascii(name), kTextFont, kMaxNameWidth));
            labels = std::max(labels, kBadge + kLabelGap / 2 + extent(names_.back(), kTextFont).width);
        }
        columnsLeft_ = kMargin + labels + kLabelGap;
        pitch_ = std::max(map_.width, kMinColumn) + kGap;
        rowPitch_ = map_.height + kLine + kGap;
        const auto columns = static_cast<std::int64_t>(maps_.timesteps.size());
        constexpr int kHeadWidth = 620;  // title, prompt and legend side by side
        const std::int64_t width =
            std::max<std::int64_t>(columnsLeft_ + columns * pitch_ - kGap + kMargin, kHeadWidth);
        const std::int64_t height = kMargin + kHeadHeight + kColumnHead +
                                    std::int64_t{rowPitch_} * (maps_.models() + 1) + kLine + kMargin;
        if (width > kMaxPixels / height)
            throw ConfigError(Message::of(
                "the sheet would have %1 x %2 pixels, more than 200 megapixels; choose fewer timesteps",
                width, height));
        sheet_ = cv::Mat(static_cast<int>(height), static_cast<int>(width), CV_8UC3, kWhite);
    }

    void drawHead() {
        const auto& picture = maps_.picture;
        int left = kMargin;
        if (picture.width > 0) {
            const cv::Mat rgb(picture.height, picture.width, CV_8UC3,
                              const_cast<std::uint8_t*>(picture.rgb.data()));
            cv::Mat small;
            cv::resize(rgb, small, {kPicture, kPicture}, 0, 0, cv::INTER_AREA);
            small.copyTo(sheet_(cv::Rect(left, kMargin, kPicture, kPicture)));
            left += kPicture + kLabelGap;
        }
        const int legend = sheet_.cols - kMargin - kLegendWidth;
        write(sheet_, "Denoising capability", kTitleFont, left, kMargin + 8, kInk);
        write(sheet_,
              std::to_string(maps_.noiseSamples) + " noise samples, " + std::to_string(maps_.height) + " x " +
                  std::to_string(maps_.width) + " positions",
              kSmallFont, left, kMargin + 32, kFaint);
        write(sheet_, shortened("\"" + ascii(maps_.prompt) + "\"", kTextFont, sheet_.cols - kMargin - left),
              kTextFont, left, kMargin + 62, kInk);
        drawRamp(sheet_, cv::Rect(legend, kMargin, kLegendWidth, kLegendHeight));
        const int below = kMargin + kLegendHeight + 12;
        write(sheet_, "smallest", kSmallFont, legend, below, kFaint);
        write(sheet_, "largest", kSmallFont, legend + kLegendWidth - extent("largest", kSmallFont).width,
              below, kFaint);
        writeCentred(sheet_, "squared error, by column", kSmallFont, legend + kLegendWidth / 2, below + kLine,
                     kFaint);
    }

    int rowTop(int row) const { return kMargin + kHeadHeight + kColumnHead + row * rowPitch_; }

    void drawRowLabels() {
        write(sheet_, kBest, kTextFont, kMargin, rowTop(0) + map_.height / 2, kInk);
        for (int model = 0; model < maps_.models(); ++model) {
            const int middle = rowTop(model + 1) + map_.height / 2;
            drawBadge(sheet_, model, kMargin, middle);
            write(sheet_, names_[static_cast<std::size_t>(model)], kTextFont,
                  kMargin + kBadge + kLabelGap / 2, middle, kInk);
            write(sheet_, "its error", kSmallFont, kMargin + kBadge + kLabelGap / 2, middle + kLine, kFaint);
        }
        write(sheet_, "scale", kSmallFont, kMargin, scaleMiddle(), kFaint);
        write(sheet_, "timestep", kSmallFont, kMargin, rowTop(0) - kColumnHead / 2, kFaint);
    }

    int scaleMiddle() const { return rowTop(maps_.models() + 1); }

    void drawColumn(const Column& column, int left) {
        const int width = pitch_ - kGap, centre = left + width / 2;
        const auto place = [&](int row) {
            return cv::Rect(left + (width - map_.width) / 2, rowTop(row), map_.width, map_.height);
        };
        const auto below = [&](int row) { return rowTop(row) + map_.height + kLine / 2 + 2; };
        writeCentred(sheet_, std::to_string(column.timestep), kTextFont, centre, rowTop(0) - kColumnHead / 2,
                     kInk);
        drawModels(sheet_, column.wins, place(0));
        for (int model = 0; model < maps_.models(); ++model) {
            const auto index = static_cast<std::size_t>(model);
            drawValues(sheet_, column.errors[index], place(model + 1));
            const auto text =
                "mean " + shortNumber(column.means[index]) + ", best at " + percent(column.shares[index]);
            writeCentred(sheet_, text, kSmallFont, centre, below(model + 1), kInk);
        }
        writeCentred(sheet_, shortNumber(column.low) + " .. " + shortNumber(column.high), kSmallFont, centre,
                     scaleMiddle(), kFaint);
    }

    static constexpr auto kBest = "best model";
    const CapabilityMaps& maps_;
    std::vector<std::string> names_;
    cv::Size map_;
    int columnsLeft_ = 0, pitch_ = 0, rowPitch_ = 0;
    cv::Mat sheet_;
};

}  // namespace

Image drawCapabilitySheet(const CapabilityMaps& maps, int cell) {
    return CapabilitySheet(maps, cell).image();
}

void writeCapabilitySheet(const std::filesystem::path& target, const CapabilityMaps& maps) {
    writePng(target, drawCapabilitySheet(maps));
}

}  // namespace afa
