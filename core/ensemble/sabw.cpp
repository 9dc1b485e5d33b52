#include "core/ensemble/sabw.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/ensemble/sabw_layers.h"
#include "core/tensor/convert.h"

namespace afa {
namespace {

torch::Tensor mean(const std::vector<torch::Tensor>& tensors) {
    auto sum = tensors.front().to(torch::kFloat32);
    for (std::size_t i = 1; i < tensors.size(); ++i)
        sum = sum + tensors[i].to(torch::kFloat32);
    return sum / static_cast<double>(tensors.size());
}

/// PyTorch's default initialisation (kaiming_uniform with a = sqrt(5)), drawn in fp32 on the CPU.
ParameterProvider freshParameters(std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return [generator](const std::string&, torch::IntArrayRef shape, const ParameterInit& init) mutable {
        auto values = torch::empty(shape, torch::kFloat32);
        switch (init.kind) {
            case ParameterInit::Kind::Zero:
                return values.zero_();
            case ParameterInit::Kind::One:
                return values.fill_(1);
            case ParameterInit::Kind::Uniform:
                break;
        }
        const double bound = 1 / std::sqrt(static_cast<double>(init.fanIn));
        return values.uniform_(-bound, bound, generator);
    };
}

/// The file's tensors as fp32; every name must be there with that shape.
ParameterProvider storedParameters(const AggregatorFile& file) {
    return [&file](const std::string& name, torch::IntArrayRef shape, const ParameterInit&) {
        const auto& infos = file.tensors();
        const auto found =
            std::lower_bound(infos.begin(), infos.end(), name,
                             [](const TensorInfo& info, const std::string& key) { return info.name < key; });
        if (found == infos.end() || found->name != name)
            throw ConfigError(Message::of("aggregator file: no tensor %1, which its config calls for", name));
        if (torch::IntArrayRef(found->shape) != shape)
            throw ConfigError(Message::of("aggregator file: %1: expected %2, found %3", name,
                                          shapeText(shape), shapeText(found->shape)));
        auto values = toTensor(file.view(static_cast<std::size_t>(found - infos.begin())), torch::kFloat32);
        if (!values.isfinite().all().item<bool>()) {
            file.requireFinite();
            throw ConfigError(Message::of(
                "aggregator file: %1 holds values beyond fp32, in which an aggregator runs; use another",
                name));
        }
        return values;
    };
}

}  // namespace

struct Aggregator::Impl {
    struct Stage {
        std::int64_t channels;
        SabwBody body;
        Conv2d convOut;  ///< logits are made in fp32 whatever the body's type
    };

    AggregatorConfig config;
    std::vector<std::pair<std::string, torch::Tensor>> parameters;
    std::optional<TimeMlp> timeMlp;
    std::map<int, Stage> stages;

