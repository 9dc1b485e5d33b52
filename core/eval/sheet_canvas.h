#pragma once
#include <string>

#include "core/eval/sheet_drawing.h"

namespace afa {

/// What a sheet is drawn on: pixels, or SVG. Coordinates are pixels at scale 1.
class SheetCanvas {
  public:
    virtual ~SheetCanvas() = default;
    /// Left edge and vertical middle of the text's capital letters.
    virtual void write(const std::string& text, const Font& font, int left, int middle,
                       const cv::Scalar& colour) = 0;
    virtual void writeCentred(const std::string& text, const Font& font, int centre, int middle,
                              const cv::Scalar& colour) = 0;
    virtual void drawBadge(int model, int left, int middle) = 0;
    /// In [0, 1] (CV_32F), in the colours of viridis.
    virtual void drawValues(const cv::Mat& values, const cv::Rect& place) = 0;
    virtual void drawRamp(const cv::Rect& place) = 0;
    virtual void fill(const cv::Rect& place, const cv::Scalar& colour) = 0;
};

class RasterCanvas : public SheetCanvas {
  public:
    RasterCanvas(cv::Size size, int scale)
        : sheet_(size.height * scale, size.width * scale, CV_8UC3, kWhite), scale_(scale) {}

    void write(const std::string& text, const Font& font, int left, int middle,
               const cv::Scalar& colour) override {
        afa::write(sheet_, text, font, left * scale_, middle * scale_, colour, scale_);
    }
    void writeCentred(const std::string& text, const Font& font, int centre, int middle,
                      const cv::Scalar& colour) override {
        afa::writeCentred(sheet_, text, font, centre * scale_, middle * scale_, colour, scale_);
    }
    void drawBadge(int model, int left, int middle) override {
        afa::drawBadge(sheet_, model, left * scale_, middle * scale_, scale_);
    }
    void drawValues(const cv::Mat& values, const cv::Rect& place) override {
        afa::drawValues(sheet_, values, scaled(place));
    }
    void drawRamp(const cv::Rect& place) override { afa::drawRamp(sheet_, scaled(place)); }
    void fill(const cv::Rect& place, const cv::Scalar& colour) override {
        sheet_(scaled(place)).setTo(colour);
    }
    Image image() const { return sheetImage(sheet_); }

  private:
    cv::Rect scaled(const cv::Rect& rect) const {
        return {rect.x * scale_, rect.y * scale_, rect.width * scale_, rect.height * scale_};
    }
    cv::Mat sheet_;
    int scale_;
};

class SvgCanvas : public SheetCanvas {
  public:
    explicit SvgCanvas(cv::Size size);

    void write(const std::string& text, const Font& font, int left, int middle,
               const cv::Scalar& colour) override;
    void writeCentred(const std::string& text, const Font& font, int centre, int middle,
                      const cv::Scalar& colour) override;
    void drawBadge(int model, int left, int middle) override;
    void drawValues(const cv::Mat& values, const cv::Rect& place) override;
    void drawRamp(const cv::Rect& place) override;
    void fill(const cv::Rect& place, const cv::Scalar& colour) override;
    std::string svg() const { return body_ + "</svg>\n"; }

  private:
    void put(const std::string& text, const Font& font, int x, int middle, const cv::Scalar& colour,
             const char* anchor);
    void picture(const Image& image, const cv::Rect& place);
    std::string body_;
};

}  // namespace afa
