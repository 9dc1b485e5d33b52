#pragma once
#include <memory>

#include "core/io/tensor_file.h"

namespace afa {

/// Reads what torch.save writes: a zip archive (`*/data.pkl` and the storages `*/data/N`; PyTorch 1.6 and
/// later) or the legacy pickle stream before it. Tensors are the entries of the pickled dict, or of the dict
/// under `state_dict`, `model` or `module`. No code of the file is run (core/io/pickle.h); what is left out
/// is told in notes().
std::unique_ptr<TensorFile> openTorchFile(std::shared_ptr<const MappedFile> file);

/// Whether the first bytes are those of a zip archive, a pickle, or the tar archive of PyTorch before 0.1.10.
bool looksLikeTorchFile(const MappedFile& file);

}  // namespace afa
