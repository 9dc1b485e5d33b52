#pragma once
#include "core/io/mapped_file.h"

namespace afa {

/// Throws FileError "PATH: not a checkpoint file: .." for what people end up with instead of one: an empty
/// file, the pointer that git-LFS leaves, the HTML page of a failed download, a file of another well-known
/// kind.
void refuseForeignContent(const MappedFile& file);

/// The first bytes in a form fit for a message: "50 4B 03 04".
std::string firstBytes(const MappedFile& file);

}  // namespace afa
