#include "ui/services/values/images.h"

#include <algorithm>

namespace afa {

QImage toQImage(const Image& image) {
    return QImage(image.rgb.data(), image.width, image.height, image.width * 3, QImage::Format_RGB888).copy();
}

Image toImage(const QImage& picture) {
    if (picture.isNull()) return {};
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    Image image{rgb.width(), rgb.height(), {}};
    const auto row = static_cast<std::size_t>(rgb.width()) * 3;
    image.rgb.resize(row * static_cast<std::size_t>(rgb.height()));
    for (int y = 0; y < rgb.height(); ++y)
        std::copy_n(rgb.constScanLine(y), row, image.rgb.begin() + static_cast<std::ptrdiff_t>(row) * y);
    return image;
}

}  // namespace afa
