#pragma once
#include <vector>

#include "core/tensor/torch.h"

namespace afa {

/// The processes that train one aggregator together. This base is a group of one.
class ParallelGroup {
  public:
    virtual ~ParallelGroup() = default;
    virtual int rank() const { return 0; }
    virtual int size() const { return 1; }
    /// Replaces every tensor by its sum over all processes, the same bits in each.
    virtual void sum(std::vector<torch::Tensor>& tensors) { (void)tensors; }
    /// Whether any process says yes; every process must ask at the same place.
    virtual bool any(bool yes) { return yes; }

    bool leads() const { return rank() == 0; }  ///< the one that writes files
};

}  // namespace afa
