#pragma once
#include "core/base/image.h"
#include "core/base/model_colours.h"
#include "core/eval/map_planes.h"

namespace afa {

/// Perceptually uniform colour maps for values, and one with a middle for differences (blue below zero,
/// nearly white at zero, red above).
enum class ColourMap { Viridis, Magma, Cividis, Grey, Difference };

/// Entry min(255, floor(256 v)) of the map's 256, v = (value - lowest) / (highest - lowest) kept within 0 to
/// 1, as matplotlib does.
Image colourValues(const MapPlane& plane, ColourMap colours, float lowest = 0, float highest = 1);
/// Whole numbers in the models' colours.
Image colourModels(const MapPlane& plane);
Rgb colourOf(double value, ColourMap colours, double lowest = 0, double highest = 1);
/// The whole map, lowest first, one pixel high.
Image colourRamp(ColourMap colours);

}  // namespace afa
