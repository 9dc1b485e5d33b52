#include "core/ensemble/magic_fusion.h"

#include "core/base/error.h"

namespace afa {

torch::Tensor magicFusionSalience(const torch::Tensor& difference, double k) {
    const auto response = difference.to(torch::kFloat32).abs();
    // A window of 4 with padding 1 makes the picture one smaller; padding counts as zeros.
    const auto pooled = at::avg_pool2d(response, {4, 4}, {1, 1}, {1, 1}, false, /*count_include_pad=*/true);
    const auto size = std::vector<std::int64_t>{response.size(2), response.size(3)};
    const auto smooth = at::upsample_bilinear2d(pooled, size, /*align_corners=*/false).mean(1);
    return torch::softmax((k * smooth).flatten(1), 1).view_as(smooth);
}

MagicFusion::MagicFusion(std::vector<std::shared_ptr<Denoiser>> models, double scale,
                         MagicFusionSettings settings)
    : models_(std::move(models)), scale_(scale), settings_(std::move(settings)) {
    if (settings_.mode != 1 && settings_.mode != 2)
        throw ConfigError(Message::of("MagicFusion's mode: expected 1 or 2, found %1", settings_.mode));
    if (settings_.k.empty()) settings_.k = {1.0};
    if (settings_.k.size() == 1) settings_.k.assign(models_.size(), settings_.k[0]);
    if (models_.size() < 2 || settings_.k.size() != models_.size())
        throw ConfigError(Message::of(
            "MagicFusion: expected two or more models and one k for each, found %1 models and %2 k",
            models_.size(), settings_.k.size()));
}

void MagicFusion::observe(const DenoiserObserver& observer) {
    observer_ = observer;
    observeFeatures(models_, observer);
}

MagicFusion::Guided MagicFusion::guide(std::size_t model, const torch::Tensor& x,
                                       const torch::Tensor& timesteps) {
    const auto halves =
        models_[model]->predict(torch::cat({x, x}), torch::cat({timesteps, timesteps})).chunk(2);
    if (observer_.noise) observer_.noise(model, halves[0], halves[1]);
    const auto difference = scale_ * (halves[0] - halves[1]);
    return {halves[1] + difference, difference};
}

torch::Tensor MagicFusion::predict(const torch::Tensor& x, const torch::Tensor& timesteps) {
    const bool late = timesteps.max().item<double>() <= settings_.t0;
    auto best = guide(0, x, timesteps);
    auto chosen = torch::zeros({x.size(0), x.size(2), x.size(3)}, torch::kInt64).to(x.device());
    if (late == (settings_.mode == 1)) {
        auto highest = magicFusionSalience(best.difference, settings_.k[0]);
        for (std::size_t i = 1; i < models_.size(); ++i) {
            const auto other = guide(i, x, timesteps);
            const auto salience = magicFusionSalience(other.difference, settings_.k[i]);
            // Of equals the first. A model whose prediction is not finite wins, so that it is seen.
            const auto wins = (salience <= highest).logical_not();
            highest = torch::where(wins, salience, highest);
            chosen.masked_fill_(wins, static_cast<std::int64_t>(i));
            best.noise = torch::where(wins.unsqueeze(1), other.noise, best.noise);
        }
    }
    if (observer_.map) {
        const auto hot = torch::one_hot(chosen, static_cast<std::int64_t>(models_.size()));
        observer_.map(settings_.mapStage, hot.permute({0, 3, 1, 2}).to(torch::kFloat32));
    }
    return best.noise;
}

}  // namespace afa
