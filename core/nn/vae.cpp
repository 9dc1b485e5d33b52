#include "core/nn/vae.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/nn/blocks.h"

namespace afa {
namespace {

constexpr double kVaeNormEps = 1e-6;  // every GroupNorm of AutoencoderKL

/// One head of full width over all positions, with biases (diffusers Attention as UNetMidBlock2D makes it).
struct MidAttention {
    GroupNorm groupNorm;
    Linear toQ, toK, toV, toOut;

    MidAttention(const WeightSource& source, std::int64_t channels, std::int64_t groups)
        : groupNorm(source.scope("group_norm"), channels, groups, kVaeNormEps),
          toQ(source.scope("to_q"), channels, channels),
          toK(source.scope("to_k"), channels, channels),
          toV(source.scope("to_v"), channels, channels),
          toOut(source.scope("to_out.0"), channels, channels) {}

    torch::Tensor operator()(const torch::Tensor& x) const {
        const auto tokens = toTokens(groupNorm(x));
        const auto y = attention(toQ(tokens), toK(tokens), toV(tokens), 1);
        return addInto(fromTokens(toOut(y), x.size(2), x.size(3)), x);
    }
};

struct MidBlock {
    ResnetBlock resnet0;
    MidAttention attention0;
    ResnetBlock resnet1;

    MidBlock(const WeightSource& source, std::int64_t channels, std::int64_t groups)
        : resnet0(source.scope("resnets.0"), channels, channels, groups, kVaeNormEps),
          attention0(source.scope("attentions.0"), channels, groups),
          resnet1(source.scope("resnets.1"), channels, channels, groups, kVaeNormEps) {}

    torch::Tensor operator()(const torch::Tensor& x) const { return resnet1(attention0(resnet0(x))); }
};

/// One level: resnets, then a sampler that changes the size (none at the last level).
template <typename Sampler>
struct Level {
    std::vector<ResnetBlock> resnets;
    std::optional<Sampler> sampler;

    Level(const WeightSource& source, std::int64_t in, std::int64_t out, std::int64_t layers,
          std::int64_t groups) {
        for (std::int64_t i = 0; i < layers; ++i) {
            resnets.emplace_back(source.scope("resnets", i), i == 0 ? in : out, out, groups, kVaeNormEps);
        }
    }
    torch::Tensor operator()(torch::Tensor x, const TaskControl& control) const {
        for (const auto& resnet : resnets) {
            control.checkStop();
            x = resnet(x);
        }
        control.checkStop();
        return sampler ? (*sampler)(x) : x;
    }
};

/// Downsample2D with padding 0: one row and column of zeros at the bottom and the right only.
struct PaddedDownsample {
    Conv2d conv;
    PaddedDownsample(const WeightSource& source, std::int64_t channels)
        : conv(source.scope("conv"), channels, channels, 3, 2, 0) {}
    torch::Tensor operator()(const torch::Tensor& x) const {
        return conv(at::constant_pad_nd(x, {0, 1, 0, 1}));
    }
};

struct Encoder {
    Conv2d convIn;
    std::vector<Level<PaddedDownsample>> downBlocks;
    MidBlock midBlock;
    GroupNorm convNormOut;
    Conv2d convOut;

    Encoder(const WeightSource& source, const VaeConfig& config)
        : convIn(source.scope("conv_in"), config.inChannels, config.blockOutChannels.front(), 3, 1, 1),
          midBlock(source.scope("mid_block"), config.blockOutChannels.back(), config.normNumGroups),
          convNormOut(source.scope("conv_norm_out"), config.blockOutChannels.back(), config.normNumGroups,
                      kVaeNormEps),
          convOut(source.scope("conv_out"), config.blockOutChannels.back(), 2 * config.latentChannels, 3, 1,
                  1) {
        auto in = config.blockOutChannels.front();
        for (std::size_t i = 0; i < config.blockOutChannels.size(); ++i) {
            const auto out = config.blockOutChannels[i];
            const auto block = source.scope("down_blocks", static_cast<std::int64_t>(i));
            auto& level =
                downBlocks.emplace_back(block, in, out, config.layersPerBlock, config.normNumGroups);
            if (i + 1 < config.blockOutChannels.size())
                level.sampler.emplace(block.scope("downsamplers.0"), out);
            in = out;
        }
    }

