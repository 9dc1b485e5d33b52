#pragma once
#include <cstdint>

#include "core/base/image.h"

namespace afa {

/// A part of a resized picture, in its pixels.
struct ResizedWindow {
    std::int64_t fullWidth = 0, fullHeight = 0;  ///< the whole picture's size after resizing
    std::int64_t left = 0, top = 0;
    int width = 0, height = 0;  ///< what is kept
};

/// Bilinear as Pillow's Image.resize(.., BILINEAR) does it, which training scripts reach through
/// torchvision's Resize: the triangle filter is widened by the scale when shrinking, so that nothing aliases
/// (OpenCV's INTER_LINEAR and torch's interpolate without antialias would read two pixels whatever the
/// scale); columns, then rows, each pass rounded to 8 bits (libImaging/Resample.c). Equal to Pillow bit by
/// bit, apart from very tall pictures, which newer Pillows resize rows first. Only the window is computed.
/// Throws ConfigError for a window that does not lie in the resized picture.
Image resizeBilinear(const Image& image, const ResizedWindow& window);

}  // namespace afa
