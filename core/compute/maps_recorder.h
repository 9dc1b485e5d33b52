#pragma once
#include <memory>
#include <vector>

#include "core/ensemble/ensemble_denoiser.h"
#include "core/io/maps_file.h"

namespace afa {

/// Collects an ensemble's maps into a record while a picture is made.
class MapsRecorder {
  public:
    /// place[i]: where model i of the request stands in the ensemble, so that the record keeps the request's
    /// order.
    MapsRecorder(MapsRecord header, const std::vector<std::size_t>& place);

    void setStep(int evaluation) { step_ = evaluation; }
    /// weights [halves, N, h, w] fp32, halves [cond, uncond].
    void add(int stage, const torch::Tensor& weights);
    /// The head and the maps of the step in hand, as a record.
    std::shared_ptr<const MapsRecord> latest() const;
    const MapsRecord& record() const { return record_; }

  private:
    MapsRecord record_;
    torch::Tensor order_;  ///< [N] int64; undefined = as it is
    int step_ = 0;
};

}  // namespace afa