    torch::Tensor operator()(torch::Tensor x) const {
        x = convIn(x);
        for (const auto& level : downBlocks)
            x = level(std::move(x), {});
        return convOut(normSilu(convNormOut, midBlock(x)));
    }
};

struct Decoder {
    Conv2d convIn;
    MidBlock midBlock;
    std::vector<Level<Upsample>> upBlocks;
    GroupNorm convNormOut;
    Conv2d convOut;

    Decoder(const WeightSource& source, const VaeConfig& config)
        : convIn(source.scope("conv_in"), config.latentChannels, config.blockOutChannels.back(), 3, 1, 1),
          midBlock(source.scope("mid_block"), config.blockOutChannels.back(), config.normNumGroups),
          convNormOut(source.scope("conv_norm_out"), config.blockOutChannels.front(), config.normNumGroups,
                      kVaeNormEps),
          convOut(source.scope("conv_out"), config.blockOutChannels.front(), config.outChannels, 3, 1, 1) {
        const auto levels = config.blockOutChannels.size();
        auto in = config.blockOutChannels.back();
        for (std::size_t i = 0; i < levels; ++i) {
            const auto out = config.blockOutChannels[levels - 1 - i];
            const auto block = source.scope("up_blocks", static_cast<std::int64_t>(i));
            auto& level =
                upBlocks.emplace_back(block, in, out, config.layersPerBlock + 1, config.normNumGroups);
            if (i + 1 < levels) level.sampler.emplace(block.scope("upsamplers.0"), out);
            in = out;
        }
    }

    torch::Tensor operator()(torch::Tensor x, const TaskControl& control) const {
        x = midBlock(convIn(x));
        for (const auto& level : upBlocks)
            x = level(std::move(x), control);
        return convOut(normSilu(convNormOut, x));
    }
};

/// The first `extent` rows (dim 2) or columns (dim 3) of `tile` fade over from the last ones of its
/// neighbour.
void blend(const torch::Tensor& neighbour, const torch::Tensor& tile, std::int64_t dim,
           std::int64_t maxExtent) {
    const auto extent = std::min({neighbour.size(dim), tile.size(dim), maxExtent});
    std::vector<std::int64_t> shape(4, 1);
    shape[static_cast<std::size_t>(dim)] = extent;
    const auto weight = (torch::arange(extent, torch::kFloat64) / static_cast<double>(extent)).view(shape);
    const auto own = weight.to(tile.options()), other = (1.0 - weight).to(tile.options());
    auto edge = tile.narrow(dim, 0, extent);
    edge.copy_(neighbour.narrow(dim, neighbour.size(dim) - extent, extent) * other + edge * own);
}

}  // namespace

struct Vae::Impl {
    VaeConfig config;
    Placement placement;
    Encoder encoder;
    Decoder decoder;
    std::optional<Conv2d> quantConv, postQuantConv;

    Impl(const VaeConfig& config_, const WeightSource& source)
        : config(config_),
          placement(source.placement()),
          encoder(source.scope("encoder"), config),
          decoder(source.scope("decoder"), config) {
        const auto latent = config.latentChannels;
        if (config.useQuantConv) quantConv.emplace(source.scope("quant_conv"), 2 * latent, 2 * latent, 1);
        if (config.usePostQuantConv)
            postQuantConv.emplace(source.scope("post_quant_conv"), latent, latent, 1);
    }

    torch::Tensor place(const torch::Tensor& x) const {
        return x.to(placement.device, placement.dtype).contiguous(torch::MemoryFormat::ChannelsLast);
    }

    /// latents [1, 4, h, w] -> [1, 3, H, W] fp32.
    torch::Tensor decodeWhole(const torch::Tensor& latents, const TaskControl& control) const {
        auto z = place(latents);
        if (postQuantConv) z = (*postQuantConv)(z);
        return decoder(std::move(z), control).to(torch::kFloat32);
    }

