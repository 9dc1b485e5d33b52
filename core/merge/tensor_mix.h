#pragma once
#include <span>

#include "core/io/tensor_file.h"

namespace afa {

/// One tensor made of the same tensor of several models, element by element in fp32:
///   Sum            w_0 x_0 + w_1 x_1 + .., summed in that order
///   AddDifference  x_0 + w_0 (x_1 - x_2)
enum class MixKind { Sum, AddDifference };

/// inputs: equal shapes, F64, F32, F16 or BF16 each, values row-major without gaps. `weights` are rounded to
/// fp32. The result is rounded to `type` (nearest, ties to even) and written row-major; its size must be
/// numel x dtype size. Works on up to `threads` threads; the result does not depend on their number. Throws
/// DataError where sizes, types or the number of weights do not fit. False where a value of the result is NaN
/// or infinite: an input is, or it does not fit into `type`.
bool mixTensors(MixKind kind, std::span<const TensorView> inputs, std::span<const double> weights, DType type,
                std::span<std::byte> result, unsigned threads);

}  // namespace afa
