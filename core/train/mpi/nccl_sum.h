#pragma once
#include <functional>
#include <memory>

#include "core/tensor/torch.h"

namespace afa {

/// Sums between GPUs by NCCL, whose library comes with libtorch's CUDA part and is opened at run time; no
/// CUDA header is needed to build this. Works on the default stream, where libtorch's own work runs.
class NcclSum {
  public:
    /// `broadcast` hands 128 bytes from process 0 to all. Throws ConfigError where there is no NCCL.
    NcclSum(int rank, int size, torch::Device device,
            const std::function<void(void*, std::size_t)>& broadcast);
    ~NcclSum();
    /// In place, fp32, contiguous, on the constructor's device.
    void sum(torch::Tensor& values);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace afa
