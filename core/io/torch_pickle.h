#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/pickle.h"
#include "core/io/tensor_file.h"

namespace afa {

/// What to make of the globals of a pickle that torch.save wrote: tensors' builders and plain containers are
/// read, all else is a placeholder; what would run something is told from what would not.
GlobalUse torchGlobalPolicy(std::string_view dottedName);

/// A block of values that tensors are cut from, as the pickle describes it.
struct TorchStorage {
    std::string_view key;        ///< names the block's bytes in the file
    std::string_view type;       ///< "FloatStorage"
    std::optional<DType> dtype;  ///< absent: plain bytes (UntypedStorage), or a type that is not read
    std::uint64_t element = 1;   ///< bytes per element
    std::uint64_t bytes = 0;
    bool operator==(const TorchStorage&) const = default;
};

/// A tensor that lies in a storage; its shape, strides and offset are checked against the storage's size.
struct TorchTensor {
    TensorInfo info;
    std::vector<std::int64_t> strides;  ///< in elements
    std::size_t storage = 0;            ///< place in TorchContent::storages
    std::uint64_t offset = 0;           ///< first element, in bytes from the start of the storage
    std::uint64_t extent = 0;  ///< bytes from the first element to the end of the last one that is reached
};

struct TorchContent {
    std::vector<TorchStorage> storages;  ///< all that the pickle refers to, also from what is passed over
    std::vector<TorchTensor> tensors;    ///< in the order of the dict
    std::vector<UnreadTensor> unread;
    std::vector<Message> notes;  ///< what was passed over
};

/// The named tensors of a pickled object: the entries of a dict, or of the dict under `state_dict`, or under
/// `model` or `module` where that is the only dict of tensors; tensors of other inner dicts are named
/// `outer.inner`. A pickle without tensors gives none. Texts point into the pickle's bytes. Throws FileError.
TorchContent readTorchContent(const Pickle& pickle, const std::string& path);

}  // namespace afa
