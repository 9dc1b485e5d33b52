#include "core/eval/comparison_sheet.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/eval/sheet_drawing.h"

namespace afa {
namespace {

constexpr std::int64_t kMaxPixels = 200'000'000;
constexpr int kMinSide = 16, kMaxSide = 4096, kSmallestOwnSide = 192;

// Distances in pixels.
constexpr int kMargin = 28, kGap = 14, kLabelGap = 14, kMaxRowCaption = 200;
constexpr int kTitleLine = 26, kNoteLine = 22, kHeadGap = 10, kCaptionLine = 22;

bool isEmpty(const Image& picture) {
    return picture.width <= 0 || picture.height <= 0;
}

class Sheet {
  public:
    Sheet(const ComparisonSheet& content, int side) : content_(content) {
        layOut(side);
        drawHead();
        int top = rowsTop_;
        for (std::size_t row = 0; row < content.rows.size(); ++row) {
            drawRow(content.rows[row], top, heights_[row]);
            top += heights_[row] + captionHeights_[row] + kGap;
        }
    }

    Image image() const { return sheetImage(sheet_); }

  private:
    void layOut(int side) {
        side_ = side ? side : ownSide();
        const auto columns = static_cast<std::size_t>(content_.columnCount());
        widths_.assign(columns, 0);
        int labels = 0;
        for (const auto& row : content_.rows) {
            int height = 0;
            bool captions = false;
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const auto size = sizeOf(row.cells[i].picture);
                widths_[i] = std::max(widths_[i], size.width);
                height = std::max(height, size.height);
                captions = captions || !row.cells[i].caption.empty();
            }
            heights_.push_back(height);
            captionHeights_.push_back(captions ? kCaptionLine : 0);
            if (!row.caption.empty())
                labels =
                    std::max(labels, std::min(kMaxRowCaption, extent(ascii(row.caption), kTextFont).width));
        }
        std::int64_t width = kMargin + (labels > 0 ? labels + kLabelGap : 0);
        for (const auto column : widths_) {
            lefts_.push_back(static_cast<int>(width));
            width += std::max(column, 1) + kGap;
        }
        width += kMargin - kGap;
        labelWidth_ = labels;
        rowsTop_ = kMargin + (content_.title.empty() ? 0 : kTitleLine) +
                   (content_.note.empty() ? 0 : kNoteLine) +
                   (content_.title.empty() && content_.note.empty() ? 0 : kHeadGap) +
                   (content_.columns.empty() ? 0 : kCaptionLine);
        std::int64_t height = rowsTop_ + kMargin - kGap;
        for (std::size_t i = 0; i < heights_.size(); ++i)
            height += heights_[i] + captionHeights_[i] + kGap;
        if (width > kMaxPixels / height)
            throw ConfigError(
                Message::of("the sheet would have %1 x %2 pixels, more than 200 megapixels; choose fewer "
                            "pictures or a smaller side",
                            width, height));
        sheet_ = cv::Mat(static_cast<int>(height), static_cast<int>(width), CV_8UC3, kWhite);
    }

    int ownSide() const {
        int largest = kSmallestOwnSide;
        for (const auto& row : content_.rows)
            for (const auto& cell : row.cells)
                largest = std::max({largest, cell.picture.width, cell.picture.height});
        return std::min(largest, kMaxSide);
    }

    cv::Size sizeOf(const Image& picture) const {
        if (isEmpty(picture)) return {};
        const double factor = static_cast<double>(side_) / std::max(picture.width, picture.height);
        const auto scaled = [&](int length) {
            return std::max(1, static_cast<int>(std::lround(factor * length)));
        };
        return {scaled(picture.width), scaled(picture.height)};
    }

    void drawHead() {
        const int room = sheet_.cols - 2 * kMargin;
        int top = kMargin;
        if (!content_.title.empty()) {
            write(sheet_, shortened(ascii(content_.title), kTitleFont, room), kTitleFont, kMargin,
                  top + kTitleLine / 2, kInk);
            top += kTitleLine;
        }
        if (!content_.note.empty())
            write(sheet_, shortened(ascii(content_.note), kSmallFont, room), kSmallFont, kMargin,
                  top + kNoteLine / 2, kFaint);
        for (std::size_t i = 0; i < content_.columns.size(); ++i)
            writeCentred(sheet_, shortened(ascii(content_.columns[i]), kTextFont, widths_[i]), kTextFont,
                         lefts_[i] + widths_[i] / 2, rowsTop_ - kCaptionLine / 2 - 2, kInk);
    }

    void drawRow(const ComparisonSheet::Row& row, int top, int height) {
        write(sheet_, shortened(ascii(row.caption), kTextFont, labelWidth_), kTextFont, kMargin,
              top + height / 2, kInk);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& [picture, caption] = row.cells[i];
            if (!isEmpty(picture)) drawPicture(picture, lefts_[i], top, widths_[i], height);
            writeCentred(sheet_, shortened(ascii(caption), kTextFont, widths_[i]), kTextFont,
                         lefts_[i] + widths_[i] / 2, top + height + kCaptionLine / 2 + 1, kInk);
        }
    }

    void drawPicture(const Image& picture, int left, int top, int width, int height) {
        const auto size = sizeOf(picture);
        const cv::Mat rgb(picture.height, picture.width, CV_8UC3,
                          const_cast<std::uint8_t*>(picture.rgb.data()));
        cv::Mat scaled;
        cv::resize(rgb, scaled, size, 0, 0, size.width < picture.width ? cv::INTER_AREA : cv::INTER_LANCZOS4);
        scaled.copyTo(sheet_(cv::Rect(left + (width - size.width) / 2, top + (height - size.height) / 2,
                                      size.width, size.height)));
    }

    const ComparisonSheet& content_;
    int side_ = 0, labelWidth_ = 0, rowsTop_ = 0;
    std::vector<int> widths_, lefts_;            ///< per column
    std::vector<int> heights_, captionHeights_;  ///< per row
    cv::Mat sheet_;
};

void check(const ComparisonSheet& sheet, int side) {
    if (side != 0 && (side < kMinSide || side > kMaxSide))
        throw ConfigError(
            Message::of("the pictures of a sheet are %1 to %2 pixels on their longer side, not %3", kMinSide,
                        kMaxSide, side));
    for (const auto& row : sheet.rows)
        for (const auto& cell : row.cells)
            if (!isEmpty(cell.picture)) return;
    throw ConfigError(Message::of("there is no picture to put on the sheet"));
}

}  // namespace

int ComparisonSheet::columnCount() const {
    std::size_t count = columns.size();
    for (const auto& row : rows)
        count = std::max(count, row.cells.size());
    return static_cast<int>(count);
}

Image drawComparisonSheet(const ComparisonSheet& sheet, int side) {
    check(sheet, side);
    return Sheet(sheet, side).image();
}

}  // namespace afa
