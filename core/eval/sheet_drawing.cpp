#include "core/eval/sheet_drawing.h"

#include <cstdio>

namespace afa {
namespace {

cv::Mat viridis(const cv::Mat& values) {
    cv::Mat levels, colours;
    values.convertTo(levels, CV_8U, 256, -0.5);  // the entry matplotlib takes: 256 v, rounded down
    cv::applyColorMap(levels, colours, cv::COLORMAP_VIRIDIS);
    cv::cvtColor(colours, colours, cv::COLOR_BGR2RGB);
    return colours;
}

}  // namespace

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

std::string number(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof(buffer), "%.5g", value);
    return buffer;
}

void write(cv::Mat& sheet, const std::string& text, const Font& font, int left, int middle,
           const cv::Scalar& colour, int scale) {
    const int height = extent("H", font).height * scale;
    cv::putText(sheet, text, {left, middle + (height + 1) / 2}, font.face, font.scale * scale, colour, scale,
                cv::LINE_AA);
}

void writeCentred(cv::Mat& sheet, const std::string& text, const Font& font, int centre, int middle,
                  const cv::Scalar& colour, int scale) {
    write(sheet, text, font, centre - extent(text, font).width * scale / 2, middle, colour, scale);
}

cv::Scalar sheetColour(int model) {
    const Rgb colour = kModelColours.at(static_cast<std::size_t>(model));
    return {static_cast<double>(colour.r), static_cast<double>(colour.g), static_cast<double>(colour.b)};
}

std::string sheetLetter(int model) {
    return std::string(1, static_cast<char>('A' + model));
}

cv::Scalar badgeInk(int model) {
    constexpr double kBright = 140;  // luminance by Rec. 601, of 255
    const cv::Scalar colour = sheetColour(model);
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2] > kBright ? kInk : kWhite;
}

void drawBadge(cv::Mat& sheet, int model, int left, int middle, int scale) {
    const int side = kBadge * scale;
    cv::rectangle(sheet, cv::Rect(left, middle - side / 2, side, side), sheetColour(model), cv::FILLED);
    writeCentred(sheet, sheetLetter(model), kTextFont, left + side / 2, middle, badgeInk(model), scale);
}

void drawValues(cv::Mat& sheet, const cv::Mat& values, const cv::Rect& place) {
    const bool shrinks = values.cols > place.width || values.rows > place.height;
    cv::Mat scaled;
    cv::resize(values, scaled, place.size(), 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_NEAREST);
    viridis(scaled).copyTo(sheet(place));
}

void drawRamp(cv::Mat& sheet, const cv::Rect& place) {
    cv::Mat ramp(1, place.width, CV_32F);
    for (int x = 0; x < place.width; ++x)
        ramp.at<float>(x) = static_cast<float>(x) / static_cast<float>(place.width - 1);
    drawValues(sheet, ramp, place);
}

void drawModels(cv::Mat& sheet, const cv::Mat& models, const cv::Rect& place) {
    cv::Mat colours(models.rows, models.cols, CV_8UC3);
    for (int y = 0; y < models.rows; ++y)
        for (int x = 0; x < models.cols; ++x) {
            const auto colour = sheetColour(models.at<std::uint8_t>(y, x));
            for (int c = 0; c < 3; ++c)
                colours.at<cv::Vec3b>(y, x)[c] = static_cast<std::uint8_t>(colour[c]);
        }
    const bool shrinks = models.cols > place.width || models.rows > place.height;
    cv::Mat scaled;
    cv::resize(colours, scaled, place.size(), 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_NEAREST);
    scaled.copyTo(sheet(place));
}

Image sheetImage(const cv::Mat& sheet) {
    Image image{sheet.cols, sheet.rows, {}};
    image.rgb.assign(sheet.datastart, sheet.dataend);
    return image;
}

}  // namespace afa
