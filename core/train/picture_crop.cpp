#include "core/train/picture_crop.h"

#include <algorithm>
#include <string>

#include "core/train/picture_decode.h"
#include "core/train/picture_resize.h"

namespace afa {
namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): a counter and a finaliser; the same on every system.
class SplitMix64 {
  public:
    explicit SplitMix64(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }
    /// 0 .. largest; the remainder's bias is below 2^-32 for any picture.
    std::int64_t upTo(std::int64_t largest) {
        return static_cast<std::int64_t>(next() % (static_cast<std::uint64_t>(largest) + 1));
    }

  private:
    std::uint64_t state_;
};

/// Half of what is cut off, as torchvision's CenterCrop rounds it: halves go to the even number.
std::int64_t middle(std::int64_t cut) {
    return cut % 4 == 3 ? (cut + 1) / 2 : cut / 2;
}

}  // namespace

std::uint64_t cropSeed(std::uint64_t seed, const std::filesystem::path& image, std::int64_t epoch) {
    std::uint64_t hash = 14695981039346656037u;  // FNV-1a
    for (const char byte : image.filename().string())
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
    return SplitMix64(SplitMix64(seed ^ hash).next() + static_cast<std::uint64_t>(epoch)).next();
}

Image cropPicture(const Image& image, int size, Crop crop, std::uint64_t seed) {
    // torchvision's Resize: the long side is cut to a whole number.
    const std::int64_t shortSide = std::min(image.width, image.height);
    ResizedWindow window;
    window.fullWidth = std::int64_t{size} * image.width / shortSide;
    window.fullHeight = std::int64_t{size} * image.height / shortSide;
    window.width = window.height = size;
    const auto cutX = window.fullWidth - size, cutY = window.fullHeight - size;
    SplitMix64 random(seed);
    window.top = crop == Crop::Center ? middle(cutY) : random.upTo(cutY);
    window.left = crop == Crop::Center ? middle(cutX) : random.upTo(cutX);
    return resizeBilinear(image, window);
}

Image loadCrop(const std::filesystem::path& image, int size, Crop crop, std::uint64_t seed) {
    return cropPicture(decodePicture(image), size, crop, seed);
}

}  // namespace afa
