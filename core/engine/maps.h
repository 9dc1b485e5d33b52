#pragma once
#include <cstdint>
#include <filesystem>

#include "core/eval/capability_report.h"
#include "core/eval/capability_sheet.h"
#include "core/eval/map_colours.h"
#include "core/eval/map_planes.h"
#include "core/eval/maps_figures.h"
#include "core/eval/maps_report.h"
#include "core/eval/maps_sheet.h"
#include "core/io/maps_file.h"

// Records of maps and of capability, what they come to, and how they are drawn: values and pictures, no
// torch. What the command line prints and what the window shows come from here alike.
namespace afa {

/// Where the maps of a picture are kept: beside it, NAME.maps.safetensors.
inline constexpr char kKeptMapsEnding[] = ".maps.safetensors";
std::filesystem::path keptMapsPath(const std::filesystem::path& picture);

/// What a file of this program holds, by its metadata alone: cheap. Other: another kind, or no sound
/// safetensors file.
enum class RecordKind { Other, Maps, Capability };
RecordKind recordKind(const std::filesystem::path& path);

struct GenerateRequest;
/// Modes that leave maps: afa, last-block and magicfusion.
bool leavesMaps(const GenerateRequest& request);
/// About the bytes that a picture's maps take, for a U-Net of `stages` stages and pictures whose sides are
/// multiples of `sizeStep` (ModelInfo); 0 for a mode without maps.
std::uint64_t mapsBytes(const GenerateRequest& request, int stages, int sizeStep);

}  // namespace afa
