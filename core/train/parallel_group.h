#pragma once
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/tensor/torch.h"

namespace afa {

/// The processes that train one aggregator together. This base is a group of one.
class ParallelGroup {
  public:
    virtual ~ParallelGroup() = default;
    virtual int rank() const { return 0; }
    virtual int size() const { return 1; }
    virtual int localRank() const { return 0; }  ///< among the processes of this machine: picks its GPU
    /// Replaces every tensor (fp32, one device) by its sum over all processes, the same bits in each.
    virtual void sum(std::vector<torch::Tensor>& tensors) { (void)tensors; }
    /// Whether any process says yes; every process must ask at the same place.
    virtual bool any(bool yes) { return yes; }
    /// Tells why this process cannot go on and ends all of them. A group of one returns: its caller tells.
    virtual void fail(const Message& reason) { (void)reason; }

    bool leads() const { return rank() == 0; }  ///< the one that writes files
};

}  // namespace afa
