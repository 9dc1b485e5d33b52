#include "core/compute/model_cache.h"

#include "core/base/error.h"
#include "core/engine/prompt_tokens.h"

namespace afa {
namespace {

void requireComplete(const PartReader& part, const std::vector<ExpectedTensor>& expected) {
    if (const auto report = compareTensors(part, expected); !report.ok())
        throw ConfigError(
            Message::of("%1: does not fit its architecture: %2", part.description(), report.text()));
}

std::filesystem::file_time_type changeTime(const std::filesystem::path& path) {
    std::error_code ec;
    const auto time = std::filesystem::last_write_time(path, ec);
    return ec ? std::filesystem::file_time_type::min() : time;
}

/// fp16 overflows in SD 1.x's VAE decoder at the last levels (the known black pictures): it runs in fp32
/// then.
Placement vaePlacement(const Placement& placement) {
    return {placement.device, placement.dtype == torch::kFloat16 ? torch::kFloat32 : placement.dtype};
}

}  // namespace

TensorPool& ModelCache::ensure(std::unique_ptr<TensorPool>& pool) {
    if (!pool) pool = std::make_unique<TensorPool>();
    pool->setControl(control_);
    return *pool;
}

void ModelCache::begin(const Placement& placement, const std::set<std::filesystem::path>& wanted,
                       const TaskControl& control) {
    control_ = control;
    if (placement.device != placement_.device || placement.dtype != placement_.dtype) clear();
    placement_ = placement;
    std::erase_if(entries_, [&](const auto& item) {
        return !wanted.contains(item.first) || item.second.changed != changeTime(item.first);
    });
    if (entries_.empty()) clear();
}

ModelCache::Entry& ModelCache::entry(const std::filesystem::path& path) {
    auto [it, fresh] = entries_.try_emplace(path);
    if (fresh) it->second.changed = changeTime(path);
    return it->second;
}

std::shared_ptr<const Checkpoint> ModelCache::checkpoint(const std::filesystem::path& path) {
    auto& item = entry(path);
    if (!item.checkpoint) item.checkpoint = Checkpoint::open(path);
    return item.checkpoint;
}

void ModelCache::put(const std::filesystem::path& path, std::shared_ptr<const Checkpoint> checkpoint) {
    entries_.erase(path);
    entry(path).checkpoint = std::move(checkpoint);
}

std::shared_ptr<const UNet> ModelCache::unet(const std::filesystem::path& path) {
    const auto model = checkpoint(path);
    auto& item = entry(path);
    if (!item.unet) {
        const auto config = model->unetConfig();
        const auto& part = model->part(ModelPart::UNet);
        requireComplete(part, expectedTensors(config));
        item.unet = std::make_shared<UNet>(config, part, placement_, ensure(unetPool_));
    }
    return item.unet;
}

std::shared_ptr<const ClipTextEncoder> ModelCache::textEncoder(const std::filesystem::path& path) {
    const auto model = checkpoint(path);
    auto& item = entry(path);
    if (!item.textEncoder) {
        const auto config = model->textConfig();
        const auto& part = model->part(ModelPart::TextEncoder);
        requireComplete(part, expectedTensors(config));
        item.textEncoder = std::make_shared<ClipTextEncoder>(config, part, placement_, ensure(textPool_));
    }
    return item.textEncoder;
}

const VaeSource& ModelCache::vaeSource(const std::filesystem::path& path) {
    auto& item = entry(path);
    if (!item.vaeSource && item.checkpoint)
        item.vaeSource = VaeSource{item.checkpoint->part(ModelPart::Vae), item.checkpoint->vaeConfig()};
    if (!item.vaeSource) item.vaeSource = openVae(path);
    return *item.vaeSource;
}

std::shared_ptr<const Vae> ModelCache::vae(const std::filesystem::path& path) {
    const auto& source = vaeSource(path);
    auto& item = entry(path);
    if (!item.vae) {
        requireComplete(source.part, expectedTensors(source.config));
        item.vae =
            std::make_shared<Vae>(source.config, source.part, vaePlacement(placement_), ensure(vaePool_));
    }
    return item.vae;
}

std::shared_ptr<const Vae> ModelCache::vaeInFp32(const std::filesystem::path& path) {
    auto own = vae(path);
    const Placement placement{placement_.device, torch::kFloat32};
    if (vaePlacement(placement_).dtype == placement.dtype) return own;
    auto& item = entry(path);
    if (!item.vaeInFp32) {
        const auto& source = vaeSource(path);
        item.vaeInFp32 = std::make_shared<Vae>(source.config, source.part, placement, ensure(vaePool_));
    }
    return item.vaeInFp32;
}

std::shared_ptr<const LatentPreview> ModelCache::preview(const std::filesystem::path& path) {
    const auto decoder = vae(path);
    auto& item = entry(path);
    if (!item.preview) item.preview = std::make_shared<LatentPreview>(*decoder, placement_);
    return item.preview;
}

std::shared_ptr<const ClipTokenizer> ModelCache::tokenizer(const std::filesystem::path& path) {
    const auto model = checkpoint(path);
    auto& item = entry(path);
    if (!item.tokenizer) item.tokenizer = tokenizerOf(*model);
    return item.tokenizer;
}

const std::string& ModelCache::fingerprint(const std::filesystem::path& path) {
    const auto model = checkpoint(path);
    auto& item = entry(path);
    if (item.fingerprint.empty()) item.fingerprint = model->fingerprint(control_);
    return item.fingerprint;
}

void ModelCache::doneWithTextEncoders() {
    if (!keepsModels_) dropTextEncoders();
}

void ModelCache::doneWithUNets() {
    if (!keepsModels_) dropUNets();
}

void ModelCache::dropTextEncoders() {
    for (auto& [path, item] : entries_)
        item.textEncoder.reset();
    textPool_.reset();
}

void ModelCache::dropUNets() {
    for (auto& [path, item] : entries_)
        item.unet.reset();
    unetPool_.reset();
}

void ModelCache::dropVaes() {
    for (auto& [path, item] : entries_) {
        item.vae.reset();
        item.vaeInFp32.reset();
    }
    vaePool_.reset();
}

void ModelCache::clear() {
    entries_.clear();
    unetPool_.reset();
    textPool_.reset();
    vaePool_.reset();
}

}  // namespace afa
