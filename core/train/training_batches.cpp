#include "core/train/training_batches.h"

namespace afa {
namespace {

constexpr std::uint64_t kOrderSalt = 0x6F72646572;  // in which order
constexpr std::uint64_t kDrawSalt = 0x64726177;     // timestep, noise and text drop of a sample

}  // namespace

TrainingBatches::TrainingBatches(EncodedData& data, NoiseSchedule schedule, const Options& options,
                                 const ParallelGroup& group)
    : data_(data),
      schedule_(std::move(schedule)),
      options_(options),
      rank_(group.rank()),
      processes_(group.size()),
      order_(mixSeeds(options.seed, kOrderSalt), data.size()) {}

double TrainingBatches::epochsAt(std::int64_t step) const {
    return static_cast<double>(step * perStep()) / static_cast<double>(data_.size());
}

std::int64_t TrainingBatches::place(std::int64_t step, std::int64_t k, std::int64_t i) const {
    const auto micro = step * options_.accumulate + k;
    return (micro * processes_ + rank_) * options_.batch + i;
}

std::vector<EncodedData::Draw> TrainingBatches::pictures(std::int64_t step, std::int64_t k) const {
    std::vector<EncodedData::Draw> draws;
    for (std::int64_t i = 0; i < options_.batch; ++i) {
        const auto at = order_.at(place(step, k, i));
        draws.push_back({at.picture, at.epoch});
    }
    return draws;
}

void TrainingBatches::announce(std::int64_t step) {
    for (std::int64_t k = 0; k < options_.accumulate; ++k)
        data_.prefetch(pictures(step, k));
}

NoisedBatch TrainingBatches::micro(std::int64_t step, std::int64_t k) {
    const auto encoded = data_.batch(pictures(step, k));
    std::vector<SampleDraw> draws;
    for (std::int64_t i = 0; i < options_.batch; ++i)
        draws.push_back(
            {mixSeeds(mixSeeds(options_.seed, kDrawSalt), static_cast<std::uint64_t>(place(step, k, i))), -1,
             options_.textDrop});
    return noiseBatch(encoded, draws, schedule_, data_.emptyTexts());
}

}  // namespace afa
