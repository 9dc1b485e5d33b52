#pragma once
#include <cstdint>
#include <filesystem>

#include "core/base/image.h"

namespace afa {

enum class Crop { Random, Center };

/// Seeds the random crop of a picture: from the run's seed, the picture's file name and the epoch, so that it
/// depends neither on where the data lies nor on what else is listed.
std::uint64_t cropSeed(std::uint64_t seed, const std::filesystem::path& image, std::int64_t epoch);

/// Resized (bilinear) so that the short side is `size`, then cut to size x size: the middle, or where
/// `cropSeed` says, every place equally likely.
Image cropPicture(const Image& image, int size, Crop crop, std::uint64_t cropSeed);

/// The same from a file. Throws DataError for a broken picture.
Image loadCrop(const std::filesystem::path& image, int size, Crop crop, std::uint64_t cropSeed);

}  // namespace afa
