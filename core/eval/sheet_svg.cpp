#include <openssl/evp.h>

#include <array>
#include <cstdio>

#include "core/eval/sheet_canvas.h"
#include "core/io/picture_file.h"

namespace afa {
namespace {

constexpr double kFontPixels = 28.0;  // an OpenCV font of scale 1, as a sans serif of about its width
constexpr double kCapHeight = 0.36;   // half the height of capitals, of the font's size

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else
            result.push_back(c);
    }
    return result;
}

std::string hex(const cv::Scalar& colour) {
    std::array<char, 8> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "#%02x%02x%02x", static_cast<unsigned>(colour[0]) & 0xFFU,
                  static_cast<unsigned>(colour[1]) & 0xFFU, static_cast<unsigned>(colour[2]) & 0xFFU);
    return buffer.data();
}

std::string box(const cv::Rect& place) {
    return "x=\"" + std::to_string(place.x) + "\" y=\"" + std::to_string(place.y) + "\" width=\"" +
           std::to_string(place.width) + "\" height=\"" + std::to_string(place.height) + "\"";
}

std::string base64(const std::string& bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL ends it with a zero
    text.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                                         reinterpret_cast<const unsigned char*>(bytes.data()),
                                                         static_cast<int>(bytes.size()))));
    return text;
}

}  // namespace

SvgCanvas::SvgCanvas(cv::Size size) {
    const std::string width = std::to_string(size.width), height = std::to_string(size.height);
    body_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
            "\" viewBox=\"0 0 " + width + " " + height +
            "\" font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">\n";
    fill({0, 0, size.width, size.height}, kWhite);
}

void SvgCanvas::put(const std::string& text, const Font& font, int x, int middle, const cv::Scalar& colour,
                    const char* anchor) {
    const double size = font.scale * kFontPixels;
    std::array<char, 160> buffer{};
    std::snprintf(buffer.data(), buffer.size(),
                  "<text x=\"%d\" y=\"%.1f\" font-size=\"%.1f\" fill=\"%s\" text-anchor=\"%s\">", x,
                  middle + kCapHeight * size, size, hex(colour).c_str(), anchor);
    body_ += buffer.data() + escaped(text) + "</text>\n";
}

void SvgCanvas::write(const std::string& text, const Font& font, int left, int middle,
                      const cv::Scalar& colour) {
    put(text, font, left, middle, colour, "start");
}

void SvgCanvas::writeCentred(const std::string& text, const Font& font, int centre, int middle,
                             const cv::Scalar& colour) {
    put(text, font, centre, middle, colour, "middle");
}

void SvgCanvas::drawBadge(int model, int left, int middle) {
    fill({left, middle - kBadge / 2, kBadge, kBadge}, sheetColour(model));
    writeCentred(sheetLetter(model), kTextFont, left + kBadge / 2, middle, badgeInk(model));
}

void SvgCanvas::picture(const Image& image, const cv::Rect& place) {
    body_ += "<image " + box(place) +
             " preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" "
             "href=\"data:image/png;base64," +
             base64(encodePng(image, {}, "sheet")) + "\"/>\n";
}

void SvgCanvas::drawValues(const cv::Mat& values, const cv::Rect& place) {
    cv::Mat picture(values.size(), CV_8UC3);
    afa::drawValues(picture, values, {{}, values.size()});
    this->picture(sheetImage(picture), place);
}

void SvgCanvas::drawRamp(const cv::Rect& place) {
    constexpr int kSteps = 256;
    cv::Mat ramp(1, kSteps, CV_8UC3);
    afa::drawRamp(ramp, {0, 0, kSteps, 1});
    picture(sheetImage(ramp), place);
}

void SvgCanvas::fill(const cv::Rect& place, const cv::Scalar& colour) {
    body_ += "<rect " + box(place) + " fill=\"" + hex(colour) + "\"/>\n";
}

}  // namespace afa
