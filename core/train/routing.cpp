#include "core/train/routing.h"

#include <cmath>

namespace afa {

void RoutingMeter::add(int stage, const torch::Tensor& weights) {
    const auto maps = weights.detach().to(torch::kCPU, torch::kFloat64);
    const auto models = maps.size(1);
    auto& sums = stages_[stage];
    if (!sums.weight.defined()) sums.weight = torch::zeros({models}, torch::kFloat64);
    sums.weight += maps.mean({2, 3}).sum(0);
    if (models > 1)
        sums.entropy +=
            (-torch::special::xlogy(maps, maps).sum(1).mean({1, 2}) / std::log(static_cast<double>(models)))
                .sum()
                .item<double>();
    sums.variation += maps.std({2, 3}, /*unbiased=*/false).mean(1).sum().item<double>();
    sums.pictures += maps.size(0);
}

std::vector<StageRouting> RoutingMeter::report() const {
    std::vector<StageRouting> report;
    for (const auto& [stage, sums] : stages_) {
        const auto count = static_cast<double>(sums.pictures);
        StageRouting routing{stage, {}, sums.entropy / count, sums.variation / count};
        for (std::int64_t i = 0; i < sums.weight.size(0); ++i)
            routing.meanWeight.push_back(sums.weight[i].item<double>() / count);
        report.push_back(std::move(routing));
    }
    return report;
}

}  // namespace afa
