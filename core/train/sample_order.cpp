#include "core/train/sample_order.h"

#include <numeric>
#include <utility>

namespace afa {

std::uint64_t mixSeeds(std::uint64_t seed, std::uint64_t index) {
    std::uint64_t z = seed + (index + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::vector<std::int64_t> shuffledIndices(std::int64_t count, std::uint64_t seed) {
    std::vector<std::int64_t> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), std::int64_t{0});
    // Not std::shuffle: its order differs between standard libraries.
    for (std::uint64_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[mixSeeds(seed, i) % i]);
    return order;
}

SampleOrder::SampleOrder(std::uint64_t seed, std::int64_t pictures) : seed_(seed), pictures_(pictures) {}

SampleOrder::Place SampleOrder::at(std::int64_t position) const {
    const auto epoch = position / pictures_;
    if (epoch != shuffledEpoch_) {
        order_ = shuffledIndices(pictures_, mixSeeds(seed_, static_cast<std::uint64_t>(epoch)));
        shuffledEpoch_ = epoch;
    }
    return {order_[static_cast<std::size_t>(position % pictures_)], epoch};
}

}  // namespace afa
