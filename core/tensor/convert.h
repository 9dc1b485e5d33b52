#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/base/task.h"
#include "core/io/checkpoint.h"
#include "core/tensor/torch.h"

namespace afa {

torch::Dtype toTorch(DType dtype);
DType fromTorch(torch::Dtype dtype);

/// A tensor of `dtype` on the CPU with the view's values; always a copy (the file may go away).
torch::Tensor toTensor(const TensorView& view, torch::Dtype dtype);
/// The values as row-major bytes of their own type, for a writer.
std::vector<std::byte> toBytes(const torch::Tensor& tensor);

/// Where and how a network's weights are held.
struct Placement {
    torch::Device device = torch::kCPU;
    torch::Dtype dtype = torch::kFloat32;
};

/// A tensor as a network holds it: dense, 4-d ones channels_last.
struct Placed {
    torch::Tensor values;
    bool finite = true;  ///< as placed: a NaN or infinity of the file stays one in every type
};
/// Converts and looks at the values in one pass.
Placed placeTensor(const TensorView& view, const Placement& placement);

/// Tensors already in memory, so that base models that hold the same values share them: found by name,
/// compared bit by bit once placed (so an fp16 and an fp32 file of one model share, and a file changed
/// meanwhile cannot deceive). Keeps nothing alive. One pool serves all models of an ensemble;
/// thread-confined.
class TensorPool {
  public:
    TensorPool();
    ~TensorPool();
    /// The tensor `index` of `part`, placed; from the pool when an identical one is there. 4-d weights come
    /// out channels_last. Releases the file's pages. Throws FileError where values of the part are NaN or
    /// infinite (file, first tensor, counts), ConfigError where they are not, but would be in the placement's
    /// type.
    torch::Tensor load(const PartReader& part, std::size_t index, const Placement& placement);
    std::size_t sharedBytes() const;       ///< bytes saved so far
    void setControl(TaskControl control);  ///< looked at before every tensor: load() throws Cancelled

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// What a network asks its weights from, by diffusers name. scope("down_blocks.0") prefixes.
class WeightSource {
  public:
    WeightSource(const PartReader& part, const Placement& placement, TensorPool& pool);
    WeightSource scope(const std::string& name) const;
    WeightSource scope(const std::string& name, std::int64_t index) const {
        return scope(name + "." + std::to_string(index));
    }
    /// Checked against `shape`; throws ConfigError with both shapes.
    torch::Tensor get(const std::string& name, torch::IntArrayRef shape) const;
    bool has(const std::string& name) const;
    const Placement& placement() const { return *placement_; }

  private:
    const PartReader* part_;
    std::shared_ptr<const Placement> placement_;
    TensorPool* pool_;
    std::string prefix_;
};

}  // namespace afa
