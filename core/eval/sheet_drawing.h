#pragma once
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <string>

#include "core/base/image.h"
#include "core/base/model_colours.h"

// What every sheet of this layer is drawn with: RGB in a cv::Mat, one set of fonts and colours.
namespace afa {

inline constexpr int kMaxSheetModels =
    static_cast<int>(kModelColours.size());  ///< models with a colour of their own
inline constexpr int kBadge = 20;            ///< side of a model's coloured square, pixels

const inline cv::Scalar kWhite(255, 255, 255), kInk(38, 38, 38), kFaint(112, 112, 112),
    kAbsent(232, 232, 232);

struct Font {
    int face;
    double scale;
};
inline constexpr Font kTitleFont{cv::FONT_HERSHEY_DUPLEX, 0.6}, kTextFont{cv::FONT_HERSHEY_DUPLEX, 0.45},
    kSmallFont{cv::FONT_HERSHEY_SIMPLEX, 0.4};

/// OpenCV's fonts know ASCII only: other characters become '?'.
std::string ascii(const std::string& text);
cv::Size extent(const std::string& text, const Font& font);
/// Cut with "..." where it is wider than `width` pixels.
std::string shortened(std::string text, const Font& font, int width);
std::string number(double value);  ///< five digits

/// Left edge and vertical middle of the text's capital letters.
/// `scale`: letters and strokes so many times as large.
void write(cv::Mat& sheet, const std::string& text, const Font& font, int left, int middle,
           const cv::Scalar& colour, int scale = 1);
void writeCentred(cv::Mat& sheet, const std::string& text, const Font& font, int centre, int middle,
                  const cv::Scalar& colour, int scale = 1);

cv::Scalar sheetColour(int model);
/// The model's letter on its colour.
void drawBadge(cv::Mat& sheet, int model, int left, int middle, int scale = 1);
std::string sheetLetter(int model);
cv::Scalar badgeInk(int model);  ///< black or white, whichever shows on the model's colour

/// Values in [0, 1] (CV_32F) in the colours of viridis. Each value keeps its own square; where there are more
/// values than pixels, their mean is shown.
void drawValues(cv::Mat& sheet, const cv::Mat& values, const cv::Rect& place);
/// The same colours from 0 to 1.
void drawRamp(cv::Mat& sheet, const cv::Rect& place);
/// Which model (CV_8U, 0 to N - 1) in the models' colours.
void drawModels(cv::Mat& sheet, const cv::Mat& models, const cv::Rect& place);

Image sheetImage(const cv::Mat& sheet);

}  // namespace afa
