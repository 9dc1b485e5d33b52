#include "core/compute/latent_preview.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace afa {
namespace {

constexpr std::int64_t kPictures = 8, kSide = 12;  // 1,152 positions for 5 unknowns: far more than enough
/// Root mean square; of a picture it is about 1, of a guess at high noise many times that.
constexpr double kMostSpread = 1.5;
constexpr std::int64_t kPatches = 4;  // colour fields of so many patches a side: smooth, yet of all colours

/// [N, 4, h, w] -> [N h w, 5], the last column ones.
torch::Tensor rows(const torch::Tensor& latents) {
    const auto flat = latents.permute({0, 2, 3, 1}).reshape({-1, latents.size(1)});
    return torch::cat({flat, torch::ones({flat.size(0), 1}, flat.options())}, 1);
}

/// Pictures [N, 3, side, side] in [-1, 1], always the same ones: half of them flat patches, half with soft
/// borders.
torch::Tensor colourFields(std::int64_t side) {
    auto generator = torch::make_generator<torch::CPUGeneratorImpl>(1);
    const auto coarse = torch::rand({kPictures, 3, kPatches, kPatches}, generator) * 2 - 1;
    namespace F = torch::nn::functional;
    const auto size = F::InterpolateFuncOptions().size(std::vector<std::int64_t>{side, side});
    const auto flat = F::interpolate(coarse.slice(0, 0, kPictures / 2),
                                     F::InterpolateFuncOptions(size).mode(torch::kNearest));
    const auto soft =
        F::interpolate(coarse.slice(0, kPictures / 2),
                       F::InterpolateFuncOptions(size).mode(torch::kBilinear).align_corners(false));
    return torch::cat({flat, soft});
}

}  // namespace

LatentPreview::LatentPreview(const Vae& vae, const Placement& placement) {
    const auto pictures = colourFields(kSide * vae.config().factor());
    const auto latents = (vae.encode(pictures.to(placement.device)).mean * vae.config().scalingFactor)
                             .to(torch::kCPU, torch::kFloat32);
    const auto colours = torch::adaptive_avg_pool2d(pictures, {kSide, kSide}).permute({0, 2, 3, 1});
    map_ = std::get<0>(torch::linalg_lstsq(rows(latents), colours.reshape({-1, 3})));
}

Image LatentPreview::image(const torch::Tensor& latents) const {
    auto z = latents.to(torch::kCPU, torch::kFloat32);
    const auto spread = z.square().mean().sqrt().item<double>();
    if (spread > kMostSpread) z = z * (kMostSpread / spread);
    const auto colours = rows(z).matmul(map_);
    const auto bytes = ((colours / 2 + 0.5).clamp(0, 1) * 255).round().to(torch::kUInt8).contiguous();
    Image image;
    image.height = static_cast<int>(latents.size(2));
    image.width = static_cast<int>(latents.size(3));
    image.rgb.resize(static_cast<std::size_t>(bytes.numel()));
    std::memcpy(image.rgb.data(), bytes.data_ptr(), image.rgb.size());
    return image;
}

torch::Tensor ObservedDenoiser::predict(const torch::Tensor& x, const torch::Tensor& timesteps) {
    auto noise = inner_.predict(x, timesteps);
    const double last = static_cast<double>(alphasCumprod_.size(0) - 1);
    const double t = std::clamp(static_cast<double>(timesteps[0].item<float>()), 0.0, last);
    const auto below = static_cast<std::int64_t>(std::floor(t));
    const auto above = static_cast<std::int64_t>(std::ceil(t));
    const double share = t - std::floor(t);  // samplers on Karras levels stand between timesteps
    const double alpha =
        alphasCumprod_[below].item<float>() * (1 - share) + alphasCumprod_[above].item<float>() * share;
    observer_((x - std::sqrt(1 - alpha) * noise) / std::sqrt(alpha));
    return noise;
}

}  // namespace afa
