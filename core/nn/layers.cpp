#include "core/nn/layers.h"

namespace afa {

Linear::Linear(const WeightSource& source, std::int64_t in, std::int64_t out, bool hasBias)
    : weight(source.get("weight", {out, in})) {
    if (hasBias) bias = source.get("bias", {out});
}

torch::Tensor Linear::operator()(const torch::Tensor& x) const {
    return at::linear(x, weight, bias);
}

Conv2d::Conv2d(const WeightSource& source, std::int64_t in, std::int64_t out, std::int64_t kernel,
               std::int64_t stride_, std::int64_t padding_, bool hasBias)
    : weight(source.get("weight", {out, in, kernel, kernel})), stride(stride_), padding(padding_) {
    if (hasBias) bias = source.get("bias", {out});
}

torch::Tensor Conv2d::operator()(const torch::Tensor& x) const {
    return at::conv2d(x, weight, bias, stride, padding);
}

GroupNorm::GroupNorm(const WeightSource& source, std::int64_t channels, std::int64_t groups_, double eps_)
    : weight(source.get("weight", {channels})),
      bias(source.get("bias", {channels})),
      groups(groups_),
      eps(eps_) {}

torch::Tensor GroupNorm::operator()(const torch::Tensor& x) const {
    return at::group_norm(x, groups, weight, bias, eps);
}

LayerNorm::LayerNorm(const WeightSource& source, std::int64_t width, double eps_)
    : weight(source.get("weight", {width})), bias(source.get("bias", {width})), eps(eps_) {}

torch::Tensor LayerNorm::operator()(const torch::Tensor& x) const {
    return at::layer_norm(x, {x.size(-1)}, weight, bias, eps);
}

}  // namespace afa
