#pragma once
#include "core/base/image.h"

namespace afa {

/// Bilinear as Pillow's Image.resize(.., BILINEAR) does it, which training scripts reach through
/// torchvision's Resize: the triangle filter is widened by the scale when shrinking, so that nothing aliases;
/// two passes, each rounded to 8 bits. Equal to Pillow bit by bit.
Image resizeBilinear(const Image& image, int width, int height);

}  // namespace afa
