#include "core/compute/maps_recorder.h"

#include <cstring>
#include <numeric>

namespace afa {

MapsRecorder::MapsRecorder(MapsRecord header, const std::vector<std::size_t>& place)
    : record_(std::move(header)) {
    std::vector<std::int64_t> order(place.begin(), place.end());
    std::vector<std::int64_t> identity(order.size());
    std::iota(identity.begin(), identity.end(), 0);
    if (order != identity) order_ = torch::tensor(order, torch::kInt64);
}

void MapsRecorder::add(int stage, const torch::Tensor& weights) {
    auto kept = weights.detach().to(torch::kCPU, torch::kFloat16);
    if (order_.defined()) kept = kept.index_select(1, order_);
    kept = kept.contiguous();
    StageMap map;
    map.step = step_;
    map.stage = stage;
    map.height = kept.size(2);
    map.width = kept.size(3);
    map.fp16.resize(static_cast<std::size_t>(kept.numel()));
    std::memcpy(map.fp16.data(), kept.data_ptr(), map.fp16.size() * sizeof(std::uint16_t));
    record_.maps.push_back(std::move(map));
}

std::shared_ptr<const MapsRecord> MapsRecorder::latest() const {
    auto part = std::make_shared<MapsRecord>();
    part->halves = record_.halves;
    part->modelNames = record_.modelNames;
    part->timesteps = record_.timesteps;
    part->stages = record_.stages;
    part->requestJson = record_.requestJson;
    for (const auto& map : record_.maps)
        if (map.step == step_) part->maps.push_back(map);
    return part;
}

}  // namespace afa
