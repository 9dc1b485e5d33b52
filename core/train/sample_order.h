#pragma once
#include <cstdint>
#include <vector>

namespace afa {

/// A number that looks random, from two: seeds what belongs to one sample of a run (SplitMix64, Steele et al.
/// 2014).
std::uint64_t mixSeeds(std::uint64_t seed, std::uint64_t index);

/// 0 .. count - 1, shuffled by `seed` (Fisher-Yates); the same on every platform.
std::vector<std::int64_t> shuffledIndices(std::int64_t count, std::uint64_t seed);

/// Which picture is the run's sample number `position`: every epoch goes once through all of them, in an
/// order of its own. A pure function of seed and position, so that a resumed run and every process of a
/// parallel one agree without telling each other anything.
class SampleOrder {
  public:
    SampleOrder(std::uint64_t seed, std::int64_t pictures);  ///< pictures >= 1

    struct Place {
        std::int64_t picture = 0, epoch = 0;
    };
    Place at(std::int64_t position) const;

  private:
    std::uint64_t seed_;
    std::int64_t pictures_;
    mutable std::int64_t shuffledEpoch_ = -1;  // the last epoch asked for
    mutable std::vector<std::int64_t> order_;
};

}  // namespace afa