    /// AutoencoderKL.tiled_decode: tiles overlap by a quarter and fade into their upper and left neighbours.
    /// Only two rows of tiles exist at a time.
    torch::Tensor decodeTiled(const torch::Tensor& latents, std::int64_t tile,
                              const TaskControl& control) const {
        constexpr double kOverlap = 0.25;
        const auto step =
            std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(tile) * (1 - kOverlap)));
        const auto extent = static_cast<std::int64_t>(static_cast<double>(tile * config.factor()) * kOverlap);
        const auto limit = tile * config.factor() - extent;
        const auto height = latents.size(2), width = latents.size(3);
        Progress progress{"decode", 0, ((height + step - 1) / step) * ((width + step - 1) / step)};
        std::vector<torch::Tensor> above, bands;
        for (std::int64_t y = 0; y < height; y += step) {
            std::vector<torch::Tensor> row, kept;
            for (std::int64_t x = 0; x < width; x += step) {
                control.checkStop();
                control.report(progress);
                auto decoded = decodeWhole(
                    latents.narrow(2, y, std::min(tile, height - y)).narrow(3, x, std::min(tile, width - x)),
                    control);
                if (!above.empty()) blend(above[row.size()], decoded, 2, extent);
                if (!row.empty()) blend(row.back(), decoded, 3, extent);
                kept.push_back(decoded.narrow(2, 0, std::min(limit, decoded.size(2)))
                                   .narrow(3, 0, std::min(limit, decoded.size(3))));
                row.push_back(std::move(decoded));
                ++progress.done;
            }
            bands.push_back(torch::cat(kept, 3));
            above = std::move(row);
        }
        control.report(progress);
        return torch::cat(bands, 2);
    }
};

Vae::Vae(const VaeConfig& config, const PartReader& part, const Placement& placement, TensorPool& pool)
    : impl_(std::make_unique<Impl>(config, WeightSource(part, placement, pool))) {}
Vae::~Vae() = default;

const VaeConfig& Vae::config() const {
    return impl_->config;
}

Vae::Posterior Vae::encode(const torch::Tensor& images) const {
    const auto factor = impl_->config.factor();
    if (images.dim() != 4 || images.size(1) != impl_->config.inChannels || images.size(2) % factor != 0 ||
        images.size(3) % factor != 0) {
        throw ConfigError(
            Message::of("VAE: images: expected [B, %1, H, W] with H and W multiples of %2, found %3",
                        impl_->config.inChannels, factor, shapeText(images.sizes())));
    }
    auto moments = impl_->encoder(impl_->place(images));
    if (impl_->quantConv) moments = (*impl_->quantConv)(moments);
    const auto halves = moments.to(torch::kFloat32).chunk(2, 1);
    return {halves[0].contiguous(),
            halves[1].clamp(-30.0, 20.0).contiguous()};  // DiagonalGaussianDistribution
}

torch::Tensor Vae::decode(const torch::Tensor& latents, std::int64_t tileLatents,
                          const TaskControl& control) const {
    if (latents.dim() != 4 || latents.size(1) != impl_->config.latentChannels) {
        throw ConfigError(Message::of("VAE: latents: expected [B, %1, h, w], found %2",
                                      impl_->config.latentChannels, shapeText(latents.sizes())));
    }
    const bool tiled = tileLatents > 0 && (latents.size(2) > tileLatents || latents.size(3) > tileLatents);
    // One picture at a time: nothing is gained by more at once, and memory would grow with their number.
    std::vector<torch::Tensor> pictures;
    for (const auto& latent : latents.split(1)) {
        control.checkStop();
        pictures.push_back(
            (tiled ? impl_->decodeTiled(latent, tileLatents, control) : impl_->decodeWhole(latent, control))
                .contiguous());
    }
    return pictures.size() == 1 ? pictures.front() : torch::cat(pictures);
}

}  // namespace afa
