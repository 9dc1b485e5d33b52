#pragma once

namespace afa {

// The largest ensemble and aggregator there can be: the same for requests, forms, files and networks, so that
// whatever is asked for can be run, and whatever is written can be read.
inline constexpr int kMaxModels = 8;  ///< base models that run together
inline constexpr int kMaxAggregatorWidth = 4096, kMaxAggregatorHeads = 256, kMaxAggregatorLayers = 16;

}  // namespace afa
