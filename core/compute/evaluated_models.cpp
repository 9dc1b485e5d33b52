#include "core/compute/evaluated_models.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/compute/generation.h"
#include "core/compute/outputs.h"
#include "core/ensemble/ensemble_denoiser.h"
#include "core/tensor/runtime.h"

namespace afa {

namespace fs = std::filesystem;

Encoders openEncoders(ModelCache& cache, const std::vector<fs::path>& models, const fs::path& host,
                      const fs::path& vae, const Placement& placement) {
    Encoders encoders;
    encoders.vae = cache.vae(vae);
    encoders.tokenizer = cache.tokenizer(host);
    // With the configs: scaling, heads and activation do not show in weights, but in what is encoded.
    const auto source = openVae(vae);
    encoders.vaeFingerprint = fingerprint(source.part) + vaeConfigJson(source.config);
    encoders.placement = placement;
    for (const auto& path : models) {
        const auto model = cache.checkpoint(path);
        encoders.text.push_back(cache.textEncoder(path));
        encoders.textFingerprints.push_back(fingerprint(model->part(ModelPart::TextEncoder)) +
                                            clipTextConfigJson(model->textConfig()));
    }
    return encoders;
}

EvaluatedModels::EvaluatedModels(const Choice& choice, const EngineOptions& options, ModelCache& cache,
                                 const TaskControl& control)
    : options_(options), cache_(cache), control_(control) {
    configureCpu(choice.compute.threads);
    placement_.device = chooseDevice(choice.compute.device);
    placement_.dtype = choosePrecision(choice.compute.precision, placement_.device);
    for (const auto& path : choice.models)
        paths_.push_back(canonicalPath(path));
    host_ = paths_[static_cast<std::size_t>(choice.host)];
    vae_ = choice.vae.empty() ? host_ : canonicalPath(choice.vae);
    std::set<fs::path> wanted(paths_.begin(), paths_.end());
    wanted.insert(vae_);
    cache_.begin(placement_, wanted, control_);
    const auto first = cache_.checkpoint(paths_[0]);
    const auto config = first->unetConfig();
    for (const auto& path : paths_) {
        control_.checkStop();
        const auto model = cache_.checkpoint(path);
        requireSameNetwork(*first, *model);
        names_.push_back(model->name());
    }
    const auto factor = cache_.vaeConfig(vae_).factor();
    const auto grid = factor << (config.blockOutChannels.size() - 1);
    size_ = choice.size ? choice.size : config.sampleSize * factor;
    if (size_ % grid != 0)
        throw RequestError("--size is " + std::to_string(size_) + "; these models take multiples of " +
                           std::to_string(grid));
}

const PartReader& EvaluatedModels::unetPart(std::size_t model) {
    return cache_.checkpoint(paths_[model])->part(ModelPart::UNet);
}

void EvaluatedModels::requireFinite(std::size_t model, const std::vector<float>& errors) const {
    if (std::all_of(errors.begin(), errors.end(), [](float error) { return std::isfinite(error); })) return;
    throw DataError(paths_[model].string() +
                    ": it predicts values that are not finite (NaN or infinite), though its weights are: " +
                    tooNarrow(placement_.dtype));
}

Encoders EvaluatedModels::encoders() {
    return openEncoders(cache_, paths_, host_, vae_, placement_);
}

void EvaluatedModels::dropEncoders() {
    if (!options_.keepModels) cache_.dropTextEncoders();
}

void EvaluatedModels::run(std::size_t model,
                          const std::function<void(Denoiser&, const BindText& bindText)>& work) {
    {
        EnsembleDenoiser denoiser({cache_.unet(paths_[model])}, nullptr, {EnsembleMode::Kind::Single, 0});
        denoiser.setControl(control_);
        work(denoiser, [&](const torch::Tensor& text) {
            denoiser.setText({text.to(placement_.device, placement_.dtype)});
        });
    }
    if (!options_.keepModels) cache_.dropUNets();
}

}  // namespace afa
