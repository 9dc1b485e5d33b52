#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/base/task.h"
#include "core/io/checkpoint.h"

namespace afa {

/// Whether all of these values, which lie one after another at any address, are finite; integers always are.
/// Fast enough to be asked of every weight that is read: about the speed of reading the memory.
bool allFinite(DType dtype, std::span<const std::byte> values);

struct NotFinite {
    std::uint64_t nan = 0, infinite = 0;
    std::uint64_t count() const { return nan + infinite; }
};
NotFinite countNotFinite(const TensorView& view);

/// Throws FileError that names file, first tensor and counts where a weight of the part is NaN or infinite.
/// Reads the whole part: for when something is known to be wrong, or small files.
void requireFinite(const PartReader& part, const TaskControl& control = {});

/// What reading every value of a model found.
struct ValueCheck {
    struct Tensor {
        std::filesystem::path file;
        std::string name;  ///< as the file has it
        std::uint64_t values = 0;
        NotFinite found;
    };
    std::uint64_t tensors = 0, values = 0;  ///< that were read
    std::vector<Tensor> notFinite;          ///< those with values that are not, in the order of the files
    Message problem() const;                ///< one line; empty where all values are finite
};
/// Every value of these tensor files, also of tensors that no network needs. Throws FileError, Cancelled.
ValueCheck checkValues(const std::vector<std::filesystem::path>& files, const TaskControl& control = {});

}  // namespace afa
