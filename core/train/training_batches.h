#pragma once
#include <cstdint>
#include <vector>

#include "core/diffusion/noise_schedule.h"
#include "core/train/encoded_data.h"
#include "core/train/noised_batch.h"
#include "core/train/parallel_group.h"
#include "core/train/sample_order.h"

namespace afa {

/// Which samples each step of a run sees, noised. Everything is a function of the seed and a sample's place
/// in the run, so that a resumed run goes on as if it had not stopped, and two processes with batch b see
/// what one with batch 2b does.
class TrainingBatches {
  public:
    struct Options {
        std::uint64_t seed = 0;
        std::int64_t batch = 8;       ///< samples per process and micro-batch
        std::int64_t accumulate = 1;  ///< micro-batches per step
        double textDrop = 0;          ///< share of samples that are seen without their text
    };
    /// data outlives this.
    TrainingBatches(EncodedData& data, NoiseSchedule schedule, const Options& options,
                    const ParallelGroup& group);

    std::int64_t perStep() const { return options_.batch * options_.accumulate * processes_; }
    std::int64_t stepsPerEpoch() const { return (data_.size() + perStep() - 1) / perStep(); }
    double epochsAt(std::int64_t step) const;  ///< passes over the data that so many steps are

    /// Starts to prepare a step's samples in the background.
    void announce(std::int64_t step);
    NoisedBatch micro(std::int64_t step, std::int64_t k);

  private:
    /// Of sample i of this process's micro-batch k: neighbours of one step stand side by side.
    std::int64_t place(std::int64_t step, std::int64_t k, std::int64_t i) const;
    std::vector<EncodedData::Draw> pictures(std::int64_t step, std::int64_t k) const;

    EncodedData& data_;
    NoiseSchedule schedule_;
    Options options_;
    std::int64_t rank_, processes_;
    SampleOrder order_;
};

}  // namespace afa
