#pragma once
#include <QtGui/QImage>

#include "core/base/image.h"

namespace afa {

QImage toQImage(const Image& image);   ///< null for a picture without pixels
Image toImage(const QImage& picture);  ///< any format; no pixels for a null picture

}  // namespace afa
