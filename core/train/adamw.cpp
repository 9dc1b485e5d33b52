#include "core/train/adamw.h"

#include "core/base/error.h"

namespace afa {

AdamW::AdamW(std::vector<torch::Tensor> parameters, const Settings& settings)
    : parameters_(std::move(parameters)), settings_(settings) {
    for (const auto& parameter : parameters_) {
        first_.push_back(torch::zeros_like(parameter));
        second_.push_back(torch::zeros_like(parameter));
        counts_.push_back(torch::zeros({}, parameter.options().requires_grad(false)));
    }
}

void AdamW::step(const std::vector<torch::Tensor>& gradients, double learningRate) {
    const torch::NoGradGuard noGrad;
    ++steps_;
    at::_foreach_add_(counts_, 1);
    at::_fused_adamw_(parameters_, gradients, first_, second_, /*max_exp_avg_sqs=*/{}, counts_, learningRate,
                      settings_.beta1, settings_.beta2, settings_.weightDecay, settings_.eps,
                      /*amsgrad=*/false, /*maximize=*/false);
}

void AdamW::restore(std::int64_t steps, const std::vector<torch::Tensor>& first,
                    const std::vector<torch::Tensor>& second) {
    if (first.size() != parameters_.size() || second.size() != parameters_.size())
        throw DataError(Message::of("optimiser: expected moments of %1 parameters, found %2",
                                    parameters_.size(), first.size()));
    const torch::NoGradGuard noGrad;
    steps_ = steps;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        first_[i].copy_(first[i]);
        second_[i].copy_(second[i]);
        counts_[i].fill_(static_cast<double>(steps));
    }
}

}  // namespace afa
