#include "core/base/error.h"
#include "core/io/aggregator_file.h"
#include "core/io/tensor_list.h"

namespace afa {
std::vector<ExpectedTensor> expectedTensors(const AggregatorConfig& config) {
    const bool paper = config.layout == AggregatorConfig::Layout::Paper;
    const std::int64_t d = config.hiddenSize;
    TensorList list;
    if (paper && config.timestep && !config.stages.empty()) {
        list.linear("time_mlp.linear_1", config.timeWidth, config.timeHidden);
        list.linear("time_mlp.linear_2", config.timeHidden, config.timeHidden);
    }
    for (std::size_t i = 0; i < config.stages.size(); ++i) {
        const std::string stage = "stages." + std::to_string(config.stages[i]);
        const std::int64_t features = config.numModels * config.channels[i];
        // The residual layer: N*C -> d with a shortcut (Eq. 9), or d -> d behind a 1x1 convolution.
        const std::int64_t in = paper ? features : d;
        if (paper && config.timestep) list.linear(stage + ".time_proj", config.timeHidden, features);
        if (!paper) list.conv(stage + ".conv_in", features, d, 1);
        const std::int64_t temb = !paper && config.timestep ? config.tembWidth : 0;
        list.resnet(stage + ".res_block", in, d, temb, paper);
        list.transformer(stage + ".transformer", d, config.text ? config.crossAttentionDim : 0,
                         config.numLayers, false);
        list.conv(stage + ".conv_out", d, config.numModels, 1, paper);
    }
    return list.sorted();
}

AggregatorConfig AggregatorConfig::forModels(Layout layout, std::int64_t numModels, const UNetConfig& unet) {
    AggregatorConfig config;
    config.layout = layout;
    config.numModels = numModels;
    if (layout == Layout::Release) {
        config.hiddenSize = 128;
        config.numHeads = 8;
        config.numLayers = 2;
    }
    for (int stage = 1; stage <= unet.stageCount(); ++stage)
        config.stages.push_back(stage);

    // What leaves each stage (method.md 1): conv_in, layers and downsamplers, mid, up layers; noise at the
    // end.
    const auto& widths = unet.blockOutChannels;
    config.channels = {widths[0]};
    for (std::size_t i = 0; i < widths.size(); ++i)
        for (std::int64_t j = 0; j < unet.layersPerBlock + (i + 1 < widths.size() ? 1 : 0); ++j)
            config.channels.push_back(widths[i]);
    config.channels.push_back(widths.back());
    for (std::size_t i = widths.size(); i-- > 0;)
        for (std::int64_t j = 0; j <= unet.layersPerBlock; ++j)
            config.channels.push_back(widths[i]);
    config.channels.back() = unet.outChannels;

    config.crossAttentionDim = unet.crossAttentionDim;
    config.tembWidth = 4 * widths[0];
    config.timeWidth = widths[0];
    return config;
}

std::vector<std::size_t> matchBaseModels(const std::vector<BaseModelRef>& refs,
                                         const std::vector<std::string>& fingerprints,
                                         const std::vector<std::string>& names, bool allowOther) {
    constexpr auto kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> order(fingerprints.size());
    if (refs.empty()) {
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        return order;
    }
    if (refs.size() != fingerprints.size())
        throw ConfigError(Message::of("the aggregator was made for %1 models, %2 are given", refs.size(),
                                      fingerprints.size()));
    order.assign(refs.size(), kNone);
    std::vector<bool> used(fingerprints.size(), false);
    for (std::size_t place = 0; place < refs.size(); ++place) {
        // The model already at this place first, so that equal models keep their order.
        for (std::size_t i = 0; i < fingerprints.size() && order[place] == kNone; ++i) {
            const std::size_t model = (place + i) % fingerprints.size();
            if (used[model] || fingerprints[model] != refs[place].sha256) continue;
            order[place] = model;
            used[model] = true;
        }
    }
    std::vector<std::size_t> unmatched;
    for (std::size_t model = 0; model < used.size(); ++model)
        if (!used[model]) unmatched.push_back(model);
    if (!unmatched.empty() && !allowOther) {
        const std::size_t model = unmatched.front();
        std::string expected;
        for (std::size_t place = 0; place < refs.size(); ++place)
            if (order[place] == kNone)
                expected += (expected.empty() ? "" : ", ") + refs[place].name + " (" +
                            refs[place].sha256.substr(0, 10) + ")";
        throw ConfigError(Message::of(
            "the model %1 (%2) is none of those the aggregator was made for: expected %3; use that model, or "
            "allow other models (%4)",
            names[model], fingerprints[model].substr(0, 10), expected, Option{"allow-other-models"}));
    }
    // Strangers take the places left, in the order given.
    auto next = unmatched.begin();
    for (auto& place : order)
        if (place == kNone) place = *next++;
    return order;
}

}  // namespace afa
