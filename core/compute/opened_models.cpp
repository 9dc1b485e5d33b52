#include "core/compute/opened_models.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/path.h"
#include "core/ensemble/ensemble_denoiser.h"
#include "core/io/pickle_warnings.h"
#include "core/tensor/runtime.h"

namespace afa {

namespace fs = std::filesystem;

Placement placementOf(const ComputeSettings& settings) {
    configureCpu(settings.threads);
    Placement placement;
    placement.device = chooseDevice(settings.device);
    placement.dtype = choosePrecision(settings.precision, placement.device);
    return placement;
}

SizeGrid::SizeGrid(const UNetConfig& unet, const VaeConfig& vae)
    : step(vae.factor() << (unet.blockOutChannels.size() - 1)), own(unet.sampleSize * vae.factor()) {}

std::int64_t SizeGrid::side(const char* option, std::int64_t asked) const {
    const auto side = asked ? asked : own;
    if (side % step != 0)
        throw RequestError(
            Message::of("%1 is %2; these models take multiples of %3", Option{option}, side, step));
    return side;
}

OpenedModels::OpenedModels(const ModelChoice& choice, const Placement& placement, ModelCache& cache,
                           const TaskControl& control)
    : cache_(cache), placement_(placement) {
    for (const auto& path : choice.models)
        paths_.push_back(canonicalPath(path));
    host_ = paths_[static_cast<std::size_t>(choice.host)];
    vae_ = choice.vae.empty() ? host_ : canonicalPath(choice.vae);
    std::set<fs::path> wanted(paths_.begin(), paths_.end());
    wanted.insert(vae_);
    cache_.begin(placement_, wanted, control);
    const auto first = checkpoint(choice.alone ? static_cast<std::size_t>(*choice.alone) : 0);
    unetConfig_ = first->unetConfig();
    for (std::size_t i = 0; i < count(); ++i) {
        control.checkStop();
        const auto model = checkpoint(i);
        if (!choice.alone) requireSameNetwork(*first, *model);
    }
    requireFittingVae();
}

OpenedModels::OpenedModels(const fs::path& merged, const fs::path& vae, const Placement& placement,
                           ModelCache& cache)
    : cache_(cache), placement_(placement), paths_{merged}, host_(merged), vae_(vae.empty() ? merged : vae) {
    unetConfig_ = checkpoint(0)->unetConfig();
    requireFittingVae();
}

void OpenedModels::requireFittingVae() {
    vaeConfig_ = cache_.vaeSource(vae_).config;
    if (vaeConfig_.latentChannels != unetConfig_.inChannels)
        throw ConfigError(
            Message::of("%1: its VAE makes latents of %2 channels, the U-Net takes %3; choose a VAE of the "
                        "models' family",
                        vae_, vaeConfig_.latentChannels, unetConfig_.inChannels));
}

std::vector<std::string> OpenedModels::names() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count(); ++i)
        names.push_back(name(i));
    return names;
}

std::vector<Message> OpenedModels::warnings() const {
    std::vector<Message> warnings;
    for (std::size_t i = 0; i < count(); ++i)
        for (auto& warning : pickleWarnings(path(i), *checkpoint(i)))
            warnings.push_back(std::move(warning));
    return warnings;
}

std::vector<const PartReader*> OpenedModels::unetParts() const {
    std::vector<const PartReader*> parts;
    for (std::size_t i = 0; i < count(); ++i)
        parts.push_back(&unetPart(i));
    return parts;
}

std::vector<std::int64_t> OpenedModels::latentShape(std::int64_t count, std::int64_t width,
                                                    std::int64_t height) const {
    return {count, unetConfig_.inChannels, height / vaeConfig_.factor(), width / vaeConfig_.factor()};
}

void OpenedModels::requireFinite(std::size_t model, const std::vector<float>& errors) const {
    if (std::all_of(errors.begin(), errors.end(), [](float error) { return std::isfinite(error); })) return;
    throw DataError(Message::of(
        "%1: it predicts values that are not finite (NaN or infinite), though its weights are: %2",
        path(model), tooNarrow(placement_.dtype)));
}

Encoders OpenedModels::encoders() const {
    Encoders encoders;
    encoders.vae = vae();
    encoders.tokenizer = tokenizer();
    // With the configs: scaling, heads and activation do not show in weights, but in what is encoded.
    const auto& source = cache_.vaeSource(vae_);
    encoders.vaeFingerprint = fingerprint(source.part) + vaeConfigJson(source.config);
    encoders.placement = placement_;
    for (std::size_t i = 0; i < count(); ++i) {
        const auto model = checkpoint(i);
        encoders.text.push_back(textEncoder(i));
        encoders.textFingerprints.push_back(fingerprint(model->part(ModelPart::TextEncoder)) +
                                            clipTextConfigJson(model->textConfig()));
    }
    return encoders;
}

void OpenedModels::runAlone(std::size_t model, const TaskControl& control,
                            const std::function<void(Denoiser&, const BindText& bindText)>& work) const {
    {
        EnsembleDenoiser denoiser({unet(model)}, nullptr, {EnsembleMode::Kind::Single, 0});
        denoiser.setControl(control);
        work(denoiser, [&](const torch::Tensor& text) {
            denoiser.setText({text.to(placement_.device, placement_.dtype)});
        });
    }
    cache_.doneWithUNets();
}

Message tooNarrow(torch::Dtype dtype) {
    if (dtype == torch::kFloat32) return Message::of("even fp32 is too narrow for it; use another model");
    return Message::of("the precision %1 is too narrow for it; choose %2", precisionName(dtype),
                       Option{"precision", "fp32"});
}

Message cutPromptWarning(const TokenizedPrompt& tokens, const Message& name) {
    if (tokens.cut.empty()) return {};
    return Message::of("the %1 has %2 tokens, %3 fit; not used: \"%4\"", name, tokens.used,
                       ClipTokenizer::kMaxTokens, tokens.cut);
}

}  // namespace afa
