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

}  // namespace afa::test