    Impl(const AggregatorConfig& config_, const ParameterProvider& source, torch::Device device)
        : config(config_) {
        requireSound(config, "aggregator");
        const ParameterProvider provider = [&](const std::string& name, torch::IntArrayRef shape,
                                               const ParameterInit& init) {
            parameters.emplace_back(name, source(name, shape, init).to(device));
            return parameters.back().second;
        };
        const ParameterScope root(provider);
        if (config.layout == AggregatorConfig::Layout::Paper && config.timestep)
            timeMlp.emplace(root / "time_mlp", config);
        const bool outBias = config.layout == AggregatorConfig::Layout::Paper;
        for (std::size_t i = 0; i < config.stages.size(); ++i) {
            const auto scope = stageScope(provider, config.stages[i]);
            SabwBody body(scope, config, config.channels[i]);
            auto convOut = (scope / "conv_out").zeroConv1x1(config.hiddenSize, config.numModels, outBias);
            stages.emplace(config.stages[i], Stage{config.channels[i], std::move(body), std::move(convOut)});
        }
        std::sort(parameters.begin(), parameters.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    static ParameterScope stageScope(const ParameterProvider& provider, int stage) {
        return ParameterScope(provider, "stages." + std::to_string(stage) + ".");
    }

    const torch::Tensor& parameter(const std::string& name) const {
        return std::lower_bound(parameters.begin(), parameters.end(), name,
                                [](const auto& entry, const std::string& key) { return entry.first < key; })
            ->second;
    }

    /// Whatever the gradient mode: a checkpointed stage runs once without and once with gradients, and both
    /// times must give the same values.
    bool trainable() const {
        return std::any_of(parameters.begin(), parameters.end(),
                           [](const auto& entry) { return entry.second.requires_grad(); });
    }

    /// The body's output [B, d, h, w] in `dtype`. Parameters are cast for the call rather than kept twice:
    /// reading 200 MB is under 1% of an SD 1.5 step.
    torch::Tensor hidden(int stage, const std::vector<torch::Tensor>& features, const Context& context,
                         torch::Dtype dtype) const {
        const auto cast = [dtype](const torch::Tensor& tensor) {
            return tensor.defined() ? tensor.to(dtype) : tensor;
        };
        const auto stacked =
            torch::cat(features, 1)
                .to(dtype, /*non_blocking=*/false, /*copy=*/false, torch::MemoryFormat::ChannelsLast);
        const auto& held = stages.at(stage);
        const auto run = [&](const SabwBody& body) {
            return body(stacked, cast(context.timeHidden), cast(context.temb), cast(context.text));
        };
        if (dtype == torch::kFloat32) return run(held.body);
        const ParameterProvider provider = [&](const std::string& name, torch::IntArrayRef,
                                               const ParameterInit&) { return parameter(name).to(dtype); };
        return run(SabwBody(stageScope(provider, stage), config, held.channels));
    }
};

Aggregator::Aggregator(const AggregatorConfig& config, std::uint64_t seed, torch::Device device)
    : impl_(std::make_unique<Impl>(config, freshParameters(seed), device)) {}

Aggregator::Aggregator(const AggregatorFile& file, torch::Device device)
    : impl_(std::make_unique<Impl>(file.config, storedParameters(file), device)) {
    if (impl_->parameters.size() != file.tensors().size())
        throw ConfigError(Message::of("aggregator file: expected %1 tensors for its config, found %2",
                                      impl_->parameters.size(), file.tensors().size()));
}

Aggregator::~Aggregator() = default;

const AggregatorConfig& Aggregator::config() const {
    return impl_->config;
}

bool Aggregator::has(int stage) const {
    return impl_->stages.count(stage) != 0;
}

const std::vector<std::pair<std::string, torch::Tensor>>& Aggregator::parameters() const {
    return impl_->parameters;
}

std::vector<torch::Tensor> Aggregator::parametersOf(int stage) const {
    const auto prefix = "stages." + std::to_string(stage) + ".";
    std::vector<torch::Tensor> found;
    for (const auto& [name, tensor] : impl_->parameters)
        if (name.starts_with(prefix)) found.push_back(tensor);
    return found;
}

Aggregator::Context Aggregator::makeContext(const torch::Tensor& timesteps,
                                            const std::vector<torch::Tensor>& tembs,
                                            const std::vector<torch::Tensor>& texts) const {
    const auto& config = impl_->config;
    const auto models = static_cast<std::size_t>(config.numModels);
    if (tembs.size() != models || texts.size() != models)
        throw DataError(
            Message::of("aggregator: expected time embeddings and texts of %1 models, found %2 and %3",
                        models, tembs.size(), texts.size()));
    Context context;
    if (impl_->timeMlp) context.timeHidden = (*impl_->timeMlp)(timesteps);
    if (config.layout == AggregatorConfig::Layout::Release && config.timestep) context.temb = mean(tembs);
    if (config.text) context.text = mean(texts);
    return context;
}

torch::Tensor Aggregator::weights(int stage, const std::vector<torch::Tensor>& features,
                                  const Context& context) const {
    const auto found = impl_->stages.find(stage);
    if (found == impl_->stages.end()) throw DataError(Message::of("aggregator: stage %1 has no SABW", stage));
    const auto& config = impl_->config;
    const auto& held = found->second;
    bool fits = features.size() == static_cast<std::size_t>(config.numModels);
    for (const auto& feature : features)
        fits = fits && feature.dim() == 4 && feature.size(1) == held.channels &&
               feature.sizes() == features.front().sizes();
    if (!fits)
        throw DataError(Message::of(
            "aggregator, stage %1: expected %2 features [B, %3, h, w], found %4%5", stage, config.numModels,
            held.channels, features.size(),
            (features.empty() ? Message() : Message::of(" of %1", shapeText(features.front().sizes())))));

    const auto dtype = impl_->trainable() ? torch::kFloat32 : features.front().scalar_type();
    auto logits = held.convOut(impl_->hidden(stage, features, context, dtype).to(torch::kFloat32));
    const auto height = logits.size(2), width = logits.size(3);
    if (!config.spatial) logits = logits.mean({2, 3}, /*keepdim=*/true);
    return torch::softmax(logits, 1).expand({-1, -1, height, width});  // Eq. 6
}

}  // namespace afa
