#pragma once
#include <vector>

#include "core/io/aggregator_file.h"
#include "core/tensor/torch.h"

namespace afa {

/// The trained part of an ensemble: one SABW per aggregated stage (method.md 3, Eq. 7-11), either layout.
/// Parameters are fp32, named as in the native file; they may require gradients.
class Aggregator {
  public:
    /// Fresh weights: PyTorch's default initialisation drawn from `seed`, last convolutions zero, so that
    /// every map is exactly 1/N.
    Aggregator(const AggregatorConfig& config, std::uint64_t seed, torch::Device device = torch::kCPU);
    /// The weights of a file; strict.
    Aggregator(const AggregatorFile& file, torch::Device device = torch::kCPU);
    ~Aggregator();

    const AggregatorConfig& config() const;
    bool has(int stage) const;  ///< stage is aggregated by a SABW

    /// Native name -> parameter, ascending.
    const std::vector<std::pair<std::string, torch::Tensor>>& parameters() const;
    /// The parameters that weights(stage, ..) reads: those of `stages.<stage>`, in the order of parameters().
    std::vector<torch::Tensor> parametersOf(int stage) const;

    /// What the SABWs are told about the step, once per step.
    struct Context {
        torch::Tensor timeHidden;  ///< paper: [B, timeHidden] fp32, shared time MLP's output
        torch::Tensor temb;        ///< release: [B, tembWidth] fp32, mean over the models
        torch::Tensor text;        ///< [B, L, D] fp32, mean over the models
    };
    /// timesteps [B] fp32; tembs, texts: one per model.
    Context makeContext(const torch::Tensor& timesteps, const std::vector<torch::Tensor>& tembs,
                        const std::vector<torch::Tensor>& texts) const;

    /// features: N of [B, C, h, w], any type -> weights [B, N, h, w] fp32, >= 0, sum 1 over N.
    torch::Tensor weights(int stage, const std::vector<torch::Tensor>& features,
                          const Context& context) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// y = sum_i A_i y_i (Eq. 7), in fp32, returned in the features' type. weights [B, N, h, w].
torch::Tensor combine(const std::vector<torch::Tensor>& features, const torch::Tensor& weights);
/// The plain mean, exactly what combine() gives for weights 1/N.
torch::Tensor combineMean(const std::vector<torch::Tensor>& features);

}  // namespace afa
