#pragma once
#include <functional>
#include <vector>

#include "core/tensor/torch.h"

namespace afa {

/// What is recomputed: tensors in, tensors out. Called once forward without building a graph, and once more
/// while gradients flow back (`recomputing`), so it must give the same values both times.
using CheckpointedWork =
    std::function<std::vector<torch::Tensor>(const std::vector<torch::Tensor>& inputs, bool recomputing)>;

/// Gradient checkpointing (Chen et al. 2016, "Training Deep Nets with Sublinear Memory Cost"; libtorch's C++
/// API has none): the outputs of work(inputs), of which only the inputs are kept for the way back.
/// `parameters` are the trainable leaves that `work` reads by itself; their gradients arrive as usual.
/// All tensors must be defined. Gradients are bit-equal to those of work() run plainly, as long as work
/// uses each of its inputs through one alias (see aliasForGradients).
std::vector<torch::Tensor> checkpoint(const CheckpointedWork& work, const std::vector<torch::Tensor>& inputs,
                                      const std::vector<torch::Tensor>& parameters);

/// A view of x, so that gradients of all uses inside a stage are summed before they meet those of uses
/// outside: the order of a floating-point sum then does not depend on checkpointing. x itself where nothing
/// flows back through it.
torch::Tensor aliasForGradients(const torch::Tensor& x);

}  // namespace afa
