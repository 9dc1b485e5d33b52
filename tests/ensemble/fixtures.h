#pragma once
#include <QtTest/QtTest>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/ensemble/ensemble_denoiser.h"
#include "tests/support/golden.h"
#include "tests/support/hashed_part.h"

// The configs and inputs of tests/goldens/make_ensemble.py.
namespace afa::test {

/// A switch of Table 3 turned off in `config`; "full" turns none off.
inline void applySwitch(AggregatorConfig& config, const std::string& name) {
    if (name == "no-spatial") config.spatial = false;
    if (name == "no-timestep") config.timestep = false;
    if (name == "no-text") config.text = false;
}
inline const std::array<std::string, 4> kSwitches{"full", "no-spatial", "no-timestep", "no-text"};
inline const std::array<std::string, 2> kLayouts{"paper", "release"};

inline AggregatorConfig layoutConfig(const std::string& layout) {
    AggregatorConfig config;
    const bool paper = layout == "paper";
    config.layout = paper ? AggregatorConfig::Layout::Paper : AggregatorConfig::Layout::Release;
    config.hiddenSize = paper ? 40 : 64;
    config.numHeads = paper ? 2 : 4;
    config.numLayers = paper ? 1 : 2;
    config.timeHidden = 10;
    return config;
}

/// Writes make_ensemble.py's weights over `aggregator`'s.
template <typename Scale>
void fillHashed(const Aggregator& aggregator, const std::string& layout, Scale scale) {
    torch::NoGradGuard noGrad;
    for (auto [name, value] : aggregator.parameters())
        value.copy_(hashedParameter(layout + ".", name, value.sizes(), scale(name)));
}

/// The last convolution stays small: saturated weights would magnify rounding.
inline double usualScale(const std::string& name) {
    return name.find(".conv_out.") != std::string::npos ? 0.3 : 1.0;
}

inline UNetConfig unetConfig(const std::string& name) {
    UNetConfig config;
    if (name == "two") {
        config.blockOutChannels = {32, 64};
        config.downAttention = {true, false};
        config.upAttention = {false, true};
        config.layersPerBlock = 2;
        config.crossAttentionDim = 24;
        config.numHeads = {4, 4};
        config.normNumGroups = 16;
    } else {
        config.blockOutChannels = {32, 32, 64};
        config.downAttention = {true, true, false};
        config.upAttention = {false, true, true};
        config.layersPerBlock = 1;
        config.crossAttentionDim = 40;
        config.numHeads = {2, 2, 2};
        config.normNumGroups = 8;
    }
    return config;
}

/// U-Net number `index` of make_ensemble.py, through a real file.
inline std::shared_ptr<const UNet> hashedUNet(const UNetConfig& config, int index,
                                              torch::Dtype dtype = torch::kFloat32) {
    const auto part =
        hashedPart("hashed U-Net", expectedTensors(config), "unet." + std::to_string(index) + ".",
                   [](const std::string&) { return 1.0; });
    TensorPool pool;
    return std::make_shared<const UNet>(config, part, Placement{torch::kCPU, dtype}, pool);
}

/// The models and texts of make_ensemble.py's ensemble "two" or "three".
struct Ensemble {
    UNetConfig config;
    std::vector<std::shared_ptr<const UNet>> models;
    std::vector<torch::Tensor> texts;

    explicit Ensemble(const std::string& name) : config(unetConfig(name)) {
        const int count = name == "two" ? 2 : 3;
        for (int i = 0; i < count; ++i) {
            models.push_back(hashedUNet(config, i));
            texts.push_back(hashed("text." + std::to_string(i), {2, 5, config.crossAttentionDim}));
        }
    }
    int lastStage() const { return static_cast<int>(models.front()->stages().size()); }

    AggregatorConfig aggregatorConfig(const std::string& layout, const std::string& name) const {
        auto result = layoutConfig(layout);
        applySwitch(result, name);
        const int last = lastStage();
        if (name == "last-block") {
            result.stages = {last};
        } else if (name == "some") {
            result.stages = {last / 2 - 1, last / 2 + 2, last - 1, last};
        } else {
            for (int stage = 1; stage <= last; ++stage)
                result.stages.push_back(stage);
        }
        for (const int stage : result.stages)
            result.channels.push_back(
                models.front()->stages()[static_cast<std::size_t>(stage - 1)].info.channels);
        result.numModels = static_cast<std::int64_t>(models.size());
        result.crossAttentionDim = config.crossAttentionDim;
        result.timeWidth = config.blockOutChannels.front();
        result.tembWidth = 4 * config.blockOutChannels.front();
        return result;
    }
    std::shared_ptr<Aggregator> aggregator(const std::string& layout, const std::string& name) const {
        auto result = std::make_shared<Aggregator>(aggregatorConfig(layout, name), 1);
        fillHashed(*result, layout, usualScale);
        return result;
    }
    std::unique_ptr<EnsembleDenoiser> denoiser(EnsembleMode mode,
                                               std::shared_ptr<const Aggregator> aggregator = nullptr) const {
        auto result = std::make_unique<EnsembleDenoiser>(models, std::move(aggregator), mode);
        result->setText(texts);
        return result;
    }
};

}  // namespace afa::test
