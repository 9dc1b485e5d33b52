#include "core/compute/latent_preview.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace afa {
namespace {

constexpr std::int64_t kSide = 12;  // latents; of 12 pictures 1,728 positions for 37 unknowns
constexpr std::int64_t kTaps = 3;   // latents a side that a colour is mapped from
constexpr double kRidge = 1e-4;     // of the mean square; keeps what the pictures do not tell at 0
/// Root mean square; of a picture it is about 1, of a guess at high noise many times that.
constexpr double kMostSpread = 1.5;

/// [N, C, h, w] -> [N h w, 9 C + 1]: every position's neighbourhood, the last column ones.
torch::Tensor rows(const torch::Tensor& latents) {
    namespace F = torch::nn::functional;
    constexpr std::int64_t kEdge = kTaps / 2;
    const auto padded =
        F::pad(latents, F::PadFuncOptions({kEdge, kEdge, kEdge, kEdge}).mode(torch::kReplicate));
    const auto flat = F::unfold(padded, F::UnfoldFuncOptions(kTaps)).permute({0, 2, 1});  // [N, h w, 9 C]
    const auto features = flat.reshape({-1, flat.size(2)});
    return torch::cat({features, torch::ones({features.size(0), 1}, features.options())}, 1);
}

/// [count, 3, side, side] of `patches` a side, half of them flat, half with soft borders.
torch::Tensor colourFields(std::int64_t count, std::int64_t patches, std::int64_t side,
                           torch::Generator& generator) {
    namespace F = torch::nn::functional;
    const auto coarse = torch::rand({count, 3, patches, patches}, generator) * 2 - 1;
    const auto size = F::InterpolateFuncOptions().size(std::vector<std::int64_t>{side, side});
    return torch::cat(
        {F::interpolate(coarse.slice(0, 0, count / 2), F::InterpolateFuncOptions(size).mode(torch::kNearest)),
         F::interpolate(coarse.slice(0, count / 2),
                        F::InterpolateFuncOptions(size).mode(torch::kBilinear).align_corners(false))});
}

/// [count, 3, side, side]: discs and boxes of all colours and many sizes on a plain ground.
torch::Tensor colourShapes(std::int64_t count, std::int64_t side, torch::Generator& generator) {
    constexpr int kShapes = 6;
    const auto across = torch::arange(side, torch::kFloat32);
    auto pictures = (torch::rand({count, 3, 1, 1}, generator) * 2 - 1).repeat({1, 1, side, side});
    for (std::int64_t i = 0; i < count; ++i)
        for (int shape = 0; shape < kShapes; ++shape) {
            const auto drawn = torch::rand({3}, generator) * static_cast<double>(side);
            const auto colour = (torch::rand({3, 1, 1}, generator) * 2 - 1);
            const auto dx = (across - drawn[0]).unsqueeze(0), dy = (across - drawn[1]).unsqueeze(1);
            const auto radius = static_cast<double>(side) / 16 + drawn[2] / 4;
            const auto inside = shape % 2 ? (dx.square() + dy.square() < radius.square()).to(torch::kFloat32)
                                          : ((dx.abs() < radius) & (dy.abs() < radius)).to(torch::kFloat32);
            pictures[i] = pictures[i] * (1 - inside) + colour * inside;
        }
    return pictures;
}

/// Pictures [N, 3, side, side] in [-1, 1], always the same ones: edges of every kind, large and small.
torch::Tensor fittedPictures(std::int64_t side) {
    auto generator = torch::make_generator<torch::CPUGeneratorImpl>(1);
    return torch::cat({colourShapes(8, side, generator), colourFields(2, 4, side, generator),
                       colourFields(2, side / 2, side, generator)});
}

}  // namespace

LatentPreview::LatentPreview(const Vae& vae, const Placement& placement) {
    const auto pictures = fittedPictures(kSide * vae.config().factor());
    const auto latents = (vae.encode(pictures.to(placement.device)).mean * vae.config().scalingFactor)
                             .to(torch::kCPU, torch::kFloat32);
    const auto colours = torch::adaptive_avg_pool2d(pictures, {kSide, kSide}).permute({0, 2, 3, 1});
    const auto known = rows(latents);
    const auto squares = known.t().matmul(known);
    auto ridge = torch::full({squares.size(0)}, kRidge * static_cast<double>(known.size(0)));
    map_ = torch::linalg_solve(squares + torch::diag(ridge), known.t().matmul(colours.reshape({-1, 3})));
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
